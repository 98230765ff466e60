import type { Engine } from '#engine';
import { toIso, toNumber, type Table } from '#table';
import { dayMs, msToWallClock, wallClockToMs, type Period } from '#time';
import { isShare } from './aggregate.ts';
import { availability } from './availability.ts';
import { compileTrend } from './compile-trend.ts';
import type { Definition, Kpi } from './kpi.ts';
import { asInCell } from './period-variables.ts';
import { withPrelude } from './prelude.ts';
import { kpiProfile, type KpiProfile } from './profile.ts';
import { smallN } from './statistics.ts';
import { definitionOf, isChoice, parseVariant } from './variant.ts';

/** A day on which a KPI was far from what it had been on the same weekday of the weeks before. */
export interface UnusualDay {
  readonly day: string;
  readonly value: number;
  readonly n: number;
  /** The median of the same weekday. */
  readonly expected: number;
  /** How many times the usual spread it lies away; negative for below. */
  readonly score: number;
  readonly direction: 'up' | 'down';
}

export interface DayValue {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly value: number | null;
  readonly n: number;
  readonly stddev: number | null;
}

export interface UnusualDaysOptions {
  readonly variant?: string | undefined;
  /** The days to judge; without one the eight weeks before the as-of instant. */
  readonly period: Period | null;
  readonly asOf: string | null;
  readonly profile?: KpiProfile | undefined;
  readonly signal?: AbortSignal | undefined;
}

const weeksBack = 8;
/** Fewer weeks say little about what is usual. */
const fewestWeeks = 4;
const threshold = 3.5;
/** What was seen more than once in the weeks before is usual, though most weeks had something else. */
const oftenEnough = 2;
/** A normal's spread by its median absolute deviation. */
const madToDeviation = 1.4826;

/** The unusual days of a count or a rate, the latest first; null for a KPI that has no such days or cannot be computed. */
export async function unusualDays(
  engine: Engine,
  book: string | null,
  kpi: Kpi,
  options: UnusualDaysOptions,
): Promise<readonly UnusualDay[] | null> {
  const { variant = '' } = options;
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) return null;
  const definition = definitionOf(kpi, choice);
  if (!hasDays(kpi, definition)) return null;
  const profile = options.profile ?? (await kpiProfile(engine, book));
  if (availability(kpi, profile, { variant, withPeriod: true }).status !== 'ok') return null;
  return unusualDaysOf(engine, book, { ...options, kpi, definition });
}

/** Whether a KPI by day is what its days can be judged by. */
export function hasDays(kpi: Kpi, { shape, at, sql }: Definition): boolean {
  return at !== null && (shape === 'count' || shape === 'ratio') && (sql ?? kpi.sql).trend === undefined;
}

interface DaysOptions extends Pick<UnusualDaysOptions, 'period' | 'asOf' | 'signal'> {
  readonly kpi: Kpi;
  readonly definition: Definition;
}

/** The same of a KPI that is known to have days and to be computable: one query. */
export async function unusualDaysOf(
  engine: Engine,
  book: string | null,
  { kpi, definition, period, asOf, signal }: DaysOptions,
): Promise<readonly UnusualDay[]> {
  const days = judged(period, asOf);
  const read =
    period === null && asOf === null ? null : { from: earliest(days.from), to: period?.to ?? null };
  const trend = compileTrend(definition, { kpi, grain: 'day', withPeriod: read !== null });
  const sql = withPrelude(definition, trend);
  const table = await engine.query(await asInCell(engine, sql, { book, period: read, asOf }), { signal });
  return judgeDays(daysOf(table), { definition, asOf, settles: kpi.settles, ...days });
}

/** The first day to read: the weeks before the first one to judge, and a day more, for the first is taken as incomplete. */
function earliest(day: string): string | null {
  const start = wallClockToMs(`${day} 00:00:00`);
  return start === null ? null : msToWallClock(start - (weeksBack * 7 + 1) * dayMs);
}

interface JudgeOptions {
  readonly definition: Definition;
  readonly asOf: string | null;
  /** How many days the rows of a day need until they say what they will. */
  readonly settles?: number;
  /** The first day to judge, and the first one not to. */
  readonly from: string;
  readonly to: string;
}

