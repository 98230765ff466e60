import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
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

/** What each cell of a notebook reads and feeds. Only who reads it of a cell whose links changed is told. */
export class NotebookLinks {
  readonly #links = new SvelteMap<string, CellLinks>();

  constructor(cells: readonly Cell[]) {
    this.update(cells);
  }

  of(id: string): CellLinks {
    return this.#links.get(id) ?? noLinks;
  }

  update(cells: readonly Cell[]): void {
    const next = linksOf(cells);
    for (const id of untrack(() => [...this.#links.keys()])) if (!next.has(id)) this.#links.delete(id);
    for (const [id, links] of next) {
      const before = untrack(() => this.#links.get(id));
      if (!same(before, links)) this.#links.set(id, links);
    }
  }
}

function linksOf(cells: readonly Cell[]): ReadonlyMap<string, CellLinks> {
  const { inputs } = buildGraph(cells.map((cell) => ({ id: cell.id, ...analysisOf(cell) })));
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const feeds = new Map<string, Cell[]>(cells.map(({ id }) => [id, []]));
  for (const cell of cells) for (const id of inputs(cell.id)) feeds.get(id)?.push(cell);
  return new Map(
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
