import type { Locale } from '#messages';
import { columnLetters } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import { escapeXml } from './xml.ts';

/** A sheet that has been written. */
export interface PackedSheet {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** The files that hold a workbook's sheets together, by their paths. */
export function packageParts(sheets: readonly PackedSheet[], locale: Locale): Record<string, string> {
  return {
    'xl/workbook.xml': start + workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': start + workbookRelations(sheets.length),
    'xl/styles.xml': start + stylesXml(locale),
    '_rels/.rels': start + relations([['officeDocument', 'xl/workbook.xml']]),
    '[Content_Types].xml': start + contentTypes(sheets.length),
  };
}

/** Excel keeps where a filter is as a hidden name, and misses it in its own dialogs where there is none; the header that every printed page repeats is a name too. */
function workbookXml(sheets: readonly PackedSheet[]): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, rows, columns }, index) => {
    const sheet = escapeXml(`'${name.replaceAll("'", "''")}'`);
    const range = `${sheet}!$A$1:$${columnLetters(columns - 1)}$${rows + 1}`;
    const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${range}</definedName>`;
    const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$1:$1</definedName>`;
    return columns > 0 ? [filter, titles] : [];
  });
  return (
    `<workbook xmlns="${main}" xmlns:r="${office}">` +
    '<bookViews><workbookView activeTab="0"/></bookViews>' +
    `<sheets>${listed.join('')}</sheets>` +
    (names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '') +
    '</workbook>'
  );
}

function workbookRelations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const,
  );
  return relations([...sheets, ['styles', 'styles.xml']]);
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, i) => `<Override PartName="/${sheetPath(i)}" ContentType="${sheetType}.worksheet+xml"/>`,
  );
  return (
    `<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>` +
    `${sheets.join('')}</Types>`
  );
}
