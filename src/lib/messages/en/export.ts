export const exportEn = {
  'export.unit.count': 'number of cases',
  'export.unit.percent': 'percent',
  'export.unit.duration': 'time (hours:minutes:seconds)',
  'export.unit.score': 'points of the scale',
  'export.unit.money': 'money',
  'export.unit.nps': 'NPS points',
  'export.unit.number': 'number',
  'export.workbook.unit': 'Unit',
  'export.xlsx.columns':
    '“{name}” has {columns} columns; a sheet of Excel holds at most {most}. Choose fewer columns in the SQL.',
  'export.xlsx.cut': {
    one: '{count} text was cut: a cell of Excel holds at most 32,767 characters.',
    other: '{count} texts were cut: a cell of Excel holds at most 32,767 characters.',
  },
  'export.xlsx.split': {
    one: '“{name}” takes {count} sheet: one holds at most {rows} rows.',
    other: '“{name}” goes on over {count} sheets: one holds at most {rows} rows.',
  },
} as const;
