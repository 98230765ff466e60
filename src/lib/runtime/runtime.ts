import { preamble, runCell, withValue, type InputValue, type RunContext } from '#cells';
import type { Engine } from '#engine';
import type { Scope } from '#import';
import type { KpiProfile } from '#kpi';
import type { Locale } from '#messages';
import type { Cell, Notebook } from '#notebook';
import { sameName } from '#sql';
import type { Table } from '#table';
import type { Period, WallClock, WeekStart } from '#time';
import { Aside } from './aside.ts';
import { Book } from './book.ts';
import { graphFailure, refusalOf, thrownFailure } from './failure.ts';
import { withDefaults, type RuntimeOptions } from './options.ts';
import { Observers } from './observers.ts';
import { pageSql, type PageRequest } from './page.ts';
import { plan } from './plan.ts';
import { inputsKey, ownVariables, periodOf, rowsOfOutput, toProgram, type Program } from './program.ts';
import { idle, newRecord, type Record as CellRecord } from './record.ts';
import type { CellSnapshot, CellState, Observer } from './state.ts';

/**
 * Runs a notebook's cells on an engine, one after the other, and tells observers. It never runs anything by itself but
 * for what depends on an input, a period or a scope that was changed. What is stale is derived from what each result was
 * made from; whether a run still counts, from its cell's version.
 */
export class Runtime {
  readonly aside: Aside;
  readonly #book: Book;
  readonly #engine: Engine;
  readonly #options: Required<RuntimeOptions>;
  readonly #records = new Map<string, CellRecord>();
  readonly #observers = new Observers();
  readonly #problems = new Map<string, CellState>();
  readonly #inputs = new Map<string, InputValue>();
  #program: Program;
  #notebook: Notebook;
  #period: Period;
  #scope: Scope;
  #locale: Locale;
  #weekStart: WeekStart;
  #asOf: WallClock | null;
  /** Known once a cell has asked for it. */
  #asOfUtc: WallClock | null = null;
  #data = 0;
  /** Ids in the order of the graph, without repetition. */
  #queue: string[] = [];
  #draining: Promise<void> | null = null;
  #isClosed = false;

  constructor(engine: Engine, options: RuntimeOptions) {
    this.#engine = engine;
    this.#options = withDefaults(engine, options);
    this.#book = new Book(engine, options.book, this.#options);
    this.#notebook = options.notebook;
    this.#locale = this.#options.locale;
    this.#weekStart = this.#options.weekStart;
    this.#asOf = options.notebook.meta.asOf ?? this.#options.asOf;
    this.#scope = options.notebook.meta.filters;
    this.#period = periodOf(options.notebook.meta.period, this.#moment());
    this.#program = this.#toProgram();
    this.#settleProgram();
    this.aside = new Aside({
      book: this.#book,
      program: () => this.#program,
      scope: () => this.#scope,
      context: (asked) => this.#context(asked),
      settle: (parameters) => this.#settleUtc(parameters),
      isCurrent: (id) => this.#isCurrent(id),
      revision: (name) => this.#revision(name),
    });
  }

  get period(): Period {
    return this.#period;
  }

  /** Takes a changed notebook; its period and filters are in force from the next run on. */
  update(notebook: Notebook): void {
    const { period, asOf, filters } = this.#notebook.meta;
    this.#notebook = notebook;
    if (notebook.meta.asOf !== asOf) this.#asOf = notebook.meta.asOf ?? this.#options.asOf;
    if (notebook.meta.period !== period || notebook.meta.asOf !== asOf) {
      this.#period = periodOf(notebook.meta.period, this.#moment());
    }
    if (JSON.stringify(notebook.meta.filters) !== JSON.stringify(filters))
      this.#rescope(notebook.meta.filters);
    this.#program = this.#toProgram();
    this.#settleProgram();
  }

