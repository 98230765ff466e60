import type { Engine } from '#engine';
import { comparedPeriods, coveredPart, dayMs, wallClockToMs, type Period, type WallClock } from '#time';
import { isStock } from './clauses.ts';
import { changeInterval, methodOf, type Estimate } from './estimate.ts';
import type { Definition, Kpi } from './kpi.ts';
import { samePeriodLastYear } from './last-year.ts';
import { Reader } from './reader.ts';
import { isBeyondNoise, type Interval95 } from './statistics.ts';

export interface PreviousMeasurement {
  /** What the data tell of it. */
  readonly period: Period;
  /** How many times as long as this one the measured period is, where a count is compared by the day; 1 otherwise. */
  readonly exposure: number;
  /** What of the measured period it was compared with, where the data end within that or begin within the other; null for all of both. */
  readonly part: Period | null;
  /** Whether the data begin within it. */
  readonly isCut: boolean;
  /** A count by the day, where the data begin within the earlier period; null otherwise. */
  readonly daily: Daily | null;
  readonly value: number;
  readonly n: number;
  /** This period's value less the previous one's (for periods of another length, less what that one lets expect). */
  readonly change: number;
  /** By the previous value; null where that is 0. */
  readonly relative: number | null;
  readonly interval: Interval95 | null;
  /** Whether the change is more than noise; null where that cannot be said. */
  readonly beyondNoise: boolean | null;
}

export interface Daily {
  readonly now: number;
  readonly before: number;
}

interface Compared {
  readonly previous: PreviousMeasurement | null;
  readonly lastYear: PreviousMeasurement | null;
  /** Why there is no period before: the day that the data begin on. */
  readonly begins: string | null;
}

/** Weekdays differ: of fewer days a count by the day says little of the others. */
const fewestDays = 7;

/** The period before and the same one last year, each as far as the data go. */
export async function comparisons(
  reader: Reader,
  period: Period | null,
  { asOf, all }: { readonly asOf: WallClock | null; readonly all: Estimate },
): Promise<Compared> {
  const nothing = { previous: null, lastYear: null, begins: null };
  const found = period && comparedPeriods(period, asOf);
  const isDated = reader.definition.at !== null || isStock(reader.definition);
  if (!found || !isDated) return nothing;
  const { now: within, before, isPart } = found;
  const isShorter = within.to !== period.to;
  const now = isShorter ? await reader.estimate(await reader.headline(within), within) : all;
  if (now === null) return nothing;
  const common = { within, isPart, now };
  const first = (await reader.span())?.first ?? null;
  const isTold = (await comparablePart(reader, before)) !== null;
  return {
    previous: await compared(reader, { ...common, earlier: before }),
    lastYear: await compared(reader, { ...common, earlier: samePeriodLastYear(within) }),
    begins: isTold ? null : (first?.slice(0, 10) ?? null),
  };
}

/**
 * What of an earlier period there is to compare with: the days that the data reach back to. Of what is counted over a period they
 * have to be all of it, or a week at least: null where they are fewer. What each of several agents or customers has grows with the
 * days, and not in step with them: null where they are not all of it.
 */
async function comparablePart(reader: Reader, earlier: Period): Promise<Period | null> {
  const { definition } = reader;
  const first = (await reader.span())?.first ?? null;
  const part = first === null ? earlier : coveredPart(earlier, first);
  if (part === null || part === earlier) return part;
  const isEnough = !isFlow(definition) || length(part) >= fewestDays * dayMs;
  return isEnough && definition.per === null ? part : null;
}

interface Question {
  readonly kpi: Kpi;
  readonly definition: Definition;
  readonly earlier: Period;
  readonly signal: AbortSignal | undefined;
}

/** The same for who asks of a KPI anew. */
export async function comparablePeriod(
  engine: Engine,
  book: string | null,
  { earlier, ...question }: Question,
): Promise<Period | null> {
  return comparablePart(new Reader({ engine, book, asOf: null, ...question }), earlier);
}

interface Comparison {
  readonly within: Period;
  readonly isPart: boolean;
  readonly earlier: Period | null;
  readonly now: Estimate;
}

async function compared(
  reader: Reader,
  { within, isPart, earlier, now }: Comparison,
): Promise<PreviousMeasurement | null> {
  const period = earlier && (await comparablePart(reader, earlier));
  if (period === null) return null;
  const before = await reader.estimate(await reader.headline(period), period);
  if (before === null || (before.n === 0 && !(await reader.isKnown(period, null)))) return null;
  const method = methodOf(reader.definition);
  const isCounted = isFlow(reader.definition);
  const isCut = period !== earlier;
  const exposure = isCounted ? length(within) / length(period) : 1;
  const interval = changeInterval(method, { now, before, exposure });
  const change = now.value - before.value * exposure;
  return {
    period,
    exposure,
    part: isPart || isCut ? within : null,
    isCut,
    daily: isCut && isCounted ? { now: daily(now, within), before: daily(before, period) } : null,
    value: before.value,
    n: before.n,
    change,
    relative: before.value === 0 ? null : change / Math.abs(before.value * exposure),
    interval,
    beyondNoise: isBeyondNoise(interval),
  };
}

/** Whether its value adds up over a period, so that a longer one has more. */
function isFlow(definition: Definition): boolean {
  return methodOf(definition) === 'count' && !isStock(definition);
}

function daily({ value }: Estimate, period: Period): number {
  return value / (length(period) / dayMs);
}

function length({ from, to }: Period): number {
  return (wallClockToMs(to ?? '') ?? 0) - (wallClockToMs(from ?? '') ?? 0);
}
