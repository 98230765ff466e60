import { text } from '#errors';
import type { Command, Workspace } from '#workspace';

/** What is made of the notebook in front for readers who have no Deskbook. */
export const exportCommands = [
  {
    id: 'notebook.exportExcel',
    title: 'workbench.exportExcel',
    category: 'workspace.category.file',
    when: ({ session, data }) => session !== null && !data.isEmpty,
    run: exportExcel,
  },
] as const satisfies readonly Command[];

/** Writing takes as long as the cells that have not been run. */
async function exportExcel(workspace: Workspace): Promise<void> {
  const { session, notifications } = workspace;
  if (!session) return;
  const name = `${session.path.split('/').at(-1)?.replace(/\.md$/i, '') ?? ''}.xlsx`;
  const close = notifications.show({ text: text('output.excel.writing', { file: name }) });
  try {
    const { saveNotebook } = await import('../outputs/save-notebook.ts');
    for (const note of await saveNotebook(workspace, session, name)) notifications.show({ text: note });
  } finally {
    close();
  }
}
