import type { Records } from './storage/records.ts';

export interface Removed {
  readonly name: string;
  readonly text: string;
}

const kept = 50;

/** Removed notebooks, so that the last ones can come back even after a reload. */
export class Wastebasket {
  constructor(private readonly records: Records) {}

  async put(name: string, text: string): Promise<void> {
    const keys = await this.#keys();
    const oldest = keys.slice(0, Math.max(0, keys.length - kept + 1));
    await this.records.write([
      ...oldest.map((key) => ({ kind: 'removed', key, value: undefined })),
      {
        kind: 'removed',
        key: `${String(Date.now()).padStart(15, '0')}/${name}`,
        value: { name, text },
      },
    ]);
  }

  /** Hands over the one that was removed last; it leaves the basket once `restore` has put it elsewhere. */
  async takeLast(restore: (removed: Removed) => Promise<unknown>): Promise<void> {
    const key = (await this.#keys()).at(-1);
    if (key === undefined) return;
    const value = await this.records.get('removed', key);
    if (isRemoved(value)) await restore(value);
    await this.records.write([{ kind: 'removed', key, value: undefined }]);
  }

  async #keys(): Promise<string[]> {
    return [...(await this.records.all('removed')).keys()].sort();
  }
}

function isRemoved(value: unknown): value is Removed {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('text' in value)) return false;
  return typeof value.name === 'string' && typeof value.text === 'string';
}
