import { parse, type Cell, type Notebook, type Operation } from '#notebook';
import type { KpiSession } from './KpiSession.svelte.ts';
import type { NotebookSession } from './NotebookSession.svelte.ts';

/** Another text of a file, and the one it takes the place of. */
export interface TextChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Gives an open file another text: a notebook takes it as one step of its own history. */
export function writeText(session: NotebookSession | KpiSession, text: string): void {
  if ('dispatch' in session) session.dispatch(operationTo(session.notebook, text));
  else session.write(text);
}

/** The place of the cell that an offset of a notebook's text lies in; -1 for the front matter. */
export function cellIndexAt(text: string, offset: number): number {
  const { front, cells } = parse(text).notebook;
  let end = front.text.length;
  if (offset < end) return -1;
  return cells.findIndex(({ origin }) => {
    end += (origin?.gap.text.length ?? 0) + (origin?.text.length ?? 0);
    return offset < end;
  });
}

/** What makes a notebook say another text; cells that say the same stay the cells they are, with their results. */
export function operationTo(notebook: Notebook, text: string): Operation {
  const wanted = parse(text, { nextId: () => crypto.randomUUID() }).notebook;
  const front: Operation[] =
    wanted.front.text === notebook.front.text ? [] : [{ kind: 'setFront', text: wanted.front.text }];
  return { kind: 'batch', operations: [...front, ...cellChanges(notebook.cells, wanted.cells)] };
}

function cellChanges(cells: readonly Cell[], wanted: readonly Cell[]): readonly Operation[] {
  // A file does not hold cells of empty prose.
  const held = cells.filter(({ kind, source }) => kind !== 'markdown' || source.trim() !== '');
  if (held.length !== wanted.length) return [between(cells, wanted)];
  return held.flatMap((cell, at): Operation[] => {
    const { kind, name, attributes, source } = wanted[at]!;
    const changed = { ...cell, kind, name, attributes, source };
    if (isSame(cell, changed)) return [];
    return [{ kind: 'splice', index: cells.indexOf(cell), remove: 1, cells: [changed] }];
  });
}

/** Puts other cells in the place of all between those that are the same at the beginning and at the end. */
function between(cells: readonly Cell[], wanted: readonly Cell[]): Operation {
  const start = sameAtStart(cells, wanted);
  const end = sameAtStart(cells.slice(start).reverse(), wanted.slice(start).reverse());
  const made = wanted.slice(start, wanted.length - end).map((cell) => ({ ...cell, origin: null }));
  return { kind: 'splice', index: start, remove: cells.length - end - start, cells: made };
}

function sameAtStart(cells: readonly Cell[], wanted: readonly Cell[]): number {
  const differs = cells.findIndex((cell, at) => !wanted[at] || !isSame(cell, wanted[at]));
  return differs < 0 ? cells.length : differs;
}

function isSame(a: Cell, b: Cell): boolean {
  const said = ({ kind, name, attributes, source }: Cell) => JSON.stringify([kind, name, attributes, source]);
  return said(a) === said(b);
}
