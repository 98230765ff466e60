import type { Table as ArrowTable } from 'apache-arrow';
import { valueReader } from './arrow-values.ts';
import { typeName } from './arrow-types.ts';
import { columnOfChunks } from './chunks.ts';
import type { Table } from './table.ts';

/** An Arrow table as DuckDB-Wasm gives it (lossless conversion on): exact values, DuckDB's own type names. */
export function tableFromArrow(table: ArrowTable): Table {
  return {
    rowCount: table.numRows,
    columns: table.schema.fields.map((field, index) => {
      const chunks = table.getChildAt(index)?.data ?? [];
      const type = typeName(field, chunks[0]);
      const read = valueReader(field);
      return columnOfChunks(
        field.name,
        type,
        chunks.map((data) => ({ length: data.length, at: (row) => read(data, row) })),
      );
    }),
  };
}
