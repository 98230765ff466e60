import { describe, expect, it } from 'vitest';
import { NotebookSession } from '../../../src/lib/workspace/NotebookSession.svelte.ts';
import { closedWorkspace } from './support/closed-workspace.ts';

const text = `---
deskbook: 1
title: Test
---

# Words

\`\`\`sql total
select count(*) as n from tickets
\`\`\`

\`\`\`vega-lite of=total
{"mark": "bar"}
\`\`\`
`;

/** A notebook whose engine never comes: everything but running works. */
function open(written = text) {
  const workspace = closedWorkspace();
  const session = new NotebookSession({ path: 'own/test.md', text: written, readOnly: false, workspace });
  const edits: string[] = [];
  session.onedit = () => edits.push(session.text);
  const sources = () => session.notebook.cells.map(({ kind, name, source }) => `${kind} ${name} ${source}`);
  return { session, edits, sources };
}

describe('an open notebook', () => {
  it('is what was opened, byte for byte, until something is changed', () => {
    const { session, edits } = open();
    expect({ text: session.text, title: session.title, edits }).toEqual({ text, title: 'Test', edits: [] });
  });

  it('takes back everything, in one step a deed, and does it again', () => {
    const { session, edits } = open();
    const states = [session.text];
    const [words = '', total = ''] = session.cellIds;
    for (const deed of [
      () => session.insertCell('sql', 'above'),
      () => session.setSource(total, 'select 1'),
      () => session.rename(total, 'all_tickets'),
      () => (session.selection.select(words), session.moveSelected(1)),
      () => session.dispatch({ kind: 'setMeta', key: 'period', value: 'last 8 weeks' }),
      () => (session.selection.select(words), session.removeSelected()),
      () => (session.selection.select(total), session.setKind('markdown')),
    ]) {
      deed();
      states.push(session.text);
    }
    const back = states.toReversed().slice(1);
    const undone = back.map(() => (session.undo(), session.text));
    const redone = back.map(() => (session.redo(), session.text));
    expect(undone).toEqual(back);
    expect(redone).toEqual(states.slice(1));
    expect(edits.length).toBe(states.length - 1 + 2 * back.length);
    expect(new Set(states).size).toBe(states.length);
  });

  it('renames a cell and all that read it', () => {
    const { session } = open();
    session.rename(session.cellIds[1] ?? '', 'all_tickets');
    expect(session.text).toContain('```sql all_tickets');
    expect(session.text).toContain('of=all_tickets');
  });

  it('pastes copies under names of their own, in order, and selects the first', () => {
    const { session, sources } = open();
    session.selection.select(session.cellIds[1] ?? '');
    session.copy();
    session.paste();
    session.paste();
    expect(sources().map((source) => source.split(' ').slice(0, 2).join(' '))).toEqual([
      'markdown null',
      'sql total',
      'sql total_2',
      'sql total_3',
      'vega-lite null',
    ]);
    expect(session.cell(session.selection.focused)?.name).toBe('total_3');
  });

  it('inserts cells written as text below the focused one', () => {
    const { session, sources } = open();
    session.selection.select(session.cellIds[0] ?? '');
    session.insertText('```sql csat kpi=csat shape=headline version=1\nselect 1\n```\n');
    expect(sources()[1]).toBe('sql csat select 1');
  });

  it('fills an empty cell with a KPI’s, in one step that is taken back in one; a name that is taken gets a number', () => {
    const { session } = open();
    const before = session.text;
    const id = session.insertCell('sql', 'end');
    const empty = session.text;
    const attributes = [{ key: 'kpi', value: 'csat' }];
    session.fill(id, { kind: 'sql', name: 'total', attributes, source: 'select 1' });
    expect(session.cell(id)).toMatchObject({ id, name: 'total_2', attributes, source: 'select 1' });
    session.undo();
    expect(session.text).toBe(empty);
    session.undo();
    expect(session.text).toBe(before);
  });

  it('splits a cell at the cursor and edits the second part', () => {
    const { session, sources } = open('```sql a\nselect 1;\nselect 2\n```\n');
    session.split(session.cellIds[0] ?? '', 10);
    expect(sources()).toEqual(['sql a select 1;', 'sql null select 2']);
    expect([session.selection.mode, session.selection.focused]).toEqual(['edit', session.cellIds[1]]);
  });

  it('changes nothing where it may only be read', () => {
    const { session } = open();
    const reading = new NotebookSession({ path: 'x.md', text, readOnly: true, workspace: session.workspace });
    reading.insertCell('sql');
    expect(reading.text).toBe(text);
  });
});

