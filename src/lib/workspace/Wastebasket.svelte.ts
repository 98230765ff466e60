import { StorageError } from '#errors';
import type { Records } from './storage/records.ts';

export interface Removed {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const kept = 50;

/** Removed files, so that the last ones can come back even after a reload. */
export class Wastebasket {
  /** What was in it when it was last looked into, the last one first. */
  files = $state.raw<readonly Removed[]>([]);

  constructor(
    private readonly records: Records,
    private readonly now: () => number = Date.now,
  ) {}

  /** The key that the file is found by. */
  async put(name: string, text: string): Promise<string> {
    const listed = await this.list();
    const key = `${String(this.now()).padStart(15, '0')}/${name}`;
    await this.#write([...listed.slice(kept - 1).map(gone), { kind: 'removed', key, value: { name, text } }]);
    return key;
  }

  /** Hands over a file, which leaves the basket once `restore` has put it elsewhere. */
  async take<T>(key: string, restore: (removed: Removed) => Promise<T>): Promise<T> {
    const removed = (await this.list()).find((other) => other.key === key);
    if (!removed) throw new StorageError('workspace.notInBasket', { name: key.slice(key.indexOf('/') + 1) });
    const restored = await restore(removed);
    await this.#write([gone(removed)]);
    return restored;
  }

  /** Gives files up for good. */
  async forget(files: readonly Removed[]): Promise<void> {
    await this.#write(files.map(gone));
  }

  /** The files in it, the one that was removed last first. */
  async list(): Promise<readonly Removed[]> {
    const records = [...(await this.records.all('removed'))];
    this.files = records
      .flatMap(([key, value]) => (isText(value) ? [{ ...value, key, at: Number.parseInt(key, 10) }] : []))
      .sort((a, b) => (a.key < b.key ? 1 : -1));
    return this.files;
  }

  async #write(changes: Parameters<Records['write']>[0]): Promise<void> {
    await this.records.write(changes);
    await this.list();
  }
}

function gone({ key }: Removed): { kind: string; key: string; value: undefined } {
  return { kind: 'removed', key, value: undefined };
}

function isText(value: unknown): value is { name: string; text: string } {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('text' in value)) return false;
  return typeof value.name === 'string' && typeof value.text === 'string';
}
