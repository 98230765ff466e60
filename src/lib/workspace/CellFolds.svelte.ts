import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { headingsOf, sectionOf, type Cell } from '#notebook';
import { startFold, type Fold } from './fold.ts';
import { steady } from './steady.ts';

const none: readonly string[] = [];

/** What of a notebook is folded away: code, results, and what stands under a heading. None of it is saved. */
export class CellFolds {
  /** Whether the reader wants results rather than what computes them. */
  hidesCode = $state(false);
  /** Cells that the reader has folded or unfolded, unlike how they start. */
  readonly #folds = new SvelteMap<string, Fold>();
  readonly #sections = new SvelteSet<string>();
  readonly #results = new SvelteSet<string>();

  /** The cells under folded headings. */
  readonly hidden = $derived.by((): readonly string[] => {
    if (this.#sections.size === 0) return none;
    const cells = this.cells();
    return [...this.#sections].flatMap((id) => sectionOf(cells, id));
  });

  readonly #steady = steady<string>();
  /** All other cells. */
  readonly shown = $derived.by((): readonly string[] => {
    return this.#steady(this.ids().filter((id) => !this.hidden.includes(id)));
  });

  constructor(
    private readonly cells: () => readonly Cell[],
    private readonly ids: () => readonly string[],
  ) {}

  of(cell: Cell): Fold {
    return this.#folds.get(cell.id) ?? this.#startOf(cell);
  }

  /** Folds or unfolds a heading’s section; of another cell as much as was folded at first. */
  toggle(cell: Cell): void {
    if (headingsOf(cell).length > 0) return flip(this.#sections, cell.id);
    const start = this.#startOf(cell);
    const usual = cell.kind === 'markdown' ? 'all' : 'code';
    this.#folds.set(cell.id, this.of(cell) !== 'open' ? 'open' : start === 'open' ? usual : start);
  }

  /** Begins again as the file says. */
  forget(id: string): void {
    this.#folds.delete(id);
  }

  toggleCode(): void {
    this.hidesCode = !this.hidesCode;
    this.#folds.clear();
  }

  hasSection(id: string): boolean {
    return this.#sections.has(id);
  }

  /** How many cells a folded heading hides. */
  sectionSize(id: string): number {
    return this.#sections.has(id) ? sectionOf(this.cells(), id).length : 0;
  }

  /** Unfolds whatever heading hides a cell. */
  uncover(id: string): void {
    for (const heading of this.#sections)
      if (sectionOf(this.cells(), heading).includes(id)) this.#sections.delete(heading);
  }

  setSections(folded: boolean): void {
    this.#sections.clear();
    if (!folded) return;
    for (const cell of this.cells()) if (headingsOf(cell).length > 0) this.#sections.add(cell.id);
  }

  hidesResult(id: string): boolean {
    return this.#results.has(id);
  }

  toggleResult(id: string): void {
    flip(this.#results, id);
  }

  /** Folds all results, or unfolds them where all are folded. */
  toggleResults(): void {
    const ids = this.cells().flatMap(({ id, kind }) => (kind === 'markdown' || kind === 'input' ? [] : [id]));
    const areFolded = ids.every((id) => this.#results.has(id));
    this.#results.clear();
    if (!areFolded) for (const id of ids) this.#results.add(id);
  }

  #startOf(cell: Cell): Fold {
    const start = startFold(cell);
    return start === 'open' && this.hidesCode && cell.kind !== 'markdown' ? 'code' : start;
  }
}

function flip(ids: SvelteSet<string>, id: string): void {
  if (!ids.delete(id)) ids.add(id);
}
