import type { Text } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral } from '#sql';
import { rowsOf, toNumber } from '#table';
import type { Check } from '../load/check.ts';
import { parseReason, type RawTable } from '../readers/reader.ts';

/** What would become of a file's rows: read = loaded + rejected. */
export interface RowReview {
  readonly read: number;
  readonly loaded: number;
  readonly rejected: number;
  /** Exact repeats, and earlier states of the same record; both count as loaded. */
  readonly duplicate: number;
  readonly superseded: number;
  readonly reasons: readonly ReasonReview[];
}

export interface ReasonReview {
  readonly reason: Text;
  readonly count: number;
  /** The first rows that are refused for it. */
  readonly rows: readonly { readonly row: number; readonly raw: string }[];
}

const shownRows = 5;

/** A mapping that is not complete yet refuses and loads nothing. */
export function untouched({ rowsRead, rejected }: RawTable): RowReview {
  return { read: rowsRead, loaded: 0, rejected, duplicate: 0, superseded: 0, reasons: [] };
}

/** The counts of a check, and the rows that it refuses, by reason. */
export async function rowReview(
  engine: Engine,
  raw: RawTable,
  check: Check,
  signal: AbortSignal | undefined,
): Promise<RowReview> {
  const { loaded, rejected, duplicate, superseded } = check;
  const reasons = rejected > 0 ? await reasonsOf(engine, raw, check, signal) : [];
  return { read: raw.rowsRead, loaded, rejected, duplicate, superseded, reasons };
}

async function reasonsOf(
  engine: Engine,
  raw: RawTable,
  { dropped }: Check,
  signal: AbortSignal | undefined,
): Promise<ReasonReview[]> {
  const cells = raw.columns.map(({ name }) => `coalesce(r.${quoteIdentifier(name)}, '')`).join(', ');
  const delimiter = quoteLiteral(raw.decisions.delimiter ?? '\t');
  const refused =
    dropped === null
      ? ''
      : ` union all select r.source_row, concat_ws(${delimiter}, ${cells}), d.reason from ${raw.relation} r join ${dropped} d using (source_row) where d.kind = 'rejected'`;
  const result = await engine.query(
    `select reason, count(*) as n, list({'row': source_row, 'raw': raw[:500]} order by source_row)[1:${shownRows}] as first_rows
from (select source_row, raw, reason from ${raw.rejects}${refused}) group by reason order by n desc, reason`,
    { signal },
  );
  return rowsOf(result).map((row) => ({
    reason: parseReason(String(row['reason'] ?? '')),
    count: toNumber(row['n'] ?? null) ?? 0,
    rows: rowsIn(row['first_rows']),
  }));
}

function rowsIn(value: unknown): ReasonReview['rows'] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const row: unknown = Reflect.get(each, 'row');
    const raw: unknown = Reflect.get(each, 'raw');
    return [{ row: Number(row), raw: String(raw ?? '') }];
  });
}
