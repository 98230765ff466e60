import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '#notebook';
import { formatSql, tokenize } from '#sql';
import { corpus } from './corpus.ts';

test('a query is laid out as those of the catalogue are', () => {
  const long =
    "SELECT  date_trunc('week',rated_at) as week ,avg( (bucket='positive')::int ) as value,count (*) as n from ratings left join tickets using(source_id,ticket_id) where kind='csat' and is_latest and bucket is not null and rated_at>=$period_start and rated_at between 1 and 2 group by week order by week";
  expect(formatSql(long)).toBe(
    `SELECT date_trunc('week', rated_at) as week, avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
left join tickets using (source_id, ticket_id)
where kind = 'csat'
  and is_latest
  and bucket is not null
  and rated_at >= $period_start
  and rated_at between 1 and 2
group by week
order by week`,
  );
});

test('what is short stays on one line, what is long is opened', () => {
  expect([
    formatSql('select   channel\nfrom tickets'),
    formatSql('select -1, a - -1, x[1:2], {a : 1}, "Odd"."b c" , t . a from t: u where a!=b'),
    formatSql(
      'with weekly as (select week, count(*) as n from tickets group by week), best as (select max(n) as most, min(n) as least, avg(n) as usual, median(n) as middle from weekly where n is not null) from best',
    ),
    formatSql(
      "select case when first_response_seconds < 3600 then 'at once' when first_response_seconds < 86400 then 'on the day' else 'late' end as speed, channel from tickets",
    ),
  ]).toEqual([
    'select channel from tickets',
    `select -1, a - -1, x[1:2], {a: 1}, "Odd"."b c", t.a
from t: u
where a != b`,
    `with weekly as (select week, count(*) as n from tickets group by week),
best as (
  select max(n) as most, min(n) as least, avg(n) as usual, median(n) as middle
  from weekly
  where n is not null
)
from best`,
    `select
  case
    when first_response_seconds < 3600 then 'at once'
    when first_response_seconds < 86400 then 'on the day'
    else 'late'
  end as speed,
  channel
from tickets`,
  ]);
});

test('comments stay where they are, above a line or behind it', () => {
  const text = `-- what there is
select a, -- the first
  b
-- of these
from t -- all of them
-- the end`;
  expect(formatSql(text)).toBe(`-- what there is
select
  a, -- the first
  b
-- of these
from t -- all of them
-- the end`);
});

test('a text whose spaces may mean something, and one that changes something, stay as they are', () => {
  const texts = ["select 'a'\n  'b'", 'create  table x as select 1', 'select 1 /* one */ ,2', ''];
  expect(texts.map(formatSql)).toEqual(texts);
});

/** Every text of SQL that ships: the cells of the notebooks, what the catalogue compiles to, and the corpus. */
function shipped(): string[] {
  const read = (folder: string, end: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(end))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  const cells = [...read('notebooks', '.md'), ...read('notebooks/pt-BR', '.md')]
    .flatMap((text) => parse(text).notebook.cells)
    .flatMap(({ kind, source }) => (kind === 'sql' ? [source] : []));
  const compiled = read('test/kpi/golden', '.sql').flatMap((text) => text.split(/\n\n(?=-- )/));
  return [...cells, ...compiled, ...corpus];
}

const meaning = (sql: string) =>
  tokenize(sql).flatMap(({ kind, text }) => (kind === 'space' ? [] : [text.trimEnd()]));

test('no text that ships changes but for its spaces, and none changes twice', () => {
  const texts = shipped();
  expect(texts.length).toBeGreaterThan(700);
  const formatted = texts.map(formatSql);
  const changed = texts.filter((sql, at) => meaning(formatted[at]!).join(' ') !== meaning(sql).join(' '));
  const restless = formatted.filter((sql) => formatSql(sql) !== sql);
  expect({ changed, restless }).toEqual({ changed: [], restless: [] });
  expect(formatted.filter((sql, at) => sql !== texts[at]).length).toBeGreaterThan(200);
});
