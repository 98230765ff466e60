export { changeCell, textCell, toCell, type Cell } from './cell.ts';
export { sheetNames } from './sheet-name.ts';
export { tableSheet } from './table-sheet.ts';
export { notesOf, writeWorkbook, type Sheet, type WorkbookOptions, type Written } from './workbook.ts';
