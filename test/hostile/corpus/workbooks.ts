import { concat, latin1, noise, utf8, zip } from '../bytes.ts';
import { base, fails, loadsBase, type HostileCase, type Outcome, type Ticket } from '../case.ts';
import {
  baseRows,
  letters,
  rowsXml,
  workbook,
  workbookMembers,
  type SheetCell,
  type WorkbookSpec,
} from '../workbook.ts';

function book(
  name: string,
  spec: WorkbookSpec | (() => Uint8Array<ArrayBuffer>),
  outcome: Outcome,
  file = 'tickets.xlsx',
): HostileCase {
  return {
    name: `xlsx/${name}`,
    file,
    bytes: typeof spec === 'function' ? spec : () => workbook(spec),
    outcome,
  };
}

const header = baseRows[0]!;
const dated = (...dates: readonly SheetCell[]): readonly (readonly SheetCell[])[] => [
  header,
  ...dates.map((date, index) => [index + 1, `Row ${index + 1}`, 'Open', date]),
];
const read = (...dates: readonly (string | null)[]): readonly Ticket[] =>
  dates.map((date, index) => [String(index + 1), `Row ${index + 1}`, 'Open', date]);
const time = (serial: number) => `<c s="1"><v>${serial}</v></c>`;
const good = [46082.5, 46083.5, 46084.5, 46085.5, 46086.5, 46087.5, 46088.5, 46089.5];
const goodTickets = read(...good.map((_, index) => `2026-03-0${index + 1} 12:00:00`));
const second = (subject: SheetCell) =>
  baseRows.map((row) => (row[0] === 2 ? [2, subject, 'Solved', row[3]!] : row));
const secondTicket = (subject: string | null) =>
  base.map((ticket): Ticket => (ticket[0] === '2' ? ['2', subject, ticket[2], ticket[3]] : ticket));

