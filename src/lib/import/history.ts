import type { Text } from '#errors';
import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber, type Value } from '#table';
import { parseReason, serializeReason } from './readers/reader.ts';
import type { ColumnChange, Rejection, TableChange } from './report.ts';
import { changeQuery } from './load/changes-sql.ts';

/** One import into a source, as it was then. */
export interface ImportRecord {
  readonly sourceId: string;
  /** 1 for the source's first import. */
  readonly number: number;
  /** By the workspace's clock: `YYYY-MM-DD HH:MM:SS`. */
  readonly importedAt: string;
  readonly files: readonly string[];
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsRejected: number;
  readonly changes: readonly TableChange[];
  readonly columnChanges: readonly ColumnChange[];
}

/** A row that could not be read, with the reason. */
export interface RejectedRow {
  readonly file: string;
  readonly row: number;
  readonly raw: string;
  readonly reason: Text;
}

export interface RejectedRowsOptions {
  readonly limit?: number;
  readonly offset?: number;
  /** Only those refused for this. */
  readonly reason?: Text | null;
}

/** The imports into a source, or into all; the latest first. */
export async function history(engine: Engine, sourceId: string | null = null): Promise<ImportRecord[]> {
  const imports = quoteRelation(engine.database, 'base', 'imports');
  const where = sourceId === null ? '' : ` where source_id = ${quoteLiteral(sourceId)}`;
  const result = await engine.query(
    `select source_id, number, strftime(imported_at, '%Y-%m-%d %H:%M:%S') as imported_at, files, rows_read, rows_loaded, rows_rejected, changes, changed_columns
from ${imports}${where} order by imported_at_utc desc, number desc, source_id`,
  );
  return rowsOf(result).map((row) => ({
    sourceId: textOf(row['source_id']),
    number: count(row['number']),
    importedAt: textOf(row['imported_at']),
    files: Array.isArray(row['files']) ? row['files'].map(textOf) : [],
    rowsRead: count(row['rows_read']),
    rowsLoaded: count(row['rows_loaded']),
    rowsRejected: count(row['rows_rejected']),
    changes: parseList(textOf(row['changes'])).flatMap(toChange),
    columnChanges: parseList(textOf(row['changed_columns'])).flatMap((part) =>
      toColumnChange(textOf(row['source_id']), part),
    ),
  }));
}

/** A page of the rows of a source that could not be read, in the order of its files. */
export async function rejectedRows(
  engine: Engine,
  sourceId: string,
  { limit = 100, offset = 0, reason = null }: RejectedRowsOptions = {},
): Promise<RejectedRow[]> {
  const rejected = quoteRelation(engine.database, 'base', 'rejected_rows');
  const only = reason === null ? '' : ` and reason = ${quoteLiteral(serializeReason(reason))}`;
  const result = await engine.query(
    `select source_file, source_row, raw, reason from ${rejected} where source_id = ${quoteLiteral(sourceId)}${only}
order by source_file, source_row limit ${limit} offset ${offset}`,
  );
  return rowsOf(result).map((row) => ({
    file: textOf(row['source_file']),
    row: count(row['source_row']),
    raw: textOf(row['raw']),
    reason: parseReason(textOf(row['reason'])),
  }));
}

/** Why rows of a source could not be read, and how many for each reason; the most frequent first. */
export async function rejectionsOf(engine: Engine, sourceId: string): Promise<Rejection[]> {
  const rejected = quoteRelation(engine.database, 'base', 'rejected_rows');
  const result = await engine.query(
    `select reason, count(*) as n from ${rejected} where source_id = ${quoteLiteral(sourceId)} group by reason order by n desc, reason`,
  );
  return rowsOf(result).map((row) => ({
    reason: parseReason(textOf(row['reason'])),
    count: count(row['n']),
  }));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function count(value: Value | undefined): number {
  return toNumber(value ?? 0) ?? 0;
}

/** The program wrote it itself: a list of lists. */
function parseList(written: string): readonly unknown[] {
  const list: unknown = written === '' ? [] : JSON.parse(written);
  return Array.isArray(list) ? list : [];
}

function toChange(part: unknown): TableChange[] {
  if (!Array.isArray(part)) return [];
  const [table, ...counts] = part.map((each: unknown) => each);
  const [added = 0, updated = 0, unchanged = 0, removed = 0] = counts.map(Number);
  return typeof table === 'string' ? [{ table, added, updated, unchanged, removed }] : [];
}

function toColumnChange(sourceId: string, part: unknown): ColumnChange[] {
  if (!Array.isArray(part)) return [];
  const [table, column, rows] = part.map((each: unknown) => each);
  return typeof table === 'string' && typeof column === 'string'
    ? [{ table, column, rows: Number(rows), query: changeQuery(sourceId, table, column) }]
    : [];
}
