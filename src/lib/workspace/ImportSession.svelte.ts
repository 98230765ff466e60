import type { Engine } from '#engine';
import type { ImportProgress, ImportReport, InputFile, Mapping, RawTable } from '#import';
import { proposeAll, readFiles, type Candidate, type LeftOut } from './import-files.ts';
import { MappingReviews } from './MappingReviews.svelte.ts';
import { paceAfter, secondsLeft, type Pace } from './pace.ts';
import { roomFor, type Room } from './room.ts';

/** How far the work is, in what people count by. */
export interface WorkProgress extends ImportProgress {
  /** Of all files; null where bytes say nothing. */
  readonly bytes: { readonly done: number; readonly total: number } | null;
  readonly rows: { readonly done: number; readonly total: number | null } | null;
  readonly secondsLeft: number | null;
}

/** Why the loading came to nothing. */
export type Stopped = 'cancelled' | { readonly error: unknown };

export type ImportState =
  /** The files may not fit: the reader decides whether to go on. */
  | { readonly status: 'warning'; readonly room: Room }
  | { readonly status: 'working'; readonly progress: WorkProgress | null }
  /** `stopped`: the loading was cancelled or failed, and everything is as it was before it. */
  | {
      readonly status: 'deciding';
      readonly candidates: readonly Candidate[];
      readonly stopped: Stopped | null;
    }
  | { readonly status: 'done'; readonly report: ImportReport }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'cancelled' };

export interface ImportSessionOptions {
  readonly engine: Promise<Engine>;
  readonly timeZone: string;
  /** Load at once what is recognised, without asking. */
  readonly direct?: boolean;
  /** A file of this source is read once more, beginning with how it was read. */
  readonly again?: { readonly into: string; readonly mapping: Mapping };
  /** Keeps how a table was read for the next of its kind; null for no longer. */
  readonly remember?: (raw: RawTable, mapping: Mapping | null) => Promise<void>;
  /** Called after rows were loaded. */
  readonly onloaded: () => Promise<void>;
  /** The bytes that the disk still has for us; null where nobody knows. */
  readonly available?: () => Promise<number | null>;
  readonly now?: () => number;
  /** How long a mapping stays as it is before it is tried again. */
  readonly settleMs?: number;
}

const unknownSpace = (): Promise<null> => Promise.resolve(null);

