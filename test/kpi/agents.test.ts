import { expect, test } from 'vitest';
import { compile, findKpi, openPeriod, setPeriod } from '#kpi';
import { bindParameters } from '#sql';
import { sharedEngine } from '../support/engine.ts';
import { testCases } from './asked.ts';
import { scorecardCases } from './cases/agents-scorecard.ts';
import { staffingCases } from './cases/agents-staffing.ts';
import { agentsCases, closes } from './cases/agents.ts';
import { formatRows } from './rows.ts';
import { fill } from './world.ts';

const engine = sharedEngine();

testCases(engine, [...agentsCases, ...staffingCases, ...scorecardCases]);

// Closes, who closed, closes by each, who closed.
test.each([
  ['day', ['2026-03-01, 1, 1, 1, 1', '2026-03-02, 2, 2, 1, 2', '2026-03-03, 1, 1, 1, 1']],
  ['week', ['2026-02-23, 1, 1, 1, 1', '2026-03-02, 3, 2, 1.5, 2']],
  ['month', ['2026-03-01, 4, 2, 2, 2']],
  ['quarter', ['2026-01-01, 4, 2, 2, 2']],
] as const)('closed_per_agent per %s', async (grain, answers) => {
  const kpi = findKpi('closed_per_agent');
  if (!kpi) throw new Error('no such KPI');
  await fill(engine(), closes);
  const sql = bindParameters(compile({ kpi, shape: 'trend', grain, withPeriod: false })).sql;
  const rows = await engine().query(`${setPeriod(openPeriod, '2026-03-31 00:00:00')};\n${sql}`);
  expect(formatRows(rows)).toEqual(answers);
});
