import type { Kpi, OwnKpi, Translated } from '#kpi';
import type { Diagnostic } from '#notebook';
import type { Documents } from './Documents.svelte.ts';
import type { NotebookFile } from './Files.svelte.ts';
import type { KpiSession } from './KpiSession.svelte.ts';
import { conventionOf, nameOf, placeOf } from './path.ts';
import type { Trust } from './Trust.svelte.ts';

type Tools = Pick<typeof import('#kpi'), 'catalogue' | 'copyOfKpi' | 'freeId' | 'readOwnKpis' | 'sourceOf'>;

interface LibraryHost {
  readonly files: { readonly own: readonly NotebookFile[] };
  readonly documents: Documents<KpiSession>;
  /** What may not run is no KPI. */
  readonly trust: Pick<Trust, 'doubtOf'>;
}

/** What the engine had against the SQL of a text. */
interface Refusal {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The KPIs there are: those that come with the program, and the reader's own, as their files say now. */
export class KpiLibrary {
  /** The reader's KPIs that are open, and other files that are edited as text. */
  readonly documents: Documents<KpiSession>;
  /** Fetched after the first paint. */
  #tools = $state.raw<Tools | null>(null);
  #refusals = $state.raw<Readonly<Record<string, Refusal>>>({});
  readonly own = $derived.by((): readonly OwnKpi[] => this.#read());
  readonly all = $derived.by((): readonly Kpi[] => [
    ...(this.#tools?.catalogue ?? []),
    ...this.own.flatMap(({ kpi }) => kpi ?? []),
  ]);
  /** What is wrong in the reader's files. */
  readonly problems = $derived.by((): readonly Diagnostic[] =>
    this.own.flatMap(({ diagnostics }) => diagnostics),
  );
  readonly #host: LibraryHost;

  constructor(host: LibraryHost) {
    this.#host = host;
    this.documents = host.documents;
  }

  /** False until the catalogue has been fetched: till then nothing is known to be missing. */
  get isLoaded(): boolean {
    return this.#tools !== null;
  }

  async load(): Promise<void> {
    this.#tools ??= await import('#kpi');
  }

  find(id: string): Kpi | undefined {
    return this.all.find((kpi) => kpi.id === id) ?? this.ownAt(id)?.kpi ?? undefined;
  }

  /** The reader's own KPI of an id, or in the file of a path. */
  ownAt(id: string): OwnKpi | undefined {
    return this.own.find(({ path, kpi }) => path === id || kpi?.id === id);
  }

  /** The file of one of the reader's KPIs, by its id or its path; null for another. */
  pathOf(id: string): string | null {
    return placeOf(id) === 'own' ? id : (this.ownAt(id)?.path ?? null);
  }

  /** Whether a file is edited as text, as a KPI is: one that is open stays so, whatever is deleted of it for a while. */
  has(path: string): boolean {
    return (
      conventionOf(nameOf(path)) !== null ||
      this.documents.find(path) !== null ||
      this.#trusted().some((file) => file.path === path && file.isKpi)
    );
  }

  textOf(path: string): string {
    return this.#texts().find((file) => file.path === path)?.text ?? '';
  }

  /** Keeps what the engine has against a text, for as long as the file says it. */
  refuse(path: string, refusal: Refusal): void {
    this.#refusals = { ...this.#refusals, [path]: refusal };
  }

  /** An id that is free, made of a name: `Reembolsos à vista` → `reembolsos_a_vista`. */
  idFor(name: string): string {
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const wanted = plain.replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '') || 'kpi';
    return this.#tools?.freeId(wanted, this.all) ?? wanted;
  }

  /** The text of a KPI under another name and an id of its own; null for one whose text is not known. */
  copyOf(id: string, name: Translated): string | null {
    const path = this.pathOf(id);
    const source = path === null ? this.#tools?.sourceOf(id) : this.textOf(path);
    return (source && this.#tools?.copyOfKpi(source, { id: this.idFor(name.en), name })) || null;
  }

  #trusted(): readonly NotebookFile[] {
    return this.#host.files.own.filter(({ path }) => this.#host.trust.doubtOf(path) === null);
  }

  #read(): readonly OwnKpi[] {
    const texts = this.#texts();
    const read = this.#tools?.readOwnKpis(texts) ?? [];
    return read.map((own, index) => {
      const refusal = this.#refusals[own.path];
      const holds = refusal !== undefined && own.kpi !== null && refusal.text === texts[index]?.text;
      return holds ? { ...own, diagnostics: [...own.diagnostics, ...refusal.diagnostics] } : own;
    });
  }

  /** Every KPI file as it is being written, or as it is saved. */
  #texts(): { readonly path: string; readonly text: string }[] {
    const files = this.#trusted().filter(({ name }) => conventionOf(name) === null);
    return files.flatMap(({ path, text, isKpi }) => {
      const written = this.documents.find(path)?.session?.text ?? (isKpi ? text : null);
      return written === null ? [] : [{ path, text: written }];
    });
  }
}
