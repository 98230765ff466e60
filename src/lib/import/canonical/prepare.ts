import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber } from '#table';
import { baseTables } from './index.ts';
import type { CanonicalTable } from './table.ts';
import { hiddenFrom, mainViews } from './views.ts';

/** Raised whenever the tables change shape; a database of a later version is refused rather than damaged. */
export const schemaVersion = 2;

/** Creates what the main database lacks: schema `base`, the canonical tables in it, the views of the same names in `main`. */
export async function prepareDatabase(engine: Engine): Promise<void> {
  const database = engine.database;
  await engine.exec(
    [
      `create schema if not exists ${quoteRelation(database, 'base')}`,
      `create table if not exists ${settings(database)} (name VARCHAR, value VARCHAR)`,
    ].join(';\n'),
  );
  const stored = await readSetting(engine, 'schema_version');
  if (Number(stored ?? 0) > schemaVersion)
    throw new ImportError('import.schema.newer', { version: stored ?? '' });
  const tables = baseTables.map((table) => createTable(database, table));
  await engine.exec([dropStagingSql(database), ...tables].join(';\n'));
  await engine.exec(
    [
      ...(await missingColumns(engine)),
      ...mainViews(database, await hiddenFrom(engine)),
      setSettingSql(database, 'schema_version', String(schemaVersion)),
    ].join(';\n'),
  );
}

/** SQL that drops the tables in which rows are merged: they last as long as an import, unless that was killed. */
export function dropStagingSql(database: string): string {
  return `drop schema if exists ${quoteRelation(database, 'staging')} cascade`;
}

/** The zone in whose wall clock every `x_at` of this database is written. */
export async function workspaceZone(engine: Engine): Promise<string> {
  return (await readSetting(engine, 'workspace_zone')) ?? 'UTC';
}

/** SQL that remembers a setting of the database. */
export function setSettingSql(database: string, name: string, value: string): string {
  const table = settings(database);
  return `delete from ${table} where name = ${quoteLiteral(name)};
insert into ${table} values (${quoteLiteral(name)}, ${quoteLiteral(value)})`;
}

/** A setting of the database; null where it was never set. */
export async function readSetting(engine: Engine, name: string): Promise<string | null> {
  const result = await engine.query(
    `select value from ${settings(engine.database)} where name = ${quoteLiteral(name)}`,
  );
  const value = rowsOf(result)[0]?.['value'];
  return typeof value === 'string' ? value : null;
}

/** Rows in a relation. */
export async function countRows(engine: Engine, relation: string): Promise<number> {
  const result = await engine.query(`select count(*) as n from ${relation}`);
  return toNumber(result.columns[0]!.at(0)) ?? 0;
}

function settings(database: string): string {
  return quoteRelation(database, 'base', 'settings');
}

function createTable(database: string, { name, columns }: CanonicalTable): string {
  const definitions = columns.map(
    (column) => `${quoteIdentifier(column.name)} ${column.type}${compression(column.name)}`,
  );
  return `create table if not exists ${quoteRelation(database, 'base', name)} (${definitions.join(', ')})`;
}

/** Columns in which nearly every row has a text of its own. */
const identities: ReadonlySet<string> = new Set([
  ...['ticket_id', 'customer_id', 'customer_key', 'message_id', 'event_id', 'rating_id', 'call_id'],
  ...['reply_id', 'solve_id', 'order_id', 'post_id', 'merged_into', 'follow_up_of'],
]);
/** Columns of few texts. */
const words: ReadonlySet<string> = new Set([
  ...['source_id', 'source_file', 'status', 'status_raw', 'channel', 'channel_raw', 'priority', 'team'],
  ...['kind', 'scale', 'bucket', 'rated_at_basis', 'score_raw', 'agent_id'],
]);

/**
 * DuckDB tries every way of packing a column before it writes one, and a dictionary of ids costs as much as all the rest of
 * their writing only to be thrown away. Where the best way is known it is named.
 */
function compression(column: string): string {
  if (identities.has(column)) return ' using compression fsst';
  return words.has(column) ? ' using compression dictionary' : '';
}

/** Statements that add the columns which tables of an earlier version lack. */
async function missingColumns(engine: Engine): Promise<string[]> {
  const { database } = engine;
  const result = await engine.query(
    `select table_name || '.' || column_name as name from duckdb_columns() where database_name = ${quoteLiteral(database)} and schema_name = 'base'`,
  );
  const present = new Set(rowsOf(result).map(({ name }) => name));
  return baseTables.flatMap(({ name: table, columns }) =>
    columns
      .filter(({ name }) => !present.has(`${table}.${name}`))
      .map(
        ({ name, type }) =>
          `alter table ${quoteRelation(database, 'base', table)} add column ${quoteIdentifier(name)} ${type}`,
      ),
  );
}
