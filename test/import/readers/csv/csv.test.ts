import { describe, expect, test } from 'vitest';
import { readFile } from '../../../../src/lib/import/readers/reader.ts';
import { useEngine } from '../native.ts';
import { inputFile, leftovers, outcome } from '../reading.ts';

const engine = useEngine();
const read = (content: BlobPart, options = {}) => outcome(engine(), inputFile(content), options);
const utf8 = { encoding: 'utf-8', delimiter: ',', quote: '"', headerRow: 1 };

/** Windows-1252 by hand: the euro sign and curly quotes are the bytes that ISO 8859-1 lacks. */
function windows1252(text: string): Uint8Array<ArrayBuffer> {
  const special = new Map([
    ['€', 0x80],
    ['“', 0x93],
    ['”', 0x94],
    ['…', 0x85],
  ]);
  return Uint8Array.from(text, (letter) => special.get(letter) ?? letter.charCodeAt(0));
}

function utf16(text: string, isBig: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  [...`\ufeff${text}`].forEach((letter, index) => view.setUint16(2 * index, letter.charCodeAt(0), !isBig));
  return bytes;
}

describe('a delimited file', () => {
  test('comes out as text, in order, with its row numbers', async () => {
    expect(await read('id,name,note\n0012,Ana,\n1.03006E+13,"Rui, Jr.",N/A\n')).toEqual({
      names: ['id', 'name', 'note'],
      rows: [
        [1, '0012', 'Ana', null],
        [2, '1.03006E+13', 'Rui, Jr.', 'N/A'],
      ],
      rejects: [],
      counts: { read: 2, rejected: 0 },
      written: utf8,
      around: { preamble: [], footer: [] },
      notes: [],
    });
  });

  test('keeps the words that others take for NULL, and spaces', async () => {
    const { rows } = await read('a,b,c,d,e\nx,-,N/A,?,null\ny,\\N, ,NULL," z "\n');
    expect(rows).toEqual([
      [1, 'x', '-', 'N/A', '?', 'null'],
      [2, 'y', '\\N', ' ', 'NULL', ' z '],
    ]);
  });

  test('keeps line breaks inside quotes, whatever the file ends its own lines with', async () => {
    const { rows } = await read('id,text,n\r\n1,"a\nb",2\r\n2,"c\r\nd ""e""",3\n3,"f\rg",4\n');
    expect(rows).toEqual([
      [1, '1', 'a\nb', '2'],
      [2, '2', 'c\r\nd "e"', '3'],
      [3, '3', 'f\rg', '4'],
    ]);
  });

  test('may be called anything and end its lines in CR', async () => {
    expect((await outcome(engine(), inputFile('a\tb\r1\t2\r3\t4\r', 'export.xlsx'))).rows).toEqual([
      [1, '1', '2'],
      [2, '3', '4'],
    ]);
  });

  test('lines that end in a delimiter keep their header', async () => {
    const { names, rows, written } = await read('id;nota;\n1;5;\n2;4;\n');
    expect({ names, rows, headerRow: written.headerRow }).toEqual({
      names: ['id', 'nota'],
      rows: [
        [1, '1', '5'],
        [2, '2', '4'],
      ],
      headerRow: 1,
    });
  });

  test('one column and empty lines', async () => {
    expect((await read('ticket\n1\n\n2\n"x""y"\n\n')).rows).toEqual([
      [1, '1'],
      [2, '2'],
      [3, 'x"y'],
    ]);
  });

  test('with a header alone has columns and no rows', async () => {
    const { names, rows, counts } = await read('id,name\n');
    expect({ names, rows, counts }).toEqual({
      names: ['id', 'name'],
      rows: [],
      counts: { read: 0, rejected: 0 },
    });
  });

  test('a record longer than the engine expects', async () => {
    const long = 'x'.repeat(3_000_000);
    const { rows } = await read(`id,text\n1,"${long}"\n2,b\n`);
    expect(rows.map((row) => String(row[2]).length)).toEqual([3_000_000, 1]);
  });
});