  /** Runs cells, and before them whatever they need that has no current result. */
  async run(ids: readonly string[]): Promise<void> {
    if (this.#isClosed) return;
    const targets = ids.filter((id) => this.#records.has(id));
    const planned = plan(this.#program.graph, targets, (id) => !this.#isCurrent(id));
    for (const { id, on } of planned) {
      const record = this.#record(id);
      this.#supersede(record);
      record.active = { status: 'waiting', on };
    }
    const queued = new Set([...this.#queue, ...planned.map(({ id }) => id)]);
    this.#queue = this.#program.graph.order.filter((id) => queued.has(id));
    this.#publish();
    if (this.#queue.length > 0) this.#draining ??= this.#drain();
    await this.#draining;
  }

  runAll(): Promise<void> {
    return this.run([...this.#program.cells.keys()]);
  }

  runStale(): Promise<void> {
    return this.run([...this.#program.cells.keys()].filter((id) => this.isStale(id)));
  }

  /** Gives up what runs and what waits; each cell is again what it was before. */
  stop(): void {
    this.#queue = [];
    for (const record of this.#records.values()) this.#supersede(record);
    this.#publish();
  }

  state(id: string): CellState {
    const record = this.#records.get(id);
    if (!record) return idle;
    const { active, settled } = record;
    const state = active ?? this.#problems.get(id) ?? settled;
    if (state.status !== 'failed' || state.error.kind !== 'upstream') return state;
    return state.from !== null && this.state(state.from).status === 'failed' ? state : idle;
  }

  /** Whether a cell has been run, and would give another result now. */
  isStale(id: string): boolean {
    const record = this.#records.get(id);
    return record?.key !== null && record !== undefined && !this.#isFresh(id);
  }

  snapshot(id: string): CellSnapshot {
    const { lastOutput = null, source = null } = this.#records.get(id) ?? {};
    return { state: this.state(id), isStale: this.isStale(id), lastOutput, source };
  }

  /** Tells the observer how things stand now, and after each change until the disposer is called. */
  observe(id: string, observer: Observer): () => void {
    return this.#observers.add(id, observer, this.snapshot(id));
  }

  /** Chooses an input's value and runs again what depends on it and has been run, or `all` that depends on it. */
  async setInput(name: string, value: InputValue, which: 'run' | 'all' = 'run'): Promise<void> {
    this.#inputs.set(name.toLowerCase(), value);
    const cell = this.#cellNamed(name);
    const record = cell?.kind === 'input' && this.#records.get(cell.id);
    if (!cell || !record) return;
    if (record.settled.status === 'done' && record.settled.output.kind === 'input') {
      const output = withValue(record.settled.output, value, this.#moment());
      record.settled = { ...record.settled, output };
      record.lastOutput = output;
      record.resultVersion += 1;
    }
    const dependants = this.#program.graph.dependants(cell.id);
    await this.run(dependants.filter((id) => which === 'all' || this.#hasRun(id)));
  }

  /** The data was changed under the cells: what reads it is stale. */
  touchData(asOf: WallClock | null = this.#asOf): void {
    this.#data += 1;
    this.#book.forgetProfile();
    if (this.#notebook.meta.asOf === null) this.#asOf = asOf;
    this.#period = periodOf(this.#notebook.meta.period, this.#moment());
    this.#publish();
  }

  /** Periods such as “this week” begin with another day: what goes by one is stale. */
  setWeekStart(weekStart: WeekStart): void {
    this.#weekStart = weekStart;
    this.#period = periodOf(this.#notebook.meta.period, this.#moment());
    this.#publish();
  }

  /** Values in prose follow the language. */
  setLocale(locale: Locale): Promise<void> {
    this.#locale = locale;
    const prose = this.#notebook.cells.filter(({ kind, id }) => kind === 'markdown' && this.#hasRun(id));
    return this.run(prose.map(({ id }) => id));
  }

  /** Runs what has been run before and would now be different. */
  runAgain(): Promise<void> {
    return this.run([...this.#program.cells.keys()].filter((id) => this.#hasRun(id) && !this.#isCurrent(id)));
  }

  async page(relation: string, request: PageRequest, signal?: AbortSignal): Promise<Table> {
    const sql = pageSql(relation, this.#book.storedAs(relation), request);
    return this.#engine.query(preamble(this.#context()) + sql, { signal });
  }

  /** What the data in scope can answer from. */
  readonly profile = (): Promise<KpiProfile> => this.#book.profile();

  /** Stops everything and lets the book go. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.stop();
    this.#observers.clear();
    await this.#draining;
    await this.#book.drop();
  }

  async #drain(): Promise<void> {
    try {
      for (let id = this.#queue.shift(); id !== undefined; id = this.#queue.shift()) await this.#runOne(id);
    } finally {
      this.#draining = null;
    }
  }

  async #runOne(id: string): Promise<void> {
    const cell = this.#program.cells.get(id);
    const record = this.#records.get(id);
    if (!cell || !record) return;
    const { version } = record;
    const isSuperseded = () => record.version !== version || this.#records.get(id) !== record;
    if (this.#problems.has(id)) return this.#settle(record, record.settled);
    const refusal = refusalOf(id, this.#program, (other) => this.state(other));
    if (refusal) {
      record.key = refusal.error.kind === 'diagnostic' ? this.#key(id) : null;
      return this.#settle(record, refusal);
    }
    const since = this.#options.now();
    const controller = new AbortController();
    const show = (progress: number | null) => {
      if (isSuperseded()) return;
      record.active = { status: 'running', version, since, progress };
      this.#publish([id]);
    };
    record.controller = controller;
    show(null);
    try {
      await this.#book.prepare(this.#scope, this.#program.results, this.#shownRelations());
      if (isSuperseded()) return;
      await this.#settleUtc(this.#program.analyses.get(id)!.parameters);
      if (isSuperseded()) return;
      const key = this.#key(id);
      const output = await runCell(cell, this.#context({ signal: controller.signal, onProgress: show }));
      if (isSuperseded()) return;
      record.key = key;
      record.lastOutput = output;
      record.source = cell.source;
      this.#settle(record, {
        status: 'done',
        output,
        ms: this.#options.now() - since,
        rows: rowsOfOutput(output),
      });
    } catch (error) {
      if (isSuperseded()) return;
      record.key = this.#key(id);
      this.#settle(record, thrownFailure(error));
    }
  }

  #settle(record: CellRecord, state: CellRecord['settled']): void {
    record.active = null;
    record.controller = null;
    record.settled = state;
    record.resultVersion += 1;
    this.#publish();
  }

  #supersede(record: CellRecord): void {
    record.version += 1;
    record.active = null;
    record.controller?.abort();
    record.controller = null;
  }

  #shownRelations(): (string | null)[] {
    return [...this.#records.values()].map(({ lastOutput }) =>
      lastOutput?.kind === 'table' ? lastOutput.relation : null,
    );
  }

  #context(options: Pick<RunContext, 'signal' | 'onProgress'> = {}): RunContext {
    const { unitOf, maxRows } = this.#options;
    return {
      engine: this.#engine,
      book: this.#book.name,
      stored: this.#book.stored,
      variables: this.#variables(),
      inputValue: (name) => this.#inputs.get(name.toLowerCase()),
      period: this.#period,
      ...this.#moment(),
      kpis: this.#options.kpis(),
      profile: this.profile,
      locale: this.#locale,
      unitOf: (name, column) => {
        const cell = this.#cellNamed(name);
        return cell && unitOf(cell, column);
      },
      cellNamed: (name) => this.#cellNamed(name),
      maxRows,
      ...options,
    };
  }

  #cellNamed(name: string): Cell | undefined {
    return this.#notebook.cells.find((other) => other.name?.toLowerCase() === name.toLowerCase());
  }

  #variables(): Record<string, string> {
    const outputs = [...this.#records.values()].map(({ lastOutput }) =>
      lastOutput?.kind === 'input' ? lastOutput.variables : {},
    );
    return Object.assign({}, ...outputs, ownVariables(this.#period, this.#asOf, this.#asOfUtc));
  }

  async #settleUtc(parameters: readonly string[]): Promise<void> {
    if (parameters.some((name) => sameName(name, 'as_of_utc')))
      this.#asOfUtc = await this.#options.asOfUtc(this.#asOf);
  }

  #revision(name: string): string {
    const cell = this.#cellNamed(name);
    return `${this.#data} ${(cell && this.#records.get(cell.id)?.resultVersion) ?? ''}`;
  }

  #moment(): { readonly asOf: WallClock | null; readonly weekStart: WeekStart } {
    return { asOf: this.#asOf, weekStart: this.#weekStart };
  }

  #rescope(scope: Scope): void {
    this.#scope = scope;
    this.#data += 1;
  }

  #toProgram(): Program {
    return toProgram(this.#notebook, {
      reserved: this.#options.reserved,
      stored: new Set(this.#book.stored.keys()),
    });
  }

  /** Gives new cells a record, forgets those that are gone, and says what the graph has against each. */
  #settleProgram(): void {
    const { cells, graph, parameters } = this.#program;
    for (const [id, record] of this.#records) {
      if (cells.has(id)) continue;
      this.#supersede(record);
      this.#records.delete(id);
      this.#queue = this.#queue.filter((queued) => queued !== id);
    }
    const nameOf = (other: string) => cells.get(other)?.name ?? other;
    const known = this.#problems;
    known.clear();
    for (const id of cells.keys()) {
      this.#record(id);
      const problem = graph.problem(id);
      if (problem) known.set(id, graphFailure(problem, nameOf, parameters));
    }
    this.#publish();
  }

  #record(id: string): CellRecord {
    const record = this.#records.get(id) ?? newRecord();
    this.#records.set(id, record);
    return record;
  }

  #hasRun(id: string): boolean {
    return this.#records.get(id)?.settled.status !== 'idle';
  }

  /** Whether a cell has a result that can be read as it is. */
  #isCurrent(id: string): boolean {
    return this.#records.get(id)?.settled.status === 'done' && this.#isFresh(id);
  }

  #isFresh(id: string): boolean {
    const { graph } = this.#program;
    return [id, ...graph.ancestors(id)].every((each) => this.#records.get(each)?.key === this.#key(each));
  }

  #key(id: string): string {
    return inputsKey(this.#program, id, {
      resultVersion: (input) => this.#records.get(input)?.resultVersion ?? 0,
      // The as-of instant says all that its twin does.
      own: ownVariables(this.#period, this.#asOf, this.#asOf),
      data: this.#data,
      clock: JSON.stringify(this.#moment()),
    });
  }

  #publish(ids: readonly string[] = this.#observers.ids): void {
    for (const id of ids) this.#observers.tell(id, this.snapshot(id));
  }
}
