import { expect, test } from 'vitest';
import { nameAt, relationPlaces } from '#sql';

const sql =
  'with weekly as (from csat) select csat.n, "Odd one".x, $least from weekly join csat on true, "Odd one"';

test('a place names a relation or a parameter, a CTE and a column name neither', () => {
  const named = (word: string, from = 0) => {
    const found = nameAt(sql, sql.indexOf(word, from) + 1);
    return found && `${found.kind} ${found.name}`;
  };
  expect([
    named('csat'),
    named('n, '),
    named('csat on'),
    named('"Odd one".x'),
    named('$least'),
    named('weekly'),
    named('select'),
  ]).toEqual(['relation csat', null, 'relation csat', 'relation Odd one', 'parameter least', null, null]);
});

test('a relation is found wherever it is named, in order', () => {
  const text = 'select csat.n from csat where csat.n > (select max(n) from CSAT)';
  expect(relationPlaces(text, 'csat')).toEqual([
    { from: 7, to: 11 },
    { from: 19, to: 23 },
    { from: 30, to: 34 },
    { from: 59, to: 63 },
  ]);
});
