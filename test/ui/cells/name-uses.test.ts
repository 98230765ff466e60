import { expect, test } from 'vitest';
import { parse } from '#notebook';
import { usesOf } from '../../../src/lib/ui/cells/name-uses.ts';

const { notebook } = parse(`---
deskbook: 1
---

Now {{weekly.n}},
then {{ Weekly.m }} and {{other.n}}.

\`\`\`input least
type: select
options: select n from weekly
\`\`\`

\`\`\`sql weekly
select 1 as n, 2 as m where 1 > $least
\`\`\`

\`\`\`sql reads
with a as (from weekly)
select weekly.n
from weekly, a
where n > $least -- weekly
\`\`\`

\`\`\`vega-lite of=weekly
{"mark": "bar"}
\`\`\`
`);

const lines = (kind: 'relation' | 'parameter', name: string) =>
  usesOf(notebook.cells, { kind, name }).map(({ number, line }) => `${number}: ${line}`);

test('the uses of a cell are found in SQL, prose, charts and inputs, each line once', () => {
  expect(lines('relation', 'weekly')).toEqual([
    '1: Now {{weekly.n}},',
    '2: then {{ Weekly.m }} and {{other.n}}.',
    '2: options: select n from weekly',
    '1: with a as (from weekly)',
    '2: select weekly.n',
    '3: from weekly, a',
    '1: {"mark": "bar"}',
  ]);
});

test('the uses of an input are found by its parameter', () => {
  expect(lines('parameter', 'least')).toEqual([
    '1: select 1 as n, 2 as m where 1 > $least',
    '4: where n > $least -- weekly',
  ]);
});
