import { textCell, type Cell } from './cell.ts';
import { stylePlace } from './styles.ts';
import { escapeXml } from './xml.ts';

export type Row = readonly (Cell | null)[];

/** `A`, `Z`, `AA`: a column's letters. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + (index % 26));
}

interface Head {
  readonly header: readonly string[];
  /** Rows that the widths of the columns are taken from. */
  readonly sample: readonly Row[];
  /** Shown when the workbook is opened. */
  readonly isFirst: boolean;
}

/** What a sheet begins with: the frozen header, in bold, over columns that are wide enough. */
export function sheetStart({ header, sample, isFirst }: Head): string {
  const columns = header.map((name, index) => {
    const width = columnWidth(name, sample, index);
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    '<sheetData>' +
    rowXml(
      header.map((name) => textCell(name, 'header')),
      1,
    )
  );
}

/** Characters of a page across A4, written as small as can be read. */
const pageWidth = 210;

/** How many pages a sheet is printed beside each other. */
export function pagesAcross(header: readonly string[], sample: readonly Row[]): number {
  const width = header.reduce((sum, name, index) => sum + columnWidth(name, sample, index), 0);
  return Math.max(1, Math.ceil(width / pageWidth));
}

/** What a sheet ends with: the filter over all of its rows, and that it is printed across A4, on so many pages beside each other. */
export function sheetEnd(columns: number, rows: number, pages: number): string {
  const filter = columns > 0 ? `<autoFilter ref="A1:${columnLetters(columns - 1)}${rows + 1}"/>` : '';
  const print = `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pages}" fitToHeight="0"/>`;
  return `</sheetData>${filter}${print}</worksheet>`;
}

export function rowXml(row: Row, number: number): string {
  const cells = row.map((cell, index) => (cell ? cellXml(cell, columnLetters(index) + number) : ''));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellXml({ kind, text, style }: Cell, place: string): string {
  const look = stylePlace(style);
  const start = `<c r="${place}"${look === 0 ? '' : ` s="${look}"`}`;
  switch (kind) {
    case 'number':
      return `${start}><v>${text}</v></c>`;
    case 'boolean':
      return `${start} t="b"><v>${text}</v></c>`;
    case 'text':
      return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  }
}

const widths = { least: 8, most: 60, arrow: 4 } as const;
/** What formats make of a number, in characters. */
const shown: Readonly<Record<string, number>> = {
  percent: 9,
  duration: 11,
  date: 11,
  timestamp: 20,
  instant: 23,
  time: 9,
};

/** As many characters as the header and the first rows take. */
function columnWidth(name: string, sample: readonly Row[], index: number): number {
  let width = name.length + widths.arrow;
  for (const row of sample) {
    const cell = row[index];
    if (cell) width = Math.max(width, shown[cell.style] ?? longestLine(cell.text) + 2);
  }
  return Math.max(widths.least, Math.min(widths.most, width));
}

function longestLine(text: string): number {
  return Math.max(
    ...text
      .slice(0, 1000)
      .split('\n', 20)
      .map((line) => line.length),
  );
}
