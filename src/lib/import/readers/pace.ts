const longestSlice = 30;

/** Lets the page draw and hear of a cancel, now and then, while much is to be computed. */
export class Pace {
  #since = performance.now();

  async rest(signal: AbortSignal | undefined): Promise<void> {
    if (performance.now() - this.#since < longestSlice) return;
    await new Promise((resume) => setTimeout(resume));
    signal?.throwIfAborted();
    this.#since = performance.now();
  }
}
