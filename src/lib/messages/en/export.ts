export const exportEn = {
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
