import type { Table as ArrowTable } from 'apache-arrow';
import type { Table } from './table.ts';

/** An Arrow table as DuckDB-Wasm gives it (lossless conversion on): exact values, DuckDB's own type names. */
export function tableFromArrow(_table: ArrowTable): Table {
  throw new Error('not written yet');
}
