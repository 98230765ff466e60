import type { Workspace } from '../Workspace.svelte.ts';
import type { Command } from './command.ts';

const category = 'workspace.category.editor';
const when = (workspace: Workspace) => workspace.tabs.activeId !== null;

export const editorCommands = [
  {
    id: 'editor.close',
    title: 'workspace.command.closeEditor',
    category,
    keys: ['Alt+W', 'Mod+F4'],
    when,
    run: ({ tabs }) => tabs.closeLoose(tabs.activeId ?? ''),
  },
  {
    id: 'editor.closeOthers',
    title: 'workspace.command.closeOthers',
    category,
    when,
    run: ({ tabs }) => tabs.closeOthers(tabs.activeId ?? ''),
  },
  {
    id: 'editor.closeAll',
    title: 'workspace.command.closeAll',
    category,
    keys: ['Mod+K W'],
    when,
    run: ({ tabs }) => tabs.closeAll(),
  },
  {
    id: 'editor.reopen',
    title: 'workspace.command.reopenClosed',
    category,
    keys: ['Alt+Shift+W'],
    run: ({ tabs }) => tabs.reopen(),
  },
  {
    id: 'editor.pin',
    title: 'workspace.command.keepEditor',
    category,
    keys: ['Mod+K Enter'],
    when,
    run: ({ tabs }) => tabs.pin(tabs.activeId ?? ''),
  },
  {
    id: 'editor.stick',
    title: 'workspace.command.pinEditor',
    category,
    keys: ['Mod+K Shift+Enter'],
    when,
    run: ({ tabs }) => tabs.stick(tabs.activeId ?? '', !tabs.active?.sticky),
  },
  {
    id: 'editor.next',
    title: 'workspace.command.nextEditor',
    category,
    keys: ['Alt+PageDown'],
    when,
    run: ({ tabs }) => tabs.step(1),
  },
  {
    id: 'editor.previous',
    title: 'workspace.command.previousEditor',
    category,
    keys: ['Alt+PageUp'],
    when,
    run: ({ tabs }) => tabs.step(-1),
  },
  {
    id: 'editor.split',
    title: 'editors.command.split',
    category,
    keys: ['Mod+\\'],
    when: ({ tabs }) => tabs.canSplit,
    run: ({ tabs }) => tabs.split(),
  },
  {
    id: 'editor.sendRight',
    title: 'editors.command.sendRight',
    category,
    keys: ['Mod+Alt+ArrowRight'],
    when,
    run: ({ tabs }) => tabs.send(tabs.activeId ?? '', 1),
  },
  {
    id: 'editor.sendLeft',
    title: 'editors.command.sendLeft',
    category,
    keys: ['Mod+Alt+ArrowLeft'],
    when: hasGroups,
    run: ({ tabs }) => tabs.send(tabs.activeId ?? '', -1),
  },
  {
    id: 'editor.groupRight',
    title: 'editors.command.groupRight',
    category,
    keys: ['Mod+K Mod+ArrowRight'],
    when: hasGroups,
    run: ({ tabs }) => tabs.enterNext(1),
  },
  {
    id: 'editor.groupLeft',
    title: 'editors.command.groupLeft',
    category,
    keys: ['Mod+K Mod+ArrowLeft'],
    when: hasGroups,
    run: ({ tabs }) => tabs.enterNext(-1),
  },
] as const satisfies readonly Command[];

function hasGroups({ tabs }: Workspace): boolean {
  return tabs.groups.length > 1;
}
