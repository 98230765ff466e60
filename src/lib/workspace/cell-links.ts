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

type Links = Readonly<Record<string, CellLinks>>;

/** What each cell reads and feeds, by its id; the links of a cell are the same object until they change. */
export function steadyLinks(): (cells: readonly Cell[]) => Links {
  let last: Links = {};
  return (cells) => {
    const next = Object.entries(linksOf(cells));
    last = Object.fromEntries(next.map(([id, links]) => [id, same(last[id], links) ? last[id] : links]));
    return last;
  };
}

function linksOf(cells: readonly Cell[]): Links {
  const { inputs } = buildGraph(cells.map((cell) => ({ id: cell.id, ...analysisOf(cell) })));
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const feeds = new Map<string, Cell[]>(cells.map(({ id }) => [id, []]));
  for (const cell of cells) for (const id of inputs(cell.id)) feeds.get(id)?.push(cell);
  return Object.fromEntries(
    cells.map(({ id }) => [
      id,
      { reads: inputs(id).flatMap((input) => byId.get(input) ?? []), feeds: feeds.get(id) ?? [] },
    ]),
  );
}

function same(before: CellLinks | undefined, after: CellLinks): before is CellLinks {
  return before !== undefined && sameCells(before.reads, after.reads) && sameCells(before.feeds, after.feeds);
}

function sameCells(before: readonly Cell[], after: readonly Cell[]): boolean {
  return before.length === after.length && before.every((cell, at) => cell === after[at]);
}
