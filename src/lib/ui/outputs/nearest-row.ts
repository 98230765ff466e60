import { toRows } from '#output';
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
