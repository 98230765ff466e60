import { text } from '#errors';
import type { Command, Workspace } from '#workspace';
import { tabLabel } from './tab-label.ts';

/** Ctrl+Tab belongs to the browser; Ctrl+E is the key by which VS Code lists what was open last, too. */
export const recentCommand = {
  id: 'editor.recent',
  title: 'workspace.command.recentEditors',
  category: 'workspace.category.editor',
  keys: ['Mod+E'],
  when: ({ tabs }) => tabs.list.length > 0,
  run: goToRecent,
} as const satisfies Command;

/** The editor before the one in front stands ready: the key and Enter go back and forth between two. */
async function goToRecent(workspace: Workspace): Promise<void> {
  const { quickInput, tabs } = workspace;
  const items = tabs.recent.map((tab) => {
    const { name, icon } = tabLabel(tab, workspace);
    return { id: tab.id, label: name, icon };
  });
  const id = await quickInput.pick(text('workbench.recentEditors'), items, items[1]?.id ?? null);
  if (id !== null) tabs.activate(id);
}
