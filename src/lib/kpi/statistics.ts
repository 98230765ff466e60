import { binomialCdf, bisect, gammaCdf, studentT95, z95 } from './distributions.ts';

/** The lower and the upper end of a 95 % interval. */
export type Interval95 = readonly [number, number];

/** A value resting on fewer rows is marked as such. */
export const smallN = 20;

/** Wilson's score interval of a proportion. */
export function wilson(successes: number, n: number): Interval95 | null {
  if (n <= 0) return null;
  const p = successes / n;
  const z2 = z95 * z95;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return [successes === 0 ? 0 : centre - half, successes === n ? 1 : centre + half];
}

/** Garwood's exact interval of a Poisson mean; Wilson and Hilferty's approximation above 10,000. */
export function poisson(count: number): Interval95 {
  if (count > 10_000) return [gammaApproximation(count, -z95), gammaApproximation(count + 1, z95)];
  const far = count + 10 * Math.sqrt(count + 1) + 20;
  const low = count === 0 ? 0 : bisect((x) => gammaCdf(x, count) - 0.025, 0, far);
  return [low, bisect((x) => gammaCdf(x, count + 1) - 0.975, 0, far)];
}

/** What a mean can be at all: a duration is never negative, the mean of shares lies between 0 and 1. */
export interface Support {
  readonly low: number;
  readonly high: number;
}

const everywhere: Support = { low: -Infinity, high: Infinity };

/**
 * Student's interval of a mean, cut where the mean cannot lie. The cut takes nothing away that could be true, so the interval
 * encloses the mean as often as before.
 */
export function meanInterval(
  mean: number,
  stddev: number,
  n: number,
  { low, high }: Support = everywhere,
): Interval95 | null {
  if (n < 2) return null;
  const half = (studentT95(n - 1) * stddev) / Math.sqrt(n);
  return [Math.max(low, mean - half), Math.min(high, mean + half)];
}

/**
 * The interval of a net score (NPS): the share of promoters less that of detractors, which exclude each other. Wilson's
 * intervals of the two shares put together by the square-and-add rule for correlated shares (Newcombe 1998, his method for
 * paired ones). It never leaves −100 … 100, and two promoters alone do not make a certain 100, as Student's would have it.
 */
export function netScoreInterval(promoters: number, detractors: number, n: number): Interval95 | null {
  const up = wilson(promoters, n);
  const down = wilson(detractors, n);
  if (!up || !down) return null;
  const [p, d] = [promoters / n, detractors / n];
  const spread = p * (1 - p) * d * (1 - d);
  const correlation = spread === 0 ? 0 : (-p * d) / Math.sqrt(spread);
  const reach = (a: number, b: number): number => Math.sqrt(a * a - 2 * correlation * a * b + b * b);
  return [
    100 * Math.max(-1, p - d - reach(p - up[0], down[1] - d)),
    100 * Math.min(1, p - d + reach(up[1] - p, d - down[0])),
  ];
}

/**
 * The ranks (from 1) of the order statistics that enclose a quantile in at least 95 % of samples, whatever the
 * distribution; null where n is too small for any to do so.
 */
export function quantileRanks(n: number, quantile: number): Interval95 | null {
  const spread = z95 * Math.sqrt(n * quantile * (1 - quantile)) + 2;
  const middle = n * quantile;
  let low = Math.min(n, Math.ceil(middle + spread));
  while (low > 0 && binomialCdf(low - 1, n, quantile) > 0.025) low -= 1;
  let high = Math.max(1, Math.floor(middle - spread));
  while (high <= n && binomialCdf(high - 1, n, quantile) < 0.975) high += 1;
  return low >= 1 && high <= n ? [low, high] : null;
}

export interface Mean {
  readonly mean: number;
  readonly stddev: number;
  readonly n: number;
}

/** Welch's interval of the difference `now − before` of two means. */
export function welch(now: Mean, before: Mean): Interval95 | null {
  if (now.n < 2 || before.n < 2) return null;
  const a = now.stddev ** 2 / now.n;
  const b = before.stddev ** 2 / before.n;
  const difference = now.mean - before.mean;
  if (a + b === 0) return [difference, difference];
  const degrees = (a + b) ** 2 / (a ** 2 / (now.n - 1) + b ** 2 / (before.n - 1));
  const half = studentT95(degrees) * Math.sqrt(a + b);
  return [difference - half, difference + half];
}

export interface Share {
  readonly successes: number;
  readonly n: number;
}

/** Newcombe's interval (his method 10) of the difference `now − before` of two proportions, built on Wilson's. */
export function newcombe(now: Share, before: Share): Interval95 | null {
  const a = wilson(now.successes, now.n);
  const b = wilson(before.successes, before.n);
  if (!a || !b) return null;
  const p = now.successes / now.n;
  const q = before.successes / before.n;
  return [p - q - Math.hypot(p - a[0], b[1] - q), p - q + Math.hypot(a[1] - p, q - b[0])];
}

/** The interval of the difference of two estimates with intervals of their own, taken as independent (the square-and-add rule). */
export function squareAndAdd(
  now: { readonly value: number; readonly interval: Interval95 },
  before: { readonly value: number; readonly interval: Interval95 },
): Interval95 {
  const difference = now.value - before.value;
  return [
    difference - Math.hypot(now.value - now.interval[0], before.interval[1] - before.value),
    difference + Math.hypot(now.interval[1] - now.value, before.value - before.interval[0]),
  ];
}

/** Whether a difference is more than noise: its interval leaves out zero. Unknown without an interval. */
export function isBeyondNoise(difference: Interval95 | null): boolean | null {
  return difference && (difference[0] > 0 || difference[1] < 0);
}

function gammaApproximation(shape: number, z: number): number {
  return shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
}
