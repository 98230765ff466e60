import { describe, expect, test } from 'vitest';
import { references, renameParameter, renameRelation } from '#sql';
import { corpus } from './corpus.ts';
import { relationsOfParser } from './oracle.ts';

describe('references', () => {
  test.each(corpus)('reads what DuckDB’s parser reads: %s', async (sql) => {
    expect([...references(sql).reads].sort()).toEqual(await relationsOfParser(sql));
  });

  test.each([
    ['pivot tickets on channel, team using count(*), max(x) group by a, b', ['tickets']],
    ["pivot (select * from tickets) on channel in ('email')", ['tickets']],
    ['pivot tickets join ratings using (id) on channel using sum(a)', ['tickets', 'ratings']],
    ['unpivot tickets on a, b into name kind value amount', ['tickets']],
    ['with t as (from tickets) pivot t on channel', ['tickets']],
    ['select * from (pivot tickets on channel using sum(x)), ratings', ['tickets', 'ratings']],
    ['insert into log select * from tickets', ['log', 'tickets']],
    ['insert into log (a, b) values (1, 2)', ['log']],
    ['insert or replace into log by name select 1 as a from tickets', ['log', 'tickets']],
    ['with t as (from tickets) insert into log select * from t', ['tickets', 'log']],
    [
      'update tickets set a = b, c = (select 1 from ratings) from customers where x',
      ['tickets', 'ratings', 'customers'],
    ],
    ['delete from tickets using ratings, customers where true', ['tickets', 'ratings', 'customers']],
    ['merge into tickets as t using ratings r using (id) when matched then delete', ['tickets', 'ratings']],
    ['create or replace temp table a as select * from b, c', ['b', 'c']],
    ['create table if not exists a (id integer, label varchar)', []],
    ['create view v as with x as (select * from y) select * from x', ['y']],
    ['create macro f(a, b) as table select * from tickets where x = a', ['tickets']],
    ['create index i on tickets (a, b)', ['tickets']],
    ['drop table if exists a', ['a']],
    ['alter table a add column b integer', ['a']],
    ['explain analyze select * from tickets', ['tickets']],
    ["copy tickets to 'x.csv'", ['tickets']],
    ["select * from 'file.csv', tickets", ['tickets']],
    ['show tables', []],
    ['select 1; select * from a; from b', ['a', 'b']],
    [
      'with recursive t(a, n) using key (a) as (select 1, 2 union select a, n from recurring.t, x) from t',
      ['x'],
    ],
    ['select * from "a b"."c.d"', ['"a b"."c.d"']],
    ['set variable x = (select max(a) from tickets)', ['tickets']],
  ])('knows statements that DuckDB does not serialize: %s', (sql, reads) => {
    expect(references(sql).reads).toEqual(reads);
  });

  test('names parameters once, and those of other kinds not at all', () => {
    const sql =
      "select $channel, $1, ?, '$text', $$ $dollar $$ from t where $Channel = $from_day -- $comment";
    expect(references(sql)).toEqual({ reads: ['t'], parameters: ['channel', 'from_day'], creates: [] });
  });

  test('names what a text makes', () => {
    expect(
      references(
        'create table a.b as select 1; create or replace view "v w" as from x; create macro f(a) as a',
      ).creates,
    ).toEqual(['b', 'v w', 'f']);
  });

  test.each([
    'select * from',
    'select (((',
    'from (',
    'with',
    'with a as',
    'with a as (',
    'pivot',
    ')',
    '"',
    "'",
    '$$',
    '/*',
  ])('gives some answer for the unfinished text %s', (sql) => {
    expect(references(sql).parameters).toEqual([]);
  });
});

describe('renaming', () => {
  test.each([
    ['from weekly', 'from w2'],
    ['select weekly.value, weekly from weekly', 'select w2.value, weekly from w2'],
    ['select weekly.value from other as weekly, Weekly w', 'select weekly.value from other as weekly, w2 w'],
    [
      'select w.weekly, \'weekly\' from "weekly" w -- weekly',
      "select w.weekly, 'weekly' from w2 w -- weekly",
    ],
    ['with weekly as (select 1) from weekly', 'with weekly as (select 1) from weekly'],
    [
      'with a as (from weekly) select * from a, main.weekly',
      'with a as (from w2) select * from a, main.weekly',
    ],
    [
      'select s.weekly.x from weekly s; select weekly.x from t',
      'select s.weekly.x from w2 s; select weekly.x from t',
    ],
  ])('a relation is followed where it is one: %s', (sql, renamed) => {
    expect(renameRelation(sql, 'weekly', 'w2')).toBe(renamed);
  });

  test('a name that needs quotes gets them', () => {
    expect(renameRelation('from weekly', 'weekly', 'per week')).toBe('from "per week"');
    expect(renameRelation('from weekly', 'weekly', 'order')).toBe('from "order"');
  });

  test('a parameter is renamed whole', () => {
    expect(renameParameter("select $day, $day_start, '$day'", 'day', 'd')).toBe(
      "select $d, $day_start, '$day'",
    );
  });
});
