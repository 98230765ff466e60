import { vi } from 'vitest';

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/**
 * Time that passes as told, in place of the clock and of `setTimeout`: a minute of a window's life takes a moment.
 * Vitest's own fake timers wait four real milliseconds for each timer in a browser.
 */
export class VirtualTime {
  now = 0;
  #due = new Map<number, Due>();
  #next = 1;

  constructor() {
    vi.stubGlobal('setTimeout', (run: () => void, ms = 0) => {
      const id = (this.#next += 1);
      this.#due.set(id, { at: this.now + ms, run });
      return id;
    });
    vi.stubGlobal('clearTimeout', (id: number) => void this.#due.delete(id));
    vi.spyOn(Date, 'now').mockImplementation(() => this.now);
  }

  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    await settled();
    for (let next = this.#first(until); next; next = this.#first(until)) {
      const [id, { at, run }] = next;
      this.#due.delete(id);
      this.now = at;
      run();
      await settled();
    }
    this.now = until;
  }

  /** Lets the time pass for as long as the work takes. */
  async during<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const end = () => (isDone = true);
    work.then(end, end);
    for (let waited = 0; !isDone && waited < 60_000; waited += 10) await this.pass(10);
    return work;
  }

  end(): void {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  }

  #first(until: number): [number, Due] | undefined {
    let first: [number, Due] | undefined;
    for (const entry of this.#due)
      if (entry[1].at <= until && entry[1].at < (first?.[1].at ?? Infinity)) first = entry;
    return first;
  }
}

/** Everything that waits for no timer has happened. */
function settled(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