/** One import, from the files that were dropped to the report: its state is what the import page shows. */
export class ImportSession {
  state = $state.raw<ImportState>({ status: 'working', progress: null });
  /** The zone of times that name none. */
  timeZone = $state('');
  leftOut = $state.raw<readonly LeftOut[]>([]);
  /** The source that the files add to, or `new`; null = as it is found out. */
  into = $state<string | null>(null);
  #past = $state.raw<readonly (readonly Candidate[])[]>([]);
  #future = $state.raw<readonly (readonly Candidate[])[]>([]);
  readonly canUndo = $derived(this.#past.length > 0);
  readonly canRedo = $derived(this.#future.length > 0);
  /** Included tables whose mapping has to be right before it is loaded, and is not, or is not known to be. */
  readonly unsettled = $derived.by((): readonly Candidate[] => this.#unsettled());

  readonly files: readonly InputFile[];
  /** The reader came to change how the files are read. */
  readonly opensMapping: boolean;
  readonly reviews: MappingReviews;
  readonly #options: ImportSessionOptions;
  readonly #now: () => number;
  #controller = new AbortController();
  #isClosed = false;
  #pace: Pace | null = null;
  #began = 0;

  constructor(files: readonly InputFile[], options: ImportSessionOptions) {
    this.files = files;
    this.timeZone = options.timeZone;
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.into = options.again?.into ?? null;
    this.opensMapping = options.again !== undefined;
    this.reviews = new MappingReviews(options.engine, options.settleMs ?? 250);
  }

  /** Reads the files, if there is room for them, and proposes what they are; loads nothing, unless the import is a direct one. */
  start = async (): Promise<void> => {
    const { signal } = this.#controller;
    const room = roomFor(this.files, await (this.#options.available ?? unknownSpace)());
    if (signal.aborted) this.state = { status: 'cancelled' };
    else if (room.short) this.state = { status: 'warning', room };
    else await this.goOn();
  };

  /** Reads the files, whatever room there is. */
  goOn = async (): Promise<void> => {
    await this.#attempt(async (engine, signal) => {
      const read = await readFiles(engine, this.files, {
        signal,
        onProgress: (file, fraction, rows) => this.#showReading(file, fraction, rows),
      });
      this.leftOut = read.leftOut;
      if (read.raws.length === 0) throw read.error;
      try {
        const mappings = [this.#options.again?.mapping ?? [], read.mappings].flat();
        const proposed = await proposeAll(engine, read.raws, mappings, signal);
        signal.throwIfAborted();
        this.#decide(proposed);
      } catch (error) {
        await this.#drop(engine, read.raws);
        throw error;
      }
    });
    if (this.#options.direct && this.state.status === 'deciding') await this.load();
  };

  /** Loads the candidates as they stand; when it fails or is cancelled they stand as before. */
  load = async (): Promise<void> => {
    if (this.state.status !== 'deciding' || this.unsettled.length > 0) return;
    const { candidates } = this.state;
    const tables = candidates.filter(({ included }) => included);
    this.reviews.close();
    await this.#attempt(
      async (engine, signal) => {
        const { importMapped } = await import('#import');
        const report = await importMapped(engine, tables, {
          timeZone: this.timeZone,
          ...(this.into === null ? {} : { into: this.into }),
          signal,
          onProgress: (progress) => this.#showLoading(progress, tables),
        });
        for (const candidate of tables)
          if (isOwn(candidate)) await this.#options.remember?.(candidate.raw, candidate.mapping);
        await this.#drop(engine, rawsOf(candidates));
        await this.#options.onloaded();
        this.state = { status: 'done', report };
      },
      (stopped) => this.#decide(candidates, stopped),
    );
  };

  change(index: number, change: Partial<Pick<Candidate, 'mapping' | 'included'>>): void {
    if (this.state.status !== 'deciding') return;
    const { candidates } = this.state;
    this.#past = [...this.#past, candidates];
    this.#future = [];
    this.#decide(candidates.map((candidate, at) => (at === index ? { ...candidate, ...change } : candidate)));
  }

  /** Uses a mapping that was saved or sent, for every table that has its columns; whether there was one. */
  async useMapping(mapping: Mapping): Promise<boolean> {
    if (this.state.status !== 'deciding') return false;
    const { missingColumns } = await import('#import');
    const { candidates } = this.state;
    const fits = candidates.map(({ raw }) => missingColumns(mapping, raw).length === 0);
    if (!fits.includes(true)) return false;
    this.#past = [...this.#past, candidates];
    this.#future = [];
    this.#decide(candidates.map((each, at) => (fits[at] ? { ...each, mapping, included: true } : each)));
    return true;
  }

  /** Forgets how a file was read the last time, and proposes anew. */
  async forget(index: number): Promise<void> {
    await this.#again(index, async (_, { raw }) => {
      await this.#options.remember?.(raw, null);
      return raw;
    });
  }

  /** Takes another sheet of a workbook in the place of the one that was read. */
  async chooseSheet(index: number, sheet: string): Promise<void> {
    await this.#again(index, async (engine, { raw }, signal) => {
      const { dropRaw, readFile } = await import('#import');
      const [chosen] = await readFile(engine, raw.file, { signal, sheet });
      if (chosen) await dropRaw(engine, raw);
      return chosen ?? raw;
    });
  }

  /** Whether the mapping of a table is shown from the start. */
  isOpen({ proposal }: Candidate): boolean {
    return this.opensMapping || !proposal.complete;
  }

  /** Sees to it that the mapping of a table is tried on its rows, for as long as it changes. */
  review(index: number): void {
    if (this.state.status !== 'deciding') return;
    const candidate = this.state.candidates[index];
    if (candidate) this.#want(candidate);
  }

  setTimeZone(zone: string): void {
    this.timeZone = zone;
    if (this.state.status === 'deciding') this.#reviewAll(this.state.candidates);
  }

  undo = (): void => this.#step(() => [this.#past, this.#future]);

  redo = (): void => this.#step(() => [this.#future, this.#past]);

  cancel = (): void => this.#controller.abort();

  /** Leaves the files unread for which there may be no room. */
  giveUp(): void {
    if (this.state.status === 'warning') this.state = { status: 'cancelled' };
  }

