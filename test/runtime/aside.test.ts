import { expect, test } from 'vitest';
import { AppError } from '#errors';
import { tell } from '#messages';
import { rowsOf } from '#table';
import { Harness, sql } from './harness.ts';

/** The rows of a preview, or what stands in its way. */
async function previewed(harness: Harness, name: string, query: string): Promise<unknown> {
  try {
    const { aside } = harness.runtime;
    const table = await aside.preview(harness.id(name), query, new AbortController().signal);
    return rowsOf(table).map((row) => Object.values(row).map(String).join(' '));
  } catch (error) {
    return error instanceof AppError ? tell('en', error.text) : error;
  }
}

test('a query is previewed with what stands above it, run or not, and no result changes', async () => {
  const harness = await Harness.open(
    sql('base', 'select id, channel from tickets; -- all of them') +
      sql('reads', 'select channel, count(*) as n from base group by all'),
  );
  const query = 'select channel, count(*) as n from base group by all order by all';
  expect(await previewed(harness, 'reads', query)).toEqual(['chat 2', 'email 1']);
  await harness.run('base');
  harness.setSource('base', 'select 7 as id, channel from tickets limit 1');
  expect([await previewed(harness, 'reads', query), harness.outcomes('base', 'reads')]).toEqual([
    ['email 1'],
    [{ value: ['1 email', '2 chat', '3 chat'] }, 'idle'],
  ]);
});

test('a preview has the values of inputs, and waits for those that have none yet', async () => {
  const harness = await Harness.open(
    '```input least\ntype: number\ndefault: 2\n```\n\n' +
      sql('reads', 'select id from tickets where id >= $least'),
  );
  const query = 'select id from tickets where id >= $least';
  expect(await previewed(harness, 'reads', query)).toBe('Run least first: this query reads what it gives.');
  await harness.run('least');
  expect(await previewed(harness, 'reads', query)).toEqual(['2', '3']);
});

test('a preview says what is wrong, and what the page cannot run never reaches the engine', async () => {
  const harness = await Harness.open(
    sql('wrong', 'select idd from tickets') +
      sql('zoned', "select created_at at time zone 'UTC' as at from tickets") +
      sql('below', 'select * from zoned') +
      sql('long', 'select * from range(1000)'),
  );
  expect([
    await previewed(harness, 'wrong', 'select idd from tickets'),
    await previewed(harness, 'below', 'select * from zoned'),
    await previewed(harness, 'long', 'select count(*) from (from range(1000))'),
  ]).toEqual([
    'There is no column “idd” here. Did you mean id?',
    expect.stringContaining('has no time zones, so “at time zone” cannot run'),
    ['1000'],
  ]);
  const rows = await previewed(harness, 'long', 'from range(1000)');
  expect(Array.isArray(rows) && rows.length).toBe(101);
});

test('the values of a column are asked once, and anew when the data or the cell are others', async () => {
  const harness = await Harness.open(
    sql('kinds', "select unnest(['b', 'a', 'b', null]) as kind, 1 as n") +
      sql('many', 'select i::varchar as name from range(1000) r(i)'),
  );
  const { aside } = harness.runtime;
  expect(await aside.values('tickets', 'channel')).toEqual(['chat', 'email']);
  expect(aside.values('tickets', 'channel')).toBe(aside.values('tickets', 'channel'));
  const before = aside.values('tickets', 'channel');
  harness.runtime.touchData();
  expect(aside.values('tickets', 'channel')).not.toBe(before);
  await harness.run('kinds', 'many');
  expect(await aside.values('kinds', 'kind')).toEqual(['b', 'a']);
  expect(await aside.values('many', 'name')).toEqual([]);
  harness.setSource('kinds', "select 'c' as kind");
  await harness.run('kinds');
  expect(await aside.values('KINDS', 'kind')).toEqual(['c']);
});
