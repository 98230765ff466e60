import type { PlacedCell } from './layers.ts';

/** In pixels: a cell's box, and how far it is from one to the next. */
const [across, down, width, height, margin] = [270, 46, 220, 30, 24];

export function left({ layer }: PlacedCell): number {
  return margin + layer * across;
}

export function top({ row }: PlacedCell): number {
  return margin + row * down;
}

export function sizeOf(placed: readonly PlacedCell[]): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(0, ...placed.map(left)) + width + margin,
    height: Math.max(0, ...placed.map(top)) + height + margin,
  };
}

/** The arrow from a cell to one that reads it. */
export function curve({ from, to }: { readonly from: PlacedCell; readonly to: PlacedCell }): string {
  const [x1, y1] = [left(from) + width, top(from) + height / 2];
  const [x2, y2] = [left(to), top(to) + height / 2];
  const bend = Math.max(24, (x2 - x1) / 2);
  // What leaves a layer out goes around what stands there.
  const lift = to.layer - from.layer > 1 ? height : 0;
  return `M ${x1} ${y1} C ${x1 + bend} ${y1 - lift}, ${x2 - bend} ${y2 - lift}, ${x2} ${y2}`;
}
