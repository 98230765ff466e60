import type { Engine } from '#engine';
import { explain, type Explanation } from '#explain';
import { createBook, dropBook, type Scope } from '#import';
import type { Kpi } from '#kpi';
import { quoteLiteral, quoteRelation } from '#sql';
import type { Period } from '#time';

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

let books = 0;

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
      const found = await search(await ready, compared, stop.signal);
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

/** With a notebook's filters in a book of its own: the notebook's is not there before its first run. */
async function search(
  engine: Engine,
  { kpi, filters, ...periods }: Compared,
  signal: AbortSignal,
): Promise<Explanation> {
  const options = { ...periods, signal };
  if (Object.keys(filters).length === 0) return explain(engine, null, kpi, options);
  const book = `explain_${++books}`;
  await createBook(engine, book, filters);
  try {
    return await explain(engine, book, kpi, options);
  } finally {
    await engine.exec(`set search_path = ${quoteLiteral(quoteRelation(engine.database, 'main'))}`);
    await dropBook(engine, book);
  }
}
