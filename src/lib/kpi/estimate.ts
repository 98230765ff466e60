import { assertNever } from '#errors';
import type { Unit } from '#table';
import { isShare } from './aggregate.ts';
import type { Definition } from './kpi.ts';
import {
  meanInterval,
  netScoreInterval,
  newcombe,
  poisson,
  squareAndAdd,
  welch,
  wilson,
  type Interval95,
  type Support,
} from './statistics.ts';

/** The first row of a headline, as numbers. */
export type Numbers = Readonly<Record<string, number | null>>;

/** How the uncertainty of a value is reckoned. */
export type Method = 'share' | 'netScore' | 'mean' | 'count' | 'quantile' | 'none';

export interface Estimate {
  readonly value: number;
  readonly n: number;
  readonly stddev: number | null;
  readonly interval: Interval95 | null;
}

export function methodOf(definition: Definition): Method {
  if (definition.shape === 'count') return 'count';
  if (isShare(definition)) return 'share';
  if (definition.unit === 'nps' && definition.value !== null) return 'netScore';
  if (definition.shape === 'quantile' && definition.statistic !== 'mean') return 'quantile';
  if (definition.shape === 'quantile' || definition.per !== null || definition.value !== null) return 'mean';
  return 'none';
}

/** The 95 % interval that needs no more than the headline itself; a quantile's needs its order statistics. */
export function intervalOf(
  method: Method,
  { value, n, stddev }: Omit<Estimate, 'interval'>,
  unit: Unit = 'number',
): Interval95 | null {
  switch (method) {
    case 'share':
      return wilson(successes(value, n), n);
    case 'count':
      return poisson(value);
    case 'mean':
      return stddev === null ? null : meanInterval(value, stddev, n, supports[unit]);
    case 'netScore':
      return netScore(value, n, stddev);
    case 'quantile':
    case 'none':
      return null;
    default:
      return assertNever(method);
  }
}

/** The 95 % interval that a headline's row is enough for; null where more would have to be asked. */
export function intervalOfRow(definition: Definition, row: Omit<Estimate, 'interval'>): Interval95 | null {
  return definition.per === null ? intervalOf(methodOf(definition), row, definition.unit) : null;
}

/**
 * The 95 % interval of a change. Counts are compared as rates per day when the two periods differ in length: `exposure`
 * is the length of the later by that of the earlier, and the difference is that to the expected count.
 */
export function changeInterval(
  method: Method,
  { now, before, exposure }: { readonly now: Estimate; readonly before: Estimate; readonly exposure: number },
): Interval95 | null {
  switch (method) {
    case 'share':
      return newcombe(
        { successes: successes(now.value, now.n), n: now.n },
        { successes: successes(before.value, before.n), n: before.n },
      );
    case 'mean':
      if (now.stddev === null || before.stddev === null) return null;
      return welch(
        { mean: now.value, stddev: now.stddev, n: now.n },
        { mean: before.value, stddev: before.stddev, n: before.n },
      );
    case 'count':
    case 'quantile':
    case 'netScore':
      return now.interval && before.interval
        ? squareAndAdd(
            { value: now.value, interval: now.interval },
            method === 'count'
              ? scaled(before.value, before.interval, exposure)
              : { value: before.value, interval: before.interval },
          )
        : null;
    case 'none':
      return null;
    default:
      return assertNever(method);
  }
}

const positive: Support = { low: 0, high: Infinity };
const fraction: Support = { low: 0, high: 1 };

/** What means of a unit can be; the ends of a scale of scores are the file's own. */
const supports: Readonly<Partial<Record<Unit, Support>>> = {
  duration: positive,
  count: positive,
  number: positive,
  percent: fraction,
};

/** Answers count 100, 0 or −100: their mean and their spread tell how many there were of each. */
function netScore(value: number, n: number, stddev: number | null): Interval95 | null {
  const net = value / 100;
  const squares = ((stddev ?? 0) / 100) ** 2 * (n - 1) + net * net * n;
  const promoters = Math.round((squares + net * n) / 2);
  const detractors = Math.round((squares - net * n) / 2);
  return netScoreInterval(promoters, detractors, n);
}

function scaled(value: number, [low, high]: Interval95, by: number): { value: number; interval: Interval95 } {
  return { value: value * by, interval: [low * by, high * by] };
}

/** A share times its n is a whole number, but for the rounding of floating point. */
function successes(value: number, n: number): number {
  return Math.min(n, Math.max(0, Math.round(value * n)));
}
