import {
  applyOperation,
  parse,
  serialize,
  type Cell,
  type CellContent,
  type CellKind,
  type Diagnostic,
  type Notebook,
  type Operation,
} from '#notebook';
import type { InputValue } from '#cells';
import type { CellState } from '#runtime';
import type { Period } from '#time';
import { CellFolds } from './CellFolds.svelte.ts';
import { CellSelection } from './CellSelection.svelte.ts';
import { blankCell, copiesOf } from './cell-making.ts';
import { problemsIn } from './cell-problems.ts';
import { foldAttribute, type Fold } from './fold.ts';
import { LineNumbers } from './LineNumbers.svelte.ts';
import { NotebookFind } from './NotebookFind.svelte.ts';
import { NotebookHistory } from './notebook-history.ts';
import { NotebookLinks, type CellLinks } from './NotebookLinks.svelte.ts';
import { periodOf } from './notebook-period.ts';
import { NotebookRun } from './NotebookRun.svelte.ts';
import type { SessionHost } from './session-host.ts';
import type { Problem, Session, SessionOptions, SessionSummary } from './session.ts';
import { steady } from './steady.ts';

export type Where = 'above' | 'below' | 'end';

/** In automatic mode a change runs once its writer rests. */
const typingPause = 600;

interface DispatchOptions {
  /** Steps of one group in quick succession are taken back together. */
  readonly group?: string;
}

/** An open notebook: its document, the way back, where the reader is in it, and its runs. */
export class NotebookSession implements Session {
  path = $state('');
  notebook: Notebook = $state.raw(parse('').notebook);
  onedit: (() => void) | null = null;
  readonly readOnly: boolean;
  readonly workspace: SessionHost;
  readonly selection: CellSelection;
  readonly runs: NotebookRun;
  readonly find: NotebookFind;
  readonly folds: CellFolds;
  readonly lineNumbers: LineNumbers;
  /** A cell that was asked for from outside; the view scrolls to it, `start`: until it stands on top. */
  revealed = $state.raw<{ readonly id: string; readonly block: 'nearest' | 'start' } | null>(null);
  /** The cell whose name is being typed. */
  renaming = $state<string | null>(null);
  canUndo = $state(false);
  canRedo = $state(false);

  readonly #steadyIds = steady<string>();
  /** Not derived from the notebook, so that a key in one cell asks nothing of the others. */
  cellIds: readonly string[] = $state.raw([]);
  /** All but those under a folded heading. */
  readonly shownIds = $derived.by(() => this.folds.shown);
  readonly #links: NotebookLinks;
  readonly text = $derived(serialize(this.notebook));
  readonly period = $derived.by((): Period => {
    const { data, settings } = this.workspace;
    return periodOf(this.notebook.meta, { asOf: data.asOf, weekStart: settings.weekStart });
  });
  /** What relative periods count from. */
  readonly asOf = $derived.by(() => this.notebook.meta.asOf ?? this.workspace.data.asOf);
  readonly title = $derived(this.notebook.meta.title);
  readonly problems = $derived.by((): readonly Problem[] => [
    ...this.#opened,
    ...problemsIn(this.notebook.cells, (id) => this.stateOf(id)),
  ]);
  readonly summary = $derived.by((): SessionSummary => ({
    cells: this.notebook.cells.length,
    running: this.runs.running.length,
  }));

  readonly #history = new NotebookHistory();
  readonly #opened: readonly Diagnostic[];
  #stops = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;
  static #clipboard: readonly Cell[] = [];

  constructor({
    path,
    text,
    readOnly,
    workspace,
  }: Omit<SessionOptions, 'workspace'> & { readonly workspace: SessionHost }) {
    const { notebook, diagnostics } = parse(text);
    this.path = path;
    this.notebook = notebook;
    this.cellIds = this.#idsOf(notebook);
    this.#links = new NotebookLinks(notebook.cells);
    this.readOnly = readOnly;
    this.workspace = workspace;
    this.lineNumbers = new LineNumbers(workspace.settings);
    this.#opened = diagnostics.filter(({ cellId }) => cellId === null);
    this.folds = new CellFolds(
      () => this.notebook.cells,
      () => this.cellIds,
    );
    this.selection = new CellSelection(() => this.shownIds);
    this.runs = new NotebookRun(workspace, notebook);
    this.find = new NotebookFind(this);
  }

  cell(id: string | null): Cell | null {
    return this.notebook.cells.find((cell) => cell.id === id) ?? null;
  }

  /** What a cell reads and feeds. */
  linksOf(id: string): CellLinks {
    return this.#links.of(id);
  }

  stateOf(id: string): CellState {
    return this.runs.snapshot(id).state;
  }

  /** Every change of the notebook comes through here, so that every change can be taken back. */
  dispatch(operation: Operation, { group }: DispatchOptions = {}): void {
    if (this.readOnly) return;
    const at = this.shownIds.indexOf(this.selection.focused ?? '');
    const { notebook, inverse } = applyOperation(this.notebook, operation);
    this.#history.record(inverse, operation, group ?? null);
    this.#become(notebook, at);
  }

