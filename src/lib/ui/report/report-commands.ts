import { text } from '#errors';
import type { MessageCode } from '#messages';
import type { Command, Workspace } from '#workspace';
import type { ReportKind } from './save-report.ts';

const titles: Readonly<Record<ReportKind, MessageCode>> = {
  html: 'reporting.command.html',
  xlsx: 'reporting.command.xlsx',
  md: 'reporting.command.md',
  zip: 'reporting.command.zip',
};

/** What is made of the notebook in front for readers who have no Deskbook. */
export const reportCommands: readonly Command[] = (['html', 'xlsx', 'md', 'zip'] as const).map((kind) => ({
  id: `notebook.save.${kind}`,
  title: titles[kind],
  category: 'workspace.category.file',
  when: ({ session, data }) => session !== null && !data.isEmpty,
  run: (workspace) => save(workspace, kind),
}));

/** It takes as long as the cells that have not been run: how far it is can be seen, and it can be stopped. */
async function save(workspace: Workspace, kind: ReportKind): Promise<void> {
  const { session, notifications } = workspace;
  if (!session) return;
  const name = `${session.path.split('/').at(-1)?.replace(/\.md$/i, '') ?? ''}.${kind}`;
  const controller = new AbortController();
  const { signal } = controller;
  const work = notifications.work(text('reporting.writing', { file: name }), () => controller.abort());
  try {
    const { saveReport } = await import('./save-report.ts');
    const notes = await saveReport(workspace, session, { kind, name, signal, onProgress: work.reach });
    for (const note of notes) notifications.show({ text: note });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    notifications.show({ text: text('reporting.stopped', { file: name }) });
  } finally {
    work.close();
  }
}
