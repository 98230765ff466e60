import { text } from '#errors';
import type { Workspace } from '../Workspace.svelte.ts';
import { placeOf } from '../path.ts';
import type { Command } from './command.ts';

const category = 'workspace.category.file';

export const fileCommands = [
  {
    id: 'file.new',
    title: 'workspace.command.newNotebook',
    category,
    keys: ['Mod+Alt+N'],
    run: (workspace) => workspace.fileActions.newNotebook(),
  },
  {
    id: 'file.open',
    title: 'workspace.command.openNotebook',
    category,
    keys: ['Mod+O'],
    run: (workspace) => workspace.pickNotebooks(),
  },
  {
    id: 'file.save',
    title: 'workspace.command.save',
    category,
    keys: ['Mod+S'],
    run: (workspace) => workspace.fileActions.save(),
  },
  {
    id: 'file.saveAs',
    title: 'workspace.command.saveAs',
    category,
    keys: ['Mod+Shift+S'],
    when: hasFile,
    run: (workspace) => workspace.fileActions.saveAs(),
  },
  {
    id: 'file.duplicate',
    title: 'workspace.command.duplicate',
    category,
    when: hasFile,
    run: (workspace) => withPath(workspace, (path) => workspace.fileActions.duplicate(path)),
  },
  {
    id: 'file.showText',
    title: 'workspace.command.showText',
    category,
    when: hasNotebook,
    run: (workspace) =>
      withPath(workspace, async (path) => workspace.tabs.open({ kind: 'text', path }, { pin: true })),
  },
  {
    id: 'file.rename',
    title: 'workspace.command.rename',
    category,
    when: hasOwnFile,
    run: (workspace) => withPath(workspace, (path) => workspace.fileActions.rename(path)),
  },
  {
    id: 'file.delete',
    title: 'workspace.command.delete',
    category,
    when: hasOwnFile,
    run: (workspace) => withPath(workspace, (path) => workspace.fileActions.remove(path)),
  },
  {
    id: 'file.restoreDeleted',
    title: 'workspace.command.restoreDeleted',
    category,
    run: (workspace) => workspace.fileActions.restoreRemoved(),
  },
  {
    id: 'file.openFolder',
    title: 'workspace.command.openFolder',
    category,
    keys: ['Mod+K Mod+O'],
    when: (workspace) => workspace.folders.isPossible,
    run: (workspace) => workspace.folders.pick(),
  },
  {
    id: 'file.openRecentFolder',
    title: 'workspace.command.openRecentFolder',
    category,
    when: (workspace) => workspace.folders.recent.length > 0,
    run: openRecentFolder,
  },
  {
    id: 'file.newFolder',
    title: 'workspace.command.newFolder',
    category,
    run: (workspace) => workspace.fileActions.newFolder(),
  },
  {
    id: 'file.move',
    title: 'workspace.command.move',
    category,
    when: hasOwnFile,
    run: (workspace) => withPath(workspace, (path) => workspace.fileActions.askToMove(path)),
  },
  {
    id: 'file.saveAll',
    title: 'workspace.command.saveAll',
    category,
    when: (workspace) => workspace.files.own.length > 0,
    run: (workspace) => workspace.fileActions.saveAll(),
  },
  {
    id: 'file.openZip',
    title: 'workspace.command.openZip',
    category,
    run: (workspace) => workspace.fileActions.pickZip(),
  },
  {
    id: 'file.undo',
    title: 'workspace.command.undoFile',
    category,
    when: (workspace) => workspace.fileActions.history.done.length > 0,
    run: (workspace) => workspace.fileActions.undo(),
  },
  {
    id: 'file.redo',
    title: 'workspace.command.redoFile',
    category,
    when: (workspace) => workspace.fileActions.history.undone.length > 0,
    run: (workspace) => workspace.fileActions.redo(),
  },
] as const satisfies readonly Command[];

async function openRecentFolder({ folders, quickInput }: Workspace): Promise<void> {
  const items = folders.recent.map(({ root }) => ({ id: root, label: root, icon: 'folder' }));
  const root = await quickInput.pick(text('workspace.command.openRecentFolder'), items);
  if (root !== null) await folders.allow(root);
}

function hasNotebook(workspace: Workspace): boolean {
  return workspace.session !== null;
}

function hasFile(workspace: Workspace): boolean {
  return workspace.file !== null;
}

function hasOwnFile(workspace: Workspace): boolean {
  return workspace.file !== null && placeOf(workspace.file.path) === 'own';
}

async function withPath(workspace: Workspace, run: (path: string) => Promise<unknown>): Promise<void> {
  if (workspace.file) await run(workspace.file.path);
}
