import { nothing, plus, valueOf, varianceOf, type Sums } from './sums.ts';

/** The day from which a value is another. */
export interface ChangePoint {
  readonly day: string;
  /** The first and the last day that it may be, with 95 % together. */
  readonly interval: readonly [string, string];
  readonly before: number;
  readonly after: number;
}

/** Days at either end that say too little of a level. */
const margin = 3;

/**
 * The most likely day on which the level of a series changed once, and the shortest run of days that holds 95 % of the likelihood
 * around it; null for series that are too short.
 */
export function changePoint(
  days: readonly { readonly day: string; readonly sums: Sums }[],
  isShare: boolean,
): ChangePoint | null {
  if (days.length < 2 * margin + 2) return null;
  const total = days.reduce((sum, { sums }) => plus(sum, sums), nothing);
  let before = nothing;
  const splits = days.flatMap(({ day, sums }, index) => {
    const earlier = before;
    before = plus(before, sums);
    if (index < margin || index > days.length - margin) return [];
    const later = plus(total, earlier, -1);
    const [a, b] = [valueOf(earlier), valueOf(later)];
    if (a === null || b === null) return [];
    return [{ day, before: a, after: b, gain: gainOf(earlier, later, isShare) }];
  });
  const best = splits.reduce<(typeof splits)[number] | null>(
    (most, each) => (most === null || each.gain > most.gain ? each : most),
    null,
  );
  if (best === null) return null;
  const weights = splits.map(({ gain }) => Math.exp(gain - best.gain));
  const interval = credible(
    splits.map(({ day }) => day),
    weights,
  );
  return { day: best.day, interval, before: best.before, after: best.after };
}

/**
 * What two levels in place of one add to the logarithm of the likelihood, the levels themselves being unknown (Laplace's rule takes
 * half the logarithm of each side's weight off).
 */
function gainOf(before: Sums, after: Sums, isShare: boolean): number {
  const unknown = (Math.log(before.w) + Math.log(after.w)) / 2;
  if (isShare) return binomial(before) + binomial(after) - binomial(plus(before, after)) - unknown;
  const difference = (valueOf(after) ?? 0) - (valueOf(before) ?? 0);
  const variance = varianceOf(before, false) + varianceOf(after, false);
  const gain = Number.isFinite(variance) && variance > 0 ? (difference * difference) / variance / 2 : 0;
  return gain - unknown;
}

/** The logarithm of the likelihood of so many successes at their own share. */
function binomial({ x, w }: Sums): number {
  const part = (count: number): number => (count <= 0 ? 0 : count * Math.log(count / w));
  return part(x) + part(w - x);
}

/** From the most likely outwards, until 95 % are in. */
function credible(days: readonly string[], weights: readonly number[]): readonly [string, string] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let low = weights.indexOf(Math.max(...weights));
  let high = low;
  let held = weights[low] ?? 0;
  while (held < 0.95 * total) {
    const [left = -1, right = -1] = [weights[low - 1], weights[high + 1]];
    if (left < 0 && right < 0) break;
    if (left >= right) {
      low -= 1;
      held += left;
    } else {
      high += 1;
      held += right;
    }
  }
  return [days[low] ?? '', days[high] ?? ''];
}
