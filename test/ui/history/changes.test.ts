import { expect, test } from 'vitest';
import { diff, parse } from '#notebook';
import { changedName, comparedText, groupsOf } from '../../../src/lib/ui/history/changes.ts';
import { shortTime } from '../../../src/lib/ui/history/version-text.ts';
import { lineDiff, shortened } from '../../../src/lib/ui/notebook/line-diff.ts';

const before = `# Weekly

\`\`\`sql one
select 1
\`\`\`

\`\`\`sql two kpi=csat
select 2
\`\`\`

\`\`\`sql
select 3
\`\`\`
`;

test('what is the same is one line, what changed is told cell by cell', () => {
  const after = before.replace('sql two', 'sql second').replace('select 3', 'select 3, 4');
  const groups = groupsOf(diff(parse(before).notebook, parse(after).notebook));
  const told = groups.map((group) => {
    if (group.kind === 'unchanged') return group.count;
    const { entry } = group;
    return [changedName(entry), comparedText(entry.before), comparedText(entry.after)];
  });
  expect(told).toEqual([
    2,
    ['two → second', '```sql two kpi=csat\nselect 2', '```sql second kpi=csat\nselect 2'],
    ['select 3, 4', 'select 3', 'select 3, 4'],
  ]);
});

test('a comparison shows the lines around each change, and how many it leaves out', () => {
  const lines = Array.from({ length: 12 }, (_, at) => `line ${at}`);
  const changed = lines.with(5, 'another');
  expect(
    shortened(lineDiff(lines.join('\n'), changed.join('\n')), 1).map((line) =>
      line.kind === 'skipped' ? line.count : `${line.kind} ${line.text}`,
    ),
  ).toEqual([4, 'same line 4', 'removed line 5', 'added another', 'same line 6', 5]);
});

test('what was not there has no line at all', () => {
  expect(lineDiff('', 'select 1')).toEqual([{ kind: 'added', text: 'select 1' }]);
  expect(lineDiff('select 1\n', '')).toEqual([{ kind: 'removed', text: 'select 1' }]);
});

test('a list says the time alone today, the day before, and the year of another one', () => {
  const now = new Date(2026, 10, 22, 18, 0).getTime();
  const at = (...parts: [number, number, number, number, number]) =>
    shortTime(new Date(...parts).getTime(), 'en', now);
  expect([at(2026, 10, 22, 9, 5), at(2026, 10, 21, 9, 5), at(2025, 11, 31, 9, 5)]).toEqual([
    '9:05 AM',
    'Nov 21, 9:05 AM',
    'Dec 31, 2025, 9:05 AM',
  ]);
});
