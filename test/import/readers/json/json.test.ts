import { describe, expect, test } from 'vitest';
import { mostColumns } from '../../../../src/lib/import/readers/growing-table.ts';
import { useEngine } from '../native.ts';
import { failureOf, inputFile, leftovers, tablesOf } from '../reading.ts';

const engine = useEngine();

async function read(content: BlobPart) {
  return tablesOf(engine(), inputFile(content, 'export.json'));
}

/** Sheet, names and rows. */
async function grids(content: BlobPart) {
  return (await read(content)).map(({ sheet, names, rows }) => [sheet, names, ...rows]);
}

describe('where the rows are', () => {
  test('a list of objects is a table', async () => {
    expect(await grids('[{"id": 1, "a": "x"}, {"a": "y", "id": 2}]')).toEqual([
      [null, ['id', 'a'], ['1', 'x'], ['2', 'y']],
    ]);
  });

  test('each list of objects in an envelope is a table of its name', async () => {
    const content = `{"count": 2, "next_page": null, "meta": {"tickets": [{"id": 9}]},
      "tickets": [{"id": 1}, {"id": 2}], "users": [{"id": 7, "name": "Ana"}], "end_of_stream": true}`;
    expect(await grids(content)).toEqual([
      ['tickets', ['id'], ['1'], ['2']],
      ['users', ['id', 'name'], ['7', 'Ana']],
    ]);
  });

  test('an envelope inside another one', async () => {
    expect(await grids('{"data": {"meta": {"all_count": 1}, "payload": [{"id": 5}]}}')).toEqual([
      ['payload', ['id'], ['5']],
    ]);
  });

  test('a lone object is one row, and an object with one name is what it names', async () => {
    expect(await grids('{"id": 3, "tags": ["a", "b"], "notes": [{"id": 1}]}')).toEqual([
      [null, ['id', 'tags'], ['3', '["a","b"]']],
      ['notes', ['../id', 'id'], ['3', '1']],
    ]);
    expect(await grids('{"ticket": {"id": 3}}')).toEqual([[null, ['id'], ['3']]]);
    expect(await grids('[{"helpdesk_ticket": {"id": 3}}, {"helpdesk_ticket": {"id": 4}}]')).toEqual([
      [null, ['id'], ['3'], ['4']],
    ]);
  });

  test('NDJSON is a row a line, with or without a mark, whatever the line ends', async () => {
    const expected = [[null, ['id', 'a'], ['1', 'x'], ['2', null], ['3', null]]];
    expect(await grids('{"id":1,"a":"x"}\n{"id":2}\n{"id":3}')).toEqual(expected);
    expect(await grids('\ufeff{"id":1,"a":"x"}\r\n\r\n{"id":2}\r\n{"id":3}\r\n')).toEqual(expected);
  });

  test('a line of NDJSON may be a page of rows', async () => {
    const pages = [
      '{"tickets":[{"id":1},{"id":2}],"users":[],"next_page":"x","count":2}',
      '{"tickets":[{"id":3,"a":true}],"users":[{"id":8}],"next_page":null,"count":1}',
    ];
    expect(await grids(pages.join('\n'))).toEqual([
      ['tickets', ['id', 'a'], ['1', null], ['2', null], ['3', 'true']],
      ['users', ['id'], ['8']],
    ]);
    expect(await grids('[{"id":1},{"id":2}]\n[{"id":3}]\n')).toEqual([[null, ['id'], ['1'], ['2'], ['3']]]);
  });

  test('objects over several lines, one after the other', async () => {
    expect(await grids('{\n "id": 1\n}\n{\n "id": 2\n},\n{"id": 3}')).toEqual([
      [null, ['id'], ['1'], ['2'], ['3']],
    ]);
  });

  test('rows that are lists or scalars', async () => {
    expect(await grids('[[1, "x"], [2, {"a": 1}]]')).toEqual([
      [null, ['A', 'B'], ['1', 'x'], ['2', '{"a":1}']],
    ]);
    expect(await grids('[1, "x", null]')).toEqual([[null, ['value'], ['1'], ['x'], [null]]]);
  });
});

