import type { Engine } from '#engine';
import { countSql, pageSql, profileSql, slice, toProfile, type ColumnUnits } from '#output';
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
    count: () => Promise.resolve(table.rowCount),
    profile: null,
  };
}
