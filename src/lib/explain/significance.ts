import { varianceOf, valueOf, type Pair } from './sums.ts';

/** A difference, and how many of its standard errors it is away from nothing. */
export interface Contrast {
  readonly difference: number;
  readonly standardError: number;
  readonly z: number;
}

/** How much more a segment's value moved than that of the rest; null where a period has no rows of either. */
export function contrast(segment: Pair, rest: Pair, isShare: boolean): Contrast | null {
  const values = [segment.after, segment.before, rest.after, rest.before];
  const [a, b, c, d] = values.map(valueOf);
  if (a == null || b == null || c == null || d == null) return null;
  const variance = values.reduce((sum, each) => sum + varianceOf(each, isShare), 0);
  return contrastOf(a - b - (c - d), variance);
}

/** How much more a segment's count grew than the rest's, as a difference of logarithms. */
export function countContrast(segment: Pair, rest: Pair): Contrast | null {
  const counts = [segment.after, segment.before, rest.after, rest.before].map(({ x }) => x);
  const [a = 0, b = 0, c = 0, d = 0] = counts;
  if (c <= 0 || d <= 0 || a + b <= 0) return null;
  const log = (count: number): number => Math.log(count + 0.5);
  const variance = counts.reduce((sum, count) => sum + 1 / (count + 0.5), 0);
  return contrastOf(log(a) - log(b) - (log(c) - log(d)), variance);
}

export function contrastOf(difference: number, variance: number): Contrast | null {
  if (!Number.isFinite(variance)) return null;
  const standardError = Math.sqrt(variance);
  return { difference, standardError, z: standardError === 0 ? 0 : difference / standardError };
}

/** The chance that noise alone lies as far away, on either side (Numerical Recipes 6.2, right to 1.2e-7 of itself). */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const sum = chebyshev.reduceRight((total, coefficient) => coefficient + t * total, 0);
  return Math.min(1, t * Math.exp(-x * x + sum));
}

const chebyshev = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

/**
 * Which of many looked-at differences are more than noise: by Benjamini and Hochberg's rule at most `level` of those found are false.
 * In the order given.
 */
export function beyondNoise(chances: readonly number[], level: number): readonly boolean[] {
  const sorted = [...chances].sort((a, b) => a - b);
  const last = sorted.findLastIndex((p, index) => p <= (level * (index + 1)) / sorted.length);
  const limit = last < 0 ? -1 : (sorted[last] ?? -1);
  return chances.map((p) => p <= limit);
}
