export const importReaderEn = {
  'import.reader.archive.damaged':
    '{file} cannot be unpacked: it is damaged or cut off. Make it again, or unpack it and open what is inside.',
  'import.reader.archive.members':
    '{file} holds more than {limit} files. Unpack it and open those that are the export.',
  'import.reader.archive.nested':
    '{file} lies in more than {levels} archives. Unpack the outer ones and open this one.',
  'import.reader.archive.nothing':
    '{file} holds no file that Deskbook reads. It should hold CSV, JSON, XLSX, Parquet or Arrow files.',
  'import.reader.archive.password':
    '{file} is protected by a password. Unpack it with the password and open what is inside.',
  'import.reader.archive.size':
    '{file} was not unpacked: it would grow to more than {limit} GB, or to more than {ratio} times its size, as no export does. If you trust it, unpack it and open what is inside.',
  'import.reader.binary': '{file} is not a table: it holds no text. Export it as CSV or XLSX and open that.',
  'import.reader.damaged': '{file} ({format}) is damaged or cut off. Export it again and open the new file.',
  'import.reader.empty': '{file} is empty.',
  'import.reader.html':
    '{file} is a web page, whatever its name says. Open it in a spreadsheet, save it as CSV or XLSX and open that.',
  'import.reader.image': '{file} is a picture. Export the data behind it as CSV or XLSX and open that.',
  'import.reader.json.broken':
    '{file} looks like JSON, but not one row of it could be read: it is damaged or cut off. Export it again and open the new file.',
  'import.reader.json.noRows':
    '{file} is JSON without rows: its lists are empty. Choose a period with data and export it again.',
  'import.reader.mismatch':
    '{file} was not loaded: {expected} rows were counted in it, but {found} came out. Save it again as CSV UTF-8 and try once more.',
  'import.reader.noLines':
    '{file} is no table: no line ends within its first {megabytes} MB. Export it again with one row a line.',
  'import.reader.noSheet': '{file} has no sheet called “{sheet}”.',
  'import.reader.notYet':
    '{file} is {format}, which Deskbook cannot read yet. Save it as CSV or XLSX and open that.',
  'import.reader.refused': '{file} could not be loaded: {message}',
  'import.reader.wide':
    '{file} has {columns} columns; Deskbook reads up to {most}. Is it turned on its side, or parted by another sign?',
  'import.reader.workbook':
    '{file} is a damaged workbook. Open it in a spreadsheet, save it again and try once more.',
  'import.reader.xlsb':
    '{file} is a binary workbook (XLSB), which Deskbook does not read. Save it as XLSX and open that.',
  'import.reader.workbookSize':
    '{file} was not opened: unpacked it would fill the memory. Save its tables as CSV and open those.',
  'import.reader.xls':
    '{file} is a workbook of an old kind, or is protected by a password. Save it as XLSX without a password and open that.',

  'import.reader.note.blank': {
    one: '{count} empty row was left out.',
    other: '{count} empty rows were left out.',
  },
  'import.reader.note.columns': {
    one: 'The first {kept} columns were read; {count} more was left out.',
    other: 'The first {kept} columns were read; {count} more were left out.',
  },
  'import.reader.note.cutOff':
    'The file ends in the middle: it is cut off, and rows are missing at its end. Export it again.',
  'import.reader.note.damaged': {
    one: '{count} character could not be read and shows as �.',
    other: '{count} characters could not be read and show as �.',
  },
  'import.reader.note.errors': {
    one: '{count} cell with an error, such as #N/A, is empty here.',
    other: '{count} cells with an error, such as #N/A, are empty here.',
  },
  'import.reader.note.more': 'The text that follows the end of the data was left out.',
  'import.reader.note.noHeader': 'No row of column names was found: columns are named by letter.',
  'import.reader.note.outside': {
    one: '{count} cell to the right of the table was left out.',
    other: '{count} cells to the right of the table were left out.',
  },
  'import.reader.note.padded': {
    one: '{count} row ended early, where other rows are empty as well; the cells it lacks are empty here.',
    other:
      '{count} rows ended early, where other rows are empty as well; the cells they lack are empty here.',
  },
  'import.reader.note.repeatedHeader':
    'The column name “{name}” comes more than once: the later ones are numbered.',
  'import.reader.note.sheets': {
    one: '{count} sheet was not read, as it is hidden, holds no table or repeats another one: {sheets}.',
    other: '{count} sheets were not read, as they are hidden, hold no table or repeat another one: {sheets}.',
  },
  'import.reader.note.skipped': {
    one: '{count} file in {file} could not be read as a table and was left out: {members}.',
    other: '{count} files in {file} could not be read as tables and were left out: {members}.',
  },
  'import.reader.note.wider':
    'Rows have {cells} cells where the header has {columns}: the columns without a name go by their letter.',

  'import.reader.rejected.cells': {
    one: '{count} cell where the header has {columns}',
    other: '{count} cells where the header has {columns}',
  },
  'import.reader.rejected.cutOff': 'The file ends in the middle of this row',
  'import.reader.rejected.deep': 'Nested more than {levels} levels deep',
  'import.reader.rejected.json': 'Not valid JSON',
  'import.reader.rejected.long': 'Longer than {megabytes} MB',
  'import.reader.rejected.quote': 'A quotation mark is not closed, or is followed by more text',
  'import.reader.rejected.shifted': {
    one: '{count} value stands in a column of another kind: the row is one column off',
    other: '{count} values stand in columns of another kind: the row is one column off',
  },
} as const;
