import { text } from '#errors';
import type { Version } from '../local-history-thinning.ts';
import type { Workspace } from '../Workspace.svelte.ts';
import type { Command } from './command.ts';

const category = 'workspace.category.file';

export const historyCommands = [
  {
    id: 'view.history',
    title: 'history.command.show',
    category: 'workspace.category.view',
    keys: ['Mod+K H'],
    run: (workspace) => workspace.layout.enterSide('history'),
  },
  {
    id: 'file.compareWithLast',
    title: 'history.command.compareLast',
    category,
    when: hasOwnFile,
    run: (workspace) => compare(workspace, ({ why }) => why !== 'shipped'),
  },
  {
    id: 'file.compareWithShipped',
    title: 'history.command.compareShipped',
    category,
    when: hasOwnFile,
    run: (workspace) => compare(workspace, ({ why }) => why === 'shipped'),
  },
] as const satisfies readonly Command[];

function hasOwnFile({ file }: Workspace): boolean {
  return file?.place === 'own';
}

/** Shows the latest version that differs from what the file says now. */
async function compare(
  { file, localHistory, tabs, notifications }: Workspace,
  isWanted: (version: Version) => boolean,
): Promise<void> {
  if (!file) return;
  for (const version of (await localHistory.versions(file.path)).filter(isWanted)) {
    if ((await localHistory.text(version)) === file.session?.text) continue;
    return tabs.open({ kind: 'version', id: version.key }, { pin: true });
  }
  notifications.show({ text: text('history.noOther') });
}
