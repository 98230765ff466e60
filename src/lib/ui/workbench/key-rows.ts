import type { MessageCode } from '#messages';
import { commandModeKeys, type NotebookCommand } from '../notebook/keys.ts';
import { fuzzyMatch, type Workspace } from '#workspace';

/** One line of the page of keys. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  /** Each way to press it, as the reader's keyboard names it. */
  readonly keys: readonly string[];
  readonly where: MessageCode;
}

/** All commands and all keys of cells, those of the notebook after those of everywhere. */
export function keyRows({ commands, t }: Workspace): readonly KeyRow[] {
  const everywhere = commands.list.map((command) => ({
    id: command.id,
    name: `${t(command.category)}: ${t(command.title)}`,
    keys: (command.keys ?? []).map((keys) => commands.label(keys)),
    where: command.category === 'workspace.category.notebook' ? inNotebook : anywhere,
  }));
  const onCells = [...new Set(commandModeKeys.map(({ command }) => command))].map((command) => ({
    id: `cell.${command}`,
    name: `${t('workbench.keys.cell')}: ${t(cellCommands[command])}`,
    keys: commandModeKeys.filter((each) => each.command === command).map(({ keys }) => commands.label(keys)),
    where: onCell,
  }));
  const inEditors = editorKeys.map(({ keys, does }) => ({
    id: does,
    name: `${t('workbench.keys.cell')}: ${t(does)}`,
    keys: [commands.label(keys)],
    where: inEditor,
  }));
  return [...everywhere, ...onCells, ...inEditors];
}

/** The rows with that name, or with keys that begin with those pressed. */
export function findKeyRows(rows: readonly KeyRow[], query: string, pressed: string): readonly KeyRow[] {
  if (pressed !== '')
    return rows.filter(({ keys }) => keys.some((each) => each === pressed || each.startsWith(`${pressed} `)));
  const wanted = query.trim().toLowerCase();
  return rows.filter(
    ({ name, keys }) =>
      fuzzyMatch(wanted, name) !== null || keys.some((each) => each.toLowerCase().includes(wanted)),
  );
}

const anywhere = 'workbench.keys.anywhere' as const;
const inNotebook = 'workbench.keys.inNotebook' as const;
const onCell = 'workbench.keys.onCell' as const;
const inEditor = 'workbench.keys.inEditor' as const;

/** What each key on a cell's frame does. */
export const cellCommands: Readonly<Record<NotebookCommand, MessageCode>> = {
  edit: 'notebook-editor.edit',
  up: 'workbench.keys.up',
  down: 'workbench.keys.down',
  extendUp: 'workbench.keys.extendUp',
  extendDown: 'workbench.keys.extendDown',
  first: 'workbench.keys.first',
  last: 'workbench.keys.last',
  insertAbove: 'workbench.keys.insertAbove',
  insertBelow: 'workbench.keys.insertBelow',
  remove: 'notebook-editor.deleteCell',
  undo: 'common.undo',
  redo: 'notebook-editor.redo',
  toMarkdown: 'workbench.keys.toMarkdown',
  toSql: 'workbench.keys.toSql',
  copy: 'notebook-editor.copyCell',
  cut: 'notebook-editor.cutCell',
  paste: 'notebook-editor.pasteCell',
  runNext: 'workbench.keys.runNext',
  runStay: 'notebook-editor.runCell',
  runInsert: 'workbench.keys.runInsert',
  moveUp: 'notebook-editor.moveUp',
  moveDown: 'notebook-editor.moveDown',
  rename: 'notebook-editor.rename',
  fold: 'workbench.keys.fold',
  chart: 'notebook-editor.chartIt',
  foldResult: 'notebook-view.key.foldResult',
  lineNumbers: 'editor.key.lineNumbers',
  allLineNumbers: 'editor.key.allLineNumbers',
  selectAll: 'notebook-view.key.selectAll',
  join: 'notebook-view.key.join',
  copyUp: 'notebook-view.key.copyUp',
  copyDown: 'notebook-view.key.copyDown',
  scrollDown: 'notebook-view.key.scrollDown',
  scrollUp: 'notebook-view.key.scrollUp',
};

/** What the keys of an editor do beyond those of the frame. */
const editorKeys = [
  { keys: 'Escape', does: 'notebook-editor.stopEditing' },
  { keys: 'Mod+Shift+-', does: 'workbench.keys.split' },
  { keys: 'Mod+/', does: 'workbench.keys.comment' },
  { keys: 'Mod+Space', does: 'workbench.keys.complete' },
  { keys: 'Mod+Shift+Space', does: 'editor.key.signature' },
  { keys: 'Mod+.', does: 'editor.fixes' },
  { keys: 'F8', does: 'editor.key.nextProblem' },
  { keys: 'F12', does: 'editor.key.goTo' },
  { keys: 'Shift+F12', does: 'editor.key.uses' },
  { keys: 'F2', does: 'editor.key.rename' },
  { keys: 'Shift+Alt+F', does: 'editor.key.format' },
  { keys: 'Mod+D', does: 'editor.key.chooseNext' },
  { keys: 'Mod+Shift+L', does: 'editor.key.chooseAll' },
  { keys: 'Tab', does: 'workbench.keys.indent' },
] as const satisfies readonly { keys: string; does: MessageCode }[];