describe('folding', () => {
  const folds = `\`\`\`sql rows fold
select 1
\`\`\`

\`\`\`sql total fold=code
select 2
\`\`\`

\`\`\`vega-lite of=total
{"mark": "bar"}
\`\`\`

\`\`\`sql plain
select 3
\`\`\`
`;
  const shown = ({ session }: ReturnType<typeof open>) =>
    session.notebook.cells.map((cell) => session.foldOf(cell));

  it('begins as the file says; a chart without its text', () => {
    const opened = open(folds);
    expect({ shown: shown(opened), text: opened.session.text }).toEqual({
      shown: ['all', 'code', 'code', 'open'],
      text: folds,
    });
  });

  it('is opened and folded again as far as it was, and the file stays as it is', () => {
    const opened = open(folds);
    const toggleAll = () => opened.session.cellIds.forEach((id) => opened.session.toggleFold(id));
    toggleAll();
    const once = shown(opened);
    toggleAll();
    expect({ once, twice: shown(opened), text: opened.session.text }).toEqual({
      once: ['open', 'open', 'open', 'code'],
      twice: ['all', 'code', 'code', 'open'],
      text: folds,
    });
  });

  it('hides the code of all, and shows it again', () => {
    const opened = open(folds);
    opened.session.folds.toggleCode();
    const hidden = shown(opened);
    opened.session.folds.toggleCode();
    expect({ hidden, again: shown(opened) }).toEqual({
      hidden: ['all', 'code', 'code', 'code'],
      again: ['all', 'code', 'code', 'open'],
    });
  });

  it('is written to the file when asked, and taken back', () => {
    const opened = open(folds);
    const { session } = opened;
    const [rows = '', , , plain = ''] = session.cellIds;
    session.setStartFold(plain, 'code');
    session.setStartFold(rows, 'open');
    const written = { shown: shown(opened), text: session.text };
    session.undo();
    session.undo();
    expect({ written, back: session.text }).toEqual({
      written: {
        shown: ['open', 'code', 'code', 'code'],
        text: folds.replace('rows fold', 'rows').replace('sql plain', 'sql plain fold=code'),
      },
      back: folds,
    });
  });
});

describe('a section', () => {
  const sections = `# One

\`\`\`sql a
select 1
\`\`\`

## Under one

\`\`\`sql b
select 2 from a
\`\`\`

# Two

\`\`\`sql c
select 3 from a, b
\`\`\`
`;
  const shown = ({ session }: ReturnType<typeof open>) =>
    session.shownIds.map((id) => {
      const cell = session.cell(id);
      return cell?.name ?? cell?.source;
    });

  it('is folded by its heading, passed over by the keys, and opened by whatever leads into it', () => {
    const opened = open(sections);
    const { session } = opened;
    const [one = '', , , b = ''] = session.cellIds;
    session.toggleFold(one);
    const folded = { shown: shown(opened), size: session.folds.sectionSize(one) };
    session.selection.move(1);
    const next = session.cell(session.selection.focused)?.source;
    session.reveal(b);
    expect({ folded, next, opened: shown(opened), text: session.text }).toEqual({
      folded: { shown: ['# One', '# Two', 'c'], size: 3 },
      next: '# Two',
      opened: ['# One', 'a', '## Under one', 'b', '# Two', 'c'],
      text: sections,
    });
  });

  it('hides nothing that was seen when it is moved', () => {
    const opened = open(sections);
    const { session } = opened;
    const [one = ''] = session.cellIds;
    session.toggleFold(one);
    session.selection.select(one);
    session.moveSelected(1);
    expect(shown(opened)).toEqual(['# Two', '# One', 'a', '## Under one', 'b', 'c']);
  });

  it('is moved and deleted whole while it is folded, in one step', () => {
    const opened = open(sections);
    const { session, sources } = opened;
    const names = () => sources().map((source) => source.split(' ').slice(0, 4).join(' '));
    const before = session.text;
    const [one = '', , , , two = ''] = session.cellIds;
    session.toggleFold(one);
    session.toggleFold(two);
    session.selection.select(one);
    session.moveSelected(1);
    const moved = names();
    session.removeSelected();
    const removed = names();
    session.undo();
    session.undo();
    expect({ moved, removed, back: session.text === before }).toEqual({
      moved: [
        'markdown null # Two',
        'sql c select 3',
        'markdown null # One',
        'sql a select 1',
        'markdown null ## Under',
        'sql b select 2',
      ],
      removed: ['markdown null # Two', 'sql c select 3'],
      back: true,
    });
  });
});

describe('several cells', () => {
  const queries = ['select 1', 'select 2', 'select 3'];
  const several = () =>
    open(queries.map((sql, at) => `\`\`\`sql ${'abc'.charAt(at)}\n${sql}\n\`\`\`\n`).join('\n'));

  it('are joined in one step, one alone with the cell below; kinds are not mixed', () => {
    const { session, sources } = several();
    const before = session.text;
    session.selection.select(session.cellIds[0] ?? '');
    session.selection.move(2, { extend: true });
    session.joinSelected();
    const all = sources();
    session.undo();
    session.selection.select(session.cellIds[1] ?? '');
    session.joinSelected();
    const two = sources();
    session.undo();
    session.setKind('markdown');
    session.selection.select(session.cellIds[0] ?? '');
    session.joinSelected();
    const kinds = session.notebook.cells.map(({ kind }) => kind);
    session.undo();
    expect({ all, two, kinds, back: session.text === before }).toEqual({
      all: ['sql a select 1\nselect 2\nselect 3'],
      two: ['sql a select 1', 'sql b select 2\nselect 3'],
      kinds: ['sql', 'markdown', 'sql'],
      back: true,
    });
  });

  it('are copied above or below themselves', () => {
    const { session, sources } = several();
    session.selection.select(session.cellIds[0] ?? '');
    session.selection.move(1, { extend: true });
    session.copySelected(1);
    const down = sources().map((source) => source.split(' ')[1]);
    session.undo();
    session.selection.select(session.cellIds[2] ?? '');
    session.copySelected(-1);
    expect([down, sources().map((source) => source.split(' ')[1])]).toEqual([
      ['a', 'b', 'a_2', 'b_2', 'c'],
      ['a', 'b', 'c_2', 'c'],
    ]);
  });
});

it('a cell knows what it reads and what it feeds', () => {
  const { session } = open();
  const links = session.cellIds.map((id) => {
    const { reads, feeds } = session.linksOf(id);
    return [reads.map(({ kind }) => kind), feeds.map(({ kind }) => kind)];
  });
  expect(links).toEqual([
    [[], []],
    [[], ['vega-lite']],
    [['sql'], []],
  ]);
});