describe('how rows are flattened', () => {
  test('objects become columns with dots; the names in other rows come later', async () => {
    const content =
      '[{"via": {"channel": "web", "source": {"rel": null}}}, {"via": {"source": {"rel": "x"}}, "z": 1}]';
    expect(await grids(content)).toEqual([
      [null, ['via.channel', 'via.source.rel', 'z'], ['web', null, null], [null, 'x', '1']],
    ]);
  });

  test('numbers keep their digits, in cells and in lists', async () => {
    const content =
      '[{"id": 12345678901234567890, "n": 12.50, "e": 1e5, "z": -0, "f": 0.1, "t": "12.50", "l": [1.0, "1.0", 90071992547409931]}]';
    expect(await grids(content)).toEqual([
      [
        null,
        ['id', 'n', 'e', 'z', 'f', 't', 'l'],
        ['12345678901234567890', '12.50', '1e5', '-0', '0.1', '12.50', '[1.0,"1.0",90071992547409931]'],
      ],
    ]);
  });

  test('null, an empty text, list or object is an empty cell; a column is there all the same', async () => {
    expect(await grids('[{"a": null, "b": "", "c": [], "d": {}, "e": false}]')).toEqual([
      [null, ['b', 'e', 'a', 'c', 'd'], [null, 'false', null, null, null]],
    ]);
  });

  test('of a name that comes twice the last value counts', async () => {
    expect(await grids('[{"a": 1, "a": 2}]')).toEqual([[null, ['a'], ['2']]]);
  });

  test('names that differ by case alone, or by where they come from, are two columns', async () => {
    expect(await grids('[{"Id": 1, "id": 2, "a.b": 3, "a": {"b": 4}, "": 5, "__proto__": 6}]')).toEqual([
      [null, ['Id', 'id_2', 'a.b', 'a.b_2', 'E', '__proto___2'], ['1', '2', '3', '4', '5', '6']],
    ]);
  });

  test('named values become columns, under the name that says most', async () => {
    const content = `[{"fields": [{"id": 360001, "value": "x"}, {"id": 360002, "value": null}],
      "meta": [{"id": 1, "key": "_cpf", "value": "1"}, {"id": 2, "key": "_cpf", "value": "2"}]},
      {"fields": [{"id": 360002, "value": ["a", 1]}], "meta": []}]`;
    expect(await grids(content)).toEqual([
      [
        null,
        ['fields[360001]', 'fields[360002]', 'meta[_cpf]'],
        ['x', null, '1, 2'],
        [null, '["a",1]', null],
      ],
    ]);
  });

  test('other lists of objects are tables with what tells their row from others', async () => {
    const content = `{"tickets": [
      {"id": 1, "created_at": "2024-01-01T00:00:00Z", "subject": "no", "via": {"channel": "web"},
       "comments": [{"id": 10, "type": "Comment", "files": [{"id": 100}]}, {"id": 11}]},
      {"comments": [], "id": 2},
      {"comments": [{"id": 12, "files": [{"id": 101}]}], "id": 3}]}`;
    expect(await grids(content)).toEqual([
      [
        'tickets',
        ['id', 'created_at', 'subject', 'via.channel'],
        ['1', '2024-01-01T00:00:00Z', 'no', 'web'],
        ['2', null, null, null],
        ['3', null, null, null],
      ],
      [
        'tickets.comments',
        ['../id', '../created_at', '../via.channel', 'id', 'type'],
        ['1', '2024-01-01T00:00:00Z', 'web', '10', 'Comment'],
        ['1', '2024-01-01T00:00:00Z', 'web', '11', null],
        ['3', null, null, '12', null],
      ],
      [
        'tickets.comments.files',
        ['../../id', '../../created_at', '../../via.channel', '../id', '../type', 'id'],
        ['1', '2024-01-01T00:00:00Z', 'web', '10', 'Comment', '100'],
        ['3', null, null, '12', null, '101'],
      ],
    ]);
  });

  test('a scalar where others are lists or objects, and the other way round', async () => {
    const content = '[{"a": "x", "b": [1]}, {"a": {"y": 1.50}, "b": [{"c": 1}, 2]}, {"a": [], "b": "z"}]';
    expect(await grids(content)).toEqual([
      [null, ['a', 'b'], ['x', '[1]'], ['{"y":1.50}', '[{"c":1},2]'], [null, 'z']],
    ]);
  });

  test('half characters are replaced, and NUL stays', async () => {
    const [table] = await read(String.raw`[{"a": "x\ud800y", "b": "\u0000z", "c\udc00": "😀"}]`);
    expect(table?.names).toEqual(['a', 'b', 'c\ufffd']);
    expect(table?.rows).toEqual([['x\ufffdy', '\u0000z', '😀']]);
  });

  test('what Python writes for unknown numbers is an empty cell, and bare line ends in texts are kept', async () => {
    expect(await grids('[{"a": NaN, "b": -Infinity, "c": "NaN\n-Infinity", "d": 1.0}]')).toEqual([
      [null, ['c', 'd', 'a', 'b'], ['NaN\n-Infinity', '1.0', null, null]],
    ]);
  });
});

