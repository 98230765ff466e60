import { toIso, type Column, type Table } from '#table';

/** Each row as its values with commas between, legible in an assertion. */
export function formatRows(table: Table): string[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => shown(column, row)).join(', '),
  );
}

function shown(column: Column, row: number): string {
  const value = column.at(row);
  if (value === null) return 'NULL';
  if (column.kind === 'date' || column.kind === 'timestamp')
    return (toIso(value, column.kind) ?? '').replace('T', ' ');
  return String(value);
}