describe('the encoding', () => {
  const rows = [[1, '1', 'Atenção: “não” … 5 €']];
  const content = 'id;descrição\r\n1;Atenção: “não” … 5 €\r\n';

  test.each([
    ['UTF-8', content, 'utf-8'],
    ['UTF-8 with its mark', `\ufeff${content}`, 'utf-8'],
    ['Windows-1252', windows1252(content), 'windows-1252'],
    ['UTF-16 little end first', utf16(content, false), 'utf-16le'],
    ['UTF-16 big end first', utf16(content, true), 'utf-16be'],
  ])('%s', async (_name, bytes, encoding) => {
    const found = await read(bytes);
    expect({ names: found.names, rows: found.rows, written: found.written }).toEqual({
      names: ['id', 'descrição'],
      rows,
      written: { encoding, delimiter: ';', quote: '"', headerRow: 1 },
    });
  });

  test('is judged by the whole file, not its beginning', async () => {
    const plain = 'id,text\n' + '1,plain\n'.repeat(700_000);
    const bytes = new Blob([plain, windows1252('2,não\n')]);
    const [raw] = await readFile(engine(), { name: 'late.csv', size: bytes.size, blob: bytes });
    const last = await engine().query(`select text from ${raw?.relation} order by source_row desc limit 1`);
    expect([raw?.decisions.encoding, last.columns[0]?.at(0)]).toEqual(['windows-1252', 'não']);
  });

  test('UTF-8 with a damaged character stays UTF-8', async () => {
    const { rows, notes, written } = await read(
      new Blob(['a,b\nção,é\nção,é\n', Uint8Array.of(0xc3), ',x\n']),
    );
    expect({ rows, notes, encoding: written.encoding }).toEqual({
      rows: [
        [1, 'ção', 'é'],
        [2, 'ção', 'é'],
        [3, '\ufffd', 'x'],
      ],
      notes: ['1 character could not be read and shows as �.'],
      encoding: 'utf-8',
    });
  });
});

describe('what stands around the rows', () => {
  test('a period line above and one below', async () => {
    const { names, rows, around, written, counts } = await read(
      'Reporting period 2024-01-01 to 2024-01-31\n\nAgent,Count,Time\nAna,3,2 hours\nRui,4,N/A\n\nReporting period 2024\n',
    );
    expect({ names, rows, around, headerRow: written.headerRow, counts }).toEqual({
      names: ['Agent', 'Count', 'Time'],
      rows: [
        [1, 'Ana', '3', '2 hours'],
        [2, 'Rui', '4', 'N/A'],
      ],
      around: {
        preamble: ['Reporting period 2024-01-01 to 2024-01-31'],
        footer: ['Reporting period 2024'],
      },
      headerRow: 2,
      counts: { read: 2, rejected: 0 },
    });
  });

  test('names that repeat, are missing or are taken become unique; the written ones are kept', async () => {
    const [raw] = await readFile(
      engine(),
      inputFile('Id,ID,,Source_row,Id,rowid\n1,a,x,2,y,7\n2,b,z,3,w,8\n'),
    );
    expect(raw?.columns.map(({ name, header }) => [name, header])).toEqual([
      ['Id', 'Id'],
      ['ID_2', 'ID'],
      ['C', ''],
      ['Source_row_2', 'Source_row'],
      ['Id_3', 'Id'],
      ['rowid_2', 'rowid'],
    ]);
    const numbers = await engine().query(`select list(source_row order by rowid_2) from ${raw?.relation}`);
    expect(numbers.columns[0]?.at(0)).toEqual([1n, 2n]);
  });

  test('no names: columns go by letter, and it is said', async () => {
    const { names, rows, notes, written } = await read('1,Ana,2025-01-02\n2,Rui,2025-01-03\n');
    expect({ names, count: rows.length, notes, headerRow: written.headerRow }).toEqual({
      names: ['A', 'B', 'C'],
      count: 2,
      notes: ['No row of column names was found: columns are named by letter.'],
      headerRow: null,
    });
  });

  test('empty rows are no rows', async () => {
    const { rows, notes, counts } = await read('a,b\n1,2\n,\n3,4\n , \n,\n');
    expect({ rows, notes, counts }).toEqual({
      rows: [
        [1, '1', '2'],
        [2, '3', '4'],
      ],
      notes: ['3 empty rows were left out.'],
      counts: { read: 2, rejected: 0 },
    });
  });

  test('rows wider than the header keep their cells in columns named by letter', async () => {
    const { names, rows, notes } = await read('a,b,c\nx,1,2,3,4\ny,5,6,7,\n');
    expect({ names, rows, notes }).toEqual({
      names: ['a', 'b', 'c', 'D', 'E'],
      rows: [
        [1, 'x', '1', '2', '3', '4'],
        [2, 'y', '5', '6', '7', null],
      ],
      notes: ['Rows have 5 cells where the header has 3: the columns without a name go by their letter.'],
    });
  });

  test('what is given is not guessed', async () => {
    const { names, rows } = await read("a;b,c\n1;'2,3'\n", {
      dialect: { delimiter: ',', quote: '', headerRow: null },
    });
    expect({ names, rows }).toEqual({
      names: ['A', 'B'],
      rows: [
        [1, 'a;b', 'c'],
        [2, "1;'2", "3'"],
      ],
    });
  });
});

