import { assert } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { toNumber } from '#table';
import { canonicalTable, canonicalTables } from '../canonical/index.ts';
import { countRows, setSettingSql } from '../canonical/prepare.ts';
import { tableSql } from '../compile/table-sql.ts';
import type { Plan } from '../compile/table-sql.ts';
import type { TableMapping } from '../mapping.ts';
import type { RawTable } from '../readers/reader.ts';
import type { SourceReport } from '../report.ts';
import type { Check } from './check.ts';
import { decisionsOf } from './decisions.ts';
import { deriveSql } from './derive-sql.ts';
import { notesOf, rejectionsOf } from './notes.ts';
import type { Zones } from './plan.ts';
import { changes } from './plan.ts';
import { ratingsSql } from './ratings-sql.ts';

/** One raw table, ready to be loaded. */
export interface Part {
  readonly plan: Plan;
  readonly check: Check;
}

export interface SourceLoad {
  readonly sourceId: string;
  readonly vendor: string;
  readonly parts: readonly Part[];
  readonly zones: Zones;
  readonly now: Date;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (fraction: number) => void;
}

/** Writes a source in one transaction, in the place of an earlier import of the same files, and says what came of it. */
export async function loadSource(engine: Engine, load: SourceLoad): Promise<SourceReport> {
  const replaced = await isKnown(engine, load.sourceId);
  const statements = [
    ...(replaced ? removeSql(engine, load.sourceId) : []),
    ...insertSql(engine, load),
    ...recordSql(engine, load),
  ];
  try {
    await engine.exec(['begin transaction', ...statements, 'commit'].join(';\n'), {
      signal: load.signal,
      onProgress: load.onProgress,
    });
  } catch (error) {
    await rollback(engine);
    throw error;
  }
  return report(engine, load, replaced);
}

/** Statements that take a source out of every table. */
export function removeSql(engine: Engine, sourceId: string): string[] {
  const names = [...canonicalTables.map(({ name }) => name), 'sources', 'source_files'];
  const tables = names.map((name) => base(engine, name));
  const rejected = `delete from ${base(engine, 'rejected_rows')} where source_id = ${quoteLiteral(sourceId)}`;
  return [
    ...tables.map((table) => `delete from ${table} where source_id = ${quoteLiteral(sourceId)}`),
    rejected,
  ];
}

async function rollback(engine: Engine): Promise<void> {
  try {
    await engine.exec('rollback');
  } catch {
    // The engine ends a failed transaction by itself where it can: nothing is left to roll back.
  }
}

async function isKnown(engine: Engine, sourceId: string): Promise<boolean> {
  const known = `(select 1 from ${base(engine, 'sources')} where source_id = ${quoteLiteral(sourceId)})`;
  return (await countRows(engine, known)) > 0;
}

function base(engine: Engine, table: string): string {
  return quoteRelation(engine.database, 'base', table);
}

interface Insert {
  readonly part: Part;
  readonly mapping: TableMapping;
}

/** What rows stand for comes first, then what they mention (agents, customers), then answers, which take their dates from the rest. */
function insertSql(engine: Engine, load: SourceLoad): string[] {
  const all = load.parts.flatMap((part) => part.plan.mapping.tables.map((mapping) => ({ part, mapping })));
  const ratings = all.filter(({ mapping }) => mapping.table === 'ratings');
  const others = all.filter(({ mapping }) => mapping.table !== 'ratings');
  const sorted = [
    ...others.filter(({ mapping }) => !mapping.distinct),
    ...others.filter(({ mapping }) => mapping.distinct),
  ];
  const filled = new Set(all.map(({ mapping }) => mapping.table));
  const derivation = {
    sourceId: load.sourceId,
    base: (table: string) => base(engine, table),
    workspaceZone: derivationZone(load),
    filled,
    isUnique: (table: string) => isShared(sorted, table) || others.every((each) => isPrimary(each, table)),
  };
  return [
    ...sorted.map((each) => insertTable(engine, each, isFirst(sorted, each))),
    ...[...filled].filter((table) => isShared(sorted, table)).map((table) => latestOnly(engine, load, table)),
    ...deriveSql(derivation),
    ...(ratings.length > 0 ? ratingsSql(derivation, ratingRows(engine, load, ratings)) : []),
  ];
}

function derivationZone({ parts, zones }: SourceLoad) {
  const times = parts.flatMap(({ plan }) => Object.values(plan.survey.dates));
  const from = Math.min(...times.flatMap((time) => time.from ?? []), Date.UTC(2000, 0, 1));
  const to = Math.max(...times.flatMap((time) => time.to ?? []), Date.UTC(2027, 0, 1));
  return changes(zones.workspace, from, to);
}

