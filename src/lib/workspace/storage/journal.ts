import type { Records } from './records.ts';
import type { Windows } from './windows.ts';

/** A text that is not saved yet, and the saved text that it began from (null: there is no file yet). */
export interface Draft {
  readonly path: string;
  readonly text: string;
  readonly base: string | null;
}

export interface Legacy {
  /** The latest first. */
  readonly drafts: readonly Draft[];
  /** What the last window to close looked like, as `keepWindow` was told. */
  readonly window: unknown;
}

/**
 * Keeps what would be lost with the window. At most `delay` passes between a change and its record, however fast
 * the changes come; a record belongs to its window until that is gone, then to the next window that starts.
 */
export class Journal {
  #pending = new Map<string, Draft | null>();
  #window: unknown = undefined;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #written: Promise<void> = Promise.resolve();

  constructor(
    private readonly records: Records,
    private readonly windows: Windows,
    private readonly delay = 250,
  ) {}

  keep(draft: Draft): void {
    this.#pending.set(draft.path, draft);
    this.#schedule();
  }

  /** The text is safe elsewhere, or not wanted any more. */
  settle(path: string): void {
    this.#pending.set(path, null);
    this.#schedule();
  }

  keepWindow(state: unknown): void {
    this.#window = state;
    this.#schedule();
  }

  /** Writes at once all that is pending. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const pending = this.#pending;
    const state = this.#window;
    this.#pending = new Map();
    this.#window = undefined;
    const write = () => this.#write(pending, state);
    this.#written = this.#written.then(write, write);
    return this.#written;
  }

  /** Takes over what windows that are gone have left. */
  async adopt(): Promise<Legacy> {
    const alive = await this.windows.alive();
    const drafts = await this.#orphans('draft', alive);
    const states = await this.#orphans('window', alive);
    for (const { path, text, base, at } of latestOfEach(drafts.flatMap(({ value }) => toDraft(value)))) {
      await this.records.put('draft', this.#key(path), { path, text, base, at });
    }
    for (const { key } of drafts) {
      if (!key.startsWith(this.#key(''))) await this.records.remove('draft', key);
    }
    for (const { key } of states) await this.records.remove('window', key);
    return {
      drafts: drafts.flatMap(({ value }) => toDraft(value)).sort((a, b) => b.at - a.at),
      window: latestState(states.map(({ value }) => value)),
    };
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.flush(), this.delay);
  }

  #key(path: string): string {
    return `${this.windows.id}/${path}`;
  }

  async #write(pending: ReadonlyMap<string, Draft | null>, state: unknown): Promise<void> {
    const at = Date.now();
    const writes = [...pending].map(([path, draft]) =>
      draft === null
        ? this.records.remove('draft', this.#key(path))
        : this.records.put('draft', this.#key(path), { ...draft, at }),
    );
    if (state !== undefined) writes.push(this.records.put('window', this.windows.id, { state, at }));
    await Promise.all(writes);
  }

  async #orphans(kind: string, alive: ReadonlySet<string>): Promise<{ key: string; value: unknown }[]> {
    const all = await this.records.all(kind);
    const isOrphan = (key: string) => !alive.has(key.split('/')[0] ?? '') && !key.startsWith(this.windows.id);
    return [...all].flatMap(([key, value]) => (isOrphan(key) ? [{ key, value }] : []));
  }
}

interface DatedDraft extends Draft {
  readonly at: number;
}

function latestOfEach(drafts: readonly DatedDraft[]): Iterable<DatedDraft> {
  const latest = new Map<string, DatedDraft>();
  for (const draft of drafts) {
    if (draft.at >= (latest.get(draft.path)?.at ?? 0)) latest.set(draft.path, draft);
  }
  return latest.values();
}

function toDraft(value: unknown): DatedDraft[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!('path' in value && 'text' in value && 'base' in value && 'at' in value)) return [];
  const { path, text, base, at } = value;
  if (typeof path !== 'string' || typeof text !== 'string' || typeof at !== 'number') return [];
  return [{ path, text, base: typeof base === 'string' ? base : null, at }];
}

function latestState(values: readonly unknown[]): unknown {
  let latest: { state: unknown; at: number } = { state: undefined, at: -1 };
  for (const value of values) {
    if (typeof value !== 'object' || value === null || !('state' in value) || !('at' in value)) continue;
    const { state, at } = value;
    if (typeof at === 'number' && at > latest.at) latest = { state, at };
  }
  return latest.state;
}
