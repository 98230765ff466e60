import type { Engine } from '#engine';
import type { ImportProgress, ImportReport, InputFile, Mapping, Proposal, RawTable } from '#import';

/** A raw table on its way in: what it seems to be, and how it will be read. */
export interface Candidate {
  readonly raw: RawTable;
  readonly proposal: Proposal;
  readonly mapping: Mapping;
  /** Files that hold nothing of interest can be left out. */
  readonly included: boolean;
}

export type ImportState =
  | { readonly status: 'working'; readonly progress: ImportProgress | null }
  | { readonly status: 'deciding'; readonly candidates: readonly Candidate[] }
  | { readonly status: 'done'; readonly report: ImportReport }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'cancelled' };

export interface ImportSessionOptions {
  readonly engine: Promise<Engine>;
  readonly timeZone: string;
  /** Load at once what is recognised, without asking. */
  readonly direct?: boolean;
  /** Called after rows were loaded. */
  readonly onloaded: () => Promise<void>;
}

/** One import, from the files that were dropped to the report: its state is what the import page shows. */
export class ImportSession {
  state = $state.raw<ImportState>({ status: 'working', progress: null });
  /** The zone of times that name none. */
  timeZone = $state('');
  /** Mappings as they were, the last one last: what undo brings back. */
  #history = $state.raw<readonly (readonly Candidate[])[]>([]);
  readonly canUndo = $derived(this.#history.length > 0);

  readonly files: readonly InputFile[];
  readonly #options: ImportSessionOptions;
  #controller = new AbortController();

  constructor(files: readonly InputFile[], options: ImportSessionOptions) {
    this.files = files;
    this.timeZone = options.timeZone;
    this.#options = options;
  }

  /** Reads the files and proposes what they are; loads nothing, unless the import is a direct one. */
  start = async (): Promise<void> => {
    await this.#attempt(async (engine, signal) => {
      const { proposeMapping, readFile } = await import('#import');
      const raws: RawTable[] = [];
      for (const [index, file] of this.files.entries()) {
        const onProgress = (fraction: number) =>
          this.#show({ phase: 'reading', file: file.name, fraction: (index + fraction) / this.files.length });
        raws.push(...(await readFile(engine, file, { signal, onProgress })));
      }
      const candidates: Candidate[] = [];
      for (const raw of raws) {
        const proposal = await proposeMapping(engine, raw, { among: raws });
        candidates.push({ raw, proposal, mapping: proposal.mapping, included: true });
      }
      this.state = { status: 'deciding', candidates };
    });
    if (this.#options.direct && this.state.status === 'deciding') await this.load();
  };

  /** Loads the candidates as they stand. */
  load = async (): Promise<void> => {
    if (this.state.status !== 'deciding') return;
    const { candidates } = this.state;
    const tables = candidates.filter(({ included }) => included);
    await this.#attempt(async (engine, signal) => {
      const { importMapped } = await import('#import');
      const report = await importMapped(engine, tables, {
        timeZone: this.timeZone,
        signal,
        onProgress: (progress) => this.#show(progress),
      });
      await this.#dropRaw(engine, candidates);
      await this.#options.onloaded();
      this.state = { status: 'done', report };
    });
  };

  change(index: number, change: Partial<Pick<Candidate, 'mapping' | 'included'>>): void {
    if (this.state.status !== 'deciding') return;
    const { candidates } = this.state;
    this.#history = [...this.#history, candidates];
    this.state = {
      status: 'deciding',
      candidates: candidates.map((candidate, at) => (at === index ? { ...candidate, ...change } : candidate)),
    };
  }

  /** Takes another sheet of a workbook in the place of the one that was read. */
  async chooseSheet(index: number, sheet: string): Promise<void> {
    if (this.state.status !== 'deciding') return;
    const { candidates } = this.state;
    const before = candidates[index];
    if (!before) return;
    await this.#attempt(async (engine, signal) => {
      const { dropRaw, proposeMapping, readFile } = await import('#import');
      const [raw] = await readFile(engine, before.raw.file, { signal, sheet });
      if (!raw) return;
      const proposal = await proposeMapping(engine, raw);
      await dropRaw(engine, before.raw);
      const chosen = { raw, proposal, mapping: proposal.mapping, included: true };
      this.#history = [];
      this.state = { status: 'deciding', candidates: candidates.with(index, chosen) };
    });
  }

  undo = (): void => {
    const before = this.#history.at(-1);
    if (!before || this.state.status !== 'deciding') return;
    this.#history = this.#history.slice(0, -1);
    this.state = { status: 'deciding', candidates: before };
  };

  cancel = (): void => this.#controller.abort();

  /** Leaves nothing behind: neither a read in progress nor a raw table. */
  async close(): Promise<void> {
    this.#controller.abort();
    if (this.state.status !== 'deciding') return;
    await this.#dropRaw(await this.#options.engine, this.state.candidates);
  }

  async #attempt(work: (engine: Engine, signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    this.state = { status: 'working', progress: null };
    try {
      await work(await this.#options.engine, signal);
    } catch (error) {
      this.state = signal.aborted ? { status: 'cancelled' } : { status: 'failed', error };
    }
  }

  async #dropRaw(engine: Engine, candidates: readonly Candidate[]): Promise<void> {
    const { dropRaw } = await import('#import');
    for (const { raw } of candidates) await dropRaw(engine, raw);
  }

  #show(progress: ImportProgress): void {
    this.state = { status: 'working', progress };
  }
}
