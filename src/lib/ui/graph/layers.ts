import { buildGraph } from '#notebook';

/** A cell and those whose results it reads, by their ids. */
export interface LinkedCell {
  readonly id: string;
  readonly reads: readonly string[];
}

/** Where a cell is drawn, and when its turn comes. */
export interface PlacedCell extends LinkedCell {
  /** Its turn when all cells run, from 1. */
  readonly turn: number;
  /** Counted from the left: each cell stands to the right of all that it reads. */
  readonly layer: number;
  /** Counted from the top of its layer. */
  readonly row: number;
}

/** Places cells in layers, in the order in which they run; in each layer near what they read. */
export function layersOf(cells: readonly LinkedCell[]): readonly PlacedCell[] {
  const nodes = cells.map(({ id, reads }) => ({ id, defines: [id], uses: reads }));
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const { order } = buildGraph(nodes);
  const layers = new Map<string, number>();
  for (const id of order) {
    const before = (byId.get(id)?.reads ?? []).map((read) => layers.get(read) ?? -1);
    layers.set(id, Math.max(-1, ...before) + 1);
  }
  return rowsIn(
    order.flatMap((id, at) => {
      const cell = byId.get(id);
      return cell ? [{ ...cell, turn: at + 1, layer: layers.get(id) ?? 0 }] : [];
    }),
  );
}

function rowsIn(cells: readonly Omit<PlacedCell, 'row'>[]): readonly PlacedCell[] {
  const rows = new Map<string, number>();
  const depth = Math.max(-1, ...cells.map(({ layer }) => layer));
  for (let layer = 0; layer <= depth; layer++) {
    const wanted = (cell: LinkedCell, at: number) =>
      mean(cell.reads.flatMap((id) => rows.get(id) ?? [])) ?? at;
    const ranked = cells
      .filter((cell) => cell.layer === layer)
      .map((cell, at) => ({ id: cell.id, rank: wanted(cell, at) }))
      .sort((a, b) => a.rank - b.rank);
    let next = 0;
    for (const { id, rank } of ranked) {
      const row = Math.max(next, layer === 0 ? next : Math.floor(rank));
      rows.set(id, row);
      next = row + 1;
    }
  }
  return cells.map((cell) => ({ ...cell, row: rows.get(cell.id) ?? 0 }));
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

/** The cell that an arrow key goes to: up and down in a layer, else to the nearest of the next layer, a linked one first. */
export function neighbourOf(cells: readonly PlacedCell[], from: PlacedCell, key: string): PlacedCell | null {
  const nearest = (list: readonly PlacedCell[]) =>
    list.toSorted((a, b) => Math.abs(a.row - from.row) - Math.abs(b.row - from.row))[0] ?? null;
  const inLayer = (layer: number) => cells.filter((cell) => cell.layer === layer);
  switch (key) {
    case 'ArrowUp':
      return nearest(inLayer(from.layer).filter(({ row }) => row < from.row));
    case 'ArrowDown':
      return nearest(inLayer(from.layer).filter(({ row }) => row > from.row));
    case 'ArrowLeft':
      return nearest(cells.filter(({ id }) => from.reads.includes(id))) ?? nearest(inLayer(from.layer - 1));
    case 'ArrowRight':
      return (
        nearest(cells.filter(({ reads }) => reads.includes(from.id))) ?? nearest(inLayer(from.layer + 1))
      );
    case 'Home':
      return cells[0] ?? null;
    case 'End':
      return cells.at(-1) ?? null;
    default:
      return null;
  }
}
