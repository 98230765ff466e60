interface PausedWorkOptions {
  /** Milliseconds without another start. */
  readonly pause?: number;
  readonly onfail: (error: unknown) => void;
}

export interface PausedWork {
  /** Begins anew once nothing has asked for it for a while; what was under way is dropped at once. */
  start(): void;
  stop(): void;
}

/** Work that waits for a pause in what it is about: it never keeps a key waiting, and is not gone on with after the next one. */
export function pausedWork(
  work: (signal: AbortSignal) => Promise<void>,
  { pause = 300, onfail }: PausedWorkOptions,
): PausedWork {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current = new AbortController();
  function stop(): void {
    clearTimeout(timer);
    current.abort();
  }
  function start(): void {
    stop();
    const controller = new AbortController();
    current = controller;
    timer = setTimeout(() => {
      work(controller.signal).catch((error: unknown) => {
        if (!controller.signal.aborted) onfail(error);
      });
    }, pause);
  }
  return { start, stop };
}
