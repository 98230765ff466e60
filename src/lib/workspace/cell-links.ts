import { analyse, type Analysis } from '#cells';
import { buildGraph, type Cell } from '#notebook';

/** The cells of the notebook whose results a cell reads, and those that read its own. */
export interface CellLinks {
  readonly reads: readonly Cell[];
  readonly feeds: readonly Cell[];
}

export const noLinks: CellLinks = { reads: [], feeds: [] };

/** Cells are never changed in place, so what was found in one stays true of it. */
const analysed = new WeakMap<Cell, Analysis>();

export function analysisOf(cell: Cell): Analysis {
  const known = analysed.get(cell) ?? analyse(cell);
  analysed.set(cell, known);
  return known;
}

/** What each cell reads and feeds, by its id. */
export function linksOf(cells: readonly Cell[]): Readonly<Record<string, CellLinks>> {
  const { inputs } = buildGraph(cells.map((cell) => ({ id: cell.id, ...analysisOf(cell) })));
  const reads = cells.map(({ id }) => inputs(id));
  return Object.fromEntries(
    cells.map(({ id }, at) => [
      id,
      {
        reads: cells.filter((cell) => reads[at]?.includes(cell.id)),
        feeds: cells.filter((_, other) => reads[other]?.includes(id)),
      },
    ]),
  );
}
