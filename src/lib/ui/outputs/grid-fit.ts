import { formatValue, type FormatOptions } from '#table';
import type { GridColumn, GridModel } from './GridModel.svelte.ts';

const most = 800;
const padding = 20;

/** Makes a column as wide as the longest of its values among the rows at hand, and its name. */
export function fitColumn(
  model: GridModel,
  column: GridColumn,
  { locale, grid }: Pick<FormatOptions, 'locale'> & { readonly grid: HTMLElement },
): void {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return;
  const { fontFamily, fontSize } = getComputedStyle(grid);
  const options = { locale, unit: column.unit ?? undefined, aligned: true };
  context.font = `600 ${fontSize} ${fontFamily}`;
  let widest = context.measureText(column.name).width + 16;
  context.font = `${fontSize} ${fontFamily}`;
  for (const { rowCount, columns } of model.heldRows()) {
    const read = columns[column.index];
    for (let row = 0; read && row < rowCount; row++) {
      const text = formatValue(read.at(row), read, options).slice(0, 300);
      widest = Math.max(widest, context.measureText(text).width);
    }
  }
  model.resize(column.name, Math.min(most, Math.ceil(widest) + padding));
}
