import { expect, test } from 'vitest';
import { catalogue, fullVariant, isChoice, parseVariant, type Kpi } from '#kpi';
import { partsOf, type Answer, type Case } from './asked.ts';
import { scorecardCases } from './cases/agents-scorecard.ts';
import { staffingCases } from './cases/agents-staffing.ts';
import { agentsCases } from './cases/agents.ts';
import { customerCases } from './cases/commerce-customer.ts';
import { commerceCases } from './cases/commerce.ts';
import { resolutionCases } from './cases/resolution.ts';
import { satisfactionCases } from './cases/satisfaction.ts';
import { speedCases } from './cases/speed.ts';
import { volumeCases } from './cases/volume.ts';
import { variantsOf } from './every-sql.ts';

const cases: readonly Case[] = [
  ...volumeCases,
  ...speedCases,
  ...resolutionCases,
  ...satisfactionCases,
  ...agentsCases,
  ...scorecardCases,
  ...staffingCases,
  ...commerceCases,
  ...customerCases,
];

/** A number, or rows: a reason why there is none proves little. */
function isValue(answer: Answer): boolean {
  if (typeof answer === 'string') return false;
  return typeof answer[0] === 'number' || (typeof answer[0] === 'string' && answer.length > 0);
}

function inFull(kpi: Kpi, variant: string): string {
  const choice = parseVariant(kpi, variant);
  return `${kpi.id} ${isChoice(choice) ? fullVariant(choice) : variant}`.trim();
}

test('every variant of every KPI has an answer that was worked out by hand', () => {
  const asked = new Set(
    cases.flatMap(({ answers }) =>
      Object.entries(answers).flatMap(([question, answer]) => {
        const { kpi, variant } = partsOf(question);
        return isValue(answer) ? [inFull(kpi, variant)] : [];
      }),
    ),
  );
  const wanted = catalogue.flatMap((kpi) => variantsOf(kpi).map((variant) => inFull(kpi, variant)));
  expect(wanted.filter((each) => !asked.has(each))).toEqual([]);
  expect(wanted.length).toBeGreaterThan(200);
});
