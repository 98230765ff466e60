import { expect, test } from 'vitest';
import { compile, readOwnKpis } from '#kpi';

const refunds = (id: string) => `---
id: ${id}
name: {en: Refunds, pt-BR: Reembolsos}
theme: volume
unit: count
shape: count
from: tickets
where: type = 'refund'
at: created_at
---
What it means.

## pt-BR

O que significa.
`;

test('a file of the reader’s is a KPI like ours', () => {
  const [own] = readOwnKpis([{ path: 'own/refunds.md', text: refunds('refunds') }]);
  expect(own?.diagnostics).toEqual([]);
  expect(own?.kpi && compile({ kpi: own.kpi, shape: 'headline' })).toBe(
    "select count(*) as value, count(*) as n\nfrom tickets\nwhere type = 'refund'\n  and created_at >= $period_start and created_at < $period_end",
  );
});

test('none takes the place of one that comes with the program, or of another file’s; broken ones hide nobody', () => {
  const read = readOwnKpis([
    { path: 'a.md', text: refunds('csat') },
    { path: 'b.md', text: refunds('refunds') },
    { path: 'c.md', text: refunds('refunds') },
    { path: 'd.md', text: '---\nid: x\nshape: count\n---\n' },
    { path: 'e.md', text: refunds('others') },
  ]);
  expect(
    read.map(({ path, kpi, diagnostics }) => [path, kpi?.id ?? null, diagnostics[0]?.text.code]),
  ).toEqual([
    ['a.md', null, 'kpi-file.shipped'],
    ['b.md', 'refunds', undefined],
    ['c.md', null, 'kpi-file.twice'],
    ['d.md', null, 'kpi-file.missing'],
    ['e.md', 'others', undefined],
  ]);
});

test('SQL for an option that there is not is told', () => {
  const text = `${refunds('refunds')}\n\`\`\`sql trend weekly\nselect 1\n\`\`\`\n`;
  const [own] = readOwnKpis([{ path: 'a.md', text }]);
  expect(own?.diagnostics.map((each) => [each.text.code, each.text.params])).toEqual([
    ['kpi-file.expected', { field: '```sql … weekly', expected: '—' }],
  ]);
});