  /** Leaves nothing behind: neither a read in progress nor a raw table. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#controller.abort();
    this.reviews.close();
    if (this.state.status === 'deciding') await this.#dropAll(this.state.candidates);
  }

  #step(stacks: () => [readonly (readonly Candidate[])[], readonly (readonly Candidate[])[]]): void {
    const [from] = stacks();
    const wanted = from.at(-1);
    if (!wanted || this.state.status !== 'deciding') return;
    const { candidates } = this.state;
    const isUndo = from === this.#past;
    this.#past = isUndo ? this.#past.slice(0, -1) : [...this.#past, candidates];
    this.#future = isUndo ? [...this.#future, candidates] : this.#future.slice(0, -1);
    this.#decide(wanted);
  }

  async #again(
    index: number,
    read: (engine: Engine, candidate: Candidate, signal: AbortSignal) => Promise<RawTable>,
  ): Promise<void> {
    if (this.state.status !== 'deciding') return;
    const { candidates } = this.state;
    const before = candidates[index];
    if (!before) return;
    await this.#attempt(
      async (engine, signal) => {
        const raw = await read(engine, before, signal);
        const among = rawsOf(candidates).with(index, raw);
        const { proposeMapping } = await import('#import');
        const proposal = await proposeMapping(engine, raw, { among });
        const chosen = { raw, proposal, mapping: proposal.mapping, included: true };
        this.#past = [];
        this.#future = [];
        this.#decide(candidates.with(index, chosen));
      },
      (stopped) => this.#decide(candidates, stopped),
    );
  }

  #decide(candidates: readonly Candidate[], stopped: Stopped | null = null): void {
    this.state = { status: 'deciding', candidates, stopped };
    if (this.#isClosed) void this.#dropAll(candidates);
    else this.#reviewAll(candidates);
  }

  /** What was not recognised, or is to be read in another way, is tried at once; the rest only once somebody looks into it. */
  #reviewAll(candidates: readonly Candidate[]): void {
    if (this.#options.direct) return;
    for (const candidate of candidates)
      if (candidate.included && (this.isOpen(candidate) || this.reviews.has(candidate.raw.id)))
        this.#want(candidate);
  }

  #want({ raw, mapping, proposal }: Candidate): void {
    this.reviews.want({ raw, mapping, strict: !proposal.complete }, this.timeZone);
  }

  #unsettled(): readonly Candidate[] {
    if (this.state.status !== 'deciding' || this.#options.direct) return [];
    return this.state.candidates.filter((candidate) => {
      if (!candidate.included) return false;
      const state = this.reviews.states.get(candidate.raw.id);
      if (!state) return !candidate.proposal.complete;
      const review = this.reviews.of(candidate);
      if (!review) return state.status !== 'working' || !candidate.proposal.complete;
      return review.problems.some(({ severity }) => severity === 'error');
    });
  }

  async #attempt(
    work: (engine: Engine, signal: AbortSignal) => Promise<void>,
    stopped?: (why: Stopped) => void,
  ): Promise<void> {
    this.#controller = new AbortController();
    this.#pace = null;
    this.#began = this.#now();
    const { signal } = this.#controller;
    this.state = { status: 'working', progress: null };
    try {
      await work(await this.#options.engine, signal);
    } catch (error) {
      if (stopped) stopped(signal.aborted ? 'cancelled' : { error });
      else this.state = signal.aborted ? { status: 'cancelled' } : { status: 'failed', error };
    }
  }

  async #dropAll(candidates: readonly Candidate[]): Promise<void> {
    await this.#drop(await this.#options.engine, rawsOf(candidates));
  }

  async #drop(engine: Engine, raws: readonly RawTable[]): Promise<void> {
    const { dropRaw } = await import('#import');
    for (const raw of raws) await dropRaw(engine, raw);
  }

  #showReading(file: InputFile, fraction: number, rows: number): void {
    const total = this.files.reduce((sum, { size }) => sum + size, 0);
    const before = this.files.slice(0, this.files.indexOf(file)).reduce((sum, { size }) => sum + size, 0);
    const done = before + file.size * fraction;
    this.#show(
      { phase: 'reading', file: file.name, fraction: total === 0 ? fraction : done / total },
      { bytes: { done, total }, rows: rows > 0 ? { done: rows, total: null } : null },
    );
  }

  #showLoading(progress: ImportProgress, tables: readonly Candidate[]): void {
    const total = tables.reduce((sum, { raw }) => sum + raw.rowsRead - raw.rejected, 0);
    this.#show(progress, { bytes: null, rows: { done: Math.round(total * progress.fraction), total } });
  }

  #show(progress: ImportProgress, counted: Pick<WorkProgress, 'bytes' | 'rows'>): void {
    const now = this.#now();
    this.#pace = paceAfter(this.#pace, progress.fraction, now);
    const left = secondsLeft(this.#pace, (now - this.#began) / 1000);
    this.state = { status: 'working', progress: { ...progress, ...counted, secondsLeft: left } };
  }
}

function rawsOf(candidates: readonly Candidate[]): RawTable[] {
  return candidates.map(({ raw }) => raw);
}

/** Decided by a person: what a source knows by itself needs no remembering, and may know more the next time. */
function isOwn({ mapping, proposal }: Candidate): boolean {
  return mapping !== proposal.mapping || !proposal.complete;
}
