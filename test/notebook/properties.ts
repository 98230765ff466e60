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
import { handText, trickyText, type Random } from './random.ts';

/** What is expected and what was found of one random case; they are equal where the property holds. */
export interface Finding {
  readonly expected: unknown;
  readonly found: unknown;
}

/** What is true of every notebook and every change of it, by the sentence that says it. */
export const properties: Readonly<Record<string, (random: Random) => Finding>> = {
  'a text read and written again is the same text, whatever it holds': (random) => {
    const text = anyText(random);
    return { expected: text, found: serialize(parse(text).notebook) };
  },

  'a change taken back leaves the notebook and its text as they were, and can be made again': (random) => {
    const { notebook } = parse(anyText(random));
    const changed = applyOperation(notebook, anyOperation(notebook, random));
    const back = applyOperation(changed.notebook, changed.inverse);
    const again = applyOperation(back.notebook, back.inverse);
    return {
      expected: [notebook, serialize(notebook), changed.notebook],
      found: [back.notebook, serialize(back.notebook), again.notebook],
    };
  },

  'many changes taken back one by one lead through the same notebooks': (random) => {
    let { notebook } = parse(anyText(random));
    const passed: Notebook[] = [];
    const inverses: Operation[] = [];
    for (let count = 1 + random.below(12); count > 0; count -= 1) {
      const { notebook: next, inverse } = applyOperation(notebook, anyOperation(notebook, random));
      passed.unshift(notebook);
      inverses.unshift(inverse);
      notebook = next;
    }
    const back = inverses.map((inverse) => (notebook = applyOperation(notebook, inverse).notebook));
    return { expected: passed, found: back };
  },

  'a changed notebook saved and opened again has the same cells, and is saved as the same text': (random) => {
    let { notebook } = parse(anyText(random));
    for (let count = 1 + random.below(4); count > 0; count -= 1)
      notebook = applyOperation(notebook, anyOperation(notebook, random)).notebook;
    const text = serialize(notebook);
    const before = contents(notebook);
    const { notebook: opened } = parse(text);
    const cells = reopened(contents(opened), before);
    return { expected: { text, cells: before }, found: { text: serialize(opened), cells } };
  },

  'of a file written by hand every byte outside the edited cell is kept': (random) => {
    const text = handText(random);
    const { notebook } = parse(text);
    const at = random.below(notebook.cells.length);
    const cell = notebook.cells[at];
    if (!cell) return { expected: text, found: serialize(notebook) };
    const source = cell.kind === 'markdown' ? 'Other words.' : random.pick(['select 42', 'a: 1\nb: 2', '']);
    const changed = serialize(applyOperation(notebook, { kind: 'setSource', id: cell.id, source }).notebook);
    const begin = placeOf(notebook, at);
    const before = text.slice(0, begin);
    const after = text.slice(begin + (cell.origin?.text.length ?? 0));
    return {
      expected: { before, after },
      found: {
        before: changed.slice(0, before.length),
        after: changed.slice(changed.length - after.length),
      },
    };
  },

  'of a file written by hand a key that is set changes its own line alone': (random) => {
    const text = handText(random);
    const { notebook } = parse(text);
    const { front } = notebook;
    const changed = applyOperation(notebook, { kind: 'setMeta', key: 'title', value: 'Another' }).notebook;
    const kept = text.slice(front.text.length);
    const other = (lines: string) =>
      lines.split(/\r?\n/).filter((line) => !line.startsWith('title:') && line !== '');
    const begun = front.text === '' ? ['---', 'deskbook: 1', '---'] : other(front.text);
    const found = serialize(changed);
    return {
      expected: { begun, rest: kept },
      found: { begun: other(changed.front.text), rest: found.slice(found.length - kept.length) },
    };
  },
};

function anyText(random: Random): string {
  return random.next() < 0.7 ? trickyText(random) : handText(random);
}

/** Where a cell's bytes begin. */
function placeOf({ front, cells }: Notebook, at: number): number {
  const before = cells.slice(0, at + 1).map(({ origin }) => origin?.gap.text.length ?? 0);
  const texts = cells.slice(0, at).map(({ origin }) => origin?.text.length ?? 0);
  return [front.text.length, ...before, ...texts].reduce((sum, length) => sum + length, 0);
}

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
