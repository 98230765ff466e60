import { commonSequence } from './common-sequence.ts';
import type { Cell, CellContent, CellKind, Notebook } from './notebook.ts';
import type { Operation } from './operation.ts';

/** What became of a cell; `sql`, `chart`, `prose` and `input` say that its source is another one. */
export type CellChange =
  'added' | 'removed' | 'moved' | 'renamed' | 'kind' | 'sql' | 'chart' | 'prose' | 'input' | 'attributes';

/** One cell of two notebooks: null where it is not. No changes: it is the same in both. */
export interface CellDiff {
  readonly before: Cell | null;
  readonly after: Cell | null;
  readonly changes: readonly CellChange[];
}

export interface NotebookDiff {
  readonly before: Notebook;
  readonly after: Notebook;
  /** Whether the front matter says something else. */
  readonly front: boolean;
  /** In the order of the later notebook; what was removed stands where it stood. */
  readonly cells: readonly CellDiff[];
}

/** What changed from one notebook to another, cell by cell. */
export function diff(before: Notebook, after: Notebook): NotebookDiff {
  const pairs = matched(before.cells, after.cells);
  const staying = inOrder(before.cells, after.cells, pairs);
  const entries = after.cells.map((cell): CellDiff => {
    const old = pairs.get(cell);
    if (!old) return { before: null, after: cell, changes: ['added'] };
    const moved: readonly CellChange[] = staying.has(cell) ? [] : ['moved'];
    return { before: old, after: cell, changes: [...moved, ...changesOf(old, cell)] };
  });
  return {
    before,
    after,
    front: before.front.text.trim() !== after.front.text.trim(),
    cells: withRemoved(before.cells, entries),
  };
}

/** Whether two notebooks say the same. */
export function isUnchanged({ front, cells }: NotebookDiff): boolean {
  return !front && cells.every(({ changes }) => changes.length === 0);
}

/** The change that makes one cell of the later notebook what it was in the earlier one. */
export function takeBack(difference: NotebookDiff, entry: CellDiff): Operation {
  const { before, after, changes } = entry;
  if (!before) return { kind: 'remove', id: after?.id ?? '' };
  if (!after) {
    const above = difference.cells.slice(0, difference.cells.indexOf(entry)).findLast((each) => each.after);
    const cell = { ...before, id: freshIds(difference)() };
    return { kind: 'insert', index: placeOf(difference, above) + 1, cell };
  }
  const index = difference.after.cells.indexOf(after);
  const cell = { ...before, id: after.id };
  const change: Operation = { kind: 'splice', index, remove: 1, cells: [cell] };
  if (!changes.includes('moved')) return change;
  const olders = difference.before.cells.slice(0, difference.before.cells.indexOf(before));
  const above = difference.cells.findLast(
    (each) => each.before && each.after && !each.changes.includes('moved') && olders.includes(each.before),
  );
  const at = placeOf(difference, above);
  return {
    kind: 'batch',
    operations: [change, { kind: 'move', id: after.id, index: at < index ? at + 1 : at }],
  };
}

/** The earlier notebook, in which a cell that is in both has the id that it has in the later one. */
export function restored(difference: NotebookDiff): Notebook {
  const { before, after } = difference;
  const fresh = freshIds(difference);
  const kept = new Map(
    difference.cells.flatMap((each) => (each.before && each.after ? [[each.before.id, each.after.id]] : [])),
  );
  const ids = new Map(before.cells.map(({ id }) => [id, kept.get(id) ?? fresh()]));
  const idOf = (id: string | null) => (id === null ? null : (ids.get(id) ?? id));
  const cells = before.cells.map((cell) => ({
    ...cell,
    id: ids.get(cell.id) ?? cell.id,
    origin: cell.origin && {
      ...cell.origin,
      gap: { ...cell.origin.gap, after: idOf(cell.origin.gap.after) },
    },
  }));
  return { ...after, ...before, cells, tail: { ...before.tail, after: idOf(before.tail.after) } };
}

const sourceChange: Readonly<Record<CellKind, CellChange>> = {
  sql: 'sql',
  'vega-lite': 'chart',
  markdown: 'prose',
  input: 'input',
};

function changesOf(before: Cell, after: Cell): CellChange[] {
  return [
    ...(before.kind === after.kind ? [] : (['kind'] as const)),
    ...(before.name === after.name ? [] : (['renamed'] as const)),
    ...(words(before) === words(after) ? [] : [sourceChange[after.kind]]),
    ...(attributesOf(before) === attributesOf(after) ? [] : (['attributes'] as const)),
  ];
}

/** A line's end more or less at the end of a cell says nothing. */
function words({ source }: CellContent): string {
  return source.trimEnd();
}

function attributesOf({ attributes }: CellContent): string {
  return JSON.stringify(attributes.map(({ key, value }) => [key, value]));
}

