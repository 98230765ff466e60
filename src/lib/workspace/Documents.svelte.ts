import { StorageError, text as textOf } from '#errors';
import type { Files } from './Files.svelte.ts';
import type { Notifications } from './Notifications.svelte.ts';
import { OpenDocument } from './OpenDocument.svelte.ts';
import { freeName, nameOf, placeOf, toPath } from './path.ts';
import type { TextSession } from './session.ts';
import type { Draft, Journal } from './storage/journal.ts';
import { StorageConflictError, type Storage } from './storage/storage.ts';

export interface DocumentsOptions<S extends TextSession> {
  readonly storage: Storage;
  readonly journal: Journal;
  readonly files: Files;
  readonly notifications: Notifications;
  readonly createSession: (path: string, text: string) => Promise<S>;
  /** A notebook goes on under another path: its tab must follow. */
  readonly onmove: (from: string, to: string) => void;
  /** Tells other windows that a file has changed. */
  readonly announce: (name: string) => void;
  readonly autosaveDelay?: number;
}

/**
 * The open files of one kind: notebooks, or KPIs. Every change is journalled at once; the reader's own are then saved by themselves.
 * No save overwrites what it has not seen: where the file has changed underneath, the text goes into a new file.
 */
export class Documents<S extends TextSession> {
  list = $state.raw<readonly OpenDocument<S>[]>([]);

  #options: DocumentsOptions<S>;
  #timers = new WeakMap<OpenDocument<S>, ReturnType<typeof setTimeout>>();
  #loads = new WeakMap<OpenDocument<S>, Promise<void>>();
  #saves = new WeakMap<OpenDocument<S>, Promise<void>>();
  #drafts: readonly Draft[] = [];

  constructor(options: DocumentsOptions<S>) {
    this.#options = options;
  }

  find(path: string): OpenDocument<S> | null {
    return this.list.find((document) => document.path === path) ?? null;
  }

  /** Takes drafts, the latest first, to use when their notebooks are opened; returns older ones of the same path. */
  restore(drafts: readonly Draft[]): readonly Draft[] {
    const older = drafts.filter(
      (draft, index) => drafts.findIndex(({ path }) => path === draft.path) < index,
    );
    this.#drafts = drafts.filter((draft) => !older.includes(draft));
    return older;
  }

  open(path: string): OpenDocument<S> {
    const found = this.find(path);
    if (found) return found;
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

  /** Lets go of a notebook; what is not saved yet is saved first, or stays in the journal until it is discarded. */
  async close(document: OpenDocument<S>): Promise<void> {
    if (document.dirty && placeOf(document.path) === 'own') await this.save(document);
    this.#cancelAutosave(document);
    this.list = this.list.filter((other) => other !== document);
    await document.session?.close();
  }

  /** Closes without saving: the text is kept elsewhere. */
  async discard(path: string): Promise<void> {
    const document = this.find(path);
    this.#options.journal.settle(path);
    if (!document) return;
    this.#cancelAutosave(document);
    this.list = this.list.filter((other) => other !== document);
    await document.session?.close();
  }

  /** One save after the other; the last one has the last text. */
  save(document: OpenDocument<S>): Promise<void> {
    this.#cancelAutosave(document);
    const before = this.#saves.get(document) ?? Promise.resolve();
    const saving = before.then(() => this.#write(document));
    this.#saves.set(
      document,
      saving.catch(() => {}),
    );
    return saving;
  }

  async rename(path: string, name: string): Promise<void> {
    const document = this.find(path);
    if (document?.dirty) await this.save(document);
    await this.#options.storage.rename(nameOf(path), name);
    if (document) this.#move(document, toPath('own', name));
    await this.#options.files.refresh();
    this.#options.announce(name);
  }

  /** Another window wrote the file: shows it, unless there are changes here; those meet it when they are saved. */
  async follow(name: string): Promise<void> {
    await this.#options.files.refresh();
    const document = this.find(toPath('own', name));
    if (!document?.session || document.dirty) return;
    const text = await this.#options.files.read(document.path);
    if (text === null || text === document.savedText || document.dirty) return;
    await document.session.close();
    document.savedText = text;
    await this.#show(document, text);
  }

  async #load(document: OpenDocument<S>): Promise<void> {
    const { files } = this.#options;
    try {
      const draft = this.#drafts.find(({ path }) => path === document.path);
      this.#drafts = this.#drafts.filter((other) => other !== draft);
      const stored = await files.read(document.path);
      const isSaved = draft !== undefined && draft.text === stored;
      const saved = draft && !isSaved ? draft.base : stored;
      const text = draft?.text ?? saved;
      if (isSaved) this.#options.journal.settle(document.path);
      if (text === null) throw new StorageError('workspace.missing', { name: document.name });
      document.savedText = saved;
      await this.#show(document, text);
      if (document.dirty) this.#scheduleAutosave(document);
    } catch (error) {
      document.state = { status: 'failed', error };
    }
  }

  async #show(document: OpenDocument<S>, text: string): Promise<void> {
    const session = await this.#options.createSession(document.path, text);
    session.onedit = () => this.#edited(document);
    document.state = { status: 'open', session };
  }

  #edited(document: OpenDocument<S>): void {
    const { session } = document;
    if (!session) return;
    if (document.place === 'shipped') this.#copyShipped(document, session.text);
    if (session.text === document.savedText) {
      this.#cancelAutosave(document);
      this.#options.journal.settle(document.path);
      return;
    }
    this.#options.journal.keep({ path: document.path, text: session.text, base: document.savedText });
    this.#scheduleAutosave(document);
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
    this.#options.onmove(from, path);
  }

  async #write(document: OpenDocument<S>): Promise<void> {
    const { session } = document;
    if (!session || document.place === 'shipped' || session.text === document.savedText) return;
    const { storage, journal, files, announce } = this.#options;
    const { text } = session;
    try {
      await storage.write(document.name, text, document.savedText);
    } catch (error) {
      if (!(error instanceof StorageConflictError)) throw error;
      return this.#keepBoth(document, text);
    }
    document.savedText = text;
    if (session.text === text) journal.settle(document.path);
    await journal.flush();
    files.reserve(document.name, text);
    announce(document.name);
  }

  async #keepBoth(document: OpenDocument<S>, text: string): Promise<void> {
    const { files, notifications } = this.#options;
    const original = document.name;
    await files.refresh();
    const name = freeName(original, [...files.ownNames, original]);
    files.reserve(name, text);
    document.savedText = null;
    this.#move(document, toPath('own', name));
    await this.#write(document);
    notifications.show({ severity: 'warning', text: textOf('workspace.keptBoth', { original, name }) });
  }

  #scheduleAutosave(document: OpenDocument<S>): void {
    this.#cancelAutosave(document);
    const save = () => void this.save(document).catch((error: unknown) => this.#tellFailure(document, error));
    this.#timers.set(document, setTimeout(save, this.#options.autosaveDelay ?? 1000));
  }

  #cancelAutosave(document: OpenDocument<S>): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
  }

  #tellFailure(document: OpenDocument<S>, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    const text = textOf('workspace.unsaved', { name: document.name, reason });
    this.#options.notifications.show({ severity: 'error', text });
  }
}