describe('rows that cannot be read', () => {
  test('are kept with their number, text and reason, past records of several lines', async () => {
    const found = await read('a,b,c\n1,"x\ny",3\n4,5\n7,"8\n\n8",9\n1,2,3,4\n5,"6"6,7\n8,9,10\n');
    expect({ rows: found.rows, rejects: found.rejects, counts: found.counts }).toEqual({
      rows: [
        [1, '1', 'x\ny', '3'],
        [3, '7', '8\n\n8', '9'],
        [6, '8', '9', '10'],
      ],
      rejects: [
        [2, '4,5', '2 cells where the header has 3'],
        [4, '1,2,3,4', '4 cells where the header has 3'],
        [5, '5,"6"6,7', 'A quotation mark is not closed, or is followed by more text'],
      ],
      counts: { read: 6, rejected: 3 },
    });
  });

  test('in Windows-1252 are decoded too', async () => {
    const { rows, rejects } = await read(windows1252('a;b;c\n1;é “x”;3\nção;2\n4;5;6\n'));
    expect({ rows, rejects }).toEqual({
      rows: [
        [1, '1', 'é “x”', '3'],
        [3, '4', '5', '6'],
      ],
      rejects: [[2, 'ção;2', '2 cells where the header has 3']],
    });
  });

  test('a quote that is never closed costs one line', async () => {
    const { rows, rejects } = await read('a,b\n1,"x\n2,"y"\n3,z\n4,"w"\n');
    expect({ rows, rejects }).toEqual({
      rows: [
        [2, '2', 'y'],
        [3, '3', 'z'],
        [4, '4', 'w'],
      ],
      rejects: [[1, '1,"x', 'A quotation mark is not closed, or is followed by more text']],
    });
  });

  test('a row one column off in the middle is told by what its cells look like', async () => {
    const row = (id: number) => `${id},Mail,2025-01-0${id} 10:00,${id}5,Good,Claims\n`;
    const content =
      'id,via,created,minutes,rating,tag\n' +
      [1, 2, 3, 4, 5, 6, 7].map(row).join('') +
      '8,Internal,Note,2025-01-08 10:00,85,Good-\n9,Mail\n';
    const { rejects, rows } = await read(content);
    expect({ rejects, loaded: rows.length }).toEqual({
      rejects: [
        [
          8,
          '8,Internal,Note,2025-01-08 10:00,85,Good-',
          '3 values stand in columns of another kind: the row is one column off',
        ],
        [9, '9,Mail', '2 cells where the header has 6'],
      ],
      loaded: 7,
    });
  });
});

