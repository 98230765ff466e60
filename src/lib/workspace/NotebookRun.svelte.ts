import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { analyse, type InputValue, type TableOutput } from '#cells';
import type { Engine } from '#engine';
import {
  findKpi,
  measure,
  parseKpiAttributes,
  pastValues,
  stateOfCell,
  type Kpi,
  type KpiAttributes,
  type Measurement,
  type PastValue,
} from '#kpi';
import type { Locale } from '#messages';
import type { Cell, Notebook } from '#notebook';
import { everything, pageSql, unitsOfCell } from '#output';
import { Runtime, type Aside, type CellSnapshot, type PageRequest } from '#runtime';
import type { Table } from '#table';
import type { WeekStart } from '#time';
import type { Results } from './Results.svelte.ts';

const untouched: CellSnapshot = { state: { status: 'idle' }, isStale: false, lastOutput: null, source: null };
let books = 0;

/** What runs need of the workspace. */
export interface RunHost {
  /** Another promise after the engine was started anew. */
  readonly ready: Promise<Engine>;
  readonly data: {
    readonly revision: number;
    readonly targetRevision: number;
    readonly eventRevision: number;
    readonly asOf: string | null;
    readonly fingerprint: string | null;
  };
  readonly locale: Locale;
  readonly settings: { readonly weekStart: WeekStart };
  /** The catalogue and the reader's own. */
  readonly kpis: readonly Kpi[];
  /** Where the results of runs are kept to be looked at again. */
  readonly results: Pick<Results, 'add'>;
}

interface Measured {
  /** The targets that it was judged by. */
  readonly targetRevision: number;
  readonly measurement: Promise<Measurement>;
}

interface Ready {
  readonly engine: Engine;
  readonly runtime: Runtime;
}

