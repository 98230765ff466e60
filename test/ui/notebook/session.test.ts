import { describe, expect, it } from 'vitest';
import type { Engine } from '#engine';
import { NotebookSession } from '../../../src/lib/workspace/NotebookSession.svelte.ts';

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
  const workspace = {
    ready: new Promise<Engine>(() => undefined),
    data: { revision: 0, targetRevision: 0, eventRevision: 0, asOf: null, fingerprint: null },
    locale: 'en' as const,
    settings: { weekStart: 1 as const },
    kpis: [],
  };
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
    opened.session.toggleCode();
    const hidden = shown(opened);
    opened.session.toggleCode();
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
