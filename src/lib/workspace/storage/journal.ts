import type { RecordChange, Records } from './records.ts';
import type { Windows } from './windows.ts';

/** A text that is not saved yet, and the saved text that it began from (null: there is no file yet). */
export interface Draft {
  readonly path: string;
  readonly text: string;
  readonly base: string | null;
  /** What was being saved then: the file may say this by now, or still what the draft began from. */
  readonly saving: string | null;
}

export interface Legacy {
  /** The latest first, one of a path. */
  readonly drafts: readonly Draft[];
  /** What the last window to close looked like, as `keepWindow` was told. */
  readonly window: unknown;
}

export interface JournalOptions {
  /** Milliseconds between a change and its record. */
  readonly delay?: number;
  /** Milliseconds until what could not be written is tried again. */
  readonly pause?: number;
  /** Told that nothing can be written, with the error; told null when it can be again. */
  readonly onhealth?: (error: unknown) => void;
}

/**
 * Keeps what would be lost with the window. At most `delay` passes between a change and its record, however fast
 * the changes come; a record belongs to its window until that is gone, then to the next window that starts.
 * What could not be written is pending again, and is tried again, until it is written or something newer is.
 */
export class Journal {
  #pending = new Map<string, Draft | null>();
  #window: unknown = undefined;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #written: Promise<void> = Promise.resolve();
  #isFailing = false;
  readonly #delay: number;
  readonly #pause: number;
  readonly #onhealth: (error: unknown) => void;

  constructor(
    private readonly records: Records,
    private readonly windows: Windows,
    { delay = 250, pause = 1000, onhealth = () => {} }: JournalOptions = {},
  ) {
    this.#delay = delay;
    this.#pause = pause;
    this.#onhealth = onhealth;
  }

  keep(draft: Draft): void {
    this.#pending.set(draft.path, draft);
    this.#schedule(this.#delay);
  }

  /** The text is safe elsewhere, or not wanted any more. */
  settle(path: string): void {
    this.#pending.set(path, null);
    this.#schedule(this.#delay);
  }

  keepWindow(state: unknown): void {
    this.#window = state;
    this.#schedule(this.#delay);
  }

  /** Writes at once all that is pending; a failure is told to `onhealth`. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#written = this.#written.then(() => this.#write());
    return this.#written;
  }

  /**
   * Takes over what windows that are gone have left. Of two drafts of one path the older goes on as a new file
   * under the path that `free` gives it.
   */
  adopt(free: (path: string, taken: readonly string[]) => string): Promise<Legacy> {
    return this.windows.alone(async () => {
      const alive = await this.windows.alive();
      const left = await this.#orphans('draft', alive);
      const states = await this.#orphans('window', alive);
      const drafts = apart(
        left.flatMap(({ value }) => toDraft(value)).sort((a, b) => b.at - a.at),
        free,
      );
      const kept = drafts.map((draft) => this.#record(draft, draft.at));
      const keys = new Set(kept.map(({ key }) => key));
      const gone = [...left, ...states].filter(({ key }) => !keys.has(key));
      await this.records.write([...gone.map(({ kind, key }) => ({ kind, key, value: undefined })), ...kept]);
      return {
        drafts: drafts.map(({ path, text, base, saving }) => ({ path, text, base, saving })),
        window: latestState(states.map(({ value }) => value)),
      };
    });
  }

  #schedule(delay: number): void {
    this.#timer ??= setTimeout(
      () => void this.flush(),
      this.#isFailing ? Math.max(delay, this.#pause) : delay,
    );
  }

  #key(path: string): string {
    return `${this.windows.id}/${path}`;
  }

  #record(draft: Draft, at: number): RecordChange {
    const { path, text, base, saving } = draft;
    return { kind: 'draft', key: this.#key(path), value: { path, text, base, saving, at } };
  }

  async #write(): Promise<void> {
    const pending = this.#pending;
    const state = this.#window;
    this.#pending = new Map();
    this.#window = undefined;
    const at = Date.now();
    const changes = [...pending].map(([path, draft]) =>
      draft ? this.#record(draft, at) : { kind: 'draft', key: this.#key(path), value: undefined },
    );
    if (state !== undefined) changes.push({ kind: 'window', key: this.windows.id, value: { state, at } });
    if (changes.length === 0) return;
    try {
      await this.records.write(changes);
      if (this.#isFailing) this.#onhealth(null);
      this.#isFailing = false;
    } catch (error) {
      this.#pending = new Map([...pending, ...this.#pending]);
      this.#window ??= state;
      if (!this.#isFailing) this.#onhealth(error);
      this.#isFailing = true;
      this.#schedule(this.#pause);
    }
  }

  async #orphans(kind: string, alive: ReadonlySet<string>): Promise<Orphan[]> {
    const all = await this.records.all(kind);
    const isOrphan = (key: string) => !alive.has(key.split('/')[0] ?? '') && !key.startsWith(this.windows.id);
    return [...all].flatMap(([key, value]) => (isOrphan(key) ? [{ kind, key, value }] : []));
  }
}

interface Orphan {
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
}

interface DatedDraft extends Draft {
  readonly at: number;
}

/** The same drafts, each with a path of its own. */
function apart(
  drafts: readonly DatedDraft[],
  free: (path: string, taken: readonly string[]) => string,
): readonly DatedDraft[] {
  const taken = drafts.map(({ path }) => path);
  return drafts.map((draft, index) => {
    if (taken.indexOf(draft.path) === index) return draft;
    const path = free(draft.path, taken);
    taken.push(path);
    return { ...draft, path, base: null, saving: null };
  });
}

function toDraft(value: unknown): DatedDraft[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!('path' in value && 'text' in value && 'base' in value && 'at' in value)) return [];
  const { path, text, base, at } = value;
  if (typeof path !== 'string' || typeof text !== 'string' || typeof at !== 'number') return [];
  const saving = 'saving' in value && typeof value.saving === 'string' ? value.saving : null;
  return [{ path, text, base: typeof base === 'string' ? base : null, saving, at }];
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