/** The runs of one open notebook: its runtime, from when the engine is there, as state that the page shows. */
export class NotebookRun {
  isReady = $state(false);
  problem = $state.raw<unknown>(null);
  readonly running = $derived.by(() => this.#idsWhere(isBusy));
  readonly stale = $derived.by(() => this.#idsWhere(isOld));
  readonly failed = $derived.by(() => this.#idsWhere(({ state }) => state.status === 'failed'));

  readonly book = `book_${++books}`;
  readonly #host: RunHost;
  readonly #snapshots = new SvelteMap<string, CellSnapshot>();
  readonly #measured = new WeakMap<TableOutput, Measured>();
  readonly #past = new WeakMap<TableOutput, Promise<readonly PastValue[]>>();
  readonly #unfollow: () => void;
  #ready: Promise<Ready>;
  #observed: Readonly<Record<string, () => void>> = {};
  #notebook: Notebook;
  #runtime: Runtime | null = null;
  #closed = false;

  constructor(host: RunHost, notebook: Notebook) {
    this.#host = host;
    this.#notebook = notebook;
    this.#ready = this.#begin();
    this.#unfollow = $effect.root(() => this.#follow());
  }

  snapshot(id: string): CellSnapshot {
    return this.#snapshots.get(id) ?? untouched;
  }

  /** Tells the runtime what the notebook says now; nothing runs by that. */
  update(notebook: Notebook): void {
    this.#notebook = notebook;
    if (this.#runtime) this.#tell(this.#runtime);
  }

  async run(ids: readonly string[]): Promise<void> {
    const { runtime } = await this.#revived();
    await runtime.run(ids);
  }

  async runAll(): Promise<void> {
    const { runtime } = await this.#revived();
    await runtime.runAll();
  }

  async runStale(): Promise<void> {
    const { runtime } = await this.#revived();
    await runtime.runStale();
  }

  /** Runs what has been run before and would now be different: after a change of period or filters. */
  async runAgain(): Promise<void> {
    const { runtime } = await this.#revived();
    await runtime.runAgain();
  }

  /** Sets an input, and runs what reads it and has been run, or `all` that reads it. */
  async setInput(name: string, value: InputValue, which: 'run' | 'all' = 'run'): Promise<void> {
    const { runtime } = await this.#revived();
    await runtime.setInput(name, value, which);
  }

  /** Where one asks beside the runs: what is wrong, which values a column has, what a query gives. */
  async aside(): Promise<Aside> {
    const { runtime } = await this.#revived();
    return runtime.aside;
  }

  /** Rows of a cell's relation. */
  async page(relation: string, request: PageRequest): Promise<Table> {
    const { runtime } = await this.#revived();
    return runtime.page(relation, request);
  }

  stop(): void {
    this.#runtime?.stop();
  }

  /** A headline with its interval and its change; null where the cell is not what the catalogue would compute. */
  measureCell(cell: Cell, output: TableOutput): Promise<Measurement> | null {
    const attributes = parseKpiAttributes(cell);
    if (!attributes || stateOfCell(cell, { kpis: this.#host.kpis }) !== 'asInCatalogue') return null;
    const { targetRevision } = this.#host.data;
    const known = this.#measured.get(output);
    if (known?.targetRevision === targetRevision) return known.measurement;
    const measurement = this.#measure(attributes, cell.source.includes('$period_start'));
    this.#measured.set(output, { targetRevision, measurement });
    return measurement;
  }

  /** The values of the periods before a headline's, once it is measured; null where the cell is not what the catalogue would compute. */
  async pastOf(cell: Cell, output: TableOutput): Promise<readonly PastValue[]> {
    const known = this.#past.get(output);
    if (known) return known;
    const attributes = parseKpiAttributes(cell);
    const measured = this.measureCell(cell, output);
    const isDated = cell.source.includes('$period_start');
    const past = measured && attributes && isDated ? measured.then(() => this.#readPast(attributes)) : [];
    const read = Promise.resolve(past);
    this.#past.set(output, read);
    return read;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#unfollow();
    this.#forget();
    await this.#runtime?.close();
  }

  async #measure({ kpi: id, variant }: KpiAttributes, isDated: boolean): Promise<Measurement> {
    const { engine, runtime } = await this.#ready;
    const kpi = findKpi(id, this.#host.kpis);
    if (!kpi) throw new Error(`No KPI ${id}`);
    const asOf = this.#notebook.meta.asOf ?? this.#host.data.asOf;
    const [period, profile] = [isDated ? runtime.period : null, await runtime.profile()];
    return measure(engine, this.book, kpi, { variant, period, isDated, asOf, profile });
  }

  async #readPast({ kpi: id, variant }: KpiAttributes): Promise<readonly PastValue[]> {
    const { engine, runtime } = await this.#ready;
    const kpi = findKpi(id, this.#host.kpis);
    const asOf = this.#notebook.meta.asOf ?? this.#host.data.asOf;
    return kpi ? pastValues(engine, this.book, kpi, { variant, period: runtime.period, asOf }) : [];
  }

  #begin(): Promise<Ready> {
    const ready = this.#start();
    ready.then(
      () => (this.problem = null),
      (error: unknown) => (this.problem = error),
    );
    return ready;
  }

  async #start(): Promise<Ready> {
    const engine = await this.#host.ready;
    const runtime = new Runtime(engine, {
      book: this.book,
      notebook: this.#notebook,
      asOf: this.#host.data.asOf,
      locale: this.#host.locale,
      weekStart: this.#host.settings.weekStart,
      kpis: () => this.#host.kpis,
      unitOf: (cell, column) => unitsOfCell(cell, this.#host.kpis)[column],
    });
    this.#runtime = runtime;
    this.isReady = true;
    if (this.#closed) await runtime.close();
    else this.#tell(runtime);
    return { engine, runtime };
  }

  /** Imports make results stale, and prose follows the language: the runtime is told as the page changes. */
  #follow(): void {
    $effect(() => {
      if (this.#host.data.revision > 0) untrack(() => this.#runtime?.touchData(this.#host.data.asOf));
    });
    $effect(() => {
      const { locale } = this.#host;
      untrack(() => void this.#runtime?.setLocale(locale));
    });
    $effect(() => {
      if (this.#host.data.targetRevision > 0) untrack(() => void this.#runtime?.run(this.#judged()));
    });
    $effect(() => {
      if (this.#host.data.eventRevision > 0) untrack(() => void this.#runtime?.run(this.#marked()));
    });
    $effect(() => {
      const { weekStart } = this.#host.settings;
      untrack(() => this.#runtime?.setWeekStart(weekStart));
    });
  }

  /** The cells that have been run and whose rows are judged by targets. */
  #judged(): string[] {
    return this.#notebook.cells.flatMap((cell) => {
      const { shape } = parseKpiAttributes(cell) ?? {};
      const isJudged = shape === 'breakdown' || shape === 'extremes';
      return isJudged && this.snapshot(cell.id).lastOutput !== null ? [cell.id] : [];
    });
  }

  /** The charts that have been drawn, and what reads the events that they mark. */
  #marked(): string[] {
    return this.#notebook.cells.flatMap((cell) => {
      const isMarked = cell.kind === 'vega-lite' || analyse(cell).uses.includes('annotations');
      return isMarked && this.snapshot(cell.id).lastOutput !== null ? [cell.id] : [];
    });
  }

  /** An engine that was started anew knows nothing of the book: it is begun again, and its cells are as not run. */
  async #revived(): Promise<Ready> {
    const engine = await this.#host.ready;
    const ready = await this.#ready.catch(() => null);
    if (ready?.engine === engine) return ready;
    this.#forget();
    this.#snapshots.clear();
    this.#ready = this.#begin();
    return this.#ready;
  }

  #forget(): void {
    for (const dispose of Object.values(this.#observed)) dispose();
    this.#observed = {};
  }

  #tell(runtime: Runtime): void {
    runtime.update(this.#notebook);
    const ids = this.#notebook.cells.map(({ id }) => id);
    const before = this.#observed;
    this.#observed = Object.fromEntries(
      ids.map((id) => [id, before[id] ?? runtime.observe(id, (snapshot) => this.#show(id, snapshot))]),
    );
    for (const id of Object.keys(before)) {
      if (id in this.#observed) continue;
      before[id]?.();
      this.#snapshots.delete(id);
    }
  }

  #show(id: string, snapshot: CellSnapshot): void {
    const before = this.#snapshots.get(id)?.lastOutput;
    this.#snapshots.set(id, snapshot);
    const { state, lastOutput } = snapshot;
    if (state.status === 'done' && lastOutput?.kind === 'table' && lastOutput !== before)
      this.#keep(id, lastOutput, state.ms);
  }

  /** The rows are asked for before any run that comes after this one. */
  #keep(id: string, output: TableOutput, ms: number): void {
    const cell = this.#notebook.cells.find((each) => each.id === id);
    const { relation, storedAs, columns, cannot } = output;
    if (!cell || cannot || relation === null || storedAs === null) return;
    const paged = { relation, storedAs, columns: columns.map(({ name }) => name) };
    const rows = async (limit: number): Promise<Table> =>
      (await this.#ready).engine.query(pageSql(paged, { ...everything, offset: 0, limit }));
    const { title } = this.#notebook.meta;
    const units = unitsOfCell(cell, this.#host.kpis);
    void this.#host.results.add({ output, rows, ms, notebook: title, cell, units });
  }

  #idsWhere(is: (snapshot: CellSnapshot) => boolean): string[] {
    return [...this.#snapshots].flatMap(([id, snapshot]) => (is(snapshot) ? [id] : []));
  }
}

function isBusy({ state: { status } }: CellSnapshot): boolean {
  return status === 'running' || status === 'waiting';
}

function isOld({ isStale, lastOutput }: CellSnapshot): boolean {
  return isStale && lastOutput !== null;
}