  undo(): void {
    this.#travel(this.#history.undo());
  }

  redo(): void {
    this.#travel(this.#history.redo());
  }

  setSource(id: string, source: string): void {
    const cell = this.cell(id);
    if (!cell || cell.source === source) return;
    this.dispatch({ kind: 'setSource', id, source }, { group: `source ${id}` });
  }

  /** Names a cell; what read it by the old name reads it by the new one. */
  rename(id: string, name: string): void {
    const cell = this.cell(id);
    const wanted = name.trim().replace(/\s+/g, '_');
    if (!cell || wanted === (cell.name ?? '')) return;
    if (wanted === '') this.dispatch({ kind: 'setName', id, name: null });
    else if (cell.name === null) this.dispatch({ kind: 'setName', id, name: wanted });
    else this.dispatch({ kind: 'rename', id, name: wanted });
  }

  /** Inserts an empty cell beside the focused one, and begins to edit it. */
  insertCell(kind: CellKind, where: Where = 'below', content: Partial<Cell> = {}): string {
    return this.insertAt(kind, this.#placeFor(where), content);
  }

  insertAt(kind: CellKind, index: number, content: Partial<Cell> = {}): string {
    const cell = { ...blankCell(kind, this.notebook), ...content };
    this.dispatch({ kind: 'insert', index, cell });
    this.folds.uncover(cell.id);
    this.selection.edit(cell.id, 'end');
    return cell.id;
  }

  insertText(text: string, index = this.#placeFor('below')): void {
    this.#insertCells(parse(text).notebook.cells, index);
  }

  /** Makes an empty cell another one, in one step; its own name stays. */
  fill(id: string, content: CellContent): void {
    const cell = this.cell(id);
    if (!cell) return;
    const cells = this.notebook.cells.filter((other) => other !== cell);
    const wanted = { ...cell, ...content, name: cell.name ?? content.name };
    const filled = copiesOf([wanted], { ...this.notebook, cells }).map((copy) => ({ ...copy, id }));
    this.dispatch({ kind: 'splice', index: this.cellIds.indexOf(id), remove: 1, cells: filled });
    this.selection.edit(id, 'end');
  }

  /** What keys act on: the selected cells, and those under a folded heading among them. */
  get chosen(): readonly Cell[] {
    let isChosen = false;
    return this.notebook.cells.filter(({ id }) => {
      if (this.shownIds.includes(id)) isChosen = this.selection.has(id);
      return isChosen;
    });
  }

  removeSelected(): void {
    const operations = this.chosen.map(({ id }): Operation => ({ kind: 'remove', id }));
    if (operations.length > 0) this.dispatch({ kind: 'batch', operations });
  }

  copy(): void {
    NotebookSession.#clipboard = this.chosen;
  }

  paste(): void {
    this.#insertCells(NotebookSession.#clipboard, this.#placeFor('below'));
  }

  /** Puts a copy of the selected cells above or below them, and goes to it. */
  copySelected(by: -1 | 1): void {
    const { chosen } = this;
    const at = this.cellIds.indexOf(chosen[0]?.id ?? '');
    this.#insertCells(chosen, by < 0 ? at : at + chosen.length);
  }

  /** Changes places with the cell above or below, a folded heading with all that it hides. */
  moveSelected(by: -1 | 1): void {
    const { chosen, cellIds, notebook } = this;
    const from = cellIds.indexOf(chosen[0]?.id ?? '');
    const to = from + chosen.length;
    const isShown = (id: string) => this.shownIds.includes(id);
    const start = by < 0 ? cellIds.slice(0, from).findLastIndex(isShown) : from;
    const next = cellIds.findIndex((id, at) => at > to && isShown(id));
    const end = by < 0 ? to : next < 0 ? cellIds.length : next;
    const others = notebook.cells.slice(start, end).filter((cell) => !chosen.includes(cell));
    if (chosen.length === 0 || start < 0 || others.length === 0) return;
    const cells = by < 0 ? [...chosen, ...others] : [...others, ...chosen];
    this.dispatch({ kind: 'splice', index: start, remove: cells.length, cells });
  }

  /** Joins the selected cells, or one with that below it; cells of several kinds stay apart. */
  joinSelected(): void {
    const { chosen } = this;
    const first = chosen[0];
    const last = this.notebook.cells[this.cellIds.indexOf(chosen.at(-1)?.id ?? '') + 1];
    const joined = chosen.length > 1 ? chosen : [...chosen, ...(last ? [last] : [])];
    if (!first || joined.length < 2 || joined.some(({ kind }) => kind !== first.kind)) return;
    const operations = joined.slice(1).map((): Operation => ({ kind: 'merge', id: first.id }));
    this.dispatch({ kind: 'batch', operations });
    this.reveal(first.id);
  }

  /** Takes a cell to a place counted before it is taken out. */
  moveTo(id: string, index: number): void {
    const from = this.cellIds.indexOf(id);
    const to = index > from ? index - 1 : index;
    if (from >= 0 && to !== from) this.dispatch({ kind: 'move', id, index: to });
  }

  split(id: string, at: number): void {
    const newId = crypto.randomUUID();
    this.dispatch({ kind: 'split', id, at, newId });
    this.selection.edit(newId, 'start');
  }

  setKind(kind: CellKind): void {
    const operations = this.selection.ids
      .filter((id) => this.cell(id)?.kind !== kind)
      .map((id): Operation => ({ kind: 'setKind', id, cellKind: kind }));
    if (operations.length > 0) this.dispatch({ kind: 'batch', operations });
  }

  foldOf(cell: Cell): Fold {
    return this.folds.of(cell);
  }

  toggleFold(id: string): void {
    const cell = this.cell(id);
    if (cell) this.folds.toggle(cell);
  }

  /** Folds a cell in the file: whoever opens the notebook finds it so. */
  setStartFold(id: string, fold: Fold): void {
    this.folds.forget(id);
    this.dispatch({ kind: 'setAttribute', id, key: 'fold', value: foldAttribute(fold) });
  }

  /** Changes the period or the filters, and runs again what had been run. */
  async setMeta(key: string, value: unknown): Promise<void> {
    this.dispatch({ kind: 'setMeta', key, value });
    await this.runs.runAgain();
  }

  async setInput(id: string, value: InputValue): Promise<void> {
    const name = this.cell(id)?.name;
    if (name) await this.runs.setInput(name, value);
  }

  /** Gives an input what was chosen in a result, brings it up, and runs all that reads it. */
  async choose(input: Cell, value: InputValue): Promise<void> {
    this.reveal(input.id, 'start');
    if (input.name) await this.runs.setInput(input.name, value, 'all');
  }

  async run(ids: readonly string[]): Promise<void> {
    const stops = this.#stops;
    await this.runs.run(ids);
    if (stops === this.#stops) await this.#follow();
  }

  /** Runs what is out of date after each change, or leaves that to the reader. */
  async toggleAutomatic(): Promise<void> {
    const { settings } = this.workspace;
    settings.automatic = !settings.automatic;
    await this.#follow();
  }

  runAll(): Promise<void> {
    return this.runs.runAll();
  }

  runStale(): Promise<void> {
    return this.runs.runStale();
  }

  runAbove(id: string): Promise<void> {
    return this.run(this.cellIds.slice(0, this.cellIds.indexOf(id)));
  }

  runBelow(id: string): Promise<void> {
    return this.run(this.cellIds.slice(this.cellIds.indexOf(id)));
  }

  stop(): void {
    clearTimeout(this.#soon);
    this.#stops += 1;
    this.runs.stop();
  }

  reveal(cellId: string, block: 'nearest' | 'start' = 'nearest'): void {
    this.show(cellId);
    this.revealed = { id: cellId, block };
  }

  /** Makes a cell the one that keys act on, and leaves the keyboard where it is; the view brings it up. */
  show(cellId: string): void {
    this.folds.uncover(cellId);
    this.selection.select(cellId);
  }

  close(): Promise<void> {
    clearTimeout(this.#soon);
    return this.runs.close();
  }

  #insertCells(originals: readonly Cell[], index: number): void {
    const cells = copiesOf(originals, this.notebook);
    const first = cells[0];
    if (!first) return;
    const operations = cells.map((cell, offset): Operation => ({
      kind: 'insert',
      index: index + offset,
      cell,
    }));
    this.dispatch({ kind: 'batch', operations });
    this.reveal(first.id);
  }

  #placeFor(where: Where): number {
    const at = this.cellIds.indexOf(this.selection.focused ?? '');
    if (where === 'end' || at < 0) return this.cellIds.length;
    return where === 'above' ? at : at + 1;
  }

  #travel(operation: Operation | null): void {
    if (!operation) return;
    const before = this.notebook.cells;
    const at = this.shownIds.indexOf(this.selection.focused ?? '');
    this.#become(applyOperation(this.notebook, operation).notebook, at);
    const changed = this.notebook.cells.find((cell) => !before.includes(cell));
    if (changed && changed.id !== this.selection.focused) this.reveal(changed.id);
  }

  /** A change of headings hides nothing that was seen before. */
  #become(notebook: Notebook, at: number): void {
    const shown = this.shownIds;
    this.notebook = notebook;
    this.cellIds = this.#idsOf(notebook);
    this.#links.update(notebook.cells);
    for (const id of shown) if (this.folds.hidden.includes(id)) this.folds.uncover(id);
    this.canUndo = this.#history.canUndo;
    this.canRedo = this.#history.canRedo;
    this.runs.update(notebook);
    this.selection.settle(at);
    this.onedit?.();
    clearTimeout(this.#soon);
    if (this.workspace.settings.automatic) this.#soon = setTimeout(() => void this.#follow(), typingPause);
  }

  #idsOf({ cells }: Notebook): readonly string[] {
    return this.#steadyIds(cells.map(({ id }) => id));
  }

  async #follow(): Promise<void> {
    if (this.workspace.settings.automatic && this.runs.stale.length > 0) await this.runs.runStale();
  }
}