/** Several files fill a table with rows of their own. */
function isShared(inserts: readonly Insert[], table: string): boolean {
  return inserts.filter(({ mapping }) => mapping.table === table && !mapping.distinct).length > 1;
}

/** Rows of a file's first table were checked for repeats. */
function isPrimary({ part, mapping }: Insert, table: string): boolean {
  return mapping.table !== table || mapping === part.plan.mapping.tables[0];
}

function isFirst(inserts: readonly Insert[], { mapping }: Insert): boolean {
  return inserts.find((other) => other.mapping.table === mapping.table)?.mapping === mapping;
}

/** The source's earlier rows are gone by now, so that only a second file of a table can meet the rows of another. */
function insertTable(engine: Engine, { part: { plan, check }, mapping }: Insert, isFirst: boolean): string {
  const { query } = tableSql(plan, mapping, keptRows(plan.raw, check));
  const table = base(engine, mapping.table);
  if (!mapping.distinct || isFirst) return `insert into ${table} by name ${query}`;
  const key = canonicalTable(mapping.table)?.key ?? [];
  const using = ['source_id', ...key].map(quoteIdentifier).join(', ');
  return `insert into ${table} by name select * from (${query}) anti join ${table} using (${using})`;
}

/** All ratings of a source with all columns of their table; of two files' answers with one id the later one. */
function ratingRows(engine: Engine, load: SourceLoad, ratings: readonly Insert[]): string {
  const queries = ratings.map(
    ({ part: { plan, check }, mapping }) => tableSql(plan, mapping, keptRows(plan.raw, check)).query,
  );
  const columns = `select * from ${base(engine, 'ratings')} limit 0`;
  const rows = [`(${columns})`, ...queries.map((query) => `(${query})`)].join(' union all by name ');
  const later = `qualify row_number() over (partition by rating_id order by ${fileAge(load)} desc, source_row desc) = 1`;
  return isShared(ratings, 'ratings') ? `select * from (${rows}) ${later}` : rows;
}

/** A raw table without the rows that are refused or repeated. */
export function keptRows(raw: RawTable, { dropped }: Check): string {
  return dropped === null ? raw.relation : `(from ${raw.relation} anti join ${dropped} using (source_row))`;
}

/** Two files of one table, such as the exports of two months: of one thing the later state stays. */
function latestOnly(engine: Engine, load: SourceLoad, table: string): string {
  const canonical = canonicalTable(table);
  assert(canonical, 'mapped tables are canonical');
  if (canonical.key.length === 0) return 'select 1';
  const key = canonical.key.map(quoteIdentifier).join(', ');
  const updated = table === 'tickets' ? 'updated_at_utc desc nulls last, ' : '';
  return `delete from ${base(engine, table)} where rowid in (
  select id from (select rowid as id, row_number() over (partition by ${key} order by ${updated}${fileAge(load)} desc, source_row desc) as age
    from ${base(engine, table)} where source_id = ${quoteLiteral(load.sourceId)}) where age > 1)`;
}

function fileAge({ parts }: SourceLoad): string {
  const files = parts.map(({ plan }, index) => `when ${quoteLiteral(plan.raw.file.name)} then ${index}`);
  return `case source_file ${files.join(' ')} end`;
}

/** What the program remembers of the import: the source, its files, its refused rows. */
function recordSql(engine: Engine, load: SourceLoad): string[] {
  const source = quoteLiteral(load.sourceId);
  const instants = canonicalTables.flatMap(({ name, columns }) =>
    columns
      .filter(({ clock, name: column }) => clock === 'wall' && isPast(name, column))
      .map((column) => ({ table: name, column: column.name })),
  );
  const filled = new Set(load.parts.flatMap(({ plan }) => plan.mapping.tables.map(({ table }) => table)));
  const latest = (suffix: string) =>
    [...new Set([...filled, 'tickets'])].flatMap((table) => {
      const columns = instants
        .filter((each) => each.table === table)
        .map(({ column }) => `max(${quoteIdentifier(`${column}${suffix}`)})`);
      return columns.length === 0
        ? []
        : [
            `(select greatest(${columns.join(', ')}) from ${base(engine, table)} where source_id = ${source})`,
          ];
    });
  const now = `timestamp '${load.now.toISOString().slice(0, 19).replace('T', ' ')}'`;
  const mapping = JSON.stringify(
    load.parts.map(({ plan }) => ({
      file: plan.raw.file.name,
      sheet: plan.raw.sheet,
      mapping: plan.mapping,
      dates: plan.survey.dates,
    })),
  );
  const record = `insert into ${base(engine, 'sources')} by name select ${source} as source_id, ${quoteLiteral(load.vendor)} as vendor, ${quoteLiteral(load.zones.source)} as time_zone,
  ${now} as imported_at, ${now} as imported_at_utc, greatest(${latest('').join(', ')}) as as_of, greatest(${latest('_utc').join(', ')}) as as_of_utc, ${quoteLiteral(mapping)} as mapping`;
  return [
    record,
    ...load.parts.flatMap((part) => fileSql(engine, load, part)),
    setSettingSql(engine.database, 'workspace_zone', load.zones.workspace),
  ];
}

