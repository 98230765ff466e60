import type { Engine } from '#engine';
import {
  countSql,
  pageSql,
  profileSql,
  slice,
  toProfile,
  type ColumnUnits,
  type PagedRelation,
  type PageQuery,
} from '#output';
import { toNumber, type Column, type Table } from '#table';
import type { GridSource } from './GridModel.svelte.ts';

interface RelationOptions {
  /** Quoted and qualified. */
  readonly relation: string;
  readonly storedAs?: 'table' | 'view';
  readonly columns: readonly Pick<Column, 'name' | 'type' | 'kind'>[];
  readonly rowCount: number;
  readonly firstPage: Table;
  readonly units?: ColumnUnits;
}

/** The rows of a relation, read from the engine as they come into sight. */
export function relationSource(
  engine: Promise<Engine>,
  { relation, storedAs = 'view', columns, rowCount, firstPage, units = {} }: RelationOptions,
): GridSource {
  const paged = { relation, storedAs, columns: columns.map(({ name }) => name) };
  const ask = async (sql: string): Promise<Table> => (await engine).query(sql);
  return {
    columns,
    rowCount,
    firstPage,
    units,
    page: (query) => ask(pageSql(paged, query)),
    everyRow: (query) => everyRow(query, { paged, ask }),
    count: async (filter) => toNumber((await ask(countSql(paged, filter))).columns[0]?.at(0)) ?? 0,
    profile: async (column) => toProfile(await ask(profileSql(relation, column))),
  };
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
    profile: null,
  };
}

/** Rows that the engine is asked for at once, where all of them are wanted: each page sorts them anew. */
const mostAtOnce = 100_000;
/** Values that are worked on before the page may draw again. */
const mostValues = 12_000;

/** A view has no order of its own, so that it is given one where a single page does not hold it. */
async function* everyRow(
  { sort, filter }: Pick<PageQuery, 'sort' | 'filter'>,
  { paged, ask }: { readonly paged: PagedRelation; readonly ask: (sql: string) => Promise<Table> },
): AsyncGenerator<Table> {
  const [column] = paged.columns;
  const first = await ask(pageSql(paged, { offset: 0, limit: mostAtOnce, sort, filter }));
  if (first.rowCount < mostAtOnce) return yield* inPieces(first);
  const isOrdered = sort !== null || paged.storedAs === 'table' || column === undefined;
  const order = isOrdered ? sort : { column, direction: 'asc' as const };
  for (let offset = 0; ; offset += mostAtOnce) {
    const page = await ask(pageSql(paged, { offset, limit: mostAtOnce, sort: order, filter }));
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
