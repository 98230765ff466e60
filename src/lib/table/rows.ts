import { assert } from '#errors';
import type { Column, Table, Value } from './table.ts';
import { kindOf } from './type.ts';

/** A column written out, for tests and for rows made in the program. */
export interface ColumnLiteral {
  readonly name: string;
  /** DuckDB's name of the type. */
  readonly type: string;
  readonly values: readonly Value[];
}

export const emptyTable: Table = { rowCount: 0, columns: [] };

export function tableFrom(columns: readonly ColumnLiteral[]): Table {
  const rowCount = columns[0]?.values.length ?? 0;
  return {
    rowCount,
    columns: columns.map(({ name, type, values }): Column => {
      assert(values.length === rowCount, `column ${name} is as long as the first one`);
      return { name, type, kind: kindOf(type), at: (row) => values[row] ?? null };
    }),
  };
}

/** The rows as objects; of two columns with the same name the last one stays. */
export function rowsOf(table: Table): Record<string, Value>[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, column.at(row)])),
  );
}
