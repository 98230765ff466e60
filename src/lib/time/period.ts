import { dayMs, msToWallClock, wallClockToMs, type WallClock } from './wall-clock.ts';

/** `[from, to)` in the workspace's wall clock; null is open. */
export interface Period {
  readonly from: WallClock | null;
  readonly to: WallClock | null;
  /** Where the month, week … ends that the as-of day lies in, for a period such as “this month” that it cuts short. */
  readonly wholeTo?: WallClock;
}

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A period as it is asked for, before the data's last day is known. */
export type PeriodSpec =
  | { readonly kind: 'all' }
  | { readonly kind: 'last'; readonly count: number; readonly unit: PeriodUnit }
  | { readonly kind: 'this' | 'previous'; readonly unit: PeriodUnit }
  | { readonly kind: 'range'; readonly from: WallClock | null; readonly to: WallClock | null };

/** ISO weekday on which a week begins: 1 is Monday, 7 is Sunday. */
export type WeekStart = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface PeriodOptions {
  /** The latest instant in the data, in wall clock; null where there is none. */
  readonly asOf: WallClock | null;
  readonly weekStart?: WeekStart;
}

export const allTime: Period = { from: null, to: null };

/**
 * The period that a spec means, in whole days. "Last n" ends with the as-of day and includes it; "this" begins with its
 * unit and ends with the as-of day, since nothing is known of the days after; "previous" is the whole unit before it.
 */
export function resolvePeriod(spec: PeriodSpec, { asOf, weekStart = 1 }: PeriodOptions): Period {
  if (spec.kind === 'all') return allTime;
  if (spec.kind === 'range') return { from: spec.from, to: spec.to };
  const now = asOf === null ? null : wallClockToMs(asOf);
  if (now === null) return allTime;
  const tomorrow = Math.floor(now / dayMs) * dayMs + dayMs;
  const start = startOf(spec.unit, tomorrow - dayMs, weekStart);
  switch (spec.kind) {
    case 'last':
      return period(add(spec.unit, tomorrow, -spec.count), tomorrow);
    case 'this': {
      const end = add(spec.unit, start, 1);
      return { ...period(start, tomorrow), ...(tomorrow < end ? { wholeTo: msToWallClock(end) } : {}) };
    }
    case 'previous':
      return period(add(spec.unit, start, -1), start);
  }
}

/**
 * The period to compare with: as many calendar months before it where it is made of whole months, otherwise the same
 * length ending where it begins. Null where a bound is open.
 */
function previousPeriod({ from, to }: Period): Period | null {
  const start = from === null ? null : wallClockToMs(from);
  const end = to === null ? null : wallClockToMs(to);
  if (start === null || end === null || end <= start) return null;
  const months = wholeMonths(start, end);
  return period(months > 0 ? add('month', start, -months) : start - (end - start), start);
}

/** Periods of the same kind, side by side. */
interface ComparedPeriods {
  readonly now: Period;
  readonly before: Period;
  /** Whether both are the first part of longer ones, since the data end within the later. */
  readonly isPart: boolean;
}

/**
 * A period and the one to compare it with. Where the data end within it, it is compared as far as the as-of day, with the same
 * part of the one before: 1 to 12 November with 1 to 12 October. Null where a bound is open.
 */
export function comparedPeriods(whole: Period, asOf: WallClock | null): ComparedPeriods | null {
  const end = whole.wholeTo ?? whole.to;
  const before = previousPeriod({ from: whole.from, to: end });
  if (before === null) return null;
  const now = reachedPart(whole, asOf);
  if (now === null) return { now: { from: whole.from, to: whole.to }, before, isPart: false };
  const [start, reached, last, limit] = [whole.from, now.to, end, before.to].map(
    (each) => wallClockToMs(each ?? '') ?? 0,
  );
  const months = wholeMonths(start!, last!);
  const same = months > 0 ? add('month', reached! - dayMs, -months) + dayMs : reached! - (last! - start!);
  return { now, before: { from: before.from, to: msToWallClock(Math.min(same, limit!)) }, isPart: true };
}

/** The day, week, month … that begins with an instant; null for what is no instant. */
export function periodFrom(unit: PeriodUnit, start: WallClock): Period | null {
  const from = wallClockToMs(start);
  return from === null ? null : period(from, add(unit, from, 1));
}

/** The whole days of a period that the data reach; null where they reach its end, or not even its beginning. */
export function reachedPart({ from, to, wholeTo }: Period, asOf: WallClock | null): Period | null {
  const [now, start, end] = [asOf, from, wholeTo ?? to].map((each) => wallClockToMs(each ?? ''));
  if (now === null || now === undefined) return null;
  const tomorrow = Math.floor(now / dayMs) * dayMs + dayMs;
  if (typeof end !== 'number' || tomorrow >= end || (typeof start === 'number' && now < start)) return null;
  return { from, to: msToWallClock(tomorrow) };
}

/** What of a period lies on or after the day that the data begin on: itself where that is all of it, null where it is nothing. */
export function coveredPart(period: Period, first: WallClock): Period | null {
  const [begin, start, end] = [first, period.from, period.to].map((each) => wallClockToMs(each ?? ''));
  if (typeof begin !== 'number') return period;
  const day = Math.floor(begin / dayMs) * dayMs;
  if (typeof end === 'number' && day >= end) return null;
  return typeof start !== 'number' || day <= start ? period : { from: msToWallClock(day), to: period.to };
}

function period(from: number, to: number): Period {
  return { from: msToWallClock(from), to: msToWallClock(to) };
}

function startOf(unit: PeriodUnit, day: number, weekStart: WeekStart): number {
  const date = new Date(day);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return day - ((date.getUTCDay() - (weekStart % 7) + 7) % 7) * dayMs;
    case 'month':
      return Date.UTC(year, month, 1);
    case 'quarter':
      return Date.UTC(year, month - (month % 3), 1);
    case 'year':
      return Date.UTC(year, 0, 1);
  }
}

const daysOf = { day: 1, week: 7 } as const;
const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** A month later than the 31st is the month's last day, as DuckDB's intervals have it. */
function add(unit: PeriodUnit, ms: number, count: number): number {
  if (unit === 'day' || unit === 'week') return ms + count * daysOf[unit] * dayMs;
  const date = new Date(ms);
  const month = date.getUTCMonth() + count * monthsOf[unit];
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), lastDay));
}

function isMonthStart(ms: number): boolean {
  return ms % dayMs === 0 && new Date(ms).getUTCDate() === 1;
}

/** How many calendar months make up a stretch; 0 where it is not made of them. */
function wholeMonths(start: number, end: number): number {
  return isMonthStart(start) && isMonthStart(end) ? monthOf(end) - monthOf(start) : 0;
}

function monthOf(ms: number): number {
  const date = new Date(ms);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
