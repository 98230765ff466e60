import { describe, expect, test } from 'vitest';
import {
  applyOperation,
  cellKinds,
  freshId,
  parse,
  serialize,
  type Cell,
  type CellContent,
  type Notebook,
  type Operation,
} from '#notebook';
import { Random, trickyText } from './random.ts';

describe('a text read and written again', () => {
  test('is the same text, whatever it holds', () => {
    const random = new Random(1);
    for (let count = 0; count < 20_000; count += 1) {
      const text = trickyText(random);
      expect(serialize(parse(text).notebook)).toBe(text);
    }
  });

  test('gives the same ids each time, or those that are asked for', () => {
    const text = '# A\n\n```sql\nselect 1\n```\n';
    expect(parse(text)).toEqual(parse(text));
    expect(parse(text, { nextId: () => 'x' }).notebook.cells.map(({ id }) => id)).toEqual(['x', 'x']);
  });
});

describe('a change taken back', () => {
  test('leaves the notebook and its text as they were', () => {
    const random = new Random(2);
    for (let count = 0; count < 6000; count += 1) {
      const { notebook } = parse(trickyText(random));
      const operation = anyOperation(notebook, random);
      const changed = applyOperation(notebook, operation);
      const back = applyOperation(changed.notebook, changed.inverse);
      expect(back.notebook).toEqual(notebook);
      expect(serialize(back.notebook)).toBe(serialize(notebook));
      expect(applyOperation(back.notebook, back.inverse).notebook).toEqual(changed.notebook);
    }
  });
});

describe('a changed notebook', () => {
  test('saved and opened again has the same cells', () => {
    const random = new Random(3);
    for (let count = 0; count < 6000; count += 1) {
      const operations = Array.from({ length: 1 + random.below(4) }, () => random.next());
      let { notebook } = parse(trickyText(random));
      for (const _ of operations)
        notebook = applyOperation(notebook, anyOperation(notebook, random)).notebook;
      const text = serialize(notebook);
      const before = contents(notebook);
      const after = reopened(contents(parse(text).notebook), before);
      expect({ text, cells: after }).toEqual({ text, cells: before });
    }
  });

  test('keeps every byte of the cells that were not touched', () => {
    const random = new Random(4);
    for (let count = 0; count < 3000; count += 1) {
      const { notebook } = parse(trickyText(random));
      const cell = notebook.cells.length > 0 ? random.pick(notebook.cells) : null;
      if (!cell) continue;
      const text = serialize(
        applyOperation(notebook, { kind: 'setSource', id: cell.id, source: 'select 42' }).notebook,
      );
      const others = notebook.cells
        .filter(({ id }) => id !== cell.id)
        .map(({ origin }) => origin?.text ?? '');
      expect(others.filter((other) => !text.includes(other))).toEqual([]);
    }
  });
});

/** What a saved file can say of cells: prose without the empty lines around it, and none that is empty. */
function contents({ cells }: Notebook): CellContent[] {
  return cells
    .map(({ kind, name, attributes, source }) => ({
      kind,
      name,
      attributes,
      source: kind === 'markdown' ? source.trim() : source,
    }))
    .filter(({ kind, source }) => kind !== 'markdown' || source !== '');
}

/** A fence that prose leaves open is closed when saved, so that it does not swallow the next cell. */
function reopened(cells: readonly CellContent[], before: readonly CellContent[]): CellContent[] {
  return cells.map((cell, at) => {
    const source = before[at]?.source ?? '';
    const isClosed =
      cell.source.startsWith(source) && /^\s*\n(`{3,}|~{3,})$/.test(cell.source.slice(source.length));
    return cell.kind === 'markdown' && isClosed ? { ...cell, source } : cell;
  });
}

const sources = ['', 'select 1', 'a\n```\nb', '~~~~', 'x\n\ny', '{"mark": "bar"}', '   ````\n', 'from t'];
const names = [null, 'weekly', 'a b', 'é', '"', 'x=y', '`', '2'];

function anyOperation(notebook: Notebook, random: Random): Operation {
  const id = notebook.cells.length > 0 ? random.pick(notebook.cells).id : 'none';
  const cell = notebook.cells.find((other) => other.id === id);
  const index = random.below(notebook.cells.length + 1);
  const source =
    cell?.kind === 'markdown'
      ? random.pick(['Prose.', '# B\n\ntext', '---\nx\n---', '```js\nopen', ''])
      : random.pick(sources.slice(0, 6));
  const operations: readonly Operation[] = [
    { kind: 'insert', index, cell: anyCell(notebook, random) },
    { kind: 'remove', id },
    { kind: 'move', id, index },
    { kind: 'setSource', id, source },
    cell?.kind === 'markdown' ? { kind: 'remove', id } : { kind: 'setName', id, name: random.pick(names) },
    cell?.kind === 'markdown' ? { kind: 'move', id, index } : { kind: 'rename', id, name: 'renamed' },
    cell?.kind === 'markdown'
      ? { kind: 'remove', id }
      : {
          kind: 'setAttribute',
          id,
          key: random.pick(['kpi', 'note', 'hidden']),
          value: random.pick([undefined, null, '', 'a b', '"<>&`\n', "it's"]),
        },
    {
      kind: 'setMeta',
      key: random.pick(['title', 'period', 'filters', 'x y']),
      value: random.pick([undefined, 'A: b # c', 'last 8 weeks', { channel: ['e-mail', 'chat: x'] }, 3]),
    },
  ];
  return random.pick(operations);
}

function anyCell(notebook: Notebook, random: Random): Cell {
  const kind = random.pick(cellKinds);
  const base = { id: freshId(notebook), kind, origin: null };
  if (kind === 'markdown')
    return { ...base, name: null, attributes: [], source: random.pick(['New.', '~~~\nopen', '- a\n- b']) };
  const attributes = random.pick([[], [{ key: 'hidden', value: null }], [{ key: 'of', value: 'a b' }]]);
  return { ...base, name: random.pick(names), attributes, source: random.pick(sources.slice(0, 6)) };
}
