import { intervalOfRow, smallN, wilson, type Cut, type Definition, type Interval95 } from '#kpi';
import type { Grain } from '#time';
import type { Datum, DatumRow } from './rows.ts';
import { isShareCohort, type ChartSubject } from './subject.ts';

/** Columns that a KPI's rows have in a chart besides their own: the 95 % interval, whether they rest on few, the target. */
export const derivedColumns = ['low', 'high', 'few', 'target'] as const;

interface KpiRowOptions {
  readonly subject: ChartSubject;
  readonly target: number | null;
  /** The columns that say which row it is: its time first, for a trend. */
  readonly keys: readonly string[];
}

/** The rows of a KPI as they are drawn: gaps of rates are gaps, bins that nothing fell into end the scale. */
export function kpiRows(rows: readonly DatumRow[], { subject, target, keys }: KpiRowOptions): DatumRow[] {
  const { cut, definition } = subject;
  if (cut === 'distribution') return withoutEmptyEnds(rows);
  const whole = cut === 'trend' && isGauge(definition) ? withGaps(rows, subject.grain, keys) : rows;
  const isUnknown = !subject.isOriginal || rows.length > mostIntervals;
  return whole.map((row) => ({
    ...row,
    ...(isUnknown ? {} : bounds(row, subject)),
    ...(isCounted(subject) ? {} : { few: rowNumber(row, 'n') < smallN }),
    ...(target === null || !hasTarget(cut) || 'target' in row ? {} : { target }),
  }));
}

/** What can be unknown on a day without rows; a count is 0 then. */
function isGauge({ shape, unit }: Definition): boolean {
  return shape !== 'count' && !(shape === 'custom' && unit === 'count');
}

/** A target is for the KPI of all, or of some; not for single rows of it. */
function hasTarget(cut: Cut): boolean {
  return cut === 'trend' || cut === 'breakdown' || cut === 'extremes';
}

/** Intervals are for charts that a person reads, not for walls of points. */
const mostIntervals = 1_000;

/** A count is what it is, however small; so is what a few agents did each. */
function isCounted(subject: ChartSubject): boolean {
  const { definition, cut } = subject;
  if (cut === 'rows' || cut === 'percentiles') return true;
  if (definition.unit === 'number' && definition.per !== null) return true;
  return definition.unit === 'count' && !isShareCohort(subject);
}

function bounds(row: DatumRow, subject: ChartSubject): DatumRow {
  if ('low' in row || !hasInterval(subject)) return {};
  const interval = intervalIn(row, subject);
  return interval ? { low: interval[0], high: interval[1] } : {};
}

function hasInterval({ cut }: ChartSubject): boolean {
  return cut !== 'rows' && cut !== 'percentiles' && cut !== 'distribution';
}

function intervalIn(row: DatumRow, subject: ChartSubject): Interval95 | null {
  const { value, stddev } = row;
  const n = rowNumber(row, 'n');
  if (typeof value !== 'number' || (n === 0 && !isCounted(subject))) return null;
  if (isShareCohort(subject)) return wilson(Math.round(value * n), n);
  return intervalOfRow(subject.definition, { value, n, stddev: typeof stddev === 'number' ? stddev : null });
}

function withoutEmptyEnds(rows: readonly DatumRow[]): DatumRow[] {
  const first = rows.findIndex((row) => rowNumber(row, 'n') > 0);
  const last = rows.findLastIndex((row) => rowNumber(row, 'n') > 0);
  return first < 0 ? [...rows] : rows.slice(first, last + 1);
}

/** A row without a value for each bucket between the first and the last that has none, for each line. */
function withGaps(
  rows: readonly DatumRow[],
  grain: Grain,
  [time = '', member]: readonly string[],
): DatumRow[] {
  const times = rows.map((row) => row[time]).filter((each) => typeof each === 'string');
  const memberOf = (row: DatumRow): Datum => (member === undefined ? null : (row[member] ?? null));
  const present = new Set(rows.map((row) => keyOf(row[time], memberOf(row))));
  const missing = [...new Set(rows.map(memberOf))].flatMap((each) =>
    bucketsOf(times, grain)
      .filter((bucket) => !present.has(keyOf(bucket, each)))
      .map((bucket): DatumRow => ({
        [time]: bucket,
        ...(member === undefined ? {} : { [member]: each }),
        value: null,
        n: 0,
      })),
  );
  return [...rows, ...missing];
}

function keyOf(time: unknown, member: unknown): string {
  return JSON.stringify([time, member]);
}

/** Every bucket from the first to the last, as wall clock; none where they would be a wall themselves. */
function bucketsOf(times: readonly string[], grain: Grain): string[] {
  const sorted = [...times].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  const buckets: string[] = [];
  for (let time = first; time <= last && time !== ''; time = nextBucket(time, grain)) {
    if (buckets.length === mostBuckets) return [];
    buckets.push(time);
  }
  return buckets;
}

const mostBuckets = 2_000;

function nextBucket(time: string, grain: Grain): string {
  const date = new Date(`${time}Z`);
  switch (grain) {
    case 'hour':
      date.setUTCHours(date.getUTCHours() + 1);
      break;
    case 'day':
      date.setUTCDate(date.getUTCDate() + 1);
      break;
    case 'week':
      date.setUTCDate(date.getUTCDate() + 7);
      break;
    case 'month':
      date.setUTCMonth(date.getUTCMonth() + 1);
      break;
    case 'quarter':
      date.setUTCMonth(date.getUTCMonth() + 3);
      break;
  }
  return date.toISOString().slice(0, time.length);
}

function rowNumber(row: DatumRow, name: string): number {
  const value = row[name];
  return typeof value === 'number' ? value : 0;
}
