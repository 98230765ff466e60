/**
 * How raw columns fill the canonical tables: plain JSON that one can save, share and send with an export.
 * `column` is always the name of a raw column; canonical columns are the keys of `columns`.
 */
export interface Mapping {
  readonly deskbook: 1;
  /** The folder of `sources/` that proposed it, or a name of one's own. */
  readonly vendor: string;
  /** The zone of times that name none; null = whoever imports decides. */
  readonly timeZone: string | null;
  /** The first is what one row of the file stands for; its requirements decide which rows are rejected. */
  readonly tables: readonly TableMapping[];
  /** By raw column: the order of day, month and year where its rows leave it open, or against what they suggest. */
  readonly dateOrders: Readonly<Record<string, DateOrder>>;
  /** By raw column: what stands before the fraction of its numbers, where its rows leave it open, or against what they suggest. */
  readonly decimals?: Readonly<Record<string, DecimalMark>>;
  /** By vocabulary: what words mean that the built-in vocabulary lacks, or another meaning; null = unknown. */
  readonly vocabularies: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

export interface TableMapping {
  readonly table: string;
  readonly columns: Readonly<Record<string, Field>>;
  /** Canonical columns of this table without which a row is no row of it: a ticket without an id, a rating without a score. */
  readonly requires: readonly string[];
  /** Raw columns kept by name in `custom_fields`. */
  readonly customFields?: readonly string[];
  /** One row a key instead of one a raw row: the agents named in a sheet of calls. */
  readonly distinct?: boolean;
  /** Only these raw rows. */
  readonly where?: RowFilter;
  /** Of the raw rows with one value of `of` only the last, in the order of `by`: a log with one row per update holds many of a ticket. */
  readonly latest?: { readonly of: string; readonly by: readonly string[] };
  /** Only raw rows in which `of` is not what it was in the row before with the same `per`, in the order of `by`; the first one counts. */
  readonly changes?: { readonly of: string; readonly per: string; readonly by: readonly string[] };
  /** The rows complete those of the same key that other files brought: they fill what is empty, add to lists, and make no row. */
  readonly completes?: boolean;
}

/** Raw rows whose cell holds one of these words, compared as plain words, or with `not` none of them. Orders (`by`) of raw columns compare numbers as numbers; ties keep the order of the file. */
export interface RowFilter {
  readonly column: string;
  readonly is: readonly string[];
  readonly not?: boolean;
}

export type DecimalMark = 'comma' | 'point';

export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'ydm';

/** What a bare number of a duration counts; `clock` texts, words and AM/PM durations tell by themselves. */
export type DurationUnit = 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days';

export type Scale = 'good_bad' | 'thumbs' | '1-3' | '1-5' | '1-7' | '0-10' | '0-100' | 'freshdesk';

/** How one canonical column is filled. */
export type Field = { readonly unless?: Condition } & (
  | {
      readonly kind: 'text' | 'id' | 'key' | 'integer' | 'date';
      readonly column: string;
    }
  | {
      readonly kind: 'number' | 'money';
      readonly column: string;
      /** So many of what the cell counts make one: 100 for an amount in cents, or a percentage that is written as a number. */
      readonly per?: number;
    }
  | { readonly kind: 'boolean'; readonly column: string; readonly not?: boolean }
  | {
      readonly kind: 'instant';
      readonly column: string;
      /** A raw column with the time of day, where `column` has the day only. */
      readonly time?: string;
      /** Its times that name no zone are UTC, whatever the source's zone. */
      readonly utc?: boolean;
      /** So many days after what the cell says: the end of a day or week that a row sums up. */
      readonly daysLater?: number;
    }
  | {
      readonly kind: 'duration';
      readonly column: string;
      readonly unit: DurationUnit;
      readonly zero?: Condition;
    }
  | { readonly kind: 'word'; readonly column: string; readonly vocabulary: string }
  | { readonly kind: 'list'; readonly column: string; readonly separator: string | null }
  | { readonly kind: 'map'; readonly column: string }
  | { readonly kind: 'score'; readonly column: string; readonly scale: Scale | null }
  | { readonly kind: 'constant'; readonly value: string | number | boolean }
  | { readonly kind: 'row'; readonly prefix: string }
  | { readonly kind: 'copy'; readonly of: string }
  | { readonly kind: 'offset'; readonly from: string; readonly column: string; readonly unit: DurationUnit }
  /** What `changes.of` held before, in the table's own row before; as a word of a vocabulary where one is named. */
  | { readonly kind: 'before'; readonly column: string; readonly vocabulary: string | null }
  /** The part of a cell that the pattern's first group matches, or `as` where that is given; NULL where it does not match. */
  | { readonly kind: 'extract'; readonly column: string; readonly pattern: string; readonly as?: string }
  /** Texts, put together; NULL where one of them is. */
  | { readonly kind: 'join'; readonly of: readonly Field[]; readonly separator: string }
  | { readonly kind: 'first'; readonly of: readonly Field[] }
);

/** Holds where a canonical column of the same table has one of these values. In `zero`: only there is 0 a value. */
export interface Condition {
  readonly column: string;
  readonly is: readonly string[];
}
