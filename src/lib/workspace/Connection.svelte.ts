import type { Engine } from '#engine';

export type EngineState =
  | { readonly status: 'starting' }
  | { readonly status: 'ready'; readonly engine: Engine }
  /** Another tab holds the data: the reader decides what to do. */
  | { readonly status: 'busy' }
  | { readonly status: 'failed'; readonly error: unknown };

export interface ConnectionOptions {
  readonly storage: 'opfs' | 'memory';
  /** Takes the data from the tab that holds it; that tab is told. */
  readonly takeOver: boolean;
  /** Called when another tab takes the data from this one. */
  readonly onlost: () => void;
}

/** Opens the engine and makes it ready for notebooks: null when another tab holds the data. */
export type OpenEngine = (options: ConnectionOptions) => Promise<Engine | null>;

/**
 * The workspace's engine. `ready` is one promise for everyone who waits, memoised; it stays pending while the
 * reader decides what to do about another tab, and is replaced only by a restart.
 */
export class Connection {
  state = $state.raw<EngineState>({ status: 'starting' });
  readonly engine = $derived(this.state.status === 'ready' ? this.state.engine : null);

  #waiting = Promise.withResolvers<Engine>();
  #attempt = 0;

  constructor(private readonly open: OpenEngine) {
    this.#waiting.promise.catch(() => {});
  }

  get ready(): Promise<Engine> {
    return this.#waiting.promise;
  }

  start = (): Promise<void> => this.#connect('opfs', false);
  takeOver = (): Promise<void> => this.#connect('opfs', true);
  useMemory = (): Promise<void> => this.#connect('memory', false);

  /** Gives the memory back and opens the data anew. */
  restart = (): Promise<void> => this.#reopen(this.engine?.storage === 'memory' ? 'memory' : 'opfs');

  /** Leaves the data where they are and begins with none, in memory. */
  setAside = (): Promise<void> => this.#reopen('memory');

  /** Comes back to the data that were left where they are. */
  takeBack = (): Promise<void> => this.#reopen('opfs');

  async #reopen(storage: 'opfs' | 'memory'): Promise<void> {
    const engine = this.engine;
    this.state = { status: 'starting' };
    if (engine) this.#renew();
    await engine?.close();
    await this.#connect(storage, false);
  }

  async #connect(storage: 'opfs' | 'memory', takeOver: boolean): Promise<void> {
    const attempt = ++this.#attempt;
    this.state = { status: 'starting' };
    try {
      const engine = await this.open({ storage, takeOver, onlost: () => this.#lose(attempt) });
      if (attempt !== this.#attempt) return void (await engine?.close());
      if (engine) this.#arrive(engine);
      else this.state = { status: 'busy' };
    } catch (error) {
      if (attempt !== this.#attempt) return;
      this.state = { status: 'failed', error };
      this.#waiting.reject(error);
      this.#renew();
    }
  }

  #arrive(engine: Engine): void {
    this.state = { status: 'ready', engine };
    this.#waiting.resolve(engine);
  }

  #lose(attempt: number): void {
    if (attempt !== this.#attempt) return;
    this.state = { status: 'busy' };
    this.#renew();
  }

  #renew(): void {
    this.#waiting = Promise.withResolvers<Engine>();
    this.#waiting.promise.catch(() => {});
  }
}
