import type { Goal } from '#kpi';
import { toNumber, type Table, type Unit } from '#table';
import type { Period } from '#time';
import { isBeside, type Beside } from './beside.ts';

/** Which way is good news. */
export type Better = 'up' | 'down' | 'neither';

export interface Change {
  readonly previous: number;
  readonly previousN: number | null;
  readonly difference: number;
  /** Of the previous value; null where that is zero or where the unit is compared by difference. */
  readonly relative: number | null;
  readonly direction: 'up' | 'down' | 'same';
  readonly judgement: 'good' | 'bad' | 'neutral';
  /** Whether it is more than chance; null where that is not known. */
  readonly beyondNoise: boolean | null;
  /** Whether it is of a count by the day, the periods being of different length. */
  readonly isPerDay: boolean;
  /** What was compared, where the data end within the period or begin within the one before; null for all of both. */
  readonly part: ComparedPart | null;
}

export interface ComparedPart {
  readonly now: Period;
  readonly before: Period;
  /** Whether the data begin within the period before. */
  readonly isCut: boolean;
  /** A count by the day, then: the two are no sums of as many days. */
  readonly daily: { readonly now: number; readonly before: number } | null;
}

/** What a value should be. */
export interface HeadlineTarget extends Goal {
  readonly met: boolean | null;
  /** 1 is just met; null where it cannot be told. */
  readonly attainment: number | null;
  /** Nobody set it: it is where one may begin. */
  readonly isStart: boolean;
}

/** A headline as it is shown: the value, what it rests on, and how it moved. */
export interface Headline {
  readonly value: number | null;
  readonly unit: Unit;
  readonly n: number | null;
  readonly interval: readonly [number, number] | null;
  /** Fewer rows than a value should rest on: shown in grey. */
  readonly small: boolean;
  readonly change: Change | null;
  /** Against the same period a year before, where that is known. */
  readonly lastYear?: Change | null;
  /** The day that the data begin on, where that leaves no period before to compare with. */
  readonly begins?: string | null;
  readonly target?: HeadlineTarget | null;
  /** The other statistics of the same rows, and what the KPI puts beside them. */
  readonly beside: readonly Beside[];
}

export interface ValueOptions {
  readonly unit: Unit;
  readonly better: Better;
  /** The same query over the period before. */
  readonly previous?: Table | null;
  readonly interval?: readonly [number, number] | null;
}

/** A value that rests on fewer rows is greyed. */
export const smallest = 20;

/** Builds the headline of a query's first row: `value` or the first number, its `n`, and the statistics beside it. */
export function buildValue(
  table: Table,
  { unit, better, previous = null, interval = null }: ValueOptions,
): Headline {
  const value = numberIn(table, 'value') ?? (hasColumn(table, 'value') ? null : firstNumber(table));
  const n = numberIn(table, 'n');
  const before = previous && numberIn(previous, 'value');
  const beforeN = previous && numberIn(previous, 'n');
  return {
    value,
    unit,
    n,
    interval,
    small: n !== null && n < smallest,
    change:
      value === null || before === null
        ? null
        : changeFrom({ value, previous: before, previousN: beforeN, unit, better }),
    beside: table.columns
      .filter((column) => isBeside(column.name))
      .map((column) => ({ name: column.name, value: numberIn(table, column.name) })),
  };
}

/** Whether a table reads as a headline: one row with a `value`. */
export function isHeadline(table: Table): boolean {
  return table.rowCount === 1 && hasColumn(table, 'value');
}

/** One number of the first row, or null. */
export function numberIn(table: Table, name: string): number | null {
  const column = table.columns.find((each) => each.name === name);
  if (!column || table.rowCount === 0) return null;
  const value = toNumber(column.at(0));
  return value !== null && Number.isFinite(value) ? value : null;
}

interface Moved {
  readonly value: number;
  readonly previous: number;
  readonly previousN?: number | null;
  readonly unit: Unit;
  readonly better: Better;
}

/** How a value moved from the one before, of which no more is known. */
export function changeFrom({ value, previous, previousN = null, unit, better }: Moved): Change {
  const difference = value - previous;
  const direction = difference === 0 ? 'same' : difference > 0 ? 'up' : 'down';
  const byDifference = unit === 'percent' || unit === 'nps' || unit === 'score';
  return {
    previous,
    previousN,
    difference,
    relative: byDifference || previous === 0 ? null : difference / Math.abs(previous),
    direction,
    beyondNoise: null,
    isPerDay: false,
    part: null,
    judgement:
      better === 'neither' || direction === 'same' ? 'neutral' : direction === better ? 'good' : 'bad',
  };
}

function hasColumn(table: Table, name: string): boolean {
  return table.columns.some((column) => column.name === name);
}

function firstNumber(table: Table): number | null {
  if (table.rowCount === 0) return null;
  const value = toNumber(table.columns[0]?.at(0) ?? null);
  return value !== null && Number.isFinite(value) ? value : null;
}
