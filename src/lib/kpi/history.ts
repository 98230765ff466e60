import type { Engine } from '#engine';
import { comparedPeriods, msToWallClock, wallClockToMs, type Period } from '#time';
import { isStock } from './clauses.ts';
import { cutsOf } from './compile.ts';
import type { Kpi } from './kpi.ts';
import type { MeasureOptions } from './measure.ts';
import { Reader } from './reader.ts';
import { definitionOf, isChoice, parseVariant } from './variant.ts';

/** What a KPI was in a period; null where the data do not say, or of a part of it alone. */
export interface PastValue {
  readonly period: Period;
  readonly value: number | null;
}

/** So many periods before the measured one are enough to see where it comes from. */
const periodsBefore = 7;

/**
 * A KPI's values in the periods before one, the earliest first, and in that one last. Where the data end within it each is of the
 * same part. None for a period that is open, and for a KPI that goes by no date.
 */
export async function pastValues(
  engine: Engine,
  book: string | null,
  kpi: Kpi,
  { variant = '', period, asOf, signal }: Pick<MeasureOptions, 'variant' | 'period' | 'asOf' | 'signal'>,
): Promise<readonly PastValue[]> {
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice) || period === null || !cutsOf(kpi).includes('headline')) return [];
  const definition = definitionOf(kpi, choice);
  if (definition.at === null && !isStock(definition)) return [];
  const reader = new Reader({ engine, book, kpi, definition, asOf, signal });
  const first = (await reader.span())?.first?.slice(0, 10) ?? '';
  const values: PastValue[] = [];
  for (const each of periodsTo(period, asOf)) {
    const isWhole = (each.from ?? '').slice(0, 10) >= first;
    const { value = null, n } = isWhole ? await reader.headline(each) : {};
    const isNothing = value === null || (!n && !(await reader.isKnown(each, asOf)));
    values.push({ period: each, value: isNothing ? null : value });
  }
  return values.slice(
    Math.max(
      values.findIndex(({ value }) => value !== null),
      0,
    ),
  );
}

function periodsTo(period: Period, asOf: string | null): readonly Period[] {
  const compared = comparedPeriods(period, asOf);
  if (!compared) return [];
  const { now, isPart } = compared;
  const part = isPart ? msOf(now.to) - msOf(now.from) : Infinity;
  const earlier: Period[] = [];
  let whole: Period = { from: period.from, to: period.wholeTo ?? period.to };
  for (let count = 0; count < periodsBefore; count++) {
    const before = comparedPeriods(whole, null)?.before;
    if (!before) break;
    whole = before;
    earlier.push({
      from: before.from,
      to: msToWallClock(Math.min(msOf(before.from) + part, msOf(before.to))),
    });
  }
  return [...earlier.toReversed(), now];
}

function msOf(at: string | null): number {
  return wallClockToMs(at ?? '') ?? 0;
}
