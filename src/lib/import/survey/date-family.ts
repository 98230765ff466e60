import type { DateOrder } from '../mapping.ts';
import { monthOf } from '../vocabulary/months.ts';

/**
 * One way of writing the day within a column: its separator, where its year stands and how long it is. `4/8/2015` and
 * `22-04-15` are two families, and each is decided from its own rows.
 */
export interface DateFamily {
  readonly shape: Shape;
  readonly separator: string;
  readonly yearDigits: 2 | 4;
  /** Distinct texts of this family. */
  readonly tokens: readonly DateToken[];
}

export type Shape = 'year first' | 'year last' | 'month name' | 'month name first' | 'compact';

export interface DateToken {
  readonly text: string;
  readonly rows: number;
  /** The three numbers, as written from left to right; a month name is its number. */
  readonly parts: readonly [number, number, number];
}

export interface CountedText {
  readonly text: string;
  readonly rows: number;
}

/** Sorts the distinct day texts of a column into families; what is no date is left over. */
export function dateFamilies(texts: readonly CountedText[]): { families: DateFamily[]; rest: CountedText[] } {
  const families = new Map<string, DateFamily & { tokens: DateToken[] }>();
  const rest: CountedText[] = [];
  for (const counted of texts) {
    const found = readToken(counted);
    if (!found) {
      rest.push(counted);
      continue;
    }
    const key = `${found.shape}${found.separator}${found.yearDigits}`;
    const family = families.get(key) ?? { ...found, tokens: [] };
    family.tokens.push(...found.tokens);
    families.set(key, family);
  }
  return { families: [...families.values()], rest };
}

const weekday = /^[\p{L}-]{2,14}\.?,\s+/u;

function readToken({ text, rows }: CountedText): DateFamily | null {
  const plain = text.replace(weekday, '').trim();
  return numeric(plain, rows) ?? named(plain, rows) ?? compact(plain, rows);
}

function numeric(text: string, rows: number): DateFamily | null {
  const match = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (!match) return null;
  const [, first = '', separator = '', second = '', third = ''] = match;
  const parts = [Number(first), Number(second), Number(third)] as const;
  const token = { text, rows, parts };
  if (first.length === 4 && third.length <= 2) {
    return { shape: 'year first', separator, yearDigits: 4, tokens: [token] };
  }
  if (first.length > 2 || third.length === 3 || third.length === 1) return null;
  return { shape: 'year last', separator, yearDigits: third.length === 4 ? 4 : 2, tokens: [token] };
}

function named(text: string, rows: number): DateFamily | null {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|º)?(?:[-/. ]| de )+(\p{L}{3,9})\.?(?:[-/., ]| de )+(\d{4}|\d{2})$/u.exec(text);
  const monthFirst = /^(\p{L}{3,9})\.?[-/. ]+(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4}|\d{2})$/u.exec(text);
  const [day, month, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const number = month === undefined ? null : monthOf(month);
  if (number === null || day === undefined || year === undefined) return null;
  return {
    shape: dayFirst ? 'month name' : 'month name first',
    separator: ' ',
    yearDigits: year.length === 4 ? 4 : 2,
    tokens: [{ text, rows, parts: [Number(day), number, Number(year)] }],
  };
}

function compact(text: string, rows: number): DateFamily | null {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const parts = [Number(match[1]), Number(match[2]), Number(match[3])] as const;
  return { shape: 'compact', separator: '', yearDigits: 4, tokens: [{ text, rows, parts }] };
}

/** What the rows of a family say about its order. `rows` is how many say so; none = they leave it open. */
export interface OrderEvidence {
  readonly order: DateOrder;
  readonly rows: number;
  /** Another order that some rows insist on: two habits within one family. */
  readonly also: DateOrder | null;
  readonly open: boolean;
}

/** Reads the order of day and month off the rows where only one is possible (a number above 12). */
export function orderEvidence(family: DateFamily, hint: DateOrder): OrderEvidence {
  if (family.shape === 'compact') return certain('ymd', family);
  if (family.shape === 'month name' || family.shape === 'month name first') return certain('dmy', family);
  if (family.shape === 'year first') return monthOrder(family, 1, ['ydm', 'ymd'], 'ymd');
  if (family.yearDigits === 2 && looksYearFirst(family)) return monthOrder(family, 1, ['ydm', 'ymd'], 'ymd');
  return monthOrder(family, 0, ['dmy', 'mdy'], hint === 'mdy' ? 'mdy' : 'dmy');
}

function certain(order: DateOrder, { tokens }: DateFamily): OrderEvidence {
  return { order, rows: tokens.reduce((sum, { rows }) => sum + rows, 0), also: null, open: false };
}

/** `high` says which order holds where the number at `index` exceeds 12, and which where the next one does. */
function monthOrder(
  { tokens }: DateFamily,
  index: 0 | 1,
  high: readonly [DateOrder, DateOrder],
  assumed: DateOrder,
): OrderEvidence {
  const count = (place: 0 | 1 | 2) =>
    tokens.reduce((sum, { parts, rows }) => sum + (parts[place] > 12 ? rows : 0), 0);
  const next = index === 0 ? 1 : 2;
  const [here, there] = [count(index), count(next)];
  if (here === 0 && there === 0) return { order: assumed, rows: 0, also: null, open: assumed !== 'ymd' };
  const [order, other] = here >= there ? high : [high[1], high[0]];
  return { order, rows: here + there, also: Math.min(here, there) > 0 ? other : null, open: false };
}

/** `25-04-22` in a file of 2025: the first number hardly varies and is no day, the last runs through a month. */
function looksYearFirst({ tokens }: DateFamily): boolean {
  const distinct = (index: 0 | 2) => new Set(tokens.map(({ parts }) => parts[index])).size;
  const lastAreDays = tokens.every(({ parts }) => parts[2] >= 1 && parts[2] <= 31);
  return lastAreDays && tokens.length > 5 && distinct(0) <= 3 && distinct(2) > 3 * distinct(0);
}

/** The format of DuckDB's `strptime` for a family in an order; names of months are numbers between blanks by then. */
export function strptimeFormat({ separator, yearDigits, shape }: DateFamily, order: DateOrder): string {
  const year = yearDigits === 4 ? '%Y' : '%y';
  const parts = { d: '%d', m: '%m', y: year } as const;
  if (shape === 'compact') return '%Y%m%d';
  if (shape === 'month name first') return `%m %d ${year}`;
  const letters = {
    dmy: ['d', 'm', 'y'],
    mdy: ['m', 'd', 'y'],
    ymd: ['y', 'm', 'd'],
    ydm: ['y', 'd', 'm'],
  } as const;
  return letters[order].map((letter) => parts[letter]).join(separator);
}

/** The first and last day that a family's tokens can mean, as milliseconds; for the zone's transitions. */
export function tokenRange({ tokens, yearDigits, shape }: DateFamily): { from: number; to: number } | null {
  const years = tokens.map(({ parts }) =>
    shape === 'year first' || shape === 'compact' ? parts[0] : parts[2],
  );
  const full = years.map((year) => (yearDigits === 4 ? year : year + (year < 69 ? 2000 : 1900)));
  const plausible = full.filter((year) => year >= 1970 && year <= 2100);
  if (plausible.length === 0) return null;
  const [low, high] = [min(plausible), max(plausible)];
  return { from: Date.UTC(low, 0, 1), to: Date.UTC(high + 1, 0, 2) };
}

function min(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function max(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}
