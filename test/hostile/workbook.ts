import { utf8, zip, type Bytes, type ZipMember } from './bytes.ts';
import { base, header } from './case.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A cell: a text, a number, or XML of its own (which begins with `<`). */
export type SheetCell = string | number | null;

export interface WorkbookSpec {
  readonly rows?: readonly (readonly SheetCell[])[];
  /** Whole rows as XML, in the place of `rows`. */
  readonly sheetData?: string;
  /** After the rows, inside the sheet. */
  readonly afterData?: string;
  readonly date1904?: boolean;
  readonly sharedStrings?: string | null;
  readonly styles?: string | null;
  readonly workbook?: string;
  /** Members to add, or to replace by name; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

export const baseRows: readonly (readonly SheetCell[])[] = [
  header,
  ...base.map(([id, subject, status, createdAt]) => [Number(id), subject, status, createdAt]),
];

/** A workbook of one sheet, made of its parts; what is asked for may be nonsense. */
export function workbook(spec: WorkbookSpec = {}): Bytes {
  return zip(...workbookMembers(spec));
}

export function workbookMembers({
  rows = baseRows,
  sheetData = rowsXml(rows),
  afterData = '',
  date1904 = false,
  sharedStrings = null,
  styles = stylesXml,
  workbook:
    workbookXml = `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets><sheet name="Tickets" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  parts = {},
}: WorkbookSpec): ZipMember[] {
  const all: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbookXml,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${declaration}<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetData>${sheetData}</sheetData>${afterData}</worksheet>`,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': sharedStrings,
    ...parts,
  };
  return Object.entries(all).flatMap(([name, content]) =>
    content === null ? [] : [{ name, bytes: typeof content === 'string' ? utf8(content) : content }],
  );
}

/** Style 1 is a date with a time, style 2 a day, style 3 a duration. */
const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="46" applyNumberFormat="1"/></cellXfs></styleSheet>`;

export function rowsXml(rows: readonly (readonly SheetCell[])[]): string {
  return rows
    .map(
      (row, index) =>
        `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, place(index, column))).join('')}</row>`,
    )
    .join('');
}

function place(row: number, column: number): string {
  return `${letters(column)}${row + 1}`;
}

export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function cellXml(cell: SheetCell, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (cell.startsWith('<')) return cell.replace('<c', `<c r="${at}"`);
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