describe('rows that end early', () => {
  const full = '1,Ana,5,,\n'.repeat(30) + '1,Ana,5,x,y\n';

  test('are filled up where other rows are empty too and end at the same cell', async () => {
    const { rows, rejects, notes } = await read(`id,name,n,note,tag\n${full}2,Rui,4\n3,Eva,3,\n`);
    expect({ last: rows.slice(-2), rejects, notes }).toEqual({
      last: [
        [32, '2', 'Rui', '4', null, null],
        [33, '3', 'Eva', '3', null, null],
      ],
      rejects: [],
      notes: ['2 rows ended early, where other rows are empty as well; the cells they lack are empty here.'],
    });
  });

  test('are rejected where a cell may have been lost before the end', async () => {
    const { rejects } = await read(`id,name,n,note,tag\n${full}2,4,,\n`);
    expect(rejects).toEqual([[32, '2,4,,', '4 cells where the header has 5']]);
  });

  test('are rejected where the cells they lack are filled in other rows', async () => {
    const { rejects } = await read(`id,name,n\n${'1,Ana,5\n'.repeat(30)}2,Rui\n`);
    expect(rejects).toEqual([[31, '2,Rui', '2 cells where the header has 3']]);
  });

  test('are filled up or rejected as asked', async () => {
    const content = `id,name,n\n${'1,Ana,5\n'.repeat(3)}2,Rui\n`;
    expect((await read(content, { shortRows: 'pad' })).rows.at(-1)).toEqual([4, '2', 'Rui', null]);
    expect((await read(`id,name,n,note,tag\n${full}2,Rui,4\n`, { shortRows: 'reject' })).counts).toEqual({
      read: 32,
      rejected: 1,
    });
  });

  test('all of them alike lack the last columns of the header', async () => {
    const { names, rows, rejects } = await read('a,b,c\nx,1\ny,2\nz,3\n');
    expect({ names, rows, rejects }).toEqual({
      names: ['a', 'b', 'c'],
      rows: [
        [1, 'x', '1', null],
        [2, 'y', '2', null],
        [3, 'z', '3', null],
      ],
      rejects: [],
    });
  });

  test('one empty cell too many at the end is dropped where rows are otherwise full', async () => {
    const { rows, rejects } = await read(`a,b\n${'1,2\n'.repeat(5)}3,4,\n3,,4\n`);
    expect({ last: rows.at(-1), rejects }).toEqual({
      last: [6, '3', '4'],
      rejects: [[7, '3,,4', '3 cells where the header has 2']],
    });
  });
});

describe('a large file', () => {
  const lines = 300_000;
  const body = Array.from({ length: lines }, (_, index) =>
    index % 1000 === 7 ? `${index + 1},broken` : `${index + 1},"text\nwith ${index}",x`,
  );
  const blob = new Blob([`id,text,c\n${body.join('\n')}\n`]);
  const file = { name: 'large.csv', size: blob.size, blob };

  test('keeps its order and its row numbers, and tells how far it is', async () => {
    const told: number[] = [];
    const [raw] = await readFile(engine(), file, { onProgress: (fraction) => told.push(fraction) });
    const checked = await engine().query(
      `select count(*), count(*) filter (source_row <> id::bigint) from ${raw?.relation}`,
    );
    expect({
      counts: [raw?.rowsRead, raw?.rejected],
      loaded: checked.columns.map((column) => Number(column.at(0))),
      told: told.every((fraction, index) => fraction >= (told[index - 1] ?? 0)) && told.at(-1) === 1,
    }).toEqual({ counts: [lines, 300], loaded: [lines - 300, 0], told: true });
  });

  test('leaves nothing behind when it is cancelled', async () => {
    const before = await leftovers(engine());
    const cancelAt = async (share: number) => {
      const controller = new AbortController();
      const onProgress = (fraction: number) => fraction >= share && controller.abort();
      await expect(readFile(engine(), file, { signal: controller.signal, onProgress })).rejects.toThrow();
    };
    await cancelAt(0);
    await cancelAt(0.3);
    expect(await leftovers(engine())).toEqual(before);
  });
});

test('a file with as many bad rows as good ones is accounted for, and soon', async () => {
  const content = `a;b;c\n${'1;2;3\n1;é\n'.repeat(50_000)}`;
  const [raw] = await readFile(engine(), inputFile(content));
  const told = await engine().query(
    `select count(*), min(source_row), max(source_row), any_value(raw), count(distinct reason) from ${raw?.rejects}`,
  );
  expect([raw?.rowsRead, raw?.rejected, ...told.columns.map((column) => column.at(0))]).toEqual([
    100_000,
    50_000,
    50_000n,
    2n,
    100_000n,
    '1;é',
    1n,
  ]);
});
