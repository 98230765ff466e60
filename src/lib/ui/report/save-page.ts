import type { MarkdownOutput } from '#cells';
import type { Cell } from '#notebook';
import { sameName } from '#sql';
import type { NotebookSession, Workspace } from '#workspace';
import { saveBlob } from '../outputs/save.ts';
import { finishedOf } from './finish-run.ts';

/** Saves a text as one page that prints, its values' cells folded below it: their rows, their SQL, and what data they are of. */
export async function savePage(
  workspace: Workspace,
  session: NotebookSession,
  { cell, output }: { readonly cell: Cell; readonly output: MarkdownOutput },
): Promise<void> {
  const { buildReport, toHtml } = await import('#report');
  const isSource = ({ name }: Cell) =>
    name !== null && output.values.some((value) => sameName(value.cell, name));
  const { notebook } = session;
  const cells = [cell, ...notebook.cells.filter(isSource)];
  const report = await buildReport(await finishedOf(workspace, session, { ...notebook, cells }));
  const sections = report.sections.map((section) =>
    section.kind === 'table' ? { ...section, folded: true } : section,
  );
  const page = new Blob([toHtml({ ...report, sections })], { type: 'text/html' });
  saveBlob(page, `${report.title}.html`);
}
