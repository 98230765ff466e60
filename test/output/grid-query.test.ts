import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { cellSql, countSql, everything, filterSql, type ColumnFilter, type FilteredColumn } from '#output';
import { toNumber } from '#table';

const column = {
  channel: { name: 'channel', type: 'VARCHAR', kind: 'text' },
  score: { name: 'score', type: 'DOUBLE', kind: 'float' },
  count: { name: 'count', type: 'BIGINT', kind: 'integer' },
  price: { name: 'price', type: 'DECIMAL(6,2)', kind: 'decimal' },
  at: { name: 'at', type: 'TIMESTAMP', kind: 'timestamp' },
  zoned: { name: 'zoned', type: 'TIMESTAMP WITH TIME ZONE', kind: 'timestamp' },
  day: { name: 'day', type: 'DATE', kind: 'date' },
  tags: { name: 'tags', type: 'VARCHAR[]', kind: 'list' },
} as const satisfies Record<string, FilteredColumn>;
/** 2026-01-02 is 20,455 days after 1970-01-01. */
const second = 20_455;

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({});
  await engine.exec(
    `create table rows as select * from (values
      ('chat', 0.5, 1, 1.10, timestamp '2026-01-01 23:59:59.999999', timestamptz '2026-01-01 10:00:00+00', date '2026-01-01', ['a']),
      ('e''mail', 1.5, 2, 2.20, timestamp '2026-01-02 00:00:00', timestamptz '2026-01-02 23:00:00+00', date '2026-01-02', ['a', 'b']),
      (null, -2.5, 3, 3.30, timestamp '2026-01-02 23:59:59.999999', timestamptz '2026-01-03 00:00:00+00', date '2026-01-03', null),
      ('phone', null, null, null, null, null, null, [])
    ) t(channel, score, count, price, "at", zoned, day, tags)`,
  );
  return () => engine.close();
});

async function left(...filters: readonly ColumnFilter[]): Promise<number> {
  const paged = { relation: 'rows', storedAs: 'table', columns: Object.keys(column) } as const;
  const counted = await engine.query(countSql(paged, { search: '', filters }));
  return toNumber(counted.columns[0]?.at(0)) ?? -1;
}

describe('a condition on a column', () => {
  test('asks for values, the empty one among them', async () => {
    const some = { kind: 'values', column: column.channel, values: ["e'mail", null] } as const;
    expect(filterSql(some)).toBe("(channel in ('e''mail') or channel is null)");
    expect(await left(some)).toBe(2);
    expect(await left({ kind: 'values', column: column.channel, values: [null] })).toBe(1);
    expect(await left({ kind: 'values', column: column.score, values: [-2.5, 0.5] })).toBe(2);
    expect(await left({ kind: 'values', column: column.price, values: ['2.20'] })).toBe(1);
    expect(await left({ kind: 'values', column: column.tags, values: ['[a, b]'] })).toBe(1);
  });

  test('asks for what lies between two bounds, both of them included', async () => {
    const range = { kind: 'range', column: column.score, from: -2.5, to: 0.5 } as const;
    expect(filterSql(range)).toBe('score >= (-2.5) and score <= 0.5');
    expect(await left(range)).toBe(2);
    expect(await left({ kind: 'range', column: column.count, from: 2, to: null })).toBe(2);
    expect(await left({ kind: 'range', column: column.price, from: null, to: 2.2 })).toBe(2);
    expect(await left({ kind: 'range', column: column.day, from: second, to: second })).toBe(1);
  });

  test('takes the days of moments whole, whatever the zone of the session', async () => {
    const range = { kind: 'range', column: column.at, from: second, to: second } as const;
    expect(filterSql(range)).toBe('"at" >= DATE \'2026-01-02\' and "at" < DATE \'2026-01-03\'');
    expect(await left(range)).toBe(2);
    await engine.exec("set timezone = 'America/Sao_Paulo'");
    expect(await left({ kind: 'range', column: column.zoned, from: second, to: second })).toBe(1);
  });

  test('asks for the empty or the others; several conditions are all met', async () => {
    expect(await left({ kind: 'empty', column: column.channel })).toBe(1);
    expect(await left({ kind: 'notEmpty', column: column.score })).toBe(3);
    expect(
      await left(
        { kind: 'notEmpty', column: column.channel },
        { kind: 'range', column: column.count, from: 2, to: 9 },
      ),
    ).toBe(1);
  });
});

describe('the cell of what a grid shows', () => {
  test('is plain SQL of its columns, conditions and order, and binds', async () => {
    const sql = cellSql(
      { relation: 'rows', columns: ['channel', 'count'] },
      {
        shown: ['count', 'channel'],
        sort: { column: 'count', direction: 'desc' },
        search: 'CHAT',
        filters: [{ kind: 'range', column: column.count, from: 1, to: null }],
      },
    );
    expect(sql).toBe(
      [
        'select count, channel',
        'from rows',
        'where count >= 1',
        "  and contains(strip_accents(lower(concat_ws(' ', channel::varchar, count::varchar))), strip_accents(lower('CHAT')))",
        'order by count desc nulls last',
      ].join('\n'),
    );
    expect((await engine.query(sql)).rowCount).toBe(1);
  });

  test('of nothing sorted or filtered is all', () => {
    expect(cellSql({ relation: 'rows', columns: ['channel'] }, { ...everything, shown: null })).toBe(
      'select *\nfrom rows',
    );
  });
});
