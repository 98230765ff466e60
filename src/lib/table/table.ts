/** What a value is, whatever the engine calls it; decides how it is shown, sorted and charted. */
export type Kind =
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'float'
  | 'text'
  | 'date'
  | 'time'
  | 'timestamp'
  | 'interval'
  | 'list'
  | 'struct'
  | 'map'
  | 'blob';

/** DuckDB's interval: its three parts never mix (a month is no number of days). */
export interface Interval {
  readonly months: number;
  readonly days: number;
  readonly micros: bigint;
}

/**
 * One value, exact, the same from every engine. By kind:
 * boolean → boolean · integer → number up to 32 bits, bigint for BIGINT and wider · decimal → its exact text (`'12.340'`) ·
 * float → number · text (also enum, uuid) → string · date → whole days since 1970-01-01 (number) ·
 * time → microseconds since midnight (bigint) · timestamp → microseconds since 1970-01-01 00:00 of its own clock (bigint) ·
 * interval → Interval · list → array · struct → object by field · map → array of {key, value} · blob → Uint8Array.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Interval
  | Uint8Array
  | readonly Value[]
  | { readonly [field: string]: Value };

export interface Column {
  readonly name: string;
  /** DuckDB's own name of the type: `BIGINT`, `DECIMAL(18,4)`, `VARCHAR[]`. */
  readonly type: string;
  readonly kind: Kind;
  at(row: number): Value;
}

/** A result in memory, or one page of it. One with no rows still has its columns. */
export interface Table {
  readonly rowCount: number;
  readonly columns: readonly Column[];
}
