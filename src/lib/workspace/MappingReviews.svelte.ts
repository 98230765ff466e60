import type { Engine } from '#engine';
import type { Mapping, MappingReview, RawTable } from '#import';
import { SvelteMap } from 'svelte/reactivity';

/** What is known of a mapping as it stands; `last` is what was known before, to show meanwhile. */
export type ReviewState =
  | { readonly status: 'working'; readonly last: MappingReview | null }
  | { readonly status: 'done'; readonly review: MappingReview }
  | { readonly status: 'failed'; readonly error: unknown };

export interface Reviewed {
  readonly raw: RawTable;
  readonly mapping: Mapping;
  readonly strict: boolean;
}

interface Run {
  readonly mapping: Mapping;
  readonly timeZone: string;
  readonly controller: AbortController;
}

/**
 * Tries mappings on their files, one run a table: a newer mapping stops the run of an older one. A result counts only while its
 * run is the table's own.
 */
export class MappingReviews {
  readonly states = new SvelteMap<string, ReviewState>();
  #runs = new SvelteMap<string, Run>();

  constructor(
    private readonly engine: Promise<Engine>,
    private readonly settleMs: number,
  ) {}

  /** Sees to it that the mapping is tried, unless it was. */
  want({ raw, mapping, strict }: Reviewed, timeZone: string): void {
    const before = this.#runs.get(raw.id);
    if (before?.mapping === mapping && before.timeZone === timeZone) return;
    before?.controller.abort();
    const run = { mapping, timeZone, controller: new AbortController() };
    this.#runs.set(raw.id, run);
    this.states.set(raw.id, { status: 'working', last: this.#lastOf(raw.id) });
    void this.#work(raw, run, strict, before ? this.settleMs : 0);
  }

  /** Whether a table's mapping is being tried, or was. */
  has(id: string): boolean {
    return this.#runs.has(id);
  }

  /** What is known of exactly this mapping; null while it is being tried. */
  of({ raw, mapping }: Pick<Reviewed, 'raw' | 'mapping'>): MappingReview | null {
    const state = this.states.get(raw.id);
    return state?.status === 'done' && this.#runs.get(raw.id)?.mapping === mapping ? state.review : null;
  }

  close(): void {
    for (const { controller } of this.#runs.values()) controller.abort();
    this.#runs.clear();
    this.states.clear();
  }

  async #work(raw: RawTable, run: Run, strict: boolean, delay: number): Promise<void> {
    const { signal } = run.controller;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    if (signal.aborted) return;
    try {
      const { reviewMapping } = await import('#import');
      const { timeZone, mapping } = run;
      const review = await reviewMapping(await this.engine, raw, mapping, { timeZone, strict, signal });
      if (this.#runs.get(raw.id) === run) this.states.set(raw.id, { status: 'done', review });
    } catch (error) {
      if (this.#runs.get(raw.id) === run) this.states.set(raw.id, { status: 'failed', error });
    }
  }

  #lastOf(id: string): MappingReview | null {
    const state = this.states.get(id);
    if (state?.status === 'done') return state.review;
    return state?.status === 'working' ? state.last : null;
  }
}
