import { assertNever } from '#errors';
import type { NotebookSession } from '#workspace';
import { chartCell } from '../cells/chart-cell.ts';
import type { NotebookCommand, ScrollCommand } from './keys.ts';

/** Does what a key of command mode says. */
export function act(session: NotebookSession, command: Exclude<NotebookCommand, ScrollCommand>): void {
  const { selection } = session;
  const id = selection.focused;
  switch (command) {
    case 'edit':
      return id === null ? undefined : selection.edit(id);
    case 'up':
    case 'down':
      return void selection.move(command === 'up' ? -1 : 1);
    case 'extendUp':
    case 'extendDown':
      return void selection.move(command === 'extendUp' ? -1 : 1, { extend: true });
    case 'first':
    case 'last':
      return void selection.move(command === 'first' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
    case 'undo':
      return session.undo();
    case 'redo':
      return session.redo();
    case 'runNext':
    case 'runStay':
    case 'runInsert':
      return id === null ? undefined : runAnd(session, id, command);
    case 'allLineNumbers':
      return session.lineNumbers.toggleAll();
    case 'selectAll':
      return selection.selectAll();
    case 'rename':
    case 'fold':
    case 'foldResult':
    case 'lineNumbers':
    case 'chart':
      return id === null ? undefined : actOnCell(session, id, command);
    default:
      return change(session, command);
  }
}

type Change = Extract<
  NotebookCommand,
  | 'insertAbove'
  | 'insertBelow'
  | 'remove'
  | 'toMarkdown'
  | 'toSql'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'moveUp'
  | 'moveDown'
  | 'copyUp'
  | 'copyDown'
  | 'join'
>;

function change(session: NotebookSession, command: Change): void {
  switch (command) {
    case 'insertAbove':
      return void session.insertCell('sql', 'above');
    case 'insertBelow':
      return void session.insertCell('sql', 'below');
    case 'remove':
      return session.removeSelected();
    case 'toMarkdown':
      return session.setKind('markdown');
    case 'toSql':
      return session.setKind('sql');
    case 'copy':
      return session.copy();
    case 'cut':
      session.copy();
      return session.removeSelected();
    case 'paste':
      return session.paste();
    case 'moveUp':
      return session.moveSelected(-1);
    case 'moveDown':
      return session.moveSelected(1);
    case 'copyUp':
      return session.copySelected(-1);
    case 'copyDown':
      return session.copySelected(1);
    case 'join':
      return session.joinSelected();
    default:
      return assertNever(command);
  }
}

function actOnCell(
  session: NotebookSession,
  id: string,
  command: 'rename' | 'fold' | 'foldResult' | 'lineNumbers' | 'chart',
): void {
  if (command === 'fold') return session.toggleFold(id);
  if (command === 'foldResult') return session.folds.toggleResult(id);
  if (command === 'lineNumbers') return session.lineNumbers.toggle(id);
  if (command === 'chart') return chartCell(session, id);
  session.renaming = id;
}

/** Runs the selected cells, and goes where the key says: on, nowhere, or to a new cell. */
export function runAnd(
  session: NotebookSession,
  id: string,
  then: 'runNext' | 'runStay' | 'runInsert',
): void {
  const { selection } = session;
  const ids = selection.has(id) ? selection.ids : [id];
  void session.run(ids);
  if (then === 'runInsert') session.insertCell('sql', 'below');
  else if (then === 'runStay') selection.select(id);
  else {
    selection.select(ids.at(-1) ?? id);
    if (!selection.move(1)) session.insertCell('sql', 'below');
  }
}
