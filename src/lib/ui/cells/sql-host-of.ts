import { text } from '#errors';
import { readableTables } from '#import';
import type { Cell } from '#notebook';
import { sameName, type NameAt } from '#sql';
import type { NotebookSession, Workspace } from '#workspace';
import type { SqlHost } from '../editor/sql-host.ts';
import type { Reader } from '../outputs/reader.ts';
import { markOf } from './marks.ts';
import { usesOf, type NameUse } from './name-uses.ts';

interface Around {
  readonly look: SqlHost['look'];
  readonly reader: Reader;
  readonly workspace: Pick<Workspace, 'quickInput' | 'openTable'>;
}

/** What the editor of a cell asks of its notebook. */
export function sqlHostOf(session: NotebookSession, id: string, around: Around): SqlHost {
  const { reader, workspace, look } = around;
  return {
    look,
    async check() {
      const failure = await (await session.runs.aside()).check(id);
      const { source = '' } = session.cell(id) ?? {};
      return failure
        ? [markOf(source, { severity: 'error', text: failure.text, span: failure.span }, reader)]
        : [];
    },
    goTo(name) {
      const cell = cellOf(session, name);
      if (!cell) {
        if (isTable(name)) void workspace.openTable(name.name.toLowerCase(), { pin: true });
        return;
      }
      if (session.foldOf(cell) !== 'open') session.toggleFold(cell.id);
      session.reveal(cell.id, 'start');
    },
    listUses: (name) => void listUses(session, name, around),
    isOwn: (name) => cellOf(session, name) !== undefined && !session.readOnly,
    rename(name, to) {
      const cell = cellOf(session, name);
      if (cell) session.rename(cell.id, to.replace(/^\$/, ''));
    },
    replace: (source) => session.dispatch({ kind: 'setSource', id, source }),
    words: { newName: reader.t('editor.newName'), fixes: reader.t('editor.fixes') },
  };
}

function isTable({ kind, name }: NameAt): boolean {
  return kind === 'relation' && readableTables.some((table) => sameName(table.name, name));
}

/** The cell that gives a name its meaning; an input gives `$name`, or `$name_start` and `$name_end`. */
function cellOf({ notebook }: NotebookSession, { kind, name }: NameAt): Cell | undefined {
  const isSame = (cell: Cell, other: string) => cell.name !== null && sameName(cell.name, other);
  if (kind === 'relation') return notebook.cells.find((cell) => cell.kind === 'sql' && isSame(cell, name));
  const inputs = notebook.cells.filter((cell) => cell.kind === 'input');
  const base = name.replace(/_(start|end)$/, '');
  return inputs.find((cell) => isSame(cell, name)) ?? inputs.find((cell) => isSame(cell, base));
}

async function listUses(
  session: NotebookSession,
  name: NameAt,
  { reader, workspace }: Around,
): Promise<void> {
  const uses = usesOf(session.notebook.cells, name);
  const items = uses.map((use, at) => ({
    id: String(at),
    label: use.line,
    detail: placeOf(session, use, reader),
  }));
  const title = text('editor.uses', { name: name.name });
  const chosen = uses[Number((await workspace.quickInput.pick(title, items)) ?? NaN)];
  if (chosen) session.reveal(chosen.cellId);
}

function placeOf({ notebook }: NotebookSession, { cellId, number }: NameUse, reader: Reader): string {
  const at = notebook.cells.findIndex(({ id }) => id === cellId);
  const cell = notebook.cells[at]?.name ?? String(at + 1);
  return reader.t('editor.uses.place', { cell, line: number });
}
