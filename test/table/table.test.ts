import { describe, expect, test } from 'vitest';
import { columnOfChunks, emptyTable, kindOf, rowsOf, tableFrom, toIso, toNumber } from '#table';

describe('tables', () => {
  test('a literal reads as rows', () => {
    const table = tableFrom([
      { name: 'id', type: 'VARCHAR', values: ['a', 'b'] },
      { name: 'n', type: 'BIGINT', values: [1n, null] },
    ]);
    expect([table.rowCount, table.columns.map(({ kind }) => kind), rowsOf(table)]).toEqual([
      2,
      ['text', 'integer'],
      [
        { id: 'a', n: 1n },
        { id: 'b', n: null },
      ],
    ]);
  });

  test('columns of different lengths are a mistake of ours', () => {
    const columns = [
      { name: 'a', type: 'INTEGER', values: [1] },
      { name: 'b', type: 'INTEGER', values: [] },
    ];
    expect(() => tableFrom(columns)).toThrow('column b is as long as the first one');
  });

  test('no rows still means columns', () => {
    const table = tableFrom([{ name: 'a', type: 'DATE', values: [] }]);
    expect([rowsOf(table), table.columns.length, emptyTable.columns]).toEqual([[], 1, []]);
  });

  test('chunks of any length, empty ones too, read in any order', () => {
    const lengths = [0, 3, 0, 2, 1];
    const values = lengths.map((length, chunk) => Array.from({ length }, (_, i) => `${chunk}.${i}`));
    const column = columnOfChunks(
      'c',
      'VARCHAR',
      values.map((chunk) => ({ length: chunk.length, at: (row) => chunk[row] ?? null })),
    );
    expect([5, 0, 2, 3, 4, 1].map((row) => column.at(row))).toEqual([
      '4.0',
      '1.0',
      '1.2',
      '3.0',
      '3.1',
      '1.1',
    ]);
  });
});

describe('types', () => {
  test.each([
    ['DECIMAL(18,4)', 'decimal'],
    ['UHUGEINT', 'integer'],
    ['TIMESTAMP_NS', 'timestamp'],
    ['TIME WITH TIME ZONE', 'text'],
    ["ENUM('a, (b', 'c')", 'text'],
    ['VARCHAR[][3]', 'list'],
    ['STRUCT("a, b" INTEGER)[]', 'list'],
    ['MAP(VARCHAR, STRUCT("a" INTEGER))', 'map'],
    ['UNION("k" INTEGER)', 'struct'],
    ['SOMETHING NEW', 'text'],
  ])('%s is a %s', (type, kind) => {
    expect(kindOf(type)).toBe(kind);
  });
});

describe('conversions', () => {
  test('what is no number is null', () => {
    expect([7, 7n, '12.340', '', 'abc', null, true, [1]].map(toNumber)).toEqual([
      7,
      7,
      12.34,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('ISO text of dates, times and timestamps', () => {
    expect([
      toIso(0, 'date'),
      toIso(-719529, 'date'),
      toIso(52200000000n, 'time'),
      toIso(253402300799999999n, 'timestamp'),
      toIso('x', 'text'),
    ]).toEqual(['1970-01-01', '0002-12-31 (BC)', '14:30:00', '9999-12-31 23:59:59.999999', null]);
  });

  test('calendar days agree with the platform over four centuries', () => {
    for (let day = -80_000; day < 80_000; day += 17) {
      expect(toIso(day, 'date')).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
    }
  });
});
