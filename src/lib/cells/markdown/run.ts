import type { Cell } from '#notebook';
import { quoteIdentifier, sameName } from '#sql';
import { formatValue, type Table } from '#table';
import { preamble, type RunContext } from '../context.ts';
import type { MarkdownOutput, PlacedValue } from '../output.ts';
import { placesOf, type Place } from './places.ts';

/** Fills each `{{cell.column}}` with that column's first row; a column that is not there leaves its place as written. */
export async function runMarkdown(cell: Cell, context: RunContext): Promise<MarkdownOutput> {
  const places = placesOf(cell.source);
  const tables = new Map<string, Table>();
  for (const name of new Set(places.map((place) => place.cell))) {
    const sql = `${preamble(context)}select * from ${quoteIdentifier(name)} limit 1`;
    tables.set(name, await context.engine.query(sql, context));
  }
  return filled(cell.source, places, (place) => valueOf(place, tables.get(place.cell), context));
}

function filled(
  source: string,
  places: readonly Place[],
  valueAt: (place: Place) => string | null,
): MarkdownOutput {
  const values: PlacedValue[] = [];
  let [text, at] = ['', 0];
  for (const place of places) {
    const value = valueAt(place);
    if (value === null) continue;
    text += source.slice(at, place.from);
    values.push({
      cell: place.cell,
      column: place.column,
      from: text.length,
      to: text.length + value.length,
    });
    text += value;
    at = place.to;
  }
  return { kind: 'markdown', source: text + source.slice(at), values };
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
