import { describe, expect, test } from 'vitest';
import { AppError } from '#errors';
import { notesOf, tableSheet, textCell, toCell, type Sheet } from '#export/xlsx';
import { tell } from '#messages';
import { tableFrom, type Table } from '#table';
import { useEngine } from '../../import/readers/native.ts';
import { readBack } from './read-back.ts';
import { cellsOf, written } from './written.ts';

const engine = useEngine();
const day = 86_400_000_000n;

/** One row of every kind and one of nothing. 2026-01-01 is day 20,454 since 1970. */
const tickets = tableFrom([
  { name: 'ticket', type: 'VARCHAR', values: ['=HYPERLINK("x")', null] },
  { name: 'rows', type: 'BIGINT', values: [12n, null] },
  { name: 'order id', type: 'BIGINT', values: [9_007_199_254_740_993n, null] },
  { name: 'csat', type: 'DOUBLE', values: [0.8512, null] },
  { name: 'wait_seconds', type: 'INTEGER', values: [129_600, null] },
  { name: 'amount', type: 'DECIMAL(10,2)', values: ['19.90', null] },
  { name: 'created', type: 'TIMESTAMP', values: [20_454n * day + (day * 3n) / 4n, null] },
  { name: 'day', type: 'DATE', values: [20_454, null] },
  { name: 'open', type: 'BOOLEAN', values: [true, null] },
]);

function sheetOf(table: Table, name = 'Tickets', pages: Iterable<Table> = [table]): Sheet {
  return tableSheet({
    name,
    columns: table.columns,
    units: { csat: 'percent', wait_seconds: 'duration' },
    pages,
  });
}

