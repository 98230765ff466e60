import { describe, expect, it } from 'vitest';
import { parse } from '#notebook';
import { NotebookSession } from '../../../src/lib/workspace/NotebookSession.svelte.ts';
import { closedWorkspace } from './support/closed-workspace.ts';

const text = `# Tickets

About tickets.

\`\`\`sql total
select count(*) as n from tickets
\`\`\`

\`\`\`vega-lite of=total
{"mark": "bar", "title": "Tickets"}
\`\`\`
`;

function open() {
  const session = new NotebookSession({
    path: 'own/find.md',
    text,
    readOnly: false,
    workspace: closedWorkspace(),
  });
  session.find.open({ text: 'tickets' });
  const places = () =>
    session.find.matches.map(({ cellId, from }) => `${session.cell(cellId)?.kind} ${from}`);
  return { session, find: session.find, places };
}

describe('finding in a notebook', () => {
  it('finds in text, SQL and charts, and goes around from where the reader is', () => {
    const { session, find, places } = open();
    const visited = [1, 1, 1, 1, 1, -1].map((by) => {
      find.go(by > 0 ? 1 : -1);
      return [find.at, session.selection.focused === find.current?.cellId];
    });
    expect({ places: places(), visited }).toEqual({
      places: ['markdown 2', 'markdown 17', 'sql 26', 'vega-lite 26'],
      visited: [0, 1, 2, 3, 0, 3].map((at) => [at, true]),
    });
  });

  it('begins at the cell that the reader is in', () => {
    const { session, find } = open();
    session.selection.select(session.cellIds[1] ?? '');
    find.go(1);
    const next = find.at;
    find.close();
    find.open();
    session.selection.select(session.cellIds[1] ?? '');
    find.go(-1);
    expect([next, find.at]).toEqual([2, 1]);
  });

  it('replaces one and goes on, also where the new text holds what is looked for', () => {
    const { session, find, places } = open();
    find.replacement = 'all tickets';
    find.replaceOne();
    const first = find.at;
    find.replaceOne();
    expect({ first, at: find.at, places: places(), text: session.text }).toEqual({
      first: 0,
      at: 1,
      places: ['markdown 6', 'markdown 21', 'sql 26', 'vega-lite 26'],
      text: text.replace('# Tickets', '# all tickets'),
    });
  });

  it('replaces everything in one step, which one undo takes back', () => {
    const { session, find } = open();
    find.matchCase = true;
    find.replacement = 'cases';
    find.replaceAll();
    const replaced = session.text;
    session.undo();
    expect({ replaced, back: session.text, cells: parse(replaced).notebook.cells.length }).toEqual({
      replaced: text.replaceAll('tickets', 'cases'),
      back: text,
      cells: 3,
    });
  });

  it('says what is no regular expression, and finds nothing by it', () => {
    const { find, places } = open();
    find.isRegex = true;
    find.text = '(';
    expect([find.isUnreadable, places()]).toEqual([true, []]);
  });
});
