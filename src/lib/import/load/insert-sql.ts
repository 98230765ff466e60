import { assert } from '#errors';
import { quoteIdentifier, quoteLiteral } from '#sql';
import { canonicalTable } from '../canonical/index.ts';
import { tableSql } from '../compile/table-sql.ts';
import type { TableMapping } from '../mapping.ts';
import { rowRanges } from '../readers/reader.ts';
import { storedName } from '../stored-name.ts';
import { keptRows } from './check.ts';
import { deriveSql, type Derivation } from './derive-sql.ts';
import type { Part, SourceLoad } from './load.ts';
import type { Place } from './place.ts';
import { changes } from './plan.ts';
import { ratingsSql } from './ratings-sql.ts';

interface Insert {
  readonly part: Part;
  readonly mapping: TableMapping;
}

interface Writing extends Insert {
  /** No other file fills the table before. */
  readonly isFirst: boolean;
  /** Relations of raw rows, one statement for each. */
  readonly ranges: readonly string[];
}

/** What rows stand for comes first, then what they mention (agents, customers); answers come last, see `ratingRows`. */
export function rowsSql(load: SourceLoad, place: Place): string[] {
  const sorted = insertsOf(load);
  const shared = new Set(
    sorted.map(({ mapping }) => mapping.table).filter((table) => isShared(sorted, table)),
  );
  return [
    ...sorted.flatMap((each) => {
      const ranges = load.inRanges ? rangesOf(each) : [each.part.plan.raw.relation];
      return insertTable(place, { ...each, isFirst: isFirst(sorted, each), ranges });
    }),
    ...[...shared].map((table) => latestOnly(place, load, table)),
  ];
}

/** What the rows say about one another, and answers, which take their dates from the rest. */
export function completeSql(derivation: Derivation, ratings: string | null): string[] {
  return [...deriveSql(derivation), ...(ratings === null ? [] : ratingsSql(derivation, ratings))];
}

/** How a source's rows are completed where they were written straight into their tables. */
export function derivationOf(load: SourceLoad, place: Place): Derivation {
  const sorted = insertsOf(load);
  return {
    sourceId: load.sourceId,
    base: place,
    whole: place,
    workspaceZone: derivationZone(load),
    isNamed: filledTables(load).has('names'),
    filled: filledTables(load),
    isUnique: (table) => isShared(sorted, table) || sorted.every((each) => isPrimary(each, table)),
  };
}

/** The tables that the files fill. */
export function filledTables({ parts }: SourceLoad): ReadonlySet<string> {
  return new Set(parts.flatMap(({ plan }) => plan.mapping.tables.map(({ table }) => table)));
}

function insertsOf({ parts }: SourceLoad): Insert[] {
  const all = parts.flatMap((part) => part.plan.mapping.tables.map((mapping) => ({ part, mapping })));
  const others = all.filter(({ mapping }) => mapping.table !== 'ratings' && !mapping.completes);
  return [
    ...others.filter(({ mapping }) => !mapping.distinct),
    ...others.filter(({ mapping }) => mapping.distinct),
  ];
}

/** The workspace's zone over the time that the files tell of. */
export function derivationZone({ parts, zones }: SourceLoad) {
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
function insertTable(place: Place, { part: { plan, check }, mapping, isFirst, ranges }: Writing): string[] {
  const table = place(mapping.table);
  const queries = ranges.map((rows) => tableSql(plan, mapping, keptRows(plan.raw, check, rows)).query);
  if (!mapping.distinct || isFirst) return queries.map((query) => `insert into ${table} by name ${query}`);
  const key = canonicalTable(mapping.table)?.key ?? [];
  const using = ['source_id', ...key].map(quoteIdentifier).join(', ');
  return queries.map(
    (query) => `insert into ${table} by name select * from (${query}) anti join ${table} using (${using})`,
  );
}

/** Rows that are looked at by themselves are written range by range, so that the progress is told and a cancellation is prompt. */
function rangesOf({ part, mapping: { distinct, latest, changes } }: Insert): string[] {
  const { raw } = part.plan;
  return distinct || latest || changes ? [raw.relation] : rowRanges(raw);
}

/** All ratings of the files with all columns of their table; of two files' answers with one id the later one. Null without any. */
export function ratingRows(load: SourceLoad, place: Place): string | null {
  const ratings = load.parts.flatMap((part) =>
    part.plan.mapping.tables.filter(({ table }) => table === 'ratings').map((mapping) => ({ part, mapping })),
  );
  if (ratings.length === 0) return null;
  const queries = ratings.map(
    ({ part: { plan, check }, mapping }) => tableSql(plan, mapping, keptRows(plan.raw, check)).query,
  );
  const columns = `select * from ${place('ratings')} limit 0`;
  const rows = [`(${columns})`, ...queries.map((query) => `(${query})`)].join(' union all by name ');
  const later = `qualify row_number() over (partition by rating_id order by ${fileAge(load)} desc, source_row desc) = 1`;
  return isShared(ratings, 'ratings') ? `select * from (${rows}) ${later}` : rows;
}

/** Two files of one table, such as the exports of two months: of one thing the later state stays. */
function latestOnly(place: Place, load: SourceLoad, table: string): string {
  const canonical = canonicalTable(table);
  assert(canonical, 'mapped tables are canonical');
  if (canonical.key.length === 0) return 'select 1';
  const key = canonical.key.map(quoteIdentifier).join(', ');
  const updated = table === 'tickets' ? 'updated_at_utc desc nulls last, ' : '';
  return `delete from ${place(table)} where rowid in (
  select id from (select rowid as id, row_number() over (partition by ${key} order by ${updated}${fileAge(load)} desc, source_row desc) as age
    from ${place(table)} where source_id = ${quoteLiteral(load.sourceId)}) where age > 1)`;
}

function fileAge({ parts }: SourceLoad): string {
  const files = parts.map(({ plan }, index) => `when ${quoteLiteral(storedName(plan.raw))} then ${index}`);
  return `case source_file ${files.join(' ')} end`;
}
