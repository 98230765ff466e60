import type { Text } from '#errors';
import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber, type Value } from '#table';
import { parseReason } from './readers/reader.ts';
import type { TableChange } from './report.ts';

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
}

/** The imports into a source, or into all; the latest first. */
export async function history(engine: Engine, sourceId: string | null = null): Promise<ImportRecord[]> {
  const imports = quoteRelation(engine.database, 'base', 'imports');
  const where = sourceId === null ? '' : ` where source_id = ${quoteLiteral(sourceId)}`;
  const result = await engine.query(
    `select source_id, number, strftime(imported_at, '%Y-%m-%d %H:%M:%S') as imported_at, files, rows_read, rows_loaded, rows_rejected, changes
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
    changes: parseChanges(textOf(row['changes'])),
  }));
}

/** A page of the rows of a source that could not be read, in the order of its files. */
export async function rejectedRows(
  engine: Engine,
  sourceId: string,
  { limit = 100, offset = 0 }: RejectedRowsOptions = {},
): Promise<RejectedRow[]> {
  const rejected = quoteRelation(engine.database, 'base', 'rejected_rows');
  const result = await engine.query(
    `select source_file, source_row, raw, reason from ${rejected} where source_id = ${quoteLiteral(sourceId)}
order by source_file, source_row limit ${limit} offset ${offset}`,
  );
  return rowsOf(result).map((row) => ({
    file: textOf(row['source_file']),
    row: count(row['source_row']),
    raw: textOf(row['raw']),
    reason: parseReason(textOf(row['reason'])),
  }));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function count(value: Value | undefined): number {
  return toNumber(value ?? 0) ?? 0;
}

/** The program wrote it itself: a list of table, added, updated, unchanged. */
function parseChanges(written: string): TableChange[] {
  if (written === '') return [];
  const changes: unknown = JSON.parse(written);
  return Array.isArray(changes) ? changes.flatMap(toChange) : [];
}

function toChange(value: unknown): TableChange[] {
  if (!Array.isArray(value)) return [];
  const [table, added, updated, unchanged] = value.map((part: unknown) => part);
  return typeof table === 'string' &&
    typeof added === 'number' &&
    typeof updated === 'number' &&
    typeof unchanged === 'number'
    ? [{ table, added, updated, unchanged }]
    : [];
}
