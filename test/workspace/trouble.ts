import { StorageError } from '#errors';
import type { Records } from '../../src/lib/workspace/storage/records.ts';
import type { Storage } from '../../src/lib/workspace/storage/storage.ts';
import { Random } from '../notebook/random.ts';

/** What befalls a window: it can be killed, its storage can fail now and then, and the disk can be full. */
export class Trouble {
  /** How many calls of a hundred fail. */
  failing = 0;
  isFull = false;
  isDead = false;

  constructor(private readonly random: Random) {}

  storage(storage: Storage): Storage {
    return {
      kind: storage.kind,
      list: () => this.#befall(() => storage.list()),
      read: (path) => this.#befall(() => storage.read(path)),
      write: (path, text, expected) => this.#befall(() => storage.write(path, text, expected), 'grows'),
      remove: (path) => this.#befall(() => storage.remove(path)),
      rename: (from, to) => this.#befall(() => storage.rename(from, to)),
    };
  }

  records(records: Records): Records {
    const grows = (changes: readonly { readonly value: unknown }[]) =>
      changes.some(({ value }) => value !== undefined);
    return {
      get: (kind, key) => this.#befall(() => records.get(kind, key)),
      all: (kind) => this.#befall(() => records.all(kind)),
      write: (changes) => this.#befall(() => records.write(changes), grows(changes) ? 'grows' : 'stays'),
    };
  }

  /** A call takes a moment before and after it does something, and may fail, or be cut off, at either. */
  async #befall<T>(work: () => Promise<T>, size: 'grows' | 'stays' = 'stays'): Promise<T> {
    await this.#moment(size === 'grows' && this.isFull);
    const result = await work();
    await this.#moment(false);
    return result;
  }

  async #moment(isFull: boolean): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.random.below(30)));
    if (this.isDead) await new Promise(() => {});
    if (isFull || this.random.below(100) < this.failing)
      throw new StorageError('workspace.unwritable', { name: 'it' });
  }
}
