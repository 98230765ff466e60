import type { Table } from '#table';
import { jsonRows } from './value.ts';

/** Rows as a list of JSON objects, one a line, written as they come. */
export async function* jsonChunks(pages: AsyncIterable<Table> | Iterable<Table>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const table of pages) {
    if (table.rowCount === 0) continue;
    yield before + jsonLines(table);
    before = ',\n';
  }
  yield before === ',\n' ? '\n]\n' : '[]\n';
}

/** Rows at hand as a list of JSON objects. */
export function jsonText(table: Table): string {
  return table.rowCount === 0 ? '[]' : `[\n${jsonLines(table)}\n]`;
}

function jsonLines(table: Table): string {
  return jsonRows(table)
    .map((row) => JSON.stringify(row))
    .join(',\n');
}
