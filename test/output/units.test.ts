import { expect, test } from 'vitest';
import { unitsOfCell } from '#output';
import { parse } from '#notebook';
import { formatPercent, formatShare } from '#table';

test('a cell says which of its columns are percents or durations, beside what its KPI says', () => {
  const { notebook } = parse(
    '```sql a kpi=csat shape=breakdown percent="share, low" duration=wait\nselect 1\n```\n\n```sql b\nselect 1\n```\n',
  );
  expect(notebook.cells.map((cell) => unitsOfCell(cell))).toEqual([
    {
      ...{ value: 'percent', n: 'count', bin_from: 'percent', bin_to: 'percent' },
      ...{ share: 'percent', target: 'percent', attainment: 'percent', low: 'percent', wait: 'duration' },
      // Of the scorecard, the reasons and the forecast.
      ...{ csat: 'percent', csat_low: 'percent', csat_high: 'percent', acceptance: 'percent' },
      ...{ reopened: 'percent', reopened_low: 'percent', reopened_high: 'percent', reopen_rate: 'percent' },
      ...{ growth: 'percent', error: 'percent', baseline_error: 'percent' },
      ...{ first_response_low: 'duration', first_response_high: 'duration' },
      ...{ response_low: 'duration', response_high: 'duration' },
    },
    {},
  ]);
});

test('what stands beside a headline is in its own unit: reopened tickets are counted there', () => {
  const unitsOf = (kpi: string) =>
    unitsOfCell(parse(`\`\`\`sql a kpi=${kpi} shape=headline\nselect 1\n\`\`\`\n`).notebook.cells[0]!);
  expect([unitsOf('tickets_resolved')['reopened'], unitsOf('resolution_time')['still_open']]).toEqual([
    'count',
    'percent',
  ]);
  expect(unitsOf('abandonment_rate')['wait_at_abandonment']).toBe('duration');
});

test('percents stand below one another in a column; a confidence is a whole one', () => {
  expect([
    formatPercent(0.843, 'en'),
    formatPercent(0.843, 'pt-BR', true),
    formatShare(0.5, 'en'),
    formatShare(0.996, 'pt-BR'),
  ]).toEqual(['84.3%', '84,30%', '50%', '100%']);
});
