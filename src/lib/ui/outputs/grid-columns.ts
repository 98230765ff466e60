import { columnWindow } from '#output';
import type { GridColumn } from './GridModel.svelte.ts';

/** A column that is on the screen. */
export interface DrawnColumn {
  readonly column: GridColumn;
  /** Its place among those shown. */
  readonly at: number;
  /** Where a pinned one stands, whatever is scrolled; null for others. */
  readonly left: number | null;
  /** The room left of it for columns that are not drawn. */
  readonly gap: number;
}

export interface Sight {
  readonly scrollLeft: number;
  readonly width: number;
}

/** The columns to draw: those pinned, and those of the others that are in sight. */
export function drawnColumns(columns: readonly GridColumn[], { scrollLeft, width }: Sight): DrawnColumn[] {
  const pinned = pinnedOf(columns);
  const others = columns.slice(pinned.length);
  const { first, end, offset } = columnWindow(
    others.map((column) => column.width),
    scrollLeft,
    Math.max(0, width - widthOf(pinned)),
  );
  return [
    ...pinned.map((column, at) => ({ column, at, left: widthOf(pinned.slice(0, at)), gap: 0 })),
    ...others.slice(first, end).map((column, index) => ({
      column,
      at: pinned.length + first + index,
      left: null,
      gap: index === 0 ? offset : 0,
    })),
  ];
}

/** How far to scroll so that a column is in sight; null when it is. */
export function scrollToColumn(
  columns: readonly GridColumn[],
  at: number,
  { scrollLeft, width }: Sight,
): number | null {
  const column = columns[at];
  const pinned = widthOf(pinnedOf(columns));
  if (!column || column.isPinned) return null;
  const left = widthOf(columns.slice(0, at)) - pinned;
  if (left < scrollLeft) return left;
  const hidden = left + column.width - (scrollLeft + width - pinned);
  return hidden > 0 ? Math.min(left, scrollLeft + hidden) : null;
}

export function widthOf(columns: readonly GridColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

function pinnedOf(columns: readonly GridColumn[]): readonly GridColumn[] {
  return columns.filter(({ isPinned }) => isPinned);
}
