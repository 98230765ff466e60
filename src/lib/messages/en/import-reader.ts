export const importReaderEn = {
  'import.reader.empty': '{file} is empty.',
  'import.reader.unknown':
    '{file} is not a table that Deskbook can read. Save it as CSV or XLSX and open it again.',
} as const;
