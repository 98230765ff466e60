import type { CellSnapshot, Observer } from './state.ts';

/** Who wants to know of which cell; each is told of a snapshot only when it differs from the last. */
export class Observers {
  readonly #observers = new Map<string, Map<Observer, CellSnapshot>>();

  get ids(): string[] {
    return [...this.#observers.keys()];
  }

  add(id: string, observer: Observer, snapshot: CellSnapshot): () => void {
    const told = this.#observers.get(id) ?? new Map<Observer, CellSnapshot>();
    this.#observers.set(id, told.set(observer, snapshot));
    observer(snapshot);
    return () => {
      told.delete(observer);
      if (told.size === 0 && this.#observers.get(id) === told) this.#observers.delete(id);
    };
  }

  tell(id: string, snapshot: CellSnapshot): void {
    const told = this.#observers.get(id) ?? new Map<Observer, CellSnapshot>();
    for (const [observer, last] of told) {
      const { state, isStale, lastOutput } = last;
      if (state === snapshot.state && isStale === snapshot.isStale && lastOutput === snapshot.lastOutput)
        continue;
      told.set(observer, snapshot);
      observer(snapshot);
    }
  }

  clear(): void {
    this.#observers.clear();
  }
}
