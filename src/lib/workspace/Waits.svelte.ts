/** The engine's calls that are under way: all make the reader wait, and those that only read can be stopped. */
export class Waits {
  #under = $state.raw<readonly (AbortController | null)[]>([]);
  readonly isBusy = $derived(this.#under.length > 0);
  readonly canStop = $derived(this.#under.some((way) => way !== null));

  /** Does what reads; it is stopped by its own signal, or by the reader. */
  async reading<T>(own: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const way = new AbortController();
    return this.#during(way, () => work(own ? AbortSignal.any([own, way.signal]) : way.signal));
  }

  /** Does what writes, whole or not at all. */
  async writing<T>(work: () => Promise<T>): Promise<T> {
    return this.#during(null, work);
  }

  stop(): void {
    for (const way of this.#under) way?.abort();
  }

  async #during<T>(way: AbortController | null, work: () => Promise<T>): Promise<T> {
    this.#under = [...this.#under, way];
    try {
      return await work();
    } finally {
      const at = this.#under.indexOf(way);
      this.#under = this.#under.filter((_, place) => place !== at);
    }
  }
}
