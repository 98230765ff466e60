import { pack, unpack } from '#share';
import {
  historyLimits,
  oldestBeyond,
  superfluous,
  type HistoryLimits,
  type Version,
  type VersionReason,
} from './local-history-thinning.ts';
import { isFullDisk } from './storage/full-disk.ts';
import type { RecordChange, Records } from './storage/records.ts';

export interface LocalHistoryOptions {
  readonly now?: () => number;
  /** Milliseconds that one version goes on for while its file is saved again and again. */
  readonly span?: number;
  readonly limits?: HistoryLimits;
}

/** A text that a file had, and how it came to be kept. */
export interface Kept {
  readonly path: string;
  readonly text: string;
  readonly why: VersionReason;
  readonly of?: string | null;
}

const longestText = 50_000_000;

/**
 * Earlier texts of the reader's files. Saves of a few minutes are one version, which ends with the last of them. What
 * cannot be kept is no failure of the save: the reader is told where the versions are listed.
 */
export class LocalHistory {
  /** Grows with every change, so that lists are made anew. */
  revision = $state(0);
  trouble = $state.raw<unknown>(null);
  readonly #records: Records;
  readonly #now: () => number;
  readonly #span: number;
  readonly #limits: HistoryLimits;
  /** One after the other: each looks at what the one before has kept. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    records: Records,
    { now = Date.now, span = 300_000, limits = historyLimits }: LocalHistoryOptions = {},
  ) {
    this.#records = records;
    this.#now = now;
    this.#span = span;
    this.#limits = limits;
  }

  /** A file was saved; `before` is what it said until then. */
  saved(path: string, text: string, before: string | null): Promise<void> {
    return this.#attempt(async () => {
      const all = await this.#all();
      const [newest] = versionsOf(all, path);
      const now = this.#now();
      const isGoingOn = newest?.why === 'saved' && now - newest.from < this.#span;
      const isFound = !isGoingOn && before !== null && (newest ? await this.text(newest) : null) !== before;
      if (isFound) await this.#write({ path, text: before, why: 'found' }, now - 1, all);
      await this.#write({ path, text, why: 'saved' }, isGoingOn ? newest.from : now, isFound ? null : all);
    });
  }

  /** Keeps a version of its own. */
  keep(kept: Kept): Promise<void> {
    return this.#attempt(() => this.#write(kept, this.#now()));
  }

  /** The versions of a file, the latest first. */
  versions(path: string): Promise<readonly Version[]> {
    return this.#inTurn(async () => versionsOf(await this.#all(), path));
  }

  async find(key: string): Promise<Version | null> {
    const value = await this.#records.get('version', key);
    return isVersion(value) ? value : null;
  }

  /** Null where it is there no longer. */
  async text({ key }: Version): Promise<string | null> {
    const bytes = await this.#records.get('version-text', key);
    return bytes instanceof Uint8Array ? unpack(new Uint8Array(bytes), longestText) : null;
  }

  /** A renamed file takes its versions along. */
  move(from: string, to: string): Promise<void> {
    return this.#attempt(async () => {
      const moved = versionsOf(await this.#all(), from);
      await this.#change(
        moved.map((version) => ({ kind: 'version', key: version.key, value: { ...version, path: to } })),
      );
    });
  }

  /** On a full disk the older half of all versions goes: everything else is worth more. */
  async relieve(error: unknown): Promise<void> {
    if (isFullDisk(error)) await this.#attempt(() => this.#giveUpHalf());
  }

  async #giveUpHalf(): Promise<void> {
    const all = await this.#all();
    const bytes = all.reduce((sum, version) => sum + version.bytes, 0);
    await this.#change(removal(oldestBeyond(all, bytes / 2 - 1)));
  }

  async #write(
    { path, text, why, of = null }: Kept,
    from: number,
    known: readonly Version[] | null = null,
  ): Promise<void> {
    const all = known ?? (await this.#all());
    const [newest] = versionsOf(all, path);
    if (newest?.why === why && (await this.text(newest)) === text) return;
    const packed = await pack(text);
    const key = `${String(from).padStart(15, '0')}/${path}/${why}`;
    const at = Math.max(from, why === 'found' ? from : this.#now());
    const version: Version = { key, path, from, at, bytes: packed.length, why, of };
    const others = all.filter((other) => other.key !== key);
    await this.#change([
      ...removal(superfluous([...others, version], this.#now(), this.#limits)),
      { kind: 'version', key, value: version },
      { kind: 'version-text', key, value: packed },
    ]);
  }

  async #change(changes: readonly RecordChange[]): Promise<void> {
    if (changes.length > 0) await this.#records.write(changes);
    this.revision += 1;
  }

  async #all(): Promise<Version[]> {
    return [...(await this.#records.all('version')).values()].filter(isVersion);
  }

  /** What fails is kept for whoever looks at the versions. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await this.#inTurn(work);
      this.trouble = null;
    } catch (error) {
      this.trouble = error;
      if (isFullDisk(error)) await this.#inTurn(() => this.#giveUpHalf()).catch(() => {});
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}

function removal(versions: readonly Version[]): RecordChange[] {
  return versions.flatMap(({ key }) => [
    { kind: 'version', key, value: undefined },
    { kind: 'version-text', key, value: undefined },
  ]);
}

function versionsOf(all: readonly Version[], path: string): Version[] {
  return all.filter((version) => version.path === path).sort((a, b) => b.at - a.at || b.from - a.from);
}

function isVersion(value: unknown): value is Version {
  if (typeof value !== 'object' || value === null) return false;
  const wanted = {
    key: 'string',
    path: 'string',
    from: 'number',
    at: 'number',
    bytes: 'number',
    why: 'string',
  };
  return Object.entries(wanted).every(([key, type]) => typeof Reflect.get(value, key) === type);
}