/**
 * Judges days by the same weekday of the eight weeks before. The first day of the data and the one that the as-of instant
 * lies in are incomplete, and so are those whose rows are too young: they are neither judged nor taken as usual.
 */
export function judgeDays(
  days: readonly DayValue[],
  { definition, asOf, settles = 0, from, to }: JudgeOptions,
): readonly UnusualDay[] {
  const complete = days.filter(({ day }, index) => index > 0 && isOver(day, asOf, settles));
  const known = new Map(complete.map((each) => [each.day, each]));
  return complete
    .filter(({ day }) => day >= from && day < to)
    .flatMap((each) => judgeDay(each, before(each.day, known), definition) ?? [])
    .reverse();
}

function judgeDay(
  { day, value, n, stddev }: DayValue,
  usual: readonly number[],
  definition: Definition,
): UnusualDay | null {
  if (value === null || usual.length < fewestWeeks) return null;
  if (definition.shape !== 'count' && n < smallN) return null;
  const expected = median(usual);
  const spread = madToDeviation * median(usual.map((each) => Math.abs(each - expected)));
  const least = chanceOf(definition, { expected, usual, n, stddev });
  // The median of so few weeks is itself uncertain.
  const scale = Math.max(spread, least) * Math.sqrt(1 + Math.PI / 2 / usual.length);
  const score = (value - expected) / scale;
  const asFar = usual.filter((each) => (score > 0 ? each >= value : each <= value)).length;
  if (!(Math.abs(score) >= threshold) || asFar >= oftenEnough) return null;
  return { day, value, n, expected, score, direction: score > 0 ? 'up' : 'down' };
}

interface Chance {
  readonly expected: number;
  readonly usual: readonly number[];
  readonly n: number;
  readonly stddev: number | null;
}

/** What chance alone makes of a day: small counts and small samples move without a cause. */
function chanceOf(definition: Definition, { expected, usual, n, stddev }: Chance): number {
  if (definition.shape === 'count') return Math.sqrt(Math.max(expected, 1));
  if (isShare(definition)) {
    // The median of rare shares is often 0, and one case in n is always possible.
    const mean = usual.reduce((sum, each) => sum + each, 0) / usual.length;
    const share = Math.min(Math.max(mean, 1 / n), 1 - 1 / n);
    return Math.sqrt((share * (1 - share)) / n);
  }
  return Math.max(stddev === null ? 0 : stddev / Math.sqrt(n), Math.abs(expected) * 0.05);
}

function before(day: string, known: ReadonlyMap<string, DayValue>): number[] {
  const start = wallClockToMs(`${day} 00:00:00`) ?? 0;
  return Array.from({ length: weeksBack }, (_, week) => dayOf(start - (week + 1) * 7 * dayMs)).flatMap(
    (earlier) => known.get(earlier)?.value ?? [],
  );
}

function isOver(day: string, asOf: string | null, settles: number): boolean {
  if (asOf === null) return true;
  return (wallClockToMs(`${day} 00:00:00`) ?? 0) + (1 + settles) * dayMs <= (wallClockToMs(asOf) ?? Infinity);
}

function judged(period: Period | null, asOf: string | null): { from: string; to: string } {
  const now = asOf === null ? null : wallClockToMs(asOf);
  const usual = now === null ? '' : dayOf(now - weeksBack * 7 * dayMs);
  return { from: (period ? period.from : usual)?.slice(0, 10) ?? '', to: period?.to?.slice(0, 10) ?? '9999' };
}

function daysOf(table: Table): DayValue[] {
  const column = (name: string) => table.columns.find((each) => each.name === name);
  const number = (name: string, row: number): number | null => toNumber(column(name)?.at(row) ?? null);
  const day = column('day');
  return Array.from({ length: table.rowCount }, (_, row) => ({
    day: (day && toIso(day.at(row), day.kind))?.slice(0, 10) ?? '',
    value: number('value', row),
    n: number('n', row) ?? 0,
    stddev: number('stddev', row),
  })).filter((each) => each.day !== '');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}

function dayOf(ms: number): string {
  return msToWallClock(ms).slice(0, 10);
}
