import { copyFormats, copyTable } from '#output';
import type { Table } from '#table';
import type { GridModel } from './GridModel.svelte.ts';

export const gridCopyFormats = [...copyFormats, 'json'] as const;
export type GridCopyFormat = (typeof gridCopyFormats)[number];

const copyLimit = 50_000;

/** Copies the selected cells, or every row where one cell alone is; returns how many rows. */
export async function copyGrid(model: GridModel, format: GridCopyFormat): Promise<number> {
  const table = await chosen(model, format);
  const isOne = table.rowCount === 1 && table.columns.length === 1;
  const text = format === 'json' ? await jsonOf(table) : copyTable(table, format);
  await navigator.clipboard.writeText(isOne && format === 'text' ? text.slice(text.indexOf('\n') + 1) : text);
  return table.rowCount;
}

async function chosen(model: GridModel, format: GridCopyFormat): Promise<Table> {
  const { top, bottom, left, right } = model.selection;
  if (top === bottom && left === right && format !== 'text') return model.rows(0, copyLimit);
  const { rowCount, columns } = await model.rows(top, Math.min(copyLimit, bottom - top + 1));
  return { rowCount, columns: columns.slice(left, right + 1) };
}

async function jsonOf(table: Table): Promise<string> {
  const { jsonText } = await import('#export');
  return jsonText(table);
}
