import { describe, expect, test } from 'vitest';
import { quoteIdentifier, quoteLiteral, quoteRelation, writeIdentifier } from '#sql';
import type { Kind, Value } from '#table';
import { nativeEngine } from '../support/native.ts';

async function returned(
  value: Value | Date,
  kind?: Kind,
): Promise<{ type: string | undefined; value: Value | undefined }> {
  const engine = await nativeEngine();
  const table = await engine.query(`select ${quoteLiteral(value, kind)} as value`);
  return { type: table.columns[0]?.type, value: table.columns[0]?.at(0) };
}

describe('literals come back from DuckDB as they were', () => {
  const cases: readonly (readonly [Value, Kind | undefined, string])[] = [
    [true, undefined, 'BOOLEAN'],
    [0, undefined, 'INTEGER'],
    [-7, undefined, 'INTEGER'],
    [1.5, undefined, 'DOUBLE'],
    [0.1, undefined, 'DOUBLE'],
    [3, 'float', 'DOUBLE'],
    [-0, undefined, 'DOUBLE'],
    [1e300, undefined, 'DOUBLE'],
    [5e-324, undefined, 'DOUBLE'],
    [Infinity, undefined, 'DOUBLE'],
    [-Infinity, undefined, 'DOUBLE'],
    [NaN, undefined, 'DOUBLE'],
    [9007199254740993n, undefined, 'BIGINT'],
    [9223372036854775807n, undefined, 'BIGINT'],
    [170141183460469231731687303715884105727n, undefined, 'HUGEINT'],
    ['it\'s "x" \\n $a $$ -- \n é 😀', undefined, 'VARCHAR'],
    ['', undefined, 'VARCHAR'],
    [20000, 'date', 'DATE'],
    [-1, 'date', 'DATE'],
    [2_147_483_647, 'date', 'DATE'],
    [-800_000, 'date', 'DATE'],
    [1_700_000_000_123_456n, 'timestamp', 'TIMESTAMP'],
    [-1n, 'timestamp', 'TIMESTAMP'],
    [9_223_372_036_854_775_807n, 'timestamp', 'TIMESTAMP'],
    [-9_223_372_036_854_775_807n, 'timestamp', 'TIMESTAMP'],
    [-9_223_372_022_400_000_000n, 'timestamp', 'TIMESTAMP'],
    [86_399_999_999n, 'time', 'TIME'],
    [{ months: -3, days: 2, micros: -5_000_001n }, 'interval', 'INTERVAL'],
    [['a', "b'c"], 'list', 'VARCHAR[]'],
    [[1, 2, 3], 'list', 'INTEGER[]'],
  ];
  test.each(cases)('%s as %s', async (value, kind, type) => {
    expect(await returned(value, kind)).toEqual({ type, value });
  });

  test('a decimal keeps its digits and its scale', async () => {
    const engine = await nativeEngine();
    const table = await engine.query(
      `select ${quoteLiteral('-12.340', 'decimal')}::varchar, typeof(${quoteLiteral('-12.340', 'decimal')}), ${quoteLiteral('1; drop', 'decimal')}`,
    );
    expect(table.columns.map((column) => column.at(0))).toEqual(['-12.340', 'DECIMAL(5,3)', '1; drop']);
  });

  test('structs, maps, blobs and NULL keep their shape', async () => {
    const engine = await nativeEngine();
    const struct = quoteLiteral({ "a'b": 1, c: ['x'] });
    const map = quoteLiteral([{ key: 'k', value: 1 }], 'map');
    const blob = quoteLiteral(new Uint8Array([0, 39, 255]));
    const table = await engine.query(
      `select (${struct})::varchar, (${map})::varchar, hex(${blob}), ${quoteLiteral(null)} is null, length(${quoteLiteral('a\0b')})`,
    );
    expect(table.columns.map((column) => column.at(0))).toEqual([
      "{'a\\'b': 1, 'c': [x]}",
      '{k=1}',
      '0027FF',
      true,
      3n,
    ]);
  });

  test('a JavaScript date is its UTC clock', async () => {
    expect(await returned(new Date(Date.UTC(2026, 2, 1, 12)))).toEqual({
      type: 'TIMESTAMP',
      value: BigInt(Date.UTC(2026, 2, 1, 12)) * 1000n,
    });
  });

  test('any text survives, seeded', async () => {
    const pieces = [
      "'",
      "''",
      '\\',
      '"',
      '$$',
      '$a$',
      '--',
      '/*',
      '\n',
      '\r',
      '\t',
      ';',
      'é',
      '日本',
      '😀',
      ' ',
      'x',
    ];
    const texts = Array.from({ length: 400 }, (_, seed) =>
      Array.from(
        { length: seed % 13 },
        (_, at) => pieces[(seed * 31 + at * at * 17 + at * seed) % pieces.length],
      ).join(''),
    );
    const engine = await nativeEngine();
    const table = await engine.query(`select unnest(${quoteLiteral(texts)}) as value`);
    expect(Array.from({ length: table.rowCount }, (_, row) => table.columns[0]?.at(row))).toEqual(texts);
  });

  test('any number survives, seeded', async () => {
    const numbers = Array.from({ length: 400 }, (_, seed) => Math.sin(seed + 1) * 10 ** ((seed % 60) - 30));
    const engine = await nativeEngine();
    const table = await engine.query(
      `select unnest([${numbers.map((number) => quoteLiteral(number)).join(', ')}]) as value`,
    );
    expect(Array.from({ length: table.rowCount }, (_, row) => table.columns[0]?.at(row))).toEqual(numbers);
  });
});

describe('names', () => {
  test('are quoted whole, and written plain where that is safe', async () => {
    const odd = 'a "b" from; é';
    const engine = await nativeEngine();
    const table = await engine.query(`select 1 as ${quoteIdentifier(odd)}`);
    expect(table.columns[0]?.name).toBe(odd);
    expect(quoteRelation('book_1', 'main', 'a"b')).toBe('"book_1"."main"."a""b"');
    expect(['csat', 'Csat_2', 'order', '2x', 'a b', 'left'].map(writeIdentifier)).toEqual([
      'csat',
      'Csat_2',
      '"order"',
      '"2x"',
      '"a b"',
      '"left"',
    ]);
  });
});
