import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '#notebook';
import { digest, examine } from '#share';

const text = `# A stranger's

\`\`\`sql weekly
select week, count(*) as n from tickets join base.tickets using (ticket_id) group by 1
\`\`\`

\`\`\`vega-lite of=weekly
{"mark": "line"}
\`\`\`

\`\`\`sql
with old as (select 1 as id) delete from ratings where rating_id in (from old); select * from weekly
\`\`\`

\`\`\`sql tidy
explain analyze insert into calls select * from calls;
explain select 1;
attach 'x.db'
\`\`\`

\`\`\`input team
type: select
options: select distinct team from Tickets
\`\`\`
`;

test('a notebook is examined without being run: what it reads, and what it does beyond reading', () => {
  expect(examine(parse(text).notebook)).toEqual({
    cells: 6,
    reads: ['base.tickets', 'calls', 'ratings', 'tickets'],
    deeds: [
      {
        cell: null,
        place: 4,
        sql: 'with old as (select 1 as id) delete from ratings where rating_id in (from old)',
      },
      { cell: 'tidy', place: 5, sql: 'explain analyze insert into calls select * from calls' },
      { cell: 'tidy', place: 5, sql: "attach 'x.db'" },
    ],
  });
});

test('the notebooks that ship do nothing but ask', () => {
  const names = readdirSync('notebooks').filter((name) => name.endsWith('.md'));
  expect(
    names.flatMap((name) => examine(parse(readFileSync(`notebooks/${name}`, 'utf8')).notebook).deeds),
  ).toEqual([]);
});

test('a text is known by its digest', async () => {
  expect(await digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
