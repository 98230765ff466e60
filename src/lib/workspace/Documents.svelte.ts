import { StorageError, text as textOf } from '#errors';
import type { Files } from './Files.svelte.ts';
import type { Notifications } from './Notifications.svelte.ts';
import { OpenDocument } from './OpenDocument.svelte.ts';
import { patiently } from './patience.ts';
import { freeName, nameOf, placeOf, toPath } from './path.ts';
import type { TextSession } from './session.ts';
import type { Draft, Journal } from './storage/journal.ts';
import { StorageConflictError, type Storage } from './storage/storage.ts';
import type { Trust } from './Trust.svelte.ts';

export interface DocumentsOptions<S extends TextSession> {
  readonly storage: Storage;
  readonly journal: Journal;
  readonly files: Files;
  readonly notifications: Notifications;
  /** What may not run opens as no session. */
  readonly trust?: Pick<Trust, 'check'>;
  readonly createSession: (path: string, text: string) => Promise<S>;
  /** A notebook goes on under another path: its tab must follow. */
  readonly onmove: (from: string, to: string) => void;
  /** Tells other windows that a file has changed. */
  readonly announce: (name: string) => void;
  /** An error in words. */
  readonly describe: (error: unknown) => string;
  /** A file says `text` now, and said `before` (null: there was none). */
  readonly onsaved: (path: string, text: string, before: string | null) => void;
  readonly onfailed: (error: unknown) => void;
  readonly autosaveDelay?: number;
  /** Whether files are saved by themselves. */
  readonly autosaves?: () => boolean;
}

/** How many times longer than before a save one waits before a save that failed is tried again. */
const patience = 5;

/** Milliseconds that a save waits for the journal. */
const longestFlush = 1000;

/**
 * The open files of one kind: notebooks, or KPIs. Every change is journalled at once; the reader's own are then saved by themselves.
 * No save overwrites what it has not seen: where the file has changed underneath, the text goes into a new file.
 * A text leaves the journal only when its file says the same, or when the reader has thrown it away.
 */
export class Documents<S extends TextSession> {
  list = $state.raw<readonly OpenDocument<S>[]>([]);

  #options: DocumentsOptions<S>;
  #timers = new WeakMap<OpenDocument<S>, ReturnType<typeof setTimeout>>();
  #loads = new WeakMap<OpenDocument<S>, Promise<void>>();
  /** What touches the file of a document comes one after the other: each is a link of its chain. */
  #chains = new WeakMap<OpenDocument<S>, Promise<unknown>>();
  /** For documents that could not be saved: takes back what the reader was told of it. */
  #failing = new WeakMap<OpenDocument<S>, () => void>();
  /** Closed once they are saved, unless they are opened again before that. */
  #leaving = new WeakSet<OpenDocument<S>>();
  #drafts: readonly Draft[] = [];

  constructor(options: DocumentsOptions<S>) {
    this.#options = options;
  }

  find(path: string): OpenDocument<S> | null {
    return this.list.find((document) => document.path === path) ?? null;
  }

  /** Takes drafts to use when their notebooks are opened. */
  restore(drafts: readonly Draft[]): void {
    this.#drafts = [...this.#drafts, ...drafts];
  }

  /** A new file under the wanted name or the next that is free; its path. One that cannot be written is a draft. */
  async create(wanted: string, text: string): Promise<string> {
    const { storage, journal, files, announce } = this.#options;
    const taken: string[] = [];
    for (;;) {
      const name = freeName(wanted, [...files.ownNames, ...taken]);
      const path = toPath('own', name);
      const draft: Draft = { path, text, base: null, saving: null };
      taken.push(name);
      files.reserve(name, text);
      journal.keep(draft);
      try {
        await storage.write(name, text, null);
      } catch (error) {
        if (!(error instanceof StorageConflictError)) {
          this.restore([draft]);
          return path;
        }
        journal.settle(path);
        await files.refresh();
        continue;
      }
      journal.settle(path);
      announce(name);
      return path;
    }
  }

  /** Opens what could not be opened: the folder that it lies in may be there now. */
  retry(): void {
    for (const document of this.list)
      if (document.state.status === 'failed') this.#loads.set(document, this.#load(document));
  }

