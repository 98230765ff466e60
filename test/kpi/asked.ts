import { expect, test } from 'vitest';
import type { Engine } from '#engine';
import { compile, findKpi, measure, openPeriod, setPeriod, type Cut, type Kpi } from '#kpi';
import { bindParameters } from '#sql';
import type { Period } from '#time';
import { formatRows } from './rows.ts';
import { fill, type World } from './world.ts';

/** The value and its n, why there is none, or the rows of a table. */
export type Answer = readonly [number | null, number | null] | string | readonly string[];

/** A world small enough to check by eye, and what is asked of it: `id`, `id variant`, `id variant by dimension`, `id variant rows`, `id variant headline` for all that stands beside its value. */
export interface Case {
  readonly title: string;
  readonly world: World;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly period?: Period;
  readonly now?: string;
}

export const asOf = '2026-03-31 00:00:00';

export const from = (start: string, end: string): Period => ({
  from: `${start} 00:00:00`,
  to: `${end} 00:00:00`,
});

export function testCases(engine: () => Engine, cases: readonly Case[]): void {
  test.each(cases.map((each) => [each.title, each] as const))('%s', async (_, each) => {
    await fill(engine(), each.world);
    const found: Record<string, Answer> = {};
    for (const question of Object.keys(each.answers))
      found[question] = await answer(engine(), question, each);
    expect(found).toEqual(
      Object.fromEntries(Object.entries(each.answers).map(([question, each]) => [question, inDigits(each)])),
    );
  });
}

/** A question's parts: `csat mean_score by channel`. */
export function partsOf(question: string): {
  kpi: Kpi;
  variant: string;
  cut: string;
  by: string | undefined;
} {
  const [, id = '', variant = '', cut = '', by] =
    /^(\w+)(?: (?!(?:headline|by|table|rows|trend)(?: |$))(\S+))?(?: (headline|by|table|rows|trend)(?: (\S+))?)?$/.exec(
      question,
    ) ?? [];
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  return { kpi, variant, cut, by };
}

async function answer(engine: Engine, question: string, { period, now = asOf }: Case): Promise<Answer> {
  const { kpi, variant, cut, by } = partsOf(question);
  const shape = shapes.get(cut);
  if (shape) return tableOf(engine, { kpi, variant, shape, by, period, now });
  const measured = await measure(engine, null, kpi, { variant, period: period ?? null, asOf: now });
  const { status, value, n, reason } = measured;
  return status === 'ok' ? [rounded(value), n] : (reason?.code ?? status);
}

const shapes: ReadonlyMap<string, Cut> = new Map([
  ['headline', 'headline'],
  ['by', 'breakdown'],
  ['table', 'table'],
  ['rows', 'rows'],
  ['trend', 'trend'],
]);

interface TableOptions {
  readonly kpi: Kpi;
  readonly variant: string;
  readonly shape: Cut;
  readonly by: string | undefined;
  readonly period: Period | undefined;
  readonly now: string;
}

async function tableOf(engine: Engine, { period, now, ...options }: TableOptions): Promise<string[]> {
  const sql = compile({ ...options, withPeriod: period !== undefined });
  const rows = await engine.query(`${setPeriod(period ?? openPeriod, now)};\n${bindParameters(sql).sql}`);
  return formatRows(rows).map((row) =>
    row.replace(/\d+\.\d{5,}/g, (number) => String(rounded(Number(number)))),
  );
}

/** The arithmetic of a hand as far as the program's is compared. */
function inDigits(answer: Answer): Answer {
  if (typeof answer === 'string') return answer;
  const [value, n] = answer;
  return typeof value === 'number' && typeof n === 'number' ? [rounded(value), n] : answer;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(6));
}
