import type { DateOrder } from '../mapping.ts';
import {
  dateFamilies,
  orderEvidence,
  strptimeFormat,
  tokenRange,
  type CountedText,
  type DateFamily,
} from './date-family.ts';

/** How one column of instants is read, and why. */
export interface DateDecision {
  readonly way: DateWay;
  /** Formats of the day for `strptime`, in the order to be tried. */
  readonly formats: readonly string[];
  readonly families: readonly DecidedFamily[];
  /** Some values carry an offset of their own (`Z`, `+03:00`). */
  readonly offsets: boolean;
  /** No value has a time of day. */
  readonly daysOnly: boolean;
  /** Months are names. */
  readonly monthNames: boolean;
  readonly from: number | null;
  readonly to: number | null;
}

/** iso: DuckDB's own cast · parts: a day and perhaps a time after it · seconds, milliseconds: epoch · serial: days as a sheet counts them */
export type DateWay = 'iso' | 'parts' | 'seconds' | 'milliseconds' | 'serial';

export interface DecidedFamily {
  readonly example: string;
  readonly order: DateOrder;
  readonly rows: number;
  readonly basis: 'rows' | 'sibling' | 'assumed' | 'stated';
}

export const timeSuffix = String.raw`(?:[T ,]|\bàs\b|\bat\b|-\s)*\b\d{1,2}[:h]\d{2}.*$`;
const isoText =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d+)?)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/;
export const offsetSuffix = String.raw`:\d{2}(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})$`;

const ways: readonly { readonly way: DateWay; readonly fits: (value: string) => boolean }[] = [
  { way: 'iso', fits: (value) => isoText.test(value) },
  { way: 'seconds', fits: (value) => /^1[0-9]{9}(\.\d+)?$/.test(value) },
  { way: 'milliseconds', fits: (value) => /^1[0-9]{12}$/.test(value) },
  { way: 'serial', fits: (value) => /^[2-5]\d{4}([.,]\d+)?$/.test(value) },
  { way: 'parts', fits: (value) => dateFamilies([dayText(value)]).families.length > 0 },
];

/**
 * What the first values say about how a column is written, before its rows are counted. Null: these are no instants. A column
 * that is known to hold instants needs one readable value (`least` 0), a candidate most of them.
 */
export function dateWay(samples: readonly string[], least = 0.8): DateWay | null {
  const values = samples.map((sample) => sample.trim());
  const counts = ways.map(({ way, fits }) => ({ way, count: values.filter(fits).length }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 && best.count >= least * values.length ? best.way : null;
}

/** The part of a text that names the day. */
export function dayText(value: string): CountedText {
  return { text: value.replace(new RegExp(timeSuffix, 'iu'), '').trim(), rows: 1 };
}

export interface DateSurvey {
  readonly way: DateWay;
  /** The distinct day texts of the whole column. */
  readonly days: readonly CountedText[];
  readonly offsets: boolean;
  readonly daysOnly: boolean;
}

export interface OrderHints {
  /** What the mapping says; the rows are then not asked. */
  readonly stated: DateOrder | undefined;
  /** What other columns of the file were found to be, or what people who write like this mean. */
  readonly sibling: DateOrder | undefined;
  readonly locale: DateOrder;
}

/** Decides the spelling of one column from all of its days. */
export function decideDates(survey: DateSurvey, hints: OrderHints): DateDecision {
  const { families } = dateFamilies(survey.days);
  const decided = families.map((family) => decideFamily(family, families, hints));
  const ranges = families.map(tokenRange).filter((range) => range !== null);
  return {
    way: survey.way,
    formats: formatsOf(decided),
    families: decided.map(({ family, order, rows, basis }) => ({
      example: family.tokens[0]?.text ?? '',
      order,
      rows,
      basis,
    })),
    offsets: survey.offsets,
    daysOnly: survey.daysOnly,
    monthNames: families.some(({ shape }) => shape.startsWith('month name')),
    from: ranges.length === 0 ? null : Math.min(...ranges.map(({ from }) => from)),
    to: ranges.length === 0 ? null : Math.max(...ranges.map(({ to }) => to)),
  };
}

interface Decided extends Omit<DecidedFamily, 'example'> {
  readonly family: DateFamily;
  readonly also: DateOrder | null;
}

function decideFamily(family: DateFamily, all: readonly DateFamily[], hints: OrderHints): Decided {
  const evidence = orderEvidence(family, hints.locale);
  const { order, rows, also, open } = evidence;
  if (hints.stated && family.shape !== 'compact' && !family.shape.startsWith('month name')) {
    const other = hints.stated === order ? also : order;
    return { family, order: hints.stated, rows, also: open ? null : other, basis: 'stated' };
  }
  if (!open) return { family, order, rows, also, basis: 'rows' };
  const neighbour = all
    .filter((other) => other !== family && other.shape === 'year last')
    .map((other) => orderEvidence(other, hints.locale))
    .find((other) => !other.open);
  const sibling = neighbour?.order ?? hints.sibling;
  return { family, order: sibling ?? order, rows: 0, also: null, basis: sibling ? 'sibling' : 'assumed' };
}

/** Two-digit years first: `%Y` would read `15` as the year 15, `%y` refuses `2015`. */
function formatsOf(decided: readonly Decided[]): string[] {
  const formats = decided.flatMap(({ family, order, also }) =>
    [order, also].flatMap((each) => (each ? [strptimeFormat(family, each)] : [])),
  );
  const short = formats.filter((format) => format.includes('%y'));
  return [...new Set([...short, ...formats])];
}