export const workbooks: readonly HostileCase[] = [
  book('good', {}, loadsBase),
  book(
    'dates since 1900',
    { rows: dated(time(46082.5), time(46083.25)) },
    { kind: 'loads', read: 2, tickets: read('2026-03-01 12:00:00', '2026-03-02 06:00:00') },
  ),
  book(
    'dates since 1904',
    { rows: dated(time(46082.5 - 1462), time(46083.25 - 1462)), date1904: true },
    { kind: 'loads', read: 2, tickets: read('2026-03-01 12:00:00', '2026-03-02 06:00:00') },
  ),
  book(
    'serials 1, 59, 60 and 61',
    { rows: dated(...good.map(time), time(1), time(59), time(60), time(61)) },
    { kind: 'loads', read: 12, rejected: 4, tickets: goodTickets },
  ),
  book(
    'negative and huge serials',
    { rows: dated(...good.map(time), time(-5), time(1e12), time(1e300), time(2958466)) },
    {
      kind: 'loads',
      read: 12,
      rejected: 2,
      tickets: [...goodTickets, ['10', 'Row 10', 'Open', null], ['11', 'Row 11', 'Open', null]],
    },
  ),
  book(
    'numbers that are none',
    { rows: second('<c><v>abc</v></c>') },
    { kind: 'either', tickets: [...base, ...secondTicket('abc'), ...secondTicket('NaN')] },
  ),
  book('numbers of 1e400', { rows: second('<c><v>1e400</v></c>') }, { kind: 'loads', read: 3 }),
  book(
    'an id of 20 digits',
    { rows: [header, ['<c><v>12345678901234567890</v></c>', 'First', 'Open', '2026-03-01 10:00:00']] },
    { kind: 'either', tickets: [] },
  ),
  ...['#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?'].map((error) =>
    book(
      `a formula that gives ${error}`,
      { rows: second(`<c t="e"><f>1/0</f><v>${error}</v></c>`) },
      { kind: 'loads', read: 3, tickets: secondTicket(null) },
    ),
  ),
  book(
    'a formula with its value',
    { rows: second('<c t="str"><f>"Sec"&amp;"ond"</f><v>Second</v></c>') },
    loadsBase,
  ),
  book(
    'a formula without a value',
    { rows: second('<c><f>NOW()</f></c>') },
    { kind: 'loads', read: 3, tickets: secondTicket(null) },
  ),
  book(
    'a formula that runs a program',
    { rows: second("<c t=\"str\"><f>cmd|' /C calc'!A0</f><v>=cmd|' /C calc'!A0</v></c>") },
    { kind: 'loads', read: 3, tickets: secondTicket("=cmd|' /C calc'!A0") },
  ),
  book(
    'texts of a table that is missing',
    { rows: second('<c t="s"><v>7</v></c>') },
    { kind: 'either', tickets: secondTicket(null) },
  ),
  book(
    'texts beyond the end of their table',
    {
      rows: second('<c t="s"><v>99</v></c>'),
      sharedStrings:
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>x</t></si></sst>',
    },
    { kind: 'either', tickets: secondTicket(null) },
  ),
  book(
    'texts with a negative place',
    {
      rows: second('<c t="s"><v>-1</v></c>'),
      sharedStrings:
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>x</t></si></sst>',
    },
    { kind: 'either', tickets: secondTicket(null) },
  ),
  book(
    'rich texts',
    {
      rows: second('<c t="s"><v>0</v></c>'),
      sharedStrings:
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Sec</t></r><r><rPr><b/></rPr><t>ond</t></r></si></sst>',
    },
    loadsBase,
  ),
  book('a boolean', { rows: second('<c t="b"><v>1</v></c>') }, { kind: 'loads', read: 3 }),
  book(
    'a cell of a kind that does not exist',
    { rows: second('<c t="zzz"><v>Second</v></c>') },
    { kind: 'either', tickets: [...base, ...secondTicket(null)] },
  ),
  book(
    'a style that does not exist',
    { rows: second('<c s="999"><v>5</v></c>') },
    { kind: 'loads', read: 3 },
  ),
  book('no styles', { styles: null }, loadsBase),
  book('styles that are noise', { parts: { 'xl/styles.xml': noise(500) } }, { kind: 'either' }),
  book(
    'a sheet that is noise',
    { parts: { 'xl/worksheets/sheet1.xml': noise(5000) } },
    fails('import.reader.workbook', 'import.reader.empty'),
  ),
  book(
    'a sheet that is missing',
    { parts: { 'xl/worksheets/sheet1.xml': null } },
    fails('import.reader.workbook', 'import.reader.empty'),
  ),
  book('a sheet that is empty', { sheetData: '' }, fails('import.reader.empty')),
  book(
    'a sheet that is cut off',
    {
      parts: {
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rowsXml(baseRows).slice(0, -90)}`,
      },
    },
    { kind: 'either' },
  ),
  book(
    'no sheets',
    {
      workbook:
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>',
    },
    fails('import.reader.workbook', 'import.reader.empty'),
  ),
  book('no workbook.xml', { parts: { 'xl/workbook.xml': null } }, { kind: 'either', tickets: [] }),
  book('no relationships', { parts: { 'xl/_rels/workbook.xml.rels': null } }, { kind: 'either' }),
  book(
    'relationships that leave the file',
    {
      parts: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="../../../../etc/passwd"/></Relationships>',
      },
    },
    { kind: 'either', tickets: [] },
  ),
  book('no content types', { parts: { '[Content_Types].xml': null } }, { kind: 'either' }),
  book('a macro', { parts: { 'xl/vbaProject.bin': noise(3000) } }, loadsBase, 'tickets.xlsm'),
  book(
    'external links',
    {
      parts: {
        'xl/externalLinks/externalLink1.xml':
          '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
        'xl/externalLinks/_rels/externalLink1.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x" Target="http://169.254.169.254/" TargetMode="External"/></Relationships>',
      },
    },
    loadsBase,
  ),
  book(
    'an external entity',
    {
      parts: {
        'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rowsXml(baseRows).replace('Second', '&e;')}</sheetData></worksheet>`,
      },
    },
    { kind: 'either', tickets: [...base, ...secondTicket('&e;'), ...secondTicket(null)] },
  ),
  book(
    'an entity bomb',
    {
      parts: {
        'xl/sharedStrings.xml': `<?xml version="1.0"?><!DOCTYPE x [${Array.from({ length: 10 }, (_, i) => `<!ENTITY e${i} "${i === 0 ? 'ha' : `&e${i - 1};`.repeat(10)}">`).join('')}]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&e9;</t></si></sst>`,
      },
    },
    { kind: 'either' },
  ),
  book(
    'everything merged',
    { afterData: '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>' },
    { kind: 'either' },
  ),
  book(
    'the header merged over two columns',
    {
      rows: [['Report', null, null, null], header, ...baseRows.slice(1)],
      afterData: '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>',
    },
    loadsBase,
  ),
  book(
    'a cell far away',
    { sheetData: `${rowsXml(baseRows)}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>` },
    { kind: 'either', tickets: base },
  ),
  book(
    'a cell outside every sheet',
    { sheetData: `${rowsXml(baseRows)}<row r="99999999999"><c r="ZZZZZZ99999999999"><v>1</v></c></row>` },
    { kind: 'either', tickets: base },
  ),
  book(
    'cells without places',
    { sheetData: rowsXml(baseRows).replaceAll(/ r="[A-Z]*\d+"/g, '') },
    { kind: 'either' },
  ),
  book(
    'rows out of order',
    {
      sheetData: rowsXml(baseRows)
        .split('</row>')
        .filter(Boolean)
        .reverse()
        .map((row) => `${row}</row>`)
        .join(''),
    },
    { kind: 'either' },
  ),
  book(
    'the same cell twice',
    { sheetData: rowsXml(baseRows).replace('<c r="B3"', '<c r="B3"><v>1</v></c><c r="B3"') },
    { kind: 'either', tickets: [...base, ...secondTicket('1')] },
  ),
  book(
    '16,384 columns',
    () =>
      workbook({
        rows: [
          Array.from({ length: 16_384 }, (_, i) => (i < 4 ? header[i]! : `c${i}`)),
          ...baseRows.slice(1).map((row) => Array.from({ length: 16_384 }, (_, i) => (i < 4 ? row[i]! : i))),
        ],
      }),
    { kind: 'either' },
  ),
  book(
    '16,384 names and no more',
    () =>
      workbook({
        rows: [
          Array.from({ length: 16_384 }, (_, i) => (i < 4 ? header[i]! : letters(i))),
          ...baseRows.slice(1),
        ],
      }),
    { kind: 'either' },
  ),
  book(
    '100,000 empty rows',
    () =>
      workbook({
        sheetData:
          rowsXml(baseRows) + Array.from({ length: 100_000 }, (_, i) => `<row r="${i + 10}"/>`).join(''),
      }),
    loadsBase,
  ),
  book(
    'a text of 32,768 letters and more',
    { rows: second('x'.repeat(100_000)) },
    { kind: 'loads', read: 3 },
  ),
  book(
    'control characters escaped as excel does',
    { rows: second('a_x0001_b_x000D_') },
    { kind: 'loads', read: 3 },
  ),
  book(
    'a web page',
    () => utf8('<html><body><table><tr><td>Id</td></tr></table></body></html>'),
    fails('import.reader.html'),
  ),
  book(
    'a password',
    () => concat(latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), new Uint8Array(504), noise(2000)),
    fails('import.reader.xls'),
  ),
  book(
    'an old workbook under a new name',
    () => concat(latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), noise(8000)),
    fails('import.reader.xls'),
  ),
  book(
    'a document of a word processor',
    () =>
      zip(
        { name: '[Content_Types].xml', bytes: utf8('<Types/>') },
        { name: 'word/document.xml', bytes: utf8('<document/>') },
      ),
    { kind: 'either', tickets: [] },
    'tickets.xlsx',
  ),
  book(
    'an open document',
    () =>
      zip(
        { name: 'mimetype', bytes: utf8('application/vnd.oasis.opendocument.spreadsheet'), method: 0 },
        { name: 'content.xml', bytes: utf8('<x/>') },
      ),
    fails('import.reader.notYet', 'import.reader.ods'),
    'tickets.ods',
  ),
  book('a sheet bomb', () => bomb(), { kind: 'either', tickets: base }),
  book(
    'members packed in a way nobody knows',
    () => zip(...workbookMembers({}).map((member) => ({ ...member, method: 99 }))),
    { kind: 'either', tickets: [] },
  ),
  book(
    'members with wrong checksums',
    () => zip(...workbookMembers({}).map((member) => ({ ...member, crc: 1 }))),
    { kind: 'either' },
  ),
  book(
    'a hidden sheet only',
    {
      workbook:
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Tickets" sheetId="1" state="veryHidden" r:id="rId1"/></sheets></workbook>',
    },
    loadsBase,
  ),
  book(
    'a sheet with a name of sql',
    {
      workbook:
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="&quot;; drop table base.tickets; --" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    loadsBase,
  ),
  book(
    'two sheets with one name',
    {
      workbook:
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="A" sheetId="2" r:id="rId1"/></sheets></workbook>',
    },
    { kind: 'either' },
  ),
];

/** 20 MB of spaces in the sheet, of which the file shows 20 kB. */
function bomb() {
  const spaces = utf8(' '.repeat(20_000_000));
  const members = workbookMembers({}).map((member) =>
    member.name === 'xl/worksheets/sheet1.xml' ? { ...member, bytes: concat(member.bytes, spaces) } : member,
  );
  return zip(...members);
}
