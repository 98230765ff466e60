import { expect, test } from 'vitest';
import { tell } from '#messages';
import { Harness, sql } from './harness.ts';

/** What is said of a cell, and the piece of its text that it is about. */
async function checked(harness: Harness, name: string): Promise<string | null> {
  const failure = await harness.runtime.aside.check(harness.id(name));
  if (!failure) return null;
  const { source } = harness.notebook.cells.find(({ id }) => id === harness.id(name))!;
  const place = failure.span ? source.slice(failure.span.from, failure.span.to) : '';
  return `${place} | ${tell('en', failure.text)}`;
}

test('a cell is checked without a run, and its error is placed', async () => {
  const harness = await Harness.open(
    sql('right', 'select id from tickets where created_at >= $period_start') +
      sql('column', 'select idd from tickets') +
      sql('unread', 'select id\nfrom tickets where') +
      sql('ungrouped', 'select channel, count(*) from tickets') +
      sql('qualified', 'select t.chanel from (select channel from tickets) t') +
      sql('second', 'select 1; select chanel from tickets'),
  );
  const names = ['right', 'column', 'unread', 'ungrouped', 'qualified', 'second'];
  const said = await Promise.all(names.map((name) => checked(harness, name)));
  expect(said).toEqual([
    null,
    'idd | There is no column “idd” here. Did you mean id?',
    ' | The SQL ends too early: something is still open or missing at its end.',
    'channel | Beside a count, sum or average, “channel” has to be grouped by: “group by all” groups by every such column.',
    't | There is no column “chanel” there.',
    'chanel | There is no column “chanel” here. Did you mean channel?',
  ]);
  expect(harness.outcomes('right')).toEqual(['idle']);
});

test('a cell is checked against what others say now, run or not, and is not blamed for them', async () => {
  const harness = await Harness.open(
    sql('base', 'select id as number, channel from tickets;') +
      sql('reads', 'select number, chanel from base') +
      sql('fine', 'with base2 as (from base) select number from base2') +
      sql('wrong', 'select nothing from tickets') +
      sql('below', 'select * from wrong'),
  );
  const said = () => Promise.all(['reads', 'fine', 'below'].map((name) => checked(harness, name)));
  expect(await said()).toEqual([
    'chanel | There is no column “chanel” here. Did you mean channel?',
    null,
    null,
  ]);
  await harness.run('base');
  harness.setSource('base', 'select id as chanel from tickets');
  expect(await checked(harness, 'reads')).toEqual(
    'number | There is no column “number” here. Did you mean chanel?',
  );
});

test('statements that change something do not run, nor is what follows them checked', async () => {
  const harness = await Harness.open(
    sql('makes', 'create table made as select 1 as x; select y from made') +
      sql('turned', 'pivot tickets on channel using count(*)'),
  );
  expect([await checked(harness, 'makes'), await checked(harness, 'turned')]).toEqual([null, null]);
  expect(await harness.engine.check('from made', `use ${harness.book}`)).not.toBeNull();
});

test('what the page cannot run never reaches the engine', async () => {
  const harness = await Harness.open(
    sql('zoned', "select created_at at time zone 'UTC' as at, wrong from tickets") +
      sql('below', 'select wrong from zoned'),
  );
  expect([await checked(harness, 'zoned'), await checked(harness, 'below')]).toEqual([null, null]);
});

test('a check waits for no query', async () => {
  const harness = await Harness.open(sql('wrong', 'select idd from tickets'));
  await checked(harness, 'wrong');
  const order: string[] = [];
  const slow = harness.engine
    .query('select count(*) from range(30000000) a where hash(a.range) % 7 = 1')
    .then(() => order.push('query'));
  await checked(harness, 'wrong').then(() => order.push('check'));
  await slow;
  expect(order).toEqual(['check', 'query']);
});
