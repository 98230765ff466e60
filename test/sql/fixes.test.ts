import { expect, test } from 'vitest';
import { text, type Text } from '#errors';
import { fixesFor } from '#sql';

/** The text after its first fix; `|` is where the problem stands. */
function mended(marked: string, problem: Text): string | null {
  const at = marked.indexOf('|');
  const sql = marked.replace('|', '');
  const [fix] = fixesFor(sql, problem, at);
  return fix ? sql.slice(0, fix.from) + fix.insert + sql.slice(fix.to) : null;
}

test('the name that was meant takes the place of the one that is not there', () => {
  const column = text('engine.query.noColumn', { name: 'chanel', near: 'channel, Odd name' });
  expect([
    mended('select |chanel from tickets', column),
    mended('select |t.chanel, chanel from tickets t', column),
    mended('select 1 from |tickes', text('engine.query.noTable', { name: 'tickes', near: 'tickets' })),
    mended(
      'select |cuont(*) from tickets',
      text('engine.query.noFunction', { name: 'cuont', near: 'count' }),
    ),
    mended('select |1', text('engine.query.noFrom', { name: 'x' })),
  ]).toEqual([
    'select channel from tickets',
    'select t.channel, chanel from tickets t',
    'select 1 from tickets',
    'select count(*) from tickets',
    null,
  ]);
  expect(fixesFor('select chanel', column, 7).map(({ insert }) => insert)).toEqual(['channel', '"Odd name"']);
});

test('a missing group by is written where it belongs', () => {
  const ungrouped = text('engine.query.notGrouped', { name: 'channel' });
  expect([
    mended('select |channel, count(*) from tickets', ungrouped),
    mended('select upper(|channel), count(*) from tickets where (a or b) order by 2', ungrouped),
    mended('select |channel, count(*)\nfrom tickets\nlimit 3', ungrouped),
    mended('select * from (select |channel, count(*) from tickets) x order by 1', ungrouped),
    mended('with a as (select |channel, sum(x) from t) select 1 from a', ungrouped),
    mended('select |channel, team, count(*) from tickets group by team having count(*) > 1', ungrouped),
    mended('select |channel, count(*) from tickets union all select 1, 2', ungrouped),
    mended('select |channel, count(*) from tickets; select 1', ungrouped),
  ]).toEqual([
    'select channel, count(*) from tickets group by all',
    'select upper(channel), count(*) from tickets where (a or b) group by all order by 2',
    'select channel, count(*)\nfrom tickets\ngroup by all\nlimit 3',
    'select * from (select channel, count(*) from tickets group by all) x order by 1',
    'with a as (select channel, sum(x) from t group by all) select 1 from a',
    'select channel, team, count(*) from tickets group by team, channel having count(*) > 1',
    'select channel, count(*) from tickets group by all union all select 1, 2',
    'select channel, count(*) from tickets group by all; select 1',
  ]);
});

test('a clock gives way to the latest moment of the data', () => {
  const clock = text('sql.unavailable.clock', { words: 'now' });
  expect([
    mended("select date_trunc('week', |now()) from tickets", clock),
    mended('select |current_date - 7', clock),
    mended('select |TODAY()', clock),
    mended('select |current_time', clock),
  ]).toEqual([
    "select date_trunc('week', $as_of) from tickets",
    'select $as_of::date - 7',
    'select $as_of::date',
    null,
  ]);
});

test('a time zone gives way to the column that is in local time', () => {
  const zone = text('sql.unavailable.zone', { words: 'at time zone' });
  expect([
    mended("select created_at_utc |at time zone 'America/Sao_Paulo' from tickets", zone),
    mended(
      "select t.created_at |at time zone 'UTC' at time zone 'America/Sao_Paulo' as day from tickets t",
      zone,
    ),
    mended("select t.created_at_utc at time zone 'UTC' |at time zone $zone from tickets t", zone),
    mended("select (a + b) |at time zone 'UTC'", zone),
    mended("select |timezone('UTC', x)", zone),
  ]).toEqual([
    'select created_at from tickets',
    'select t.created_at as day from tickets t',
    'select t.created_at from tickets t',
    null,
    null,
  ]);
});
