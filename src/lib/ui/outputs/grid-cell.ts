import { freshName, type Cell } from '#notebook';
import { writeIdentifier } from '#sql';
import type { NotebookSession } from '#workspace';

/** Puts a cell below another that reads it by the SQL given, and runs it. */
export function cellBelow(session: NotebookSession, cell: Cell, sqlFrom: (relation: string) => string): void {
  const name = cell.name ?? freshName(session.notebook, 'sql');
  if (cell.name === null) session.rename(cell.id, name);
  session.selection.select(cell.id);
  const id = session.insertCell('sql', 'below', { source: sqlFrom(writeIdentifier(name)) });
  session.reveal(id);
  void session.run([id]);
}
