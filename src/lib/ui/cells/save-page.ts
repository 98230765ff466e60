import type { MarkdownOutput } from '#cells';
import type { Report, ReportSection } from '#export';
import { columnFormats, unitsOfCell } from '#output';
import { noValue } from '#table';
import type { NotebookSession } from '#workspace';
import type { Reader } from '../outputs/reader.ts';
import { saveBlob } from '../outputs/save.ts';
import { cellNamed, withPlaces } from './prose.ts';

/** Saves a text as one page that prints, its values' cells folded below it: their rows, their SQL, and what data they are of. */
export async function savePage(
  session: NotebookSession,
  output: MarkdownOutput,
  reader: Reader,
): Promise<void> {
  // Only who saves a page loads its writer.
  const { toHtml } = await import('#export');
  const page = new Blob([toHtml(pageOf(session, output, reader))], { type: 'text/html' });
  saveBlob(page, `${session.title || reader.t('cli.report.untitled')}.html`);
}

/** The text and its sources, as a report. */
export function pageOf(session: NotebookSession, output: MarkdownOutput, reader: Reader): Report {
  const names = [...new Set(output.values.map(({ cell }) => cell))];
  const { from, to } = session.period;
  const { asOf, fingerprint } = session.workspace.data;
  const open = reader.t('cli.report.open');
  return {
    locale: reader.locale,
    title: session.title || reader.t('cli.report.untitled'),
    facts: [
      {
        label: reader.t('cli.report.period'),
        value: reader.t('cli.report.periodValue', { from: from ?? open, to: to ?? open }),
      },
      { label: reader.t('cli.report.asOf'), value: asOf ?? noValue },
      { label: reader.t('cli.report.fingerprint'), value: fingerprint ?? noValue },
    ],
    sections: [
      { kind: 'prose', source: withPlaces(output, session, reader) },
      ...names.flatMap((name) => sourceOf(name, session)),
    ],
  };
}

function sourceOf(name: string, session: NotebookSession): ReportSection[] {
  const cell = cellNamed(session, name);
  const output = cell && session.runs.snapshot(cell.id).lastOutput;
  if (!cell || output?.kind !== 'table') return [];
  const { firstPage: table, rowCount } = output;
  const formats = columnFormats(table.columns, unitsOfCell(cell, session.workspace.kpis));
  const units = Object.fromEntries(
    formats.flatMap(({ name: column, unit }) => (unit ? [[column, unit]] : [])),
  );
  return [
    { kind: 'table', name: cell.name, table, rowCount, units, sql: cell.source, note: null, folded: true },
  ];
}
