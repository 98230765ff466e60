import { expect, test } from 'vitest';
import { callAt, comparedAt, queryAt } from '#sql';
import { rowsOf } from '#table';
import { nativeEngine } from '../support/native.ts';

/** A text with a bar where the cursor is, or two bars around what is chosen. */
function placed(text: string): { sql: string; from: number; to: number } {
  const from = text.indexOf('|');
  const last = text.lastIndexOf('|');
  return { sql: text.replaceAll('|', ''), from, to: last > from ? last - 1 : from };
}

test('the call around a place is the innermost, and counts its arguments', () => {
  const call = (text: string) => {
    const { sql, from } = placed(text);
    const found = callAt(sql, from);
    return found && `${found.name} ${found.argument}`;
  };
  expect([
    call('select date_diff(|'),
    call("select date_diff('da|y', a, b)"),
    call("select date_diff('day', coalesce(a, b), |)"),
    call("select date_diff('day', coalesce(a, |b), c)"),
    call('select round((a + |b), 2)'),
    call('select round([a, b|], 2)'),
    call('select round(a, 2)|'),
    call('select sum((select max(x), | from t))'),
    call('select sum(|select'),
    call('select a in (1, |2)'),
    call("select '(' , 1, |"),
    call('select Count_If(/* ( , */ |'),
  ]).toEqual([
    'date_diff 0',
    'date_diff 0',
    'date_diff 2',
    'coalesce 1',
    'round 0',
    'round 0',
    null,
    null,
    null,
    null,
    null,
    'count_if 0',
  ]);
});

test('the text at a place is compared with a column', () => {
  const compared = (text: string) => {
    const { sql, from } = placed(text);
    const found = comparedAt(sql, from);
    return found && [found.relation, found.column, sql.slice(found.from, found.to), found.isClosed];
  };
  expect([
    compared("select * from t where channel = '|'"),
    compared("select * from t where t.channel <> 'ch|at'"),
    compared("where channel in ('chat', '|"),
    compared(`where t."Odd one" not in ('x|')`),
    compared("where channel ilike 'c|%'"),
    compared("where channel is not distinct from '|'"),
    compared("where channel = 'chat'|"),
    compared("select '|'"),
    compared("where lower(channel) = '|'"),
    compared("select date_trunc('|', at)"),
    compared("where channel = 'c|\ngroup by x"),
  ]).toEqual([
    [null, 'channel', '', true],
    ['t', 'channel', 'chat', true],
    [null, 'channel', '', false],
    ['t', 'Odd one', 'x', true],
    [null, 'channel', 'c%', true],
    [null, 'channel', '', true],
    null,
    null,
    null,
    null,
    [null, 'channel', 'c', false],
  ]);
});

const nested = [
  'with first as (select 1 as n union all select 2),',
  'second as (with inside as (select n * 10 as n from first) select * from inside where n in (select 20))',
  'select sum(n) as s from (select n + 1 as n from second) as inner_one where n > (select min(n) from first);',
].join('\n');

/** What the query at the bar before a word gives, by its name. */
async function previewed(text: string): Promise<unknown> {
  const { sql, from, to } = placed(text);
  const found = queryAt(sql, { from, to });
  if (!found) return null;
  const engine = await nativeEngine();
  const rows = rowsOf(await engine.query(found.sql));
  return [found.name, rows.map((row) => Object.values(row).map(Number).join(' ')).join(', ')];
}

test('the query at a place is the innermost, made whole', async () => {
  const at = (word: string, before = '|', behind = '') =>
    previewed(nested.replace(word, `${before}${word}${behind}`));
  expect([
    await at('1 as n'),
    await at('first as'),
    await at('n * 10'),
    await at('select * from inside'),
    await at('20'),
    await at('sum(n)'),
    await at('n + 1'),
    await at('min(n)'),
  ]).toEqual([
    ['first', '1, 2'],
    ['first', '1, 2'],
    ['inside', '10, 20'],
    ['second', '20'],
    [null, '20'],
    [null, '21'],
    [null, '21'],
    [null, '1'],
  ]);
});

test('what is chosen is previewed by itself, if it is a query or the name of one', async () => {
  const chosen = async (before: string, word: string) =>
    previewed(nested.replace(before + word, `${before}|${word}|`));
  expect([
    await chosen('select * from ', 'inside'),
    await chosen('from ', 'second'),
    await chosen('union all ', 'select 2'),
    await chosen('select n + 1 as n from second) as ', 'inner_one'),
  ]).toEqual([
    ['inside', '10, 20'],
    ['second', '20'],
    [null, '2'],
    [null, '21'],
  ]);
});

test('a query of a WITH that has the name of one around it reads that one', async () => {
  const hidden =
    'with t as (select 1 as n) from (with t as (select n + 1 as n from t) select n * 10 as n from t)';
  expect([
    await previewed(hidden.replace('n + 1', '|n + 1')),
    await previewed(hidden.replace('n * 10', '|n * 10')),
    await previewed(hidden.replace('from t)', 'from |t|)')),
    await previewed(hidden.replace('* 10 as n from t', '* 10 as n from |t|')),
    await previewed(hidden.replace('1 as n)', '|1 as n)')),
  ]).toEqual([
    ['t', '2'],
    [null, '20'],
    ['t', '1'],
    ['t', '2'],
    ['t', '1'],
  ]);
});

test('of several statements it is the one at the place; what changes something is none', async () => {
  expect([
    await previewed('select 1; select |2'),
    await previewed('select 1;| select 2'),
    await previewed('create table t as select |1'),
    await previewed('|'),
    await previewed('with recursive r as (select 1 as n union all select n + 1 from r where n < 3|) from r'),
    await previewed("with a as (select 5 as n) select length(')') as x, n from |a|"),
  ]).toEqual([[null, '2'], [null, '1'], null, null, ['r', '1, 2, 3'], ['a', '5']]);
});
