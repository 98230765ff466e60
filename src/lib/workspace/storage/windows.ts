/** The windows that Deskbook is open in: what a dead one left behind is for the next to take over. */
export interface Windows {
  readonly id: string;
  /** The identifiers of all windows that are open now. */
  alive(): Promise<ReadonlySet<string>>;
  /** Does the work while no other window does such work. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

const prefix = 'deskbook:window:';
const patience = 400;

/** Each window holds a lock of its name for as long as it lives, so that even a killed one is known to be gone. */
export function browserWindows(): Windows {
  const id = crypto.randomUUID();
  const previous = sessionStorage.getItem(prefix);
  sessionStorage.setItem(prefix, id);
  if (!navigator.locks) return { id, alive: async () => new Set([id]), alone: (work) => work() };
  const held = new Promise<void>((resolve) => {
    void navigator.locks.request(prefix + id, () => {
      resolve();
      return new Promise(() => {});
    });
  });
  return {
    id,
    alive: async () => {
      await held;
      if (previous !== null) await released(previous);
      const { held: locks = [] } = await navigator.locks.query();
      const names = locks.flatMap(({ name }) =>
        name?.startsWith(prefix) ? [name.slice(prefix.length)] : [],
      );
      return new Set(names);
    },
    alone: (work) => navigator.locks.request('deskbook:alone', work),
  };
}

/** A reload starts the page anew before its old lock is quite gone; a duplicated tab's original keeps its own. */
function released(id: string): Promise<void> {
  return navigator.locks
    .request(prefix + id, { signal: AbortSignal.timeout(patience) }, () => {})
    .then(
      () => {},
      () => {},
    );
}

export function memoryWindows(id: string, alive: () => Iterable<string>): Windows {
  return { id, alive: async () => new Set(alive()), alone: (work) => work() };
}
