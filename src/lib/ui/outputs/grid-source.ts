import type { Engine, QueryOptions } from '#engine';
import {
  countSql,
  distributionSql,
  pageSql,
  profileSql,
  slice,
  toCountedValues,
  toDistribution,
  toProfile,
  valuesSql,
  type ColumnProfile,
  type ColumnUnits,
  type CountedValue,
  type Distribution,
  type FilteredColumn,
  type PagedRelation,
  type PageQuery,
  type RowQuery,
} from '#output';
import { toNumber, type Table } from '#table';

/** Where a grid's rows come from: the engine, a page at a time, or a table at hand. */
export interface GridSource {
  readonly columns: readonly FilteredColumn[];
  readonly rowCount: number;
  readonly firstPage: Table;
  readonly units: ColumnUnits;
  page(query: PageQuery, signal?: AbortSignal): Promise<Table>;
  /** All that is sorted and filtered so, each row once, a few thousand at a time. */
  everyRow(query: RowQuery): AsyncIterable<Table>;
  count(query: RowQuery): Promise<number>;
  /** Null where the rows are kept nowhere: they cannot be filtered either. */
  readonly looks: ColumnLooks | null;
}

/** What can be said of a column over all of its rows. */
export interface ColumnLooks {
  profile(column: FilteredColumn): Promise<ColumnProfile>;
  /** Its most frequent values. */
  values(column: FilteredColumn, limit: number): Promise<readonly CountedValue[]>;
  /** Null where looking would cost as much as computing the rows anew. */
  readonly distribution: ((column: FilteredColumn, signal: AbortSignal) => Promise<Distribution>) | null;
}

interface RelationOptions {
  /** Quoted and qualified. */
  readonly relation: string;
  readonly storedAs?: 'table' | 'view' | undefined;
  readonly columns: readonly FilteredColumn[];
  readonly rowCount: number;
  readonly firstPage: Table;
  readonly units?: ColumnUnits;
}

/** A view of more rows is a result that was too large to keep. */
const mostKept = 1_000_000;

/** The rows of a relation, read from the engine as they come into sight. */
export function relationSource(
  engine: Promise<Engine>,
  { relation, storedAs = 'view', columns, rowCount, firstPage, units = {} }: RelationOptions,
): GridSource {
  const paged = { relation, storedAs, columns: columns.map(({ name }) => name) };
  const ask = async (sql: string, options: QueryOptions = {}): Promise<Table> =>
    (await engine).query(sql, options);
  const isKept = storedAs === 'table' || rowCount <= mostKept;
  return {
    columns,
    rowCount,
    firstPage,
    units,
    page: (query, signal) => ask(pageSql(paged, query), { signal }),
    everyRow: (query) => everyRow(query, { paged, ask }),
    count: async (query) => toNumber((await ask(countSql(paged, query))).columns[0]?.at(0)) ?? 0,
    looks: {
      profile: async (column) => toProfile(await ask(profileSql(relation, column))),
      values: async (column, limit) => toCountedValues(await ask(valuesSql(relation, column, limit))),
      distribution: isKept
        ? async (column, signal) =>
            toDistribution(await ask(distributionSql(relation, column), { signal, background: true }), column)
        : null,
    },
  };
}

const pageRows = 200;

/** The same for a relation of which nothing is known yet. */
export async function openRelation(
  ready: Promise<Engine>,
  { relation, storedAs }: Pick<RelationOptions, 'relation' | 'storedAs'>,
): Promise<GridSource> {
  const engine = await ready;
  const count = await engine.query(`select count(*) from ${relation}`);
  const firstPage = await engine.query(`from ${relation} limit ${pageRows}`);
  const rowCount = toNumber(count.columns[0]?.at(0)) ?? 0;
  return relationSource(ready, { relation, storedAs, columns: firstPage.columns, rowCount, firstPage });
}

/** The rows of a table that is here already; it is shown in its own order. */
export function tableSource(table: Table, units: ColumnUnits = {}): GridSource {
  return {
    columns: table.columns,
    rowCount: table.rowCount,
    firstPage: table,
    units,
    page: ({ offset, limit }) =>
      Promise.resolve(
        slice(table, { from: offset, to: offset + limit }, { from: 0, to: table.columns.length }),
      ),
    everyRow: () => inPieces(table),
    count: () => Promise.resolve(table.rowCount),
    looks: null,
  };
}

/** Rows that the engine is asked for at once, where all of them are wanted: each page sorts them anew. */
const mostAtOnce = 100_000;
/** Values that are worked on before the page may draw again. */
const mostValues = 12_000;

/** A view has no order of its own, so that it is given one where a single page does not hold it. */
async function* everyRow(
  query: RowQuery,
  { paged, ask }: { readonly paged: PagedRelation; readonly ask: (sql: string) => Promise<Table> },
): AsyncGenerator<Table> {
  const [column] = paged.columns;
  const first = await ask(pageSql(paged, { ...query, offset: 0, limit: mostAtOnce }));
  if (first.rowCount < mostAtOnce) return yield* inPieces(first);
  const isOrdered = query.sort !== null || paged.storedAs === 'table' || column === undefined;
  const sort = isOrdered ? query.sort : { column, direction: 'asc' as const };
  for (let offset = 0; ; offset += mostAtOnce) {
    const page = await ask(pageSql(paged, { ...query, sort, offset, limit: mostAtOnce }));
    yield* inPieces(page);
    if (page.rowCount < mostAtOnce) return;
  }
}

async function* inPieces(table: Table): AsyncGenerator<Table> {
  const piece = Math.max(1, Math.floor(mostValues / table.columns.length));
  for (let from = 0; from < table.rowCount; from += piece) {
    yield slice(table, { from, to: from + piece }, { from: 0, to: table.columns.length });
    await new Promise((resume) => setTimeout(resume));
  }
}
