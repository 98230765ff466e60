import { isTemporal, toRows, type Datum } from '#output';
import type { Table } from '#table';

/** The row whose instant is nearest to one that a chart shows; both in the clock of the page, as charts have it. */
export function nearestRow(table: Table, column: string, time: number): number | null {
  let nearest: { readonly row: number; readonly away: number } | null = null;
  for (const [row, { [column]: written }] of toRows(table).entries()) {
    const away = typeof written === 'string' ? Math.abs(Date.parse(written) - time) : NaN;
    if (away < (nearest?.away ?? Infinity)) nearest = { row, away };
  }
  return nearest?.row ?? null;
}

/** The row that a mark stands for by what it says of a column: of an instant the nearest, of anything else the first that is equal. */
export function rowOfMark(table: Table, column: string, value: Datum): number | null {
  const kind = table.columns.find(({ name }) => name === column)?.kind;
  if (kind === undefined) return null;
  if (isTemporal(kind) && typeof value === 'number') return nearestRow(table, column, value);
  const row = toRows(table).findIndex(({ [column]: each }) => each === value);
  return row < 0 ? null : row;
}
