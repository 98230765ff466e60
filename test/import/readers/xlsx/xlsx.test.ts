import { describe, expect, test } from 'vitest';
import { ImportError } from '#errors';
import { tell } from '#messages';
import { readFile } from '../../../../src/lib/import/readers/reader.ts';
import { useEngine } from '../native.ts';
import { inputFile, leftovers, outcome } from '../reading.ts';
import { workbookBytes, type Cell, type WorkbookFile } from './workbook-file.ts';

const engine = useEngine();
const fileOf = (workbook: WorkbookFile) => inputFile(workbookBytes(workbook), 'book.xlsx');
const read = (workbook: WorkbookFile, options = {}) => outcome(engine(), fileOf(workbook), options);

/** The texts of single cells, each under a word so that the table has a header. */
async function texts(cells: readonly Cell[], date1904 = false) {
  const { rows } = await read({
    sheets: { A: [['name', 'value'], ...cells.map((cell) => ['x', cell])] },
    date1904,
  });
  return rows.map((row) => row[2]);
}

describe('a cell of a workbook', () => {
  test('numbers are written shortest and in full, without a locale', async () => {
    expect(await texts([1, 1.5, 0.1, 1234567890123, 1e21, -0.25, 12])).toEqual([
      '1',
      '1.5',
      '0.1',
      '1234567890123',
      '1000000000000000000000',
      '-0.25',
      '12',
    ]);
  });

  test('texts are kept, truths are words, errors and nothing are NULL', async () => {
    const cells = ['0012', ' a\nb ', { inline: 'ção & "x"' }, true, false, { error: '#DIV/0!' }, null, 'N/A'];
    expect(await texts(cells)).toEqual(['0012', ' a\nb ', 'ção & "x"', 'TRUE', 'FALSE', null, null, 'N/A']);
  });

  test('dates are ISO, whatever format the sheet shows them in', async () => {
    const serial = 44227.38400462963;
    const formats = [
      'dd/mm/yyyy',
      'd-mmm-yy',
      '[$-416]dddd, d "de" mmmm "de" yyyy',
      'm/d/yy h:mm AM/PM',
      'hh:mm:ss',
    ];
    expect(await texts(formats.map((format) => ({ serial, format })))).toEqual(
      formats.map(() => '2021-01-31 09:12:58'),
    );
    expect(await texts([{ serial: 44227, format: 'yyyy-mm-dd' }])).toEqual(['2021-01-31 00:00:00']);
  });

  test('times of day and durations are hours, minutes and seconds, beyond a day too', async () => {
    expect(
      await texts([
        { serial: 0.384004629629629, format: 'h:mm:ss' },
        { serial: 143 / 86400, format: 'h:mm:ss' },
        { serial: 25.5 / 24, format: '[h]:mm:ss' },
        { serial: 61.25, format: '[h]:mm' },
        { serial: 0, format: 'h:mm:ss' },
        { serial: 1.5 / 86400, format: 'mm:ss.0' },
      ]),
    ).toEqual(['9:12:58', '0:02:23', '25:30:00', '1470:00:00', '0:00:00', '0:00:01.500']);
  });

  test('numbers in formats that are no dates stay numbers', async () => {
    const formats = ['0.00', '#,##0.00 "dias"', '"R$" #,##0.00', '[Red]-0.0%', '0.00E+00', '@'];
    expect(await texts(formats.map((format) => ({ serial: 44227.5, format })))).toEqual(
      formats.map(() => '44227.5'),
    );
  });

  test('workbooks that count from 1904', async () => {
    const cells = [
      { serial: 44227 - 1462, format: 'dd/mm/yyyy' },
      { serial: 1.25, format: '[h]:mm:ss' },
      { serial: 0.5, format: 'h:mm' },
    ];
    expect(await texts(cells, true)).toEqual(['2021-01-31 00:00:00', '30:00:00', '12:00:00']);
  });
});

