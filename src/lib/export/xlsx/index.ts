export { changeCell, textCell, toCell, type Cell } from './cell.ts';
export { notebookSheets, type Basis, type NotebookParts } from './notebook.ts';
export { sheetNames } from './sheet-name.ts';
export { tableSheet } from './table-sheet.ts';
export { notesOf, writeWorkbook, type Sheet, type WorkbookOptions, type Written } from './workbook.ts';
