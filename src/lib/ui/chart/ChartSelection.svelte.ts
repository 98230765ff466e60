import type { Filters } from '#notebook';
import type { MarkedValue } from '#output';
import type { NotebookSession } from '#workspace';

/** Rows that were chosen in a chart, and in what words. */
export interface MarkedRows {
  readonly values: readonly MarkedValue[];
  readonly said: string;
}

/** What the notebook is filtered by. */
export type ScopeChange =
  { readonly key: 'filters'; readonly value: Filters } | { readonly key: 'period'; readonly value: string };

interface Filtered {
  readonly change: ScopeChange;
  readonly before: unknown;
  /** The chart that it came of. */
  readonly cellId: string;
  readonly said: string;
}

/** What was chosen in the charts of a notebook: rows that all of them mark, and a filter that came of one. */
export class ChartSelection {
  marked = $state.raw<MarkedRows | null>(null);
  readonly #session: NotebookSession;
  #filtered = $state.raw<Filtered | null>(null);
  /** The filter that came of a chart; null once it is another. */
  readonly filtered = $derived.by(() => {
    const filtered = this.#filtered;
    return filtered && this.#isInForce(filtered.change) ? filtered : null;
  });

  constructor(session: NotebookSession) {
    this.#session = session;
  }

  mark(marked: MarkedRows): void {
    this.marked = marked;
  }

  unmark(): void {
    this.marked = null;
  }

  async filter(change: ScopeChange, { cellId, said }: Pick<Filtered, 'cellId' | 'said'>): Promise<void> {
    const before = this.#session.notebook.meta[change.key];
    this.#filtered = { change, before, cellId, said };
    await this.#session.setMeta(change.key, change.value);
  }

  async takeBack(): Promise<void> {
    const { filtered } = this;
    if (!filtered) return;
    const { change, before } = filtered;
    this.#filtered = null;
    await this.#session.setMeta(change.key, isNothing(before) ? undefined : before);
  }

  #isInForce({ key, value }: ScopeChange): boolean {
    return JSON.stringify(this.#session.notebook.meta[key]) === JSON.stringify(value);
  }
}

function isNothing(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

const selections = new WeakMap<NotebookSession, ChartSelection>();

/** The one of an open notebook, which no file keeps. */
export function chosenIn(session: NotebookSession): ChartSelection {
  const known = selections.get(session) ?? new ChartSelection(session);
  selections.set(session, known);
  return known;
}
