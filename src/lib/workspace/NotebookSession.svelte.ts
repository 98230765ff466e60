import { SvelteMap } from 'svelte/reactivity';
import { analyse } from '#cells';
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
import { CellSelection } from './CellSelection.svelte.ts';
import { blankCell, copiesOf } from './cell-making.ts';
import { foldAttribute, startFold, type Fold } from './fold.ts';
import { NotebookFind } from './NotebookFind.svelte.ts';
import { NotebookHistory } from './notebook-history.ts';
import { periodOf } from './notebook-period.ts';
import { NotebookRun, type RunHost } from './NotebookRun.svelte.ts';
import type { Problem, Session, SessionOptions, SessionSummary } from './session.ts';

export type Where = 'above' | 'below' | 'end';

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
  readonly workspace: RunHost;
  readonly selection: CellSelection;
  readonly runs: NotebookRun;
  readonly find: NotebookFind;
  /** Whether the reader wants results rather than what computes them. */
  hidesCode = $state(false);
  /** A cell that was asked for from outside; the view scrolls to it, `start`: until it stands on top. */
  revealed = $state.raw<{ readonly id: string; readonly block: 'nearest' | 'start' } | null>(null);
  /** The cell whose name is being typed. */
  renaming = $state<string | null>(null);
  canUndo = $state(false);
  canRedo = $state(false);

  readonly cellIds = $derived(this.notebook.cells.map(({ id }) => id));
  readonly text = $derived(serialize(this.notebook));
  readonly period = $derived.by((): Period => {
    const { data, settings } = this.workspace;
    return periodOf(this.notebook.meta, { asOf: data.asOf, weekStart: settings.weekStart });
  });
  readonly title = $derived(this.notebook.meta.title);
  readonly problems = $derived.by((): readonly Problem[] => this.#problems());
  readonly summary = $derived.by((): SessionSummary => ({
    cells: this.notebook.cells.length,
    running: this.runs.running.length,
  }));

  /** Cells that the reader has folded or unfolded, unlike how they start. */
  readonly #folds = new SvelteMap<string, Fold>();
  readonly #history = new NotebookHistory();
  readonly #opened: readonly Diagnostic[];
  static #clipboard: readonly Cell[] = [];

  constructor({
    path,
    text,
    readOnly,
    workspace,
  }: Omit<SessionOptions, 'workspace'> & { readonly workspace: RunHost }) {
    const { notebook, diagnostics } = parse(text);
    this.path = path;
    this.notebook = notebook;
    this.readOnly = readOnly;
    this.workspace = workspace;
    this.#opened = diagnostics.filter(({ cellId }) => cellId === null);
    this.selection = new CellSelection(() => this.cellIds);
    this.runs = new NotebookRun(workspace, notebook);
    this.find = new NotebookFind(this);
  }

  cell(id: string | null): Cell | null {
    return this.notebook.cells.find((cell) => cell.id === id) ?? null;
  }

  stateOf(id: string): CellState {
    return this.runs.snapshot(id).state;
  }

  /** Every change of the notebook comes through here, so that every change can be taken back. */
  dispatch(operation: Operation, { group }: DispatchOptions = {}): void {
    if (this.readOnly) return;
    const at = this.cellIds.indexOf(this.selection.focused ?? '');
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
    if (this.cell(id)?.source === source) return;
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
    this.selection.edit(cell.id, 'end');
    return cell.id;
  }

  insertText(text: string): void {
    this.#insertCells(parse(text).notebook.cells);
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

  removeSelected(): void {
    const ids = this.selection.ids;
    if (ids.length === 0) return;
    this.dispatch({ kind: 'batch', operations: ids.map((id) => ({ kind: 'remove', id })) });
  }

  copy(): void {
    NotebookSession.#clipboard = this.notebook.cells.filter(({ id }) => this.selection.has(id));
  }

  paste(): void {
    this.#insertCells(NotebookSession.#clipboard);
  }

  moveSelected(by: -1 | 1): void {
    const ids = by < 0 ? this.selection.ids : this.selection.ids.toReversed();
    const edge = this.cellIds.indexOf(ids[0] ?? '') + by;
    if (ids.length === 0 || edge < 0 || edge >= this.cellIds.length) return;
    const operations = ids.map((id): Operation => ({
      kind: 'move',
      id,
      index: this.cellIds.indexOf(id) + by,
    }));
    this.dispatch({ kind: 'batch', operations });
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
    return this.#folds.get(cell.id) ?? this.#startOf(cell);
  }

  /** Opens a folded cell, or folds an open one as far as it was at first. */
  toggleFold(id: string): void {
    const cell = this.cell(id);
    if (!cell) return;
    const start = this.#startOf(cell);
    const usual = cell.kind === 'markdown' ? 'all' : 'code';
    this.#folds.set(id, this.foldOf(cell) !== 'open' ? 'open' : start === 'open' ? usual : start);
  }

  /** Folds a cell in the file: whoever opens the notebook finds it so. */
  setStartFold(id: string, fold: Fold): void {
    this.#folds.delete(id);
    this.dispatch({ kind: 'setAttribute', id, key: 'fold', value: foldAttribute(fold) });
  }

  /** Shows results alone, or the code too, of every cell whatever was folded by hand. */
  toggleCode(): void {
    this.hidesCode = !this.hidesCode;
    this.#folds.clear();
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

  run(ids: readonly string[]): Promise<void> {
    return this.runs.run(ids);
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
    this.runs.stop();
  }

  reveal(cellId: string, block: 'nearest' | 'start' = 'nearest'): void {
    this.selection.select(cellId);
    this.revealed = { id: cellId, block };
  }

  /** Makes a cell the one that keys act on, and leaves the keyboard where it is; the view brings it up. */
  show(cellId: string): void {
    this.selection.select(cellId);
  }

  close(): Promise<void> {
    return this.runs.close();
  }

  #startOf(cell: Cell): Fold {
    const start = startFold(cell);
    return start === 'open' && this.hidesCode && cell.kind !== 'markdown' ? 'code' : start;
  }

  #insertCells(originals: readonly Cell[]): void {
    const cells = copiesOf(originals, this.notebook);
    const first = cells[0];
    if (!first) return;
    const index = this.#placeFor('below');
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
    const at = this.cellIds.indexOf(this.selection.focused ?? '');
    this.#become(applyOperation(this.notebook, operation).notebook, at);
    const changed = this.notebook.cells.find((cell) => !before.includes(cell));
    if (changed && changed.id !== this.selection.focused) this.reveal(changed.id);
  }

  #become(notebook: Notebook, at: number): void {
    this.notebook = notebook;
    this.canUndo = this.#history.canUndo;
    this.canRedo = this.#history.canRedo;
    this.runs.update(notebook);
    this.selection.settle(at);
    this.onedit?.();
  }

  #problems(): readonly Problem[] {
    const cells = this.notebook.cells.flatMap((cell): Problem[] => {
      const found = diagnosticsOf(cell).map((diagnostic): Problem => ({ ...diagnostic, cellId: cell.id }));
      const state = this.stateOf(cell.id);
      if (state.status !== 'failed' || state.error.kind === 'diagnostic') return found;
      const line = state.error.span ? lineAt(cell.source, state.error.span.from) : null;
      return [...found, { severity: 'error', text: state.error.text, cellId: cell.id, line }];
    });
    return [...this.#opened, ...cells];
  }
}

/** Cells are never changed in place, so what was found in one stays true of it. */
const diagnosed = new WeakMap<Cell, readonly Diagnostic[]>();

function diagnosticsOf(cell: Cell): readonly Diagnostic[] {
  const known = diagnosed.get(cell) ?? analyse(cell).diagnostics;
  diagnosed.set(cell, known);
  return known;
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
