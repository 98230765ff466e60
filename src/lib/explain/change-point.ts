import { logGamma } from '#kpi';
import { dayMs, wallClockToMs } from '#time';
import { nothing, plus, valueOf, type Sums } from './sums.ts';
import { evenWeekdays, type DaySums } from './weekdays.ts';

/** The day from which a value is another. */
export interface ChangePoint {
  readonly day: string;
  /** The first and the last day that it may be, with 95 % together. */
  readonly interval: readonly [string, string];
  readonly before: number;
  readonly after: number;
}

/** Fewer days have no two levels. */
const fewestDays = 8;
const credibility = 0.95;

interface Split {
  readonly day: string;
  /** The day after the last one with rows before: the change may have come on any day from there on. */
  readonly from: string;
  readonly before: Sums;
  readonly after: Sums;
}

/**
 * The most likely day on which the level of a series changed once, and the shortest run of days around it that holds 95 % of the
 * probability, every day being as likely beforehand; null for series that are too short. What weekdays always differ by is taken
 * out first, and days that stray more than chance would have them say less.
 */
export function changePoint(days: readonly DaySums[], isPart: boolean): ChangePoint | null {
  const known = days.filter(({ sums }) => sums.w > 0);
  if (known.length < fewestDays) return null;
  const isShare = isPart && known.every(({ sums: { x, w } }) => x >= 0 && x <= w);
  const even = evenWeekdays(known, isShare);
  const splits = splitsOf(even);
  const gains = splits.map((split) => (isShare ? shareGain(split) : meanGain(split, even)));
  const best = gains.indexOf(Math.max(...gains));
  const chosen = splits[best];
  if (chosen === undefined) return null;
  const scale = isShare ? strayOf(even, chosen) : 1;
  const weights = gains.map(
    (gain, index) => Math.exp((gain - (gains[best] ?? 0)) / scale) * daysIn(splits[index] ?? chosen),
  );
  const [low, high] = credible(weights, best);
  const levels = levelsOf(known, chosen.day);
  return { day: chosen.day, interval: [splits[low]?.from ?? '', splits[high]?.day ?? ''], ...levels };
}

/** Every day but the first as the first of a new level. */
function splitsOf(days: readonly DaySums[]): Split[] {
  const total = days.reduce((sum, { sums }) => plus(sum, sums), nothing);
  let before = nothing;
  let last = '';
  return days.flatMap(({ day, sums }) => {
    const split = { day, from: last === '' ? day : nextDay(last), before, after: plus(total, before, -1) };
    before = plus(before, sums);
    last = day;
    return split.before.w > 0 ? [split] : [];
  });
}

/** The logarithm of how likely successes are at two levels of which nothing is known: each a beta integral. */
function shareGain({ before, after }: Split): number {
  return logBeta(before) + logBeta(after);
}

function logBeta({ x, w }: Sums): number {
  return logGamma(x + 1) + logGamma(w - x + 1) - logGamma(w + 2);
}

/** The same of means: days stray about two levels by a spread that is not known either (Student's). */
function meanGain({ before, after }: Split, days: readonly DaySums[]): number {
  const whole = days.reduce((sum, { sums: { x, w } }) => sum + (x * x) / w, 0);
  const about = whole - (before.x * before.x) / before.w - (after.x * after.x) / after.w;
  // What is left of two equal numbers, so that a series without any spread has a level too.
  const left = Math.max(about, whole * 1e-12, Number.MIN_VALUE);
  return (-(days.length - 2) / 2) * Math.log(left) - (Math.log(before.w) + Math.log(after.w)) / 2;
}

/** How many times what chance allows the days of a share stray about its two levels; never less than once. */
function strayOf(days: readonly DaySums[], { day: first, before, after }: Split): number {
  const strays = days.map(({ day, sums: { x, w } }) => {
    const share = valueOf(day < first ? before : after) ?? 0;
    const variance = w * share * (1 - share);
    return variance > 0 ? (x - w * share) ** 2 / variance : 0;
  });
  return Math.max(1, strays.reduce((sum, each) => sum + each, 0) / (days.length - 2));
}

/** From the most likely outwards, until 95 % are in. */
function credible(weights: readonly number[], best: number): readonly [number, number] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [low, high] = [best, best];
  let held = weights[best] ?? 0;
  while (held < credibility * total) {
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
  return [low, high];
}

function levelsOf(days: readonly DaySums[], first: string): { before: number; after: number } {
  const level = (isAfter: boolean): number =>
    valueOf(
      days.filter(({ day }) => day >= first === isAfter).reduce((sum, { sums }) => plus(sum, sums), nothing),
    ) ?? 0;
  return { before: level(false), after: level(true) };
}

function daysIn({ from, day }: Split): number {
  return Math.max(1, Math.round((timeOf(day) - timeOf(from)) / dayMs) + 1);
}

function nextDay(day: string): string {
  return new Date(timeOf(day) + dayMs).toISOString().slice(0, 10);
}

function timeOf(day: string): number {
  return wallClockToMs(`${day} 00:00:00`) ?? 0;
}