/** Promises and targets lie ahead; the clock of a customer's birth or of a session says nothing about how far the data reach. */
function isPast(table: string, column: string): boolean {
  return !column.includes('due') && table !== 'targets' && table !== 'annotations';
}

function fileSql(engine: Engine, load: SourceLoad, { plan, check }: Part): string[] {
  const { raw } = plan;
  const name = quoteLiteral(raw.sheet === null ? raw.file.name : `${raw.file.name} · ${raw.sheet}`);
  const { encoding, delimiter } = raw.decisions;
  const source = quoteLiteral(load.sourceId);
  const cells = raw.columns.map(({ name }) => `coalesce(r.${quoteIdentifier(name)}, '')`).join(', ');
  return [
    `insert into ${base(engine, 'source_files')} by name select ${source} as source_id, ${name} as file_name, ${quoteLiteral(encoding)} as encoding, ${quoteLiteral(delimiter)} as delimiter,
  ${raw.rowsRead} as rows_read, ${check.loaded} as rows_loaded, ${check.rejected} as rows_rejected, ${check.duplicate} as rows_duplicate`,
    `insert into ${base(engine, 'rejected_rows')} select ${source}, ${name}, source_row, raw, reason from ${raw.rejects}`,
    ...(check.dropped === null
      ? []
      : [
          `insert into ${base(engine, 'rejected_rows')} select ${source}, ${name}, source_row, concat_ws(${quoteLiteral(delimiter ?? '\t')}, ${cells}), d.reason
  from ${raw.relation} r join ${check.dropped} d using (source_row) where d.kind = 'rejected'`,
        ]),
  ];
}

async function report(engine: Engine, load: SourceLoad, replaced: boolean): Promise<SourceReport> {
  const { parts } = load;
  const sum = (count: (part: Part) => number) => parts.reduce((total, part) => total + count(part), 0);
  const files = parts.map(({ plan: { raw }, check }) => ({
    file: raw.file.name,
    sheet: raw.sheet,
    rowsRead: raw.rowsRead,
    rowsLoaded: check.loaded,
    rowsRejected: check.rejected,
    rowsDuplicate: check.duplicate,
  }));
  const rowsRead = sum(({ plan }) => plan.raw.rowsRead);
  const [rowsLoaded, rowsRejected] = [sum(({ check }) => check.loaded), sum(({ check }) => check.rejected)];
  assert(rowsRead === rowsLoaded + rowsRejected, 'every row of a file is loaded or rejected');
  return {
    sourceId: load.sourceId,
    vendor: load.vendor,
    file: [...new Set(files.map(({ file }) => file))].join(', '),
    files,
    rowsRead,
    rowsLoaded,
    rowsRejected,
    rowsDuplicate: sum(({ check }) => check.duplicate),
    rejections: await rejectionsOf(engine, load.sourceId),
    decisions: decisionsOf(load),
    tables: await filledTables(engine, load.sourceId),
    joined: false,
    changes: [],
    columnChanges: [],
    already: [],
    notes: await notesOf(engine, load, replaced),
  };
}

async function filledTables(engine: Engine, sourceId: string): Promise<SourceReport['tables']> {
  const counts = canonicalTables.map(
    ({ name }) =>
      `(select count(*) from ${base(engine, name)} where source_id = ${quoteLiteral(sourceId)}) as ${quoteIdentifier(name)}`,
  );
  const result = await engine.query(`select ${counts.join(', ')}`);
  return result.columns.flatMap((column) => {
    const rows = toNumber(column.at(0)) ?? 0;
    return rows > 0 ? [{ name: column.name, rows }] : [];
  });
}
