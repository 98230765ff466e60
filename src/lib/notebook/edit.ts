import { assertNever } from '#errors';
import { frontMatterOf, setFrontMatter, toMeta } from './front-matter.ts';
import type { Attribute, Cell, CellContent, FrontMatter, Notebook } from './notebook.ts';
import type { Applied, Operation } from './operation.ts';
import { renamedCells } from './rename.ts';

/**
 * Performs a change. Every change of cells is a splice in the end, and a splice's inverse is a splice with the cells
 * that were there: cells carry the bytes they were read from, so taking a change back brings the bytes back.
 */
export function applyOperation(notebook: Notebook, operation: Operation): Applied<Notebook> {
  switch (operation.kind) {
    case 'insert':
      return splice(notebook, operation.index, 0, [operation.cell]);
    case 'remove':
      return atCell(notebook, operation.id, (index) => splice(notebook, index, 1, []));
    case 'move':
      return move(notebook, operation.id, operation.index);
    case 'setSource':
      return change(notebook, operation.id, { source: operation.source.replace(/\r*\n/g, '\n') });
    case 'setName':
      return change(notebook, operation.id, { name: operation.name });
    case 'setAttribute':
      return setAttribute(notebook, operation.id, operation.key, operation.value);
    case 'setKind':
      return change(
        notebook,
        operation.id,
        operation.cellKind === 'markdown'
          ? { kind: 'markdown', name: null, attributes: [] }
          : { kind: operation.cellKind },
      );
    case 'rename':
      return replaceAll(notebook, renamedCells(notebook, operation.id, operation.name));
    case 'split':
      return split(notebook, operation);
    case 'merge':
      return merge(notebook, operation.id);
    case 'splice':
      return splice(notebook, operation.index, operation.remove, operation.cells);
    case 'setMeta':
      return setFront(
        notebook,
        setFrontMatter(notebook.front, operation.key, operation.value, notebook.lineEnd),
      );
    case 'setFront':
      return setFront(notebook, frontMatterOf(operation.text).front);
    case 'replace':
      return { notebook: operation.notebook, inverse: { kind: 'replace', notebook } };
    case 'batch':
      return batch(notebook, operation.operations);
    default:
      return assertNever(operation);
  }
}

function splice(
  notebook: Notebook,
  index: number,
  remove: number,
  inserted: readonly Cell[],
): Applied<Notebook> {
  const at = Math.min(Math.max(index, 0), notebook.cells.length);
  const removed = notebook.cells.slice(at, at + remove);
  const cells = notebook.cells.toSpliced(at, removed.length, ...inserted);
  return {
    notebook: { ...notebook, cells, meta: toMeta(notebook.front.values, cells) },
    inverse: { kind: 'splice', index: at, remove: inserted.length, cells: removed },
  };
}

/** A change of a cell that is no longer there changes nothing. */
function atCell(
  notebook: Notebook,
  id: string,
  act: (index: number) => Applied<Notebook>,
): Applied<Notebook> {
  const index = notebook.cells.findIndex((cell) => cell.id === id);
  return index < 0 ? splice(notebook, 0, 0, []) : act(index);
}

function move(notebook: Notebook, id: string, index: number): Applied<Notebook> {
  const cell = notebook.cells.find((other) => other.id === id);
  if (!cell) return splice(notebook, 0, 0, []);
  const others = notebook.cells.filter((other) => other !== cell);
  const at = Math.min(Math.max(index, 0), others.length);
  return replaceAll(notebook, others.toSpliced(at, 0, cell));
}

function change(notebook: Notebook, id: string, content: Partial<CellContent>): Applied<Notebook> {
  return atCell(notebook, id, (index) =>
    splice(notebook, index, 1, [{ ...notebook.cells[index]!, ...content }]),
  );
}

function setAttribute(
  notebook: Notebook,
  id: string,
  key: string,
  value: string | null | undefined,
): Applied<Notebook> {
  return atCell(notebook, id, (index) => {
    const { attributes } = notebook.cells[index]!;
    return change(notebook, id, { attributes: withAttribute(attributes, key, value) });
  });
}

function withAttribute(
  attributes: readonly Attribute[],
  key: string,
  value: string | null | undefined,
): readonly Attribute[] {
  if (value === undefined) return attributes.filter((attribute) => attribute.key !== key);
  const at = attributes.findIndex((attribute) => attribute.key === key);
  return at < 0 ? [...attributes, { key, value }] : attributes.with(at, { key, value });
}

function replaceAll(notebook: Notebook, cells: readonly Cell[]): Applied<Notebook> {
  return splice(notebook, 0, notebook.cells.length, cells);
}

function split(
  notebook: Notebook,
  { id, at, newId }: Extract<Operation, { kind: 'split' }>,
): Applied<Notebook> {
  return atCell(notebook, id, (index) => {
    const cell = notebook.cells[index]!;
    const head = cell.source.slice(0, at).replace(/\s*\n$/, '');
    const rest = cell.source.slice(at).replace(/^[ \t]*\n/, '');
    const second: Cell = {
      id: newId,
      kind: cell.kind,
      name: null,
      attributes: [],
      source: rest,
      origin: null,
    };
    return splice(notebook, index, 1, [{ ...cell, source: head }, second]);
  });
}

function merge(notebook: Notebook, id: string): Applied<Notebook> {
  return atCell(notebook, id, (index) => {
    const cell = notebook.cells[index]!;
    const below = notebook.cells[index + 1];
    if (!below) return splice(notebook, 0, 0, []);
    const between = cell.kind === 'markdown' ? '\n\n' : '\n';
    const source =
      cell.source === '' ? below.source : `${cell.source.replace(/\n$/, '')}${between}${below.source}`;
    return splice(notebook, index, 2, [{ ...cell, source }]);
  });
}

function setFront(notebook: Notebook, front: FrontMatter): Applied<Notebook> {
  return {
    notebook: { ...notebook, front, meta: toMeta(front.values, notebook.cells) },
    inverse: { kind: 'setFront', text: notebook.front.text },
  };
}

function batch(notebook: Notebook, operations: readonly Operation[]): Applied<Notebook> {
  let current = notebook;
  const inverses: Operation[] = [];
  for (const operation of operations) {
    const applied = applyOperation(current, operation);
    current = applied.notebook;
    inverses.unshift(applied.inverse);
  }
  return { notebook: current, inverse: { kind: 'batch', operations: inverses } };
}