/**
 * Which earlier cell each later one was: first the run of cells that are alike in order, then by what tells a cell
 * from others, the surest sign first, then by how much of their words they share.
 */
function matched(before: readonly Cell[], after: readonly Cell[]): Map<Cell, Cell> {
  const pairs = new Map<Cell, Cell>();
  const left = new Set(before);
  const pair = (old: Cell | undefined, cell: Cell | undefined) => {
    if (!old || !cell || pairs.has(cell) || !left.delete(old)) return;
    pairs.set(cell, old);
  };
  for (const place of commonSequence(before.map(whole), after.map(whole)))
    pair(before[place.before], after[place.after]);
  for (const sign of [whole, named, nameAlone, content, chartOf]) {
    const found = grouped(left, sign);
    for (const cell of after.filter((each) => !pairs.has(each)))
      pair(
        found.get(sign(cell) ?? '')?.find((old) => left.has(old)),
        cell,
      );
  }
  for (const cell of after) if (!pairs.has(cell)) pair(mostAlike(cell, [...left]), cell);
  return pairs;
}

/** Cells by a sign of theirs; those without it are left out. */
function grouped(cells: Iterable<Cell>, sign: (cell: Cell) => string | null): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const found = sign(cell);
    if (found !== null) groups.set(found, [...(groups.get(found) ?? []), cell]);
  }
  return groups;
}

function whole(cell: Cell): string {
  return JSON.stringify([cell.kind, cell.name, words(cell), attributesOf(cell)]);
}

function named({ kind, name }: Cell): string | null {
  return name === null ? null : `${kind} ${name}`;
}

function nameAlone({ name }: Cell): string | null {
  return name;
}

function content(cell: Cell): string | null {
  return words(cell) === '' ? null : `${cell.kind} ${words(cell)}`;
}

function chartOf({ kind, attributes }: Cell): string | null {
  const of = attributes.find(({ key }) => key === 'of')?.value;
  return kind === 'vega-lite' && of ? of : null;
}

/** A cell is looked for among this many that are left over. */
const candidates = 24;
const enoughAlike = 0.4;

/** Of cells of the same kind that are left over, the one that shares most of its words. */
function mostAlike(cell: Cell, left: readonly Cell[]): Cell | undefined {
  const rivals = left.filter(({ kind, name }) => kind === cell.kind && (name === null || cell.name === null));
  const rated = rivals.slice(0, candidates).map((old) => ({ old, alike: likeness(old.source, cell.source) }));
  const best = rated.toSorted((a, b) => b.alike - a.alike).at(0);
  return best && best.alike >= enoughAlike ? best.old : undefined;
}

/** The words that two texts share, of all they have (Dice). */
function likeness(a: string, b: string): number {
  const [some, others] = [a, b].map((text) => text.split(/\s+/).filter((word) => word !== ''));
  if (!some || !others || some.length + others.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of some) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shared = others.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count > 0;
  });
  return (2 * shared.length) / (some.length + others.length);
}

/** The largest set of cells that stand in the same order in both: all others were moved. */
function inOrder(
  before: readonly Cell[],
  after: readonly Cell[],
  pairs: ReadonlyMap<Cell, Cell>,
): ReadonlySet<Cell> {
  const places = new Map(before.map((cell, at) => [cell, at]));
  const kept = after.filter((cell) => pairs.has(cell));
  const place = (cell: Cell) => places.get(pairs.get(cell) ?? cell) ?? 0;
  const byPlace = kept.toSorted((a, b) => place(a) - place(b)).map(({ id }) => id);
  const order = commonSequence(
    byPlace,
    kept.map(({ id }) => id),
  );
  return new Set(order.flatMap((each) => kept[each.after] ?? []));
}

/** Puts what was removed behind what it stood behind. */
function withRemoved(before: readonly Cell[], entries: readonly CellDiff[]): CellDiff[] {
  const kept = new Map(entries.flatMap((entry) => (entry.before ? [[entry.before, entry]] : [])));
  const list = [...entries];
  let above: CellDiff | undefined;
  for (const cell of before) {
    const entry = kept.get(cell);
    if (!entry) {
      const removed: CellDiff = { before: cell, after: null, changes: ['removed'] };
      list.splice(above ? list.indexOf(above) + 1 : 0, 0, removed);
      above = removed;
    } else if (!entry.changes.includes('moved')) above = entry;
  }
  return list;
}

/** Where an entry's cell is in the later notebook; −1 for none. */
function placeOf(difference: NotebookDiff, entry: CellDiff | undefined): number {
  return entry?.after ? difference.after.cells.indexOf(entry.after) : -1;
}

/** Ids that neither notebook has. */
function freshIds({ before, after }: NotebookDiff): () => string {
  const taken = new Set([...before.cells, ...after.cells].map(({ id }) => id));
  let number = taken.size;
  return () => {
    do number += 1;
    while (taken.has(`c${number}`));
    return `c${number}`;
  };
}
