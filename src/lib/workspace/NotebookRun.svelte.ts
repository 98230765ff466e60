import { SvelteMap } from 'svelte/reactivity';
import type { InputValue, TableOutput } from '#cells';
import type { Engine } from '#engine';
import { createBook, dropBook } from '#import';
import {
  catalogue,
  findKpi,
  measure,
  parseKpiAttributes,
  stateOfCell,
  type KpiAttributes,
  type Measurement,
} from '#kpi';
import type { WeekStart } from '#time';
import type { Cell, Notebook } from '#notebook';
import { Runtime, type CellSnapshot } from '#runtime';
import { periodOf } from './notebook-period.ts';

const untouched: CellSnapshot = { state: { status: 'idle' }, isStale: false, lastOutput: null };
let books = 0;

/** What runs need of the workspace. */
export interface RunHost {
  /** Another promise after the engine was started anew. */
  readonly ready: Promise<Engine>;
  readonly data: { readonly revision: number; readonly asOf: string | null };
  /** Days as `Date` counts them: 0 is Sunday. */
  readonly settings: { readonly weekStart: WeekStart };
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

  readonly book = `book_${++books}`;
  readonly #host: RunHost;
  readonly #snapshots = new SvelteMap<string, CellSnapshot>();
  readonly #measured = new WeakMap<TableOutput, Promise<Measurement>>();
  #ready: Promise<Ready>;
  #observed: Readonly<Record<string, () => void>> = {};
  #notebook: Notebook;
  #runtime: Runtime | null = null;
  #closed = false;

  constructor(host: RunHost, notebook: Notebook) {
    this.#host = host;
    this.#notebook = notebook;
    this.#ready = this.#begin();
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
    const { runtime } = await this.#current();
    await runtime.run(ids);
  }

  async runAll(): Promise<void> {
    const { runtime } = await this.#current();
    await runtime.runAll();
  }

  async runStale(): Promise<void> {
    const { runtime } = await this.#current();
    await runtime.runStale();
  }

  /** Runs what has been run before, after the period, the filters or the data have changed. */
  async runAgain(): Promise<void> {
    const ids = this.#idsWhere(({ state }) => state.status !== 'idle');
    if (ids.length > 0) await this.run(ids);
  }

  /** Sets an input, and runs what reads it. */
  async setInput(name: string, value: InputValue): Promise<void> {
    const { runtime } = await this.#current();
    await runtime.setInput(name, value);
  }

  stop(): void {
    this.#runtime?.stop();
  }

  /** A headline with its interval and its change; null where the cell is not what the catalogue would compute. */
  measureCell(cell: Cell, output: TableOutput): Promise<Measurement> | null {
    const attributes = parseKpiAttributes(cell);
    if (!attributes || stateOfCell(cell, { kpis: catalogue }) !== 'asInCatalogue') return null;
    const known = this.#measured.get(output) ?? this.#measure(attributes);
    this.#measured.set(output, known);
    return known;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const dispose of Object.values(this.#observed)) dispose();
    this.#observed = {};
    if (!this.#runtime) return;
    const { engine, runtime } = await this.#ready;
    await runtime.close();
    await dropBook(engine, this.book);
  }

  async #measure({ kpi: id, variant }: KpiAttributes): Promise<Measurement> {
    const { engine } = await this.#ready;
    const kpi = findKpi(id);
    if (!kpi) throw new Error(`No KPI ${id}`);
    const { meta } = this.#notebook;
    const period = periodOf(meta, this.#host);
    const isAll = period.from === null && period.to === null;
    return measure(engine, this.book, kpi, {
      variant,
      period: isAll ? null : period,
      asOf: meta.asOf ?? this.#host.data.asOf,
    });
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
    const { meta } = this.#notebook;
    await createBook(engine, this.book, meta.filters);
    const runtime = new Runtime(engine, { book: this.book, period: periodOf(meta, this.#host) });
    this.#runtime = runtime;
    this.isReady = true;
    this.#tell(runtime);
    if (this.#closed) await this.close();
    return { engine, runtime };
  }

  /** The runtime with the period and the filters that hold now. */
  async #current(): Promise<Ready> {
    const ready = await this.#revived();
    const { meta } = this.#notebook;
    await ready.runtime.setScope(meta.filters);
    await ready.runtime.setPeriod(periodOf(meta, this.#host));
    return ready;
  }

  /** An engine that was started anew knows nothing of the book: it is begun again, and its cells are as not run. */
  async #revived(): Promise<Ready> {
    const engine = await this.#host.ready;
    const ready = await this.#ready.catch(() => null);
    if (ready?.engine === engine) return ready;
    for (const dispose of Object.values(this.#observed)) dispose();
    this.#observed = {};
    this.#snapshots.clear();
    this.#ready = this.#begin();
    return this.#ready;
  }

  #tell(runtime: Runtime): void {
    runtime.update(this.#notebook);
    const ids = this.#notebook.cells.map(({ id }) => id);
    for (const id of Object.keys(this.#observed).filter((known) => !ids.includes(known))) {
      this.#observed[id]?.();
      this.#snapshots.delete(id);
    }
    this.#observed = Object.fromEntries(
      ids.map((id) => [
        id,
        this.#observed[id] ?? runtime.observe(id, (snapshot) => void this.#snapshots.set(id, snapshot)),
      ]),
    );
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
