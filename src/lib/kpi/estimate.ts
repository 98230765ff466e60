import { assertNever } from '#errors';
import { isShare } from './aggregate.ts';
import type { Definition } from './kpi.ts';
import {
  meanInterval,
  newcombe,
  poisson,
  squareAndAdd,
  welch,
  wilson,
  type Interval95,
} from './statistics.ts';

/** The first row of a headline, as numbers. */
export type Numbers = Readonly<Record<string, number | null>>;

/** How the uncertainty of a value is reckoned. */
export type Method = 'share' | 'mean' | 'count' | 'quantile' | 'none';

export interface Estimate {
  readonly value: number;
  readonly n: number;
  readonly stddev: number | null;
  readonly interval: Interval95 | null;
}

export function methodOf(definition: Definition): Method {
  if (definition.shape === 'count') return 'count';
  if (isShare(definition)) return 'share';
  if (definition.shape === 'quantile' && definition.statistic !== 'mean') return 'quantile';
  if (definition.shape === 'quantile' || definition.per !== null || definition.value !== null) return 'mean';
  return 'none';
}

/** The 95 % interval that needs no more than the headline itself; a quantile's needs its order statistics. */
export function intervalOf(
  method: Method,
  { value, n, stddev }: Omit<Estimate, 'interval'>,
): Interval95 | null {
  switch (method) {
    case 'share':
      return wilson(successes(value, n), n);
    case 'count':
      return poisson(value);
    case 'mean':
      return stddev === null ? null : meanInterval(value, stddev, n);
    case 'quantile':
    case 'none':
      return null;
    default:
      return assertNever(method);
  }
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

function scaled(value: number, [low, high]: Interval95, by: number): { value: number; interval: Interval95 } {
  return { value: value * by, interval: [low * by, high * by] };
}

/** A share times its n is a whole number, but for the rounding of floating point. */
function successes(value: number, n: number): number {
  return Math.min(n, Math.max(0, Math.round(value * n)));
}
