import { text } from '#errors';
import { longestLink, usualLink, type Command, type Workspace } from '#workspace';

/** What gives a notebook to others. */
export const shareCommands = [
  {
    id: 'file.copyLink',
    title: 'sharing.command.copyLink',
    category: 'workspace.category.file',
    when: ({ file }) => file !== null,
    run: (workspace) => (workspace.file ? copyLink(workspace, workspace.file.path) : undefined),
  },
  {
    id: 'file.withdrawTrust',
    title: 'sharing.command.withdraw',
    category: 'workspace.category.file',
    when: ({ file, trust }) => file?.place === 'own' && trust.doubtOf(file.path) === null,
    run: withdrawTrust,
  },
] as const satisfies readonly Command[];

/** The file in front, and all of its folder, opens as text from now on. */
export async function withdrawTrust({ file, trust }: Workspace): Promise<void> {
  if (file) await trust.withdraw(file.path);
}

/** Puts a link that carries a file onto the clipboard, and says how long it is and what it holds. */
export async function copyLink(workspace: Workspace, path: string): Promise<void> {
  const { received, notifications, fileActions } = workspace;
  const link = await received.linkTo(path);
  if (!link) return;
  const size = text('sharing.size', { count: Math.ceil(link.length / 1024) });
  const params = { size: workspace.tell(size) };
  const save = {
    label: text('sharing.saveInstead'),
    run: () => void fileActions.saveAs().catch(workspace.fail),
  };
  if (link.length > longestLink)
    return void notifications.show({
      severity: 'warning',
      text: text('sharing.link.tooLong', params),
      actions: [save],
    });
  try {
    await navigator.clipboard.writeText(link.url);
  } catch {
    return void notifications.show({ severity: 'warning', text: text('sharing.link.notCopied') });
  }
  const isLong = link.length > usualLink;
  notifications.show({
    severity: isLong ? 'warning' : 'info',
    text: text(isLong ? 'sharing.link.copiedLong' : 'sharing.link.copied', params),
    actions: isLong ? [save] : [],
  });
}
