/**
 * Which rows of a long grid to draw. Chromium cuts an element off at 33,554,428 px, some 1.4 million rows: beyond
 * `maxHeight` the scroller is shorter than its rows and one pixel of scrolling passes more than one pixel of rows.
 */
export interface GridWindow {
  readonly first: number;
  readonly end: number;
  /** Those of them that are on the screen; the others are drawn ahead. */
  readonly seen: { readonly first: number; readonly end: number };
  /** Where the first row is drawn, in the scroller's own pixels. */
  readonly offset: number;
  /** The scroller's height. */
  readonly height: number;
}

export interface GridGeometry {
  readonly rows: number;
  readonly rowHeight: number;
  readonly viewport: number;
  readonly scrollTop: number;
}

export const maxHeight = 15_000_000;
const overscan = 8;

export function gridWindow({ rows, rowHeight, viewport, scrollTop }: GridGeometry): GridWindow {
  const full = rows * rowHeight;
  const height = Math.min(full, maxHeight);
  const scale = scaleOf(full, height, viewport);
  const top = Math.max(0, scrollTop) * scale;
  const seen = {
    first: Math.min(rows, Math.floor(top / rowHeight + 0.01)),
    end: Math.min(rows, Math.ceil((top + viewport) / rowHeight - 0.01)),
  };
  const first = Math.max(0, seen.first - overscan);
  const end = Math.max(first, Math.min(rows, seen.end + overscan));
  return {
    first,
    end,
    seen,
    offset: first * rowHeight - top + Math.max(0, scrollTop),
    height,
  };
}

/** Where to scroll so that a row is in sight; null when it is already. */
export function scrollToRow(
  row: number,
  { rows, rowHeight, viewport, scrollTop }: GridGeometry,
): number | null {
  const full = rows * rowHeight;
  const scale = scaleOf(full, Math.min(full, maxHeight), viewport);
  const top = scrollTop * scale;
  const rowTop = row * rowHeight;
  if (rowTop < top) return rowTop / scale;
  if (rowTop + rowHeight > top + viewport) return (rowTop + rowHeight - viewport) / scale;
  return null;
}

function scaleOf(full: number, height: number, viewport: number): number {
  return height > viewport ? (full - viewport) / (height - viewport) : 1;
}

/** Which columns are in sight, of columns with these widths; `offset` is the width of those before. */
export function columnWindow(
  widths: readonly number[],
  scrollLeft: number,
  viewport: number,
): { readonly first: number; readonly end: number; readonly offset: number } {
  let left = 0;
  let first = 0;
  while (first < widths.length && left + (widths[first] ?? 0) <= scrollLeft) left += widths[first++] ?? 0;
  let end = first;
  for (let right = left; end < widths.length && right < scrollLeft + viewport; end++)
    right += widths[end] ?? 0;
  return { first, end, offset: left };
}
