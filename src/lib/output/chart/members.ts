import type { Table, Value } from '#table';
import { toNumber } from '#table';
import type { JsonObject } from './json.ts';
import { mainOf } from './landmarks.ts';
import { encodingOf, fieldIn, isDiscrete, layersOf, markType } from './mark.ts';

/** The column whose members a chart draws one by one, and how many of them a person can still read. */
export interface Members {
  readonly column: string;
  readonly as: 'bars' | 'lines';
  readonly limit: number;
}

/** Null for a chart whose marks are not one for each member. */
export function membersOf(written: JsonObject): Members | null {
  const spec = mainOf(written);
  const encodings = [spec, ...layersOf(spec)].map(encodingOf);
  const types = [spec, ...layersOf(spec)].map(markType);
  const discrete = (channel: string): string | null =>
    encodings.reduce<string | null>(
      (found, encoding) => found ?? (isDiscrete(encoding[channel]) ? fieldIn(encoding[channel]) : null),
      null,
    );
  if (types.includes('bar')) {
    const column = discrete('y');
    return column === null ? null : { column, as: 'bars', limit: 60 };
  }
  const column = types.includes('line') || types.includes('area') ? discrete('color') : null;
  return column === null ? null : { column, as: 'lines', limit: 8 };
}

/** The rows of as many members as can be read: of bars the first, of lines those that rest on the most. */
export function firstMembers(table: Table, { column, as, limit }: Members): Table {
  const values = table.columns.find(({ name }) => name === column);
  if (!values) return table;
  const weights = as === 'lines' ? table.columns.find(({ name }) => name === 'n') : undefined;
  const found = new Map<Value, number>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const member = values.at(row);
    found.set(member, (found.get(member) ?? 0) + (toNumber(weights?.at(row) ?? null) ?? 0));
  }
  if (found.size <= limit) return table;
  const kept = new Set(
    [...found]
      .sort(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([member]) => member),
  );
  const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) =>
    kept.has(values.at(row)),
  );
  return {
    rowCount: rows.length,
    columns: table.columns.map((each) => ({ ...each, at: (row) => each.at(rows[row] ?? 0) })),
  };
}