describe('a sheet', () => {
  test('titles above the names, empty rows and columns, and errors are told', async () => {
    const found = await read({
      sheets: {
        Tickets: [
          [null, 'Monthly report', null, null],
          [],
          [null, 'ID', 'Status', 'Note'],
          [null, 1, 'open', null],
          [],
          [null, 2, { error: '#N/A' }, 'x'],
          [],
        ],
      },
    });
    expect(found).toEqual({
      names: ['ID', 'Status', 'Note'],
      rows: [
        [1, '1', 'open', null],
        [2, '2', null, 'x'],
      ],
      rejects: [],
      counts: { read: 2, rejected: 0 },
      written: { encoding: null, delimiter: null, quote: null, headerRow: 2 },
      around: { preamble: ['Monthly report'], footer: [] },
      notes: ['1 cell with an error, such as #N/A, is empty here.', '2 empty rows were left out.'],
    });
  });

  test('the visible one with the most rows is read, the first of equals; the others are listed', async () => {
    const two = [['a'], [1], [2]];
    const book = {
      sheets: { Notes: [['see below']], Raw: two, Copy: two, Old: [...two, [3], [4]] },
      hidden: ['Old'],
    };
    const [raw] = await readFile(engine(), fileOf(book));
    expect({ sheet: raw?.sheet, sheets: raw?.sheets, rows: raw?.rowsRead }).toEqual({
      sheet: 'Raw',
      sheets: [
        { name: 'Notes', isHidden: false, rows: 1 },
        { name: 'Raw', isHidden: false, rows: 3 },
        { name: 'Copy', isHidden: false, rows: 3 },
        { name: 'Old', isHidden: true, rows: 5 },
      ],
      rows: 2,
    });
    expect((await read(book, { sheet: 'Old' })).counts).toEqual({ read: 4, rejected: 0 });
  });

  test('values that stand beside the table are counted, not dropped in silence', async () => {
    const rows: Cell[][] = [['id', 'n'], ...Array.from({ length: 300 }, (_, index) => [index, 1])];
    rows[290] = [290, 1, 'stray'];
    const { names, counts, notes } = await read({ sheets: { A: rows } });
    expect({ names, counts, notes }).toEqual({
      names: ['id', 'n'],
      counts: { read: 300, rejected: 0 },
      notes: ['1 cell to the right of the table was left out.'],
    });
  });

  test('a sheet that is not there, an empty workbook and a damaged one say so', async () => {
    const failure = async (file: ReturnType<typeof inputFile>, options = {}) => {
      const error: unknown = await readFile(engine(), file, options).catch((thrown: unknown) => thrown);
      return error instanceof ImportError ? tell('en', error.text) : error;
    };
    const book = fileOf({ sheets: { A: [['x'], [1]] } });
    expect(await failure(book, { sheet: 'B' })).toBe('book.xlsx has no sheet called “B”.');
    expect(await failure(fileOf({ sheets: { A: [] } }))).toBe('book.xlsx is empty.');
    const bytes = workbookBytes({ sheets: { A: [['x'], [1]] } });
    bytes.fill(0, 40, 600);
    expect(await failure(inputFile(bytes, 'book.xlsx'))).toBe(
      'book.xlsx is a damaged workbook. Open it in a spreadsheet, save it again and try once more.',
    );
  });

  test('many rows come in order, tell how far they are, and leave nothing behind when cancelled', async () => {
    const count = 30_000;
    const rows: Cell[][] = [['id', 'word'], ...Array.from({ length: count }, (_, index) => [index + 1, 'x'])];
    const book = fileOf({ sheets: { A: rows } });
    const told: number[] = [];
    const [raw] = await readFile(engine(), book, { onProgress: (fraction) => told.push(fraction) });
    const checked = await engine().query(
      `select count(*), count(*) filter (source_row <> id::bigint) from ${raw?.relation}`,
    );
    expect({ found: checked.columns.map((column) => Number(column.at(0))), last: told.at(-1) }).toEqual({
      found: [count, 0],
      last: 1,
    });

    const before = await leftovers(engine());
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    await expect(readFile(engine(), book, { signal: controller.signal, onProgress })).rejects.toThrow();
    expect(await leftovers(engine())).toEqual(before);
  });
});
