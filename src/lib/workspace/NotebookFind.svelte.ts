import { findIn, replaceIn, type Cell, type Found, type Operation } from '#notebook';
import { FindQuery } from './FindQuery.svelte.ts';

const none: readonly FoundInCell[] = [];
const noCells: readonly { readonly cellId: string; readonly found: readonly FoundInCell[] }[] = [];

export interface FoundInCell extends Found {
  readonly cellId: string;
}

/** What finding needs of an open notebook. */
export interface FindHost {
  readonly notebook: { readonly cells: readonly Cell[] };
  readonly selection: { readonly focused: string | null };
  /** Brings a cell to where it can be seen; the keyboard stays where it is. */
  show(id: string): void;
  dispatch(operation: Operation): void;
}

/** Finding and replacing over all cells of a notebook, whatever their kind. */
export class NotebookFind extends FindQuery {
  isOpen = $state(false);
  #place = $state.raw<FoundInCell | null>(null);

  readonly #inCells = $derived.by(() => {
    const pattern = this.isOpen ? this.pattern : null;
    if (!pattern) return noCells;
    return this.#host.notebook.cells.map(({ id: cellId, source }) => ({
      cellId,
      found: findIn(source, pattern).map((place): FoundInCell => ({ ...place, cellId })),
    }));
  });
  readonly matches = $derived(this.#inCells.flatMap(({ found }) => found));
  /** The place in `matches` that one has gone to; -1 before that, and after it is gone. */
  readonly at = $derived(
    this.matches.findIndex(({ cellId, from }) => cellId === this.#place?.cellId && from === this.#place.from),
  );
  readonly current = $derived(this.matches[this.at] ?? null);
  readonly #byCell = $derived(Object.fromEntries(this.#inCells.map(({ cellId, found }) => [cellId, found])));
  readonly #host: FindHost;

  constructor(host: FindHost) {
    super();
    this.#host = host;
  }

  open({ replace = false, text = '' } = {}): void {
    this.isOpen = true;
    this.replaces ||= replace;
    if (text !== '') this.text = text;
    this.asked += 1;
  }

  close(): void {
    this.isOpen = false;
    this.#place = null;
  }

  /** What is to be marked in a cell. */
  inCell(id: string): readonly FoundInCell[] {
    return this.#byCell[id] ?? none;
  }

  /** Goes to the next place, or the one before, around the ends; at first to the one nearest to the reader. */
  go(by: 1 | -1): void {
    if (!this.isOpen && this.text !== '') this.isOpen = true;
    const { matches, at } = this;
    const next = at < 0 ? this.#nearest(by) : matches.at((at + by) % matches.length);
    if (next) this.#goTo(next);
  }

  /** Replaces the place that one has gone to and goes on; before that it only goes there. */
  replaceOne(): void {
    const { current } = this;
    if (!current) return this.go(1);
    const { cellId, from, to } = current;
    const before = this.#lengthOf(cellId);
    this.#replace([cellId], from);
    const { matches } = this;
    this.#goTo(matches[this.#firstFrom(cellId, to + this.#lengthOf(cellId) - before)] ?? matches[0]);
  }

  /** Replaces everything, in one step. */
  replaceAll(): void {
    this.#replace(
      this.matches.map(({ cellId }) => cellId),
      null,
    );
  }

  #replace(ids: readonly string[], at: number | null): void {
    const pattern = this.pattern;
    if (!pattern) return;
    const { replacement, isRegex } = this;
    const operations = this.#host.notebook.cells
      .filter(({ id }) => ids.includes(id))
      .map(({ id, source }): Operation => ({
        kind: 'setSource',
        id,
        source: replaceIn(source, { pattern, replacement, isRegex, at }),
      }));
    if (operations.length > 0) this.#host.dispatch({ kind: 'batch', operations });
  }

  #goTo(place: FoundInCell | undefined): void {
    this.#place = place ?? null;
    if (place) this.#host.show(place.cellId);
  }

  /** Where in `matches` those from an offset of a cell on begin; -1 for none. */
  #firstFrom(cellId: string | null, offset: number): number {
    const order = this.#host.notebook.cells.map(({ id }) => id);
    const start = order.indexOf(cellId ?? '');
    return this.matches.findIndex((match) => {
      const at = order.indexOf(match.cellId);
      return at > start || (at === start && match.from >= offset);
    });
  }

  #nearest(by: 1 | -1): FoundInCell | undefined {
    const next = this.#firstFrom(this.#host.selection.focused, 0);
    if (by > 0) return this.matches[Math.max(0, next)];
    return this.matches.at(next < 0 ? -1 : next - 1);
  }

  #lengthOf(cellId: string): number {
    return this.#host.notebook.cells.find(({ id }) => id === cellId)?.source.length ?? 0;
  }
}
