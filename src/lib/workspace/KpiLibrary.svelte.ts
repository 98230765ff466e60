import type { Kpi, OwnKpi } from '#kpi';
import type { Diagnostic } from '#notebook';
import { nameOf } from './path.ts';
import type { NotebookFile } from './Files.svelte.ts';
import type { Storage } from './storage/storage.ts';

type Tools = Pick<typeof import('#kpi'), 'catalogue' | 'readOwnKpis'>;

interface LibraryHost {
  readonly storage: Storage;
  readonly files: { readonly own: readonly NotebookFile[]; reserve(name: string, text: string): void };
  announce(name: string): void;
  fail(error: unknown): void;
}

/** The KPIs there are: those that come with the program, and the reader's own, as their files say now. */
export class KpiLibrary {
  /** Fetched after the first paint. */
  #tools = $state.raw<Tools | null>(null);
  /** What is being written and is not saved yet, by path. */
  #drafts = $state.raw<Readonly<Record<string, string>>>({});
  readonly own = $derived.by((): readonly OwnKpi[] => this.#tools?.readOwnKpis(this.#files()) ?? []);
  readonly all = $derived.by((): readonly Kpi[] => [
    ...(this.#tools?.catalogue ?? []),
    ...this.own.flatMap(({ kpi }) => kpi ?? []),
  ]);
  /** What is wrong in the reader's files. */
  readonly problems = $derived.by((): readonly Diagnostic[] =>
    this.own.flatMap(({ diagnostics }) => diagnostics),
  );
  readonly #host: LibraryHost;
  #saving: Promise<void> = Promise.resolve();

  constructor(host: LibraryHost) {
    this.#host = host;
  }

  async load(): Promise<void> {
    this.#tools = await import('#kpi');
  }

  find(id: string): Kpi | undefined {
    return this.all.find((kpi) => kpi.id === id) ?? this.ownAt(id)?.kpi ?? undefined;
  }

  /** The reader's own KPI of an id, or in the file of a path. */
  ownAt(id: string): OwnKpi | undefined {
    return this.own.find(({ path, kpi }) => path === id || kpi?.id === id);
  }

  textOf(path: string): string {
    return this.#files().find((file) => file.path === path)?.text ?? '';
  }

  /** Shows at once what a file would say, and keeps it. */
  write(path: string, text: string): Promise<void> {
    this.#drafts = { ...this.#drafts, [path]: text };
    this.#saving = this.#saving
      .then(() => this.#save(path))
      .catch((error: unknown) => this.#host.fail(error));
    return this.#saving;
  }

  async #save(path: string): Promise<void> {
    const { storage, files, announce } = this.#host;
    const text = this.#drafts[path];
    const saved = files.own.find((file) => file.path === path)?.kpiText ?? null;
    if (text === undefined || text === saved) return;
    const name = nameOf(path);
    await storage.write(name, text, saved);
    files.reserve(name, text);
    announce(name);
    if (this.#drafts[path] !== text) return;
    this.#drafts = Object.fromEntries(Object.entries(this.#drafts).filter(([other]) => other !== path));
  }

  #files() {
    return this.#host.files.own.flatMap(({ path, kpiText }) => {
      const text = this.#drafts[path] ?? kpiText;
      return text === null ? [] : [{ path, text }];
    });
  }
}
