import { SvelteMap } from 'svelte/reactivity';
import type { InputValue, TableOutput } from '#cells';
import type { Engine } from '#engine';
import { asOf } from '#import';
import { catalogue, findKpi, measure, parseKpiAttributes, stateOfCell, type Measurement } from '#kpi';
import type { Cell, Notebook } from '#notebook';
import { Runtime, type CellSnapshot } from '#runtime';
import { parsePeriod, resolvePeriod, type Period } from '#time';
import type { Workspace } from './Workspace.svelte.ts';

const untouched: CellSnapshot = { state: { status: 'idle' }, isStale: false, lastOutput: null };
let books = 0;

interface Ready {
  readonly engine: Engine;
  readonly runtime: Runtime;
}

/** The runs of one open notebook: its runtime, from when the engine is there, as state that the page shows. */
export class NotebookRun {
  isReady = $state(false);
  problem = $state.raw<unknown>(null);
  readonly running = $derived.by(() => this.#idsWhere(isBusy));
  readonly stale = $derived.by(() =>
    this.#idsWhere((snapshot) => snapshot.isStale && snapshot.lastOutput !== null),
  );

  readonly book = `book_${++books}`;
  readonly #workspace: Workspace;
  readonly #snapshots = new SvelteMap<string, CellSnapshot>();
  readonly #observed = new Map<string, () => void>();
  readonly #measured = new WeakMap<TableOutput, Promise<Measurement>>();
  #notebook: Notebook;
  #ready: Promise<Ready>;
  #closed = false;

  constructor(workspace: Workspace, notebook: Notebook) {
    this.#workspace = workspace;
    this.#notebook = notebook;
    this.#ready = this.#start();
    this.#ready.catch((error: unknown) => (this.problem = error));
  }

  snapshot(id: string): CellSnapshot {
    return this.#snapshots.get(id) ?? untouched;
  }

  #idsWhere(is: (snapshot: CellSnapshot) => boolean): string[] {
    return [...this.#snapshots].flatMap(([id, snapshot]) => (is(snapshot) ? [id] : []));
  }

  async #start(): Promise<Ready> {
    const engine = await this.#workspace.ready;
    const runtime = new Runtime(engine, {
      book: this.book,
      notebook: this.#notebook,
      asOf: await asOf(engine),
    });
    if (this.#closed) await runtime.close();
    this.isReady = true;
    return { engine, runtime };
  }
}

function isBusy({ state: { status } }: CellSnapshot): boolean {
  return status === 'running' || status === 'waiting';
}
