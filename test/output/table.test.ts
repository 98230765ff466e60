import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import {
  columnFormats,
  columnWindow,
  copyTable,
  countSql,
  everything,
  gridWindow,
  kpiUnits,
  pageSql,
  profileSql,
  scrollToRow,
  slice,
  toProfile,
  type Sort,
} from '#output';
import { rowsOf, tableFrom } from '#table';

describe('the rows in sight', () => {
  const geometry = { rows: 1000, rowHeight: 20, viewport: 200, scrollTop: 0 };

  it('are those on the screen and a few around it', () => {
    expect(gridWindow(geometry)).toEqual({
      first: 0,
      end: 18,
      seen: { first: 0, end: 10 },
      offset: 0,
      height: 20_000,
    });
    expect(gridWindow({ ...geometry, scrollTop: 10_000 })).toEqual({
      first: 492,
      end: 518,
      seen: { first: 500, end: 510 },
      offset: 9_840,
      height: 20_000,
    });
  });

  it('reach the last of more rows than a page can be high', () => {
    const many = { ...geometry, rows: 10_000_000 };
    const { height } = gridWindow(many);
    const last = gridWindow({ ...many, scrollTop: height - many.viewport });
    expect(height).toBeLessThan(33_554_428);
    expect(last.end).toBe(10_000_000);
    expect(last.offset + (last.end - last.first) * 20).toBeCloseTo(height, 3);
  });

  it('come into sight when they are asked for, and stay where they are when they are', () => {
    expect([scrollToRow(0, geometry), scrollToRow(10, geometry), scrollToRow(500, geometry)]).toEqual([
      null,
      20,
      9_820,
    ]);
  });

  it('hold only the columns in sight', () => {
    expect(columnWindow([100, 100, 100, 100], 150, 100)).toEqual({ first: 1, end: 3, offset: 100 });
  });
});

it('columns of a KPI take its unit, seconds are durations, text is left alone', () => {
  const columns = [
    { name: 'channel', kind: 'text' },
    { name: 'value', kind: 'float' },
    { name: 'wait_seconds', kind: 'integer' },
  ] as const;
  expect(columnFormats(columns, kpiUnits('percent'))).toEqual([
    { name: 'channel', unit: null, align: 'start' },
    { name: 'value', unit: 'percent', align: 'end' },
    { name: 'wait_seconds', unit: 'duration', align: 'end' },
  ]);
});

it('the bins of a distribution are in the KPI’s unit, their shares in percent', () => {
  const columns = [
    { name: 'bin_from', kind: 'integer' },
    { name: 'n', kind: 'integer' },
    { name: 'share', kind: 'float' },
  ] as const;
  expect(columnFormats(columns, kpiUnits('duration')).map(({ unit }) => unit)).toEqual([
    'duration',
    'count',
    'percent',
  ]);
});

describe('copying', () => {
  const table = tableFrom([
    { name: 'who', type: 'VARCHAR', values: ['a|b', '=1+1', null] },
    { name: 'day', type: 'DATE', values: [0, 1, 2] },
    { name: 'n', type: 'INTEGER', values: [-1, 2, null] },
  ]);

  it('writes text that a spreadsheet reads, CSV that runs nothing, Markdown that stays a table', () => {
    expect(copyTable(table, 'text')).toBe(
      'who\tday\tn\na|b\t1970-01-01\t-1\n=1+1\t1970-01-02\t2\n\t1970-01-03\t',
    );
    expect(copyTable(table, 'csv')).toBe(
      "who,day,n\r\na|b,1970-01-01,-1\r\n'=1+1,1970-01-02,2\r\n,1970-01-03,",
    );
    expect(copyTable(table, 'markdown')).toBe(
      '| who | day | n |\n| --- | --- | --- |\n| a\\|b | 1970-01-01 | -1 |\n| =1+1 | 1970-01-02 | 2 |\n|  | 1970-01-03 |  |',
    );
  });

  it('takes a part of a table', () => {
    expect(rowsOf(slice(table, { from: 1, to: 9 }, { from: 0, to: 1 }))).toEqual([
      { who: '=1+1' },
      { who: null },
    ]);
  });
});

describe('pages of a relation', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine({});
    await engine.exec(
      `create table sales as select * from (values ('São Paulo', 3), ('Rio', null), ('Belém', 7)) t("the city", n)`,
    );
    return () => engine.close();
  });
  const sales = { relation: 'sales', storedAs: 'table', columns: ['the city', 'n'] } as const;
  const page = (filter: string, sort: Sort | null = null) =>
    engine.query(pageSql(sales, { ...everything, offset: 0, limit: 10, sort, search: filter })).then(rowsOf);

  it('sort with the empty last, both ways', async () => {
    expect((await page('', { column: 'n', direction: 'desc' })).map((row) => row['n'])).toEqual([7, 3, null]);
    expect((await page('', { column: 'n', direction: 'asc' })).map((row) => row['n'])).toEqual([3, 7, null]);
  });

  it('filter by any text in a row, whatever its accents, quotes and capitals', async () => {
    expect(await page('SAO')).toEqual([{ 'the city': 'São Paulo', n: 3 }]);
    expect(await page("o'")).toEqual([]);
    expect(rowsOf(await engine.query(countSql(sales, { search: 'belem', filters: [] })))).toEqual([
      { row_count: 1n },
    ]);
  });

  it('tell what a column holds', async () => {
    const sql = profileSql('sales', { name: 'n', kind: 'integer' });
    expect(toProfile(await engine.query(sql))).toEqual({ rows: 3, nulls: 1, distinct: 2, min: 3, max: 7 });
  });
});
