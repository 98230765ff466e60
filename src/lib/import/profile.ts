import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber, type Value } from '#table';
import { wallClockToUtc } from '#time';
import { canonicalTables, contacts } from './canonical/index.ts';
import type { CanonicalTable } from './canonical/index.ts';
import { workspaceZone } from './canonical/prepare.ts';

/** Which canonical tables have rows, and which of their columns know anything. */
export type DataProfile = Readonly<Record<string, TableProfile>>;

export interface TableProfile {
  readonly rows: number;
  /** Columns with at least one value, and how many. */
  readonly columns: Readonly<Record<string, number>>;
}

/** What the data can answer from: of everything, or of what a book's scope lets through. */
export async function dataProfile(engine: Engine, book: string | null = null): Promise<DataProfile> {
  const profile: Record<string, TableProfile> = {};
  for (const table of [...canonicalTables, contacts]) {
    const relation = quoteRelation(book ?? engine.database, 'main', table.name);
    profile[table.name] = await tableProfile(engine, table, relation);
  }
  return profile;
}

/** The latest instant in the data by the workspace's clock, as `YYYY-MM-DD HH:MM:SS`; null without data. Promises (due dates) do not count. */
export async function asOf(engine: Engine): Promise<string | null> {
  const sources = quoteRelation(engine.database, 'base', 'sources');
  const latest = rowsOf(
    await engine.query(`select strftime(max(as_of), '%Y-%m-%d %H:%M:%S') as latest from ${sources}`),
  );
  const value: Value | undefined = latest[0]?.['latest'];
  return typeof value === 'string' ? value : null;
}

/** An as-of instant in UTC: as the data has it where it is the data's own, else by the workspace's zone; null for null. */
export async function asOfUtc(engine: Engine, asOf: string | null): Promise<string | null> {
  if (asOf === null) return null;
  const sources = quoteRelation(engine.database, 'base', 'sources');
  const own = rowsOf(
    await engine.query(
      `select strftime(max(as_of_utc), '%Y-%m-%d %H:%M:%S') as own from ${sources} where date_trunc('second', as_of) = timestamp ${quoteLiteral(asOf)}`,
    ),
  )[0]?.['own'];
  return typeof own === 'string' ? own : wallClockToUtc(asOf, await workspaceZone(engine));
}

/** Changes whenever an import is added, removed or read again, or a calendar is changed: what was computed on the same fingerprint is the same. */
export async function datasetFingerprint(engine: Engine): Promise<string> {
  const sources = quoteRelation(engine.database, 'base', 'sources');
  const files = quoteRelation(engine.database, 'base', 'source_files');
  const exclusions = quoteRelation(engine.database, 'base', 'exclusions');
  const calendars = ['business_hours', 'holidays', 'calendar_rules'].map((name) => {
    const table = quoteRelation(engine.database, 'base', name);
    return `(select string_agg(line, '|' order by line) from (select c::varchar as line from ${table} c))`;
  });
  const result =
    await engine.query(`select md5(nullif(concat_ws('|', string_agg(line, '|' order by line), ${calendars.join(', ')}), '')) as fingerprint from (
    select concat_ws('/', f.source_id, file_name, sha256, rows_read, rows_loaded, rows_duplicate, s.as_of_utc, md5(s.mapping)) as line
    from ${files} f join ${sources} s using (source_id)
    union all select concat_ws('/', finding, condition) from ${exclusions})`);
  const value = rowsOf(result)[0]?.['fingerprint'];
  return typeof value === 'string' ? value : '';
}

async function tableProfile(engine: Engine, table: CanonicalTable, relation: string): Promise<TableProfile> {
  const counts = table.columns.map(({ name }) => `count(${quoteIdentifier(name)})`);
  const result = await engine.query(`select ${['count(*)', ...counts].join(', ')} from ${relation}`);
  const [rows = 0, ...values] = result.columns.map((column) => toNumber(column.at(0)) ?? 0);
  const known = table.columns.flatMap(({ name }, index) => {
    const count = values[index] ?? 0;
    return count > 0 ? [[name, count] as const] : [];
  });
  return { rows, columns: Object.fromEntries(known) };
}