describe('damaged files', () => {
  test('a broken line of NDJSON is rejected, the others are kept', async () => {
    const [table] = await read('{"id":1}\n{"id":2,\n{"id":3}\nnot json\n{"id":4}\n');
    expect(table).toMatchObject({
      rows: [['1'], ['3'], ['4']],
      rejects: [
        [2, '{"id":2,', 'Not valid JSON'],
        [4, 'not json', 'Not valid JSON'],
      ],
      counts: { read: 5, rejected: 2 },
      notes: [],
    });
  });

  test('a broken element of a list is rejected, the others are kept', async () => {
    const [table] = await read('[{"id":1},{"id":2,,},{"id":[3}},{"id":4}] more');
    expect(table).toMatchObject({
      rows: [['1'], ['4']],
      rejects: [
        [2, '{"id":2,,}', 'Not valid JSON'],
        [3, '{"id":[3}}', 'Not valid JSON'],
      ],
      notes: ['The text that follows the end of the data was left out.'],
    });
  });

  const cutOff =
    'The file ends in the middle: it is cut off, and rows are missing at its end. Export it again.';

  test('a list that is cut off inside a row', async () => {
    const [table] = await read('{"tickets":[{"id":1},{"id":2},{"id":3,"subj');
    expect(table).toMatchObject({
      sheet: 'tickets',
      rows: [['1'], ['2']],
      rejects: [[3, '{"id":3,"subj', 'The file ends in the middle of this row']],
      counts: { read: 3, rejected: 1 },
      notes: [cutOff],
    });
  });

  test('a list that is cut off between rows, and NDJSON inside one', async () => {
    expect((await read('[{"id":1},{"id":2},'))[0]).toMatchObject({
      rows: [['1'], ['2']],
      rejects: [],
      notes: [cutOff],
    });
    expect((await read('{"id":1}\n{"id":2}\n{"id":'))[0]).toMatchObject({
      rows: [['1'], ['2']],
      rejects: [[3, '{"id":', 'The file ends in the middle of this row']],
      notes: [cutOff],
    });
  });

  test('rows nested too deep are rejected', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const lists = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const [table] = await read(`[{"id":1},${deep},{"id":2,"b":${lists}},{"id":3}]`);
    expect(table?.rows.map(([id]) => id)).toEqual(['1', '3']);
    expect(table?.rejects.map(([row, , reason]) => [row, reason])).toEqual([
      [2, 'Nested more than 200 levels deep'],
      [3, 'Nested more than 200 levels deep'],
    ]);
  });

  test('more columns than a table may have', async () => {
    const fields = Array.from({ length: mostColumns + 1_000 }, (_, index) => `"c${index}":${index}`);
    const [table] = await read(`[{${fields.join(',')}}]`);
    expect(table?.rows[0]?.at(-1)).toBe(String(mostColumns - 1));
    expect(table?.notes).toEqual([
      `The first ${mostColumns.toLocaleString('en')} columns were read; 1,000 more were left out.`,
    ]);
  });

  test('a file without rows, and one without a readable row, say so', async () => {
    const before = await leftovers(engine());
    const fail = (content: string) => failureOf(engine(), inputFile(content, 'x.json'));
    const noRows =
      'x.json is JSON without rows: its lists are empty. Choose a period with data and export it again.';
    expect(await Promise.all(['[]', '{}', '{"tickets": [], "count": 0}', '[{}, {}]'].map(fail))).toEqual(
      Array.from({ length: 4 }, () => noRows),
    );
    const broken =
      'x.json looks like JSON, but not one row of it could be read: it is damaged or cut off. Export it again and open the new file.';
    expect(await Promise.all(['[{"a" 1}]', '{"a": 1', '[{"a'].map(fail))).toEqual(
      Array.from({ length: 3 }, () => broken),
    );
    expect(await leftovers(engine())).toEqual(before);
  });
});

describe('encodings', () => {
  const content = '[{"id": 1, "name": "João “não”"}]';
  const expected = [[null, ['id', 'name'], ['1', 'João “não”']]];

  test('UTF-16 both ways, with and without a mark', async () => {
    const little = new Uint8Array(Buffer.from(`\ufeff${content}`, 'utf16le'));
    const big = new Uint8Array(Buffer.from(`\ufeff${content}`, 'utf16le').swap16());
    for (const bytes of [little, big, little.slice(2), big.slice(2)])
      expect(await grids(bytes)).toEqual(expected);
  });

  test('Windows-1252, and UTF-8 with a damaged character', async () => {
    const bytes = new Uint8Array(Buffer.from('[{"name": "João é"}]', 'latin1'));
    expect(await grids(bytes)).toEqual([[null, ['name'], ['João é']]]);
    const damaged = new Uint8Array([
      ...Buffer.from('[{"name": "João, é, ã, õ '),
      0xff,
      ...Buffer.from('"}]'),
    ]);
    const [table] = await read(damaged);
    expect([table?.rows, table?.notes]).toEqual([
      [['João, é, ã, õ \ufffd']],
      ['1 character could not be read and shows as �.'],
    ]);
  });
});

describe('large files', () => {
  test('rows over the borders of chunks, and columns that appear late', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => ({
      id: index,
      text: `é "${'x\\'.repeat(index % 90)}"\n${index}`,
      ...(index >= 25_000 ? { late: { column: index } } : {}),
    }));
    for (const content of [JSON.stringify({ rows }), rows.map((row) => JSON.stringify(row)).join('\n')]) {
      const [table] = await read(content);
      expect(table?.rows).toEqual(
        rows.map(({ id, text, late }) => [String(id), text, late ? String(late.column) : null]),
      );
    }
  });

  test('a row that is too long is rejected, the others are kept', async () => {
    const long = `{"id":2,"text":"${'x'.repeat(65 << 20)}"}`;
    for (const content of [`[{"id":1},${long},{"id":3}]`, `{"id":1}\n${long}\n{"id":3}`]) {
      const [table] = await read(content);
      expect(table?.rows).toEqual([['1'], ['3']]);
      expect(table?.rejects.map(([row, , reason]) => [row, reason])).toEqual([[2, 'Longer than 64 MB']]);
    }
  });
});
