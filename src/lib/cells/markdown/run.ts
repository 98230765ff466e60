import type { Cell } from '#notebook';
import { quoteIdentifier, sameName } from '#sql';
import { formatValue, type Table } from '#table';
import { preamble, type RunContext } from '../context.ts';
import type { MarkdownOutput } from '../output.ts';
import { placesOf, type Place } from './places.ts';

/** Fills each `{{cell.column}}` with that column's first row; a column that is not there leaves its place as written. */
export async function runMarkdown(cell: Cell, context: RunContext): Promise<MarkdownOutput> {
  const places = placesOf(cell.source);
  const tables = new Map<string, Table>();
  for (const name of new Set(places.map((place) => place.cell))) {
    const sql = `${preamble(context)}select * from ${quoteIdentifier(name)} limit 1`;
    tables.set(name, await context.engine.query(sql, context));
  }
  const source = places.reduceRight((text, place) => {
    const value = valueOf(place, tables.get(place.cell), context);
    return value === null ? text : text.slice(0, place.from) + value + text.slice(place.to);
  }, cell.source);
  return { kind: 'markdown', source };
}

function valueOf(
  { cell, column }: Place,
  table: Table | undefined,
  { locale, unitOf }: RunContext,
): string | null {
  const found = table?.columns.find(({ name }) => sameName(name, column));
  if (!table || !found) return null;
  const value = table.rowCount === 0 ? null : found.at(0);
  return escapeMarkdown(formatValue(value, found, { locale, unit: unitOf(cell, found.name) }));
}

/** Data is text, never markup. */
function escapeMarkdown(value: string): string {
  return value.replace(/[\\`*_[\]<>&~|$]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
