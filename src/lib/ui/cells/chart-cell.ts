import { freshName } from '#notebook';
import { chartSubject, defaultChart, toSpec, writeSpec, type ChartColumn } from '#output';
import type { NotebookSession } from '#workspace';

/** Puts a chart of a cell below it: what its KPI's file or its columns suggest, to be changed from there. */
export function chartCell(session: NotebookSession, id: string): void {
  const cell = session.cell(id);
  if (!cell || cell.kind !== 'sql') return;
  const name = cell.name ?? freshName(session.notebook, 'sql');
  if (cell.name === null) session.rename(id, name);
  const columns = columnsOf(session, id);
  const subject = chartSubject(cell, { kpis: session.workspace.kpis });
  const spec =
    defaultChart(subject, columns) ?? defaultChart(null, columns) ?? toSpec(firstChoice(columns), columns);
  session.selection.select(id);
  const chart = session.insertCell('vega-lite', 'below', {
    attributes: [{ key: 'of', value: name }],
    source: writeSpec(spec),
  });
  session.selection.select(chart);
  void session.run([chart]);
}

/** The columns of a cell's last result. */
export function columnsOf(session: NotebookSession, id: string): readonly ChartColumn[] {
  const output = session.runs.snapshot(id).lastOutput;
  return output?.kind === 'table' ? output.columns : [];
}

function firstChoice(columns: readonly ChartColumn[]) {
  return { mark: 'bar', x: columns[0]?.name ?? null, y: columns[1]?.name ?? null, colour: null } as const;
}
