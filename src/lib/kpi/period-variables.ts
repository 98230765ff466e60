import type { Engine } from '#engine';
import { asOfUtc } from '#import';
import { bindParameters, quoteIdentifier, quoteLiteral } from '#sql';
import type { Period, WallClock } from '#time';

interface Asked {
  /** Null for everything. */
  readonly book: string | null;
  /** Null for all rows. */
  readonly period: Period | null;
  readonly asOf: WallClock | null;
}

/** A query with what a notebook's cell has before it: where names lead to, and the values of the parameters that need no input. */
export async function asInCell(engine: Engine, sql: string, { book, period, asOf }: Asked): Promise<string> {
  const main = `${quoteIdentifier(engine.database)}.main`;
  const path = book === null ? main : `${quoteIdentifier(book)}.main,${main}`;
  const utc = sql.includes('$as_of_utc') ? await asOfUtc(engine, asOf) : asOf;
  return [
    `set search_path = ${quoteLiteral(path)}`,
    setPeriod(period ?? openPeriod, asOf, utc),
    bindParameters(sql).sql,
  ].join(';\n');
}

/**
 * SQL that gives `$period_start`, `$period_end`, `$as_of` and `$as_of_utc` their values; an open end is infinite, an unknown
 * as-of NULL. The two are the same in a workspace of UTC.
 */
export function setPeriod(
  { from, to }: Period,
  asOf: WallClock | null,
  utc: WallClock | null = asOf,
): string {
  return [
    `set variable period_start = ${instant(from ?? '-infinity')}`,
    `set variable period_end = ${instant(to ?? 'infinity')}`,
    `set variable as_of = ${instant(asOf)}`,
    `set variable as_of_utc = ${instant(utc)}`,
  ].join(';\n');
}

/** The period that lets every dated row count. */
export const openPeriod: Period = { from: null, to: null };

/** An instant as a literal of SQL. */
export function instant(written: WallClock | null): string {
  return written === null ? 'null::timestamp' : `timestamp ${quoteLiteral(written)}`;
}
