import { strToU8, zipSync } from 'fflate';

/** A cell as a spreadsheet writes it: a value, or a number with one of the file's formats, or a raw kind. */
export type Cell =
  | null
  | string
  | number
  | boolean
  | { readonly serial: number; readonly format: string }
  | { readonly error: string }
  | { readonly inline: string };

export interface WorkbookFile {
  readonly sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  readonly hidden?: readonly string[];
  readonly date1904?: boolean;
}

const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The bytes of a workbook, written part by part so that a test decides what is in it. */
export function workbookBytes({
  sheets,
  hidden = [],
  date1904 = false,
}: WorkbookFile): Uint8Array<ArrayBuffer> {
  const strings: string[] = [];
  const formats: string[] = [];
  const names = Object.keys(sheets);
  const parts = Object.values(sheets).map((rows) => sheetXml(rows, strings, formats));
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `<workbook ${namespace} xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>` +
      names
        .map((name, at) => {
          const state = hidden.includes(name) ? ' state="hidden"' : '';
          return `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
        })
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(
      names.map((_name, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
        relation(names.length + 1, 'sharedStrings', 'sharedStrings.xml') +
        relation(names.length + 2, 'styles', 'styles.xml'),
    ),
    'xl/sharedStrings.xml': `<sst ${namespace}>${strings.map((value) => `<si><t xml:space="preserve">${escapeXml(value)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': stylesXml(formats),
  };
  parts.forEach((xml, at) => (files[`xl/worksheets/sheet${at + 1}.xml`] = xml));
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])),
  );
  return new Uint8Array(packed);
}

function sheetXml(rows: readonly (readonly Cell[])[], strings: string[], formats: string[]): string {
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) =>
      cellXml(cell, `${letter(column)}${row + 1}`, strings, formats),
    );
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  return `<worksheet ${namespace}><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, place: string, strings: string[], formats: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${indexOf(cell, strings)}</v></c>`;
  if ('error' in cell) return `<c r="${place}" t="e"><v>${cell.error}</v></c>`;
  if ('inline' in cell) return `<c r="${place}" t="inlineStr"><is><t>${escapeXml(cell.inline)}</t></is></c>`;
  return `<c r="${place}" s="${indexOf(cell.format, formats) + 1}"><v>${cell.serial}</v></c>`;
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`);
  const styles = formats.map((_code, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`);
  return (
    `<styleSheet ${namespace}><numFmts count="${codes.length}">${codes.join('')}</numFmts>` +
    `<cellXfs count="${styles.length + 1}"><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`
  );
}

function relations(inner: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
}

function indexOf(value: string, values: string[]): number {
  const found = values.indexOf(value);
  return found === -1 ? values.push(value) - 1 : found;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