  open(path: string): OpenDocument<S> {
    const found = this.find(path);
    if (found) {
      this.#leaving.delete(found);
      return found;
    }
    const document = new OpenDocument<S>(path);
    this.list = [...this.list, document];
    this.#loads.set(document, this.#load(document));
    return document;
  }

  /** The session of a notebook, opened if it is not open yet; null if that failed. */
  async sessionOf(path: string): Promise<S | null> {
    const document = this.open(path);
    await this.#loads.get(document);
    return document.session;
  }

  /** Lets go of a notebook once it is saved; one that cannot be saved stays, and is saved when it can be. */
  async close(document: OpenDocument<S>): Promise<void> {
    this.#leaving.add(document);
    try {
      if (document.dirty && placeOf(document.path) === 'own') await this.save(document);
      if (this.#leaving.has(document)) await this.#release(document);
    } finally {
      this.#leaving.delete(document);
    }
  }

  /** Saves and closes all files whose paths are meant. */
  async closeAll(isMeant: (path: string) => boolean): Promise<void> {
    for (const document of this.list) if (isMeant(document.path)) await this.close(document);
  }

  /** Closes without saving: the text is kept elsewhere. */
  async discard(path: string): Promise<void> {
    const document = this.find(path);
    this.#drafts = this.#drafts.filter((draft) => draft.path !== path);
    if (document) {
      this.#cancelAutosave(document);
      await this.#inTurn(document, () => this.#release(document));
    }
    this.#options.journal.settle(path);
  }

  /** One save after the other; the last one has the last text. */
  async save(document: OpenDocument<S>): Promise<void> {
    this.#cancelAutosave(document);
    try {
      await this.#inTurn(document, () => this.#write(document));
      this.#recovered(document);
    } catch (error) {
      this.#options.onfailed(error);
      if (this.list.includes(document)) this.#scheduleAutosave(document, patience);
      throw error;
    }
  }

  async rename(path: string, name: string): Promise<void> {
    const { storage, files, announce } = this.#options;
    const document = this.find(path);
    if (!document) await storage.rename(nameOf(path), name);
    else {
      await this.#inTurn(document, async () => {
        await this.#write(document);
        await storage.rename(document.name, name);
        this.#move(document, toPath('own', name));
      });
    }
    await files.refresh();
    announce(name);
  }

  /** Another window wrote the file: shows it, unless there are changes here; those meet it when they are saved. */
  async follow(name: string): Promise<void> {
    await this.#options.files.refresh();
    const document = this.find(toPath('own', name));
    // In turn with the saves: a text that was read before a save must not be shown after it.
    if (document) await this.#inTurn(document, () => this.#takeOver(document));
  }

  async #takeOver(document: OpenDocument<S>): Promise<void> {
    const { files, createSession } = this.#options;
    const before = document.session;
    if (!before || document.dirty) return;
    const text = await files.read(document.path);
    if (text === null || text === document.savedText) return;
    const session = await createSession(document.path, text);
    // All of the above took time, in which the reader may have begun to write.
    if (document.session !== before || document.dirty) return void (await session.close());
    document.savedText = text;
    this.#show(document, session);
    await before.close();
  }

  async #load(document: OpenDocument<S>): Promise<void> {
    const { files, trust, createSession } = this.#options;
    try {
      trust?.check(document.path);
      const draft = this.#drafts.find(({ path }) => path === document.path);
      const stored = await patiently(() => files.read(document.path));
      const isSeen = draft === undefined || [draft.text, draft.saving].includes(stored);
      const saved = isSeen ? stored : draft.base;
      const text = draft?.text ?? saved;
      if (text === null) throw new StorageError('workspace.missing', { name: document.name });
      const session = await createSession(document.path, text);
      this.#drafts = this.#drafts.filter((other) => other !== draft);
      document.savedText = saved;
      this.#show(document, session);
      if (draft) this.#keep(document);
      if (document.dirty) this.#scheduleAutosave(document);
    } catch (error) {
      document.state = { status: 'failed', error };
    }
  }

  #show(document: OpenDocument<S>, session: S): void {
    session.onedit = () => this.#edited(document);
    document.state = { status: 'open', session };
  }

  #edited(document: OpenDocument<S>): void {
    const { session } = document;
    if (!session) return;
    if (document.place === 'shipped') this.#copyShipped(document, session.text);
    this.#keep(document);
    if (document.dirty) this.#scheduleAutosave(document);
    else this.#cancelAutosave(document);
  }

  /** Lets the journal have what the file does not, and nothing else. */
  #keep({ path, session, savedText, saving, dirty }: OpenDocument<S>): void {
    const { journal } = this.#options;
    if (session && dirty) journal.keep({ path, text: session.text, base: savedText, saving });
    else journal.settle(path);
  }

  /** A shipped notebook stays as it is: from the first change on, this tab is a copy among the reader's own. */
  #copyShipped(document: OpenDocument<S>, text: string): void {
    const { files, notifications } = this.#options;
    const original = document.name;
    if (text === document.savedText) return;
    const name = freeName(original, files.names);
    files.reserve(name, text);
    document.savedText = null;
    this.#move(document, toPath('own', name));
    notifications.show({ text: textOf('workspace.copied', { original, name }) });
  }

  #move(document: OpenDocument<S>, path: string): void {
    const from = document.path;
    this.#options.journal.settle(from);
    document.path = path;
    if (document.session) document.session.path = path;
    this.#keep(document);
    this.#options.onmove(from, path);
  }

  async #write(document: OpenDocument<S>): Promise<void> {
    const { session } = document;
    if (!session || document.place === 'shipped' || session.text === document.savedText) return;
    const { storage, journal, files, announce } = this.#options;
    const { text } = session;
    const sentBefore = document.saving;
    const before = document.savedText;
    document.saving = text;
    // The journal first: whenever the window goes, what the file then says is known to its draft.
    this.#keep(document);
    await Promise.race([journal.flush(), pause(longestFlush)]);
    try {
      await storage.write(document.name, text, document.savedText);
    } catch (error) {
      if (!(error instanceof StorageConflictError)) throw error;
      const stored = await storage.read(document.name);
      if (stored !== text && (stored === null || stored !== sentBefore))
        return this.#keepBoth(document, text);
      document.savedText = stored;
      if (stored !== text) return this.#write(document);
    }
    document.savedText = text;
    document.saving = null;
    this.#keep(document);
    void journal.flush();
    files.reserve(document.name, text);
    announce(document.name);
    this.#options.onsaved(document.path, text, before);
  }

  async #keepBoth(document: OpenDocument<S>, text: string): Promise<void> {
    const { files, notifications } = this.#options;
    const original = document.name;
    await files.refresh();
    const name = freeName(original, [...files.ownNames, original]);
    files.reserve(name, text);
    document.savedText = null;
    document.saving = null;
    this.#move(document, toPath('own', name));
    await this.#write(document);
    notifications.show({ severity: 'warning', text: textOf('workspace.keptBoth', { original, name }) });
  }

  #inTurn<T>(document: OpenDocument<S>, work: () => Promise<T>): Promise<T> {
    const before = this.#chains.get(document) ?? Promise.resolve();
    const done = before.then(work);
    this.#chains.set(
      document,
      done.catch(() => {}),
    );
    return done;
  }

  async #release(document: OpenDocument<S>): Promise<void> {
    this.#cancelAutosave(document);
    this.#recovered(document);
    this.list = this.list.filter((other) => other !== document);
    await document.session?.close();
  }

  #scheduleAutosave(document: OpenDocument<S>, times = 1): void {
    this.#cancelAutosave(document);
    if (times === 1 && this.#options.autosaves?.() === false) return;
    const save = () => void this.save(document).catch((error: unknown) => this.#tellFailure(document, error));
    this.#timers.set(document, setTimeout(save, times * (this.#options.autosaveDelay ?? 1000)));
  }

  #cancelAutosave(document: OpenDocument<S>): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
  }

  /** Once, for as long as it goes on failing. */
  #tellFailure(document: OpenDocument<S>, error: unknown): void {
    if (this.#failing.has(document)) return;
    const { notifications, describe } = this.#options;
    const text = textOf('workspace.unsaved', { name: document.name, reason: describe(error) });
    this.#failing.set(document, notifications.show({ severity: 'error', text }));
  }

  #recovered(document: OpenDocument<S>): void {
    this.#failing.get(document)?.();
    this.#failing.delete(document);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