describe('a workbook', () => {
  test('is read back by our own reader as what went in', async () => {
    const people = tableFrom([
      { name: 'name', type: 'VARCHAR', values: ['ção & "x" <b>', ' two\nlines ', '+55 11'] },
      { name: 'n', type: 'INTEGER', values: [1, 2, 3] },
    ]);
    const { bytes } = await written([sheetOf(tickets), sheetOf(people, 'People')]);
    expect(await readBack(engine(), bytes, ['Tickets', 'People'])).toEqual({
      Tickets: [
        ['ticket', 'rows', 'order id', 'csat', 'wait_seconds', 'amount', 'created', 'day', 'open'],
        [
          '=HYPERLINK("x")',
          '12',
          '9007199254740993',
          '0.8512',
          '36:00:00',
          '19.9',
          '2026-01-01 18:00:00',
          '2026-01-01 00:00:00',
          'TRUE',
        ],
      ],
      People: [
        ['name', 'n'],
        ['ção & "x" <b>', '1'],
        [' two\nlines ', '2'],
        ['+55 11', '3'],
      ],
    });
  });

  test('holds each cell in its own type and format, and no formula anywhere', async () => {
    const { part } = await written([sheetOf(tickets)]);
    const sheet = part('xl/worksheets/sheet1.xml');
    const cells = cellsOf(sheet);
    expect(cells.map(([place, , inside]) => [place, inside])).toEqual([
      ['A2', '<is><t xml:space="preserve">=HYPERLINK(&quot;x&quot;)</t></is>'],
      ['B2', '<v>12</v>'],
      ['C2', '<is><t xml:space="preserve">9007199254740993</t></is>'],
      ['D2', '<v>0.8512</v>'],
      ['E2', '<v>1.5</v>'],
      ['F2', '<v>19.90</v>'],
      ['G2', '<v>46023.75</v>'],
      ['H2', '<v>46023</v>'],
      ['I2', '<v>1</v>'],
    ]);
    expect(cells.map(([, look]) => formatOf(part('xl/styles.xml'), look ?? ''))).toEqual([
      'quotePrefix',
      '0',
      'quotePrefix',
      '0.00%',
      '[h]:mm:ss;-[h]:mm:ss',
      '0.00',
      'yyyy-mm-dd hh:mm:ss',
      'yyyy-mm-dd',
      'General',
    ]);
    expect(sheet).not.toContain('<f');
    expect(sheet).toContain('<row r="3"></row>');
  });

  test('has a frozen bold header under a filter over all rows, in columns that are wide enough', async () => {
    const names = tableFrom([
      { name: '=cmd', type: 'VARCHAR', values: ['a'.repeat(20)] },
      { name: 'text', type: 'VARCHAR', values: ['b'.repeat(500)] },
    ]);
    const { part } = await written([sheetOf(names, "Ana's")]);
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain(
      '<cols><col min="1" max="1" width="22" customWidth="1"/><col min="2" max="2" width="60" customWidth="1"/></cols>',
    );
    expect(sheet).toContain('<c r="A1" s="2" t="inlineStr"><is><t xml:space="preserve">=cmd</t></is></c>');
    expect(sheet).toContain('</sheetData><autoFilter ref="A1:B2"/><pageSetup ');
    expect(formatOf(part('xl/styles.xml'), 's="2"')).toBe('quotePrefix');
    expect(part('xl/workbook.xml')).toContain("'Ana''s'!$A$1:$B$2</definedName>");
  });

  test('is printed across A4, as wide as a page, its header on each; what is wider goes on beside it', async () => {
    const { part } = await written([sheetOf(tickets, "Ana's")]);
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
    );
    expect(part('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Ana''s'!$1:$1</definedName>`,
    );
    // Four columns of 60 characters: more than the 210 of a page.
    const long = Array.from({ length: 4 }, (_, index) => ({
      name: `c${index}`,
      type: 'VARCHAR',
      values: ['x'.repeat(99)],
    }));
    const wide = await written([sheetOf(tableFrom(long))]);
    expect(wide.part('xl/worksheets/sheet1.xml')).toContain(' fitToWidth="2" ');
  });

  test('shows dates as the reader’s language does', async () => {
    const { part } = await written([sheetOf(tickets)], { locale: 'pt-BR' });
    const looks = cellsOf(part('xl/worksheets/sheet1.xml')).map(([, look]) => look ?? '');
    expect([looks[6], looks[7]].map((look) => formatOf(part('xl/styles.xml'), look ?? ''))).toEqual([
      'dd/mm/yyyy hh:mm:ss',
      'dd/mm/yyyy',
    ]);
  });

  test('holds characters that XML has no place for', async () => {
    const odd = tableFrom([
      { name: 'odd', type: 'VARCHAR', values: ['a\u0007b', 'c\r\nd', '_x0041_', '\ud800'] },
    ]);
    const { part } = await written([sheetOf(odd)]);
    const texts = cellsOf(part('xl/worksheets/sheet1.xml')).map(([, , inside]) => inside);
    expect(texts.map((text) => text?.replace(/^<is><t xml:space="preserve">|<\/t><\/is>$/g, ''))).toEqual([
      'a_x0007_b',
      'c_x000D_\nd',
      '_x005F_x0041_',
      '\ufffd',
    ]);
  });

  test('goes on in another sheet where one is full, with its header, and says so', async () => {
    const five = tableFrom([{ name: 'n', type: 'INTEGER', values: [1, 2, 3, 4, 5] }]);
    const more = tableFrom([{ name: 'n', type: 'INTEGER', values: [6] }]);
    const file = await written([sheetOf(five, 'N', [five, more]), sheetOf(more, 'N (2)')], {
      rowsPerSheet: 2,
    });
    expect(file.written.sheets).toEqual([['N', 'N (2)', 'N (3)'], ['N (2) (2)']]);
    expect(await readBack(engine(), file.bytes, ['N', 'N (2)', 'N (3)', 'N (2) (2)'])).toEqual({
      N: [['n'], ['1'], ['2']],
      'N (2)': [['n'], ['3'], ['4']],
      'N (3)': [['n'], ['5'], ['6']],
      'N (2) (2)': [['n'], ['6']],
    });
    expect(file.part('xl/worksheets/sheet3.xml')).toContain('<autoFilter ref="A1:A3"/>');
    expect(notesOf(file.written).map((note) => tell('en', note))).toEqual([
      '“N” goes on over 3 sheets: one holds at most 2 rows.',
    ]);
  });

  test('a result without rows is a sheet with its header', async () => {
    const none = tableFrom([{ name: 'n', type: 'INTEGER', values: [] }]);
    const { part, written: done } = await written([sheetOf(none, 'None', [])]);
    expect(part('xl/worksheets/sheet1.xml')).toContain('</row></sheetData><autoFilter ref="A1:A1"/>');
    expect({ sheets: done.sheets, notes: notesOf(done) }).toEqual({ sheets: [['None']], notes: [] });
  });

  test('tells how many texts were cut', async () => {
    const long = tableFrom([
      { name: 'text', type: 'VARCHAR', values: ['x'.repeat(40_000), 'y'.repeat(32_767)] },
    ]);
    const { written: done } = await written([sheetOf(long)]);
    expect(notesOf(done).map((note) => tell('en', note))).toEqual([
      '1 text was cut: a cell of Excel holds at most 32,767 characters.',
    ]);
  });

  test('more columns than a sheet has are refused', async () => {
    const header = Array.from({ length: 16_385 }, (_, i) => `c${i}`);
    const refused = written([{ name: 'Wide', header, pages: [] }]).catch((error: unknown) => error);
    expect(await refused).toEqual(
      new AppError('export.xlsx.columns', { name: 'Wide', columns: 16_385, most: 16_384 }),
    );
  });

  test('the same rows give the same bytes', async () => {
    const [one, other] = [await written([sheetOf(tickets)]), await written([sheetOf(tickets)])];
    expect(one.bytes).toEqual(other.bytes);
  });

  test('rows of one column may measure different things', async () => {
    const float = { kind: 'float', type: 'DOUBLE' } as const;
    const rows = [
      [textCell('CSAT'), toCell(0.5, float, 'percent')],
      [textCell('Wait'), toCell(43_200, float, 'duration')],
    ];
    const { bytes } = await written([{ name: 'Summary', header: ['KPI', 'Value'], pages: [rows] }]);
    expect(await readBack(engine(), bytes, ['Summary'])).toEqual({
      Summary: [
        ['KPI', 'Value'],
        ['CSAT', '0.5'],
        ['Wait', '12:00:00'],
      ],
    });
  });
});

/** The format that a cell's `s` points at, through the styles as the file has them. */
function formatOf(styles: string, look: string): string {
  const place = Number(/s="(\d+)"/.exec(look)?.[1] ?? 0);
  const [, looks = ''] = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles) ?? [];
  const chosen = [...looks.matchAll(/<xf [^>]*>/g)][place]?.[0] ?? '';
  if (chosen.includes('quotePrefix')) return 'quotePrefix';
  const id = /numFmtId="(\d+)"/.exec(chosen)?.[1];
  return new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1] ?? 'General';
}
