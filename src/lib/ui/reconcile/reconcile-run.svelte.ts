import type { Engine } from '#engine';
import { createBook, dropBook, type Scope } from '#import';
import { reconcile, type Kpi, type Reconciliation } from '#kpi';
import { quoteLiteral, quoteRelation } from '#sql';
import type { Period, WallClock } from '#time';

/** What a search goes by, as the reader typed and chose it. */
export interface Asked {
  readonly reported: string;
  /** As a notebook's front matter writes it. */
  readonly period: string | null;
  readonly zone: string | null;
}

/** What is looked for, and where. */
export interface Search {
  readonly kpi: Kpi;
  /** The number as the reader typed it. */
  readonly reported: string;
  /** Null for all rows. */
  readonly period: Period | null;
  readonly asOf: WallClock | null;
  /** The other screen's, where it is known. */
  readonly zone: string | null;
  readonly filters: Scope;
}

export type SearchState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running' | 'ended' | 'stopped';
      readonly search: Search;
      readonly found: Reconciliation;
    }
  | { readonly status: 'failed'; readonly error: unknown };

const nothing: Reconciliation = { attempts: [], tried: 0, possible: 0 };
let books = 0;

/** One search at a time for the ways of counting that come to a number; a new one ends the one before. */
export class ReconcileRun {
  state = $state.raw<SearchState>({ status: 'idle' });
  #stop = new AbortController();

  async start(ready: Promise<Engine>, search: Search): Promise<void> {
    this.stop();
    const stop = new AbortController();
    this.#stop = stop;
    const show = (state: SearchState): void => {
      if (this.#stop === stop) this.state = state;
    };
    show({ status: 'running', search, found: nothing });
    try {
      const found = await look(await ready, search, {
        signal: stop.signal,
        onProgress: (soFar) => show({ status: 'running', search, found: soFar }),
      });
      show({ status: stop.signal.aborted ? 'stopped' : 'ended', search, found: found ?? nothing });
    } catch (error) {
      show({ status: 'failed', error });
    }
  }

  /** What was found until then stays. */
  stop(): void {
    this.#stop.abort();
  }
}

interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (found: Reconciliation) => void;
}

/** With a notebook's filters in a book of its own: the notebook's is not there before its first run. */
async function look(engine: Engine, search: Search, watch: Watch): Promise<Reconciliation | null> {
  const { kpi, reported, period, asOf, zone, filters } = search;
  const options = {
    reported,
    period,
    asOf,
    zones: zone === null ? [] : [zone],
    limitMs: Number.POSITIVE_INFINITY,
    ...watch,
  };
  if (Object.keys(filters).length === 0) return reconcile(engine, null, kpi, options);
  const book = `reconcile_${++books}`;
  await createBook(engine, book, filters);
  try {
    return await reconcile(engine, book, kpi, options);
  } finally {
    await engine.exec(`set search_path = ${quoteLiteral(quoteRelation(engine.database, 'main'))}`);
    await dropBook(engine, book);
  }
}
