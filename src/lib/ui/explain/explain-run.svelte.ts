import type { Engine } from '#engine';
import { explain, type Explanation } from '#explain';
import type { Scope } from '#import';
import type { Kpi } from '#kpi';
import type { Period } from '#time';
import { inBook } from './filtered-book.ts';

/** What is compared, and over which rows. */
export interface Compared {
  readonly kpi: Kpi;
  readonly variant: string;
  readonly before: Period;
  readonly after: Period;
  readonly filters: Scope;
}

export type ExplainState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly compared: Compared }
  | { readonly status: 'failed'; readonly error: unknown };

/** One search for causes at a time. */
export class ExplainRun {
  state = $state.raw<ExplainState>({ status: 'idle' });
  #stop = new AbortController();

  /** What was found; null where it was stopped or failed. */
  async start(ready: Promise<Engine>, compared: Compared): Promise<Explanation | null> {
    this.stop();
    const stop = new AbortController();
    this.#stop = stop;
    this.state = { status: 'running', compared };
    try {
      const engine = await ready;
      const { kpi, filters, ...periods } = compared;
      const options = { ...periods, signal: stop.signal };
      const found = await inBook(engine, filters, (book) => explain(engine, book, kpi, options));
      return stop.signal.aborted ? null : found;
    } catch (error) {
      if (!stop.signal.aborted) this.state = { status: 'failed', error };
      return null;
    }
  }

  stop(): void {
    this.#stop.abort();
    this.state = { status: 'idle' };
  }
}
