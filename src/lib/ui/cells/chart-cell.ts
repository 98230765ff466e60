import { cuts } from '#kpi';
import { attributeOf, freshName, type Cell } from '#notebook';
import { defaultChart, toSpec, writeSpec, type ChartColumn, type KpiShape } from '#output';
import type { NotebookSession } from '#workspace';

/** Puts a chart of a cell below it: what its shape and columns suggest, to be changed from there. */
export function chartCell(session: NotebookSession, id: string): void {
  const cell = session.cell(id);
  if (!cell || cell.kind !== 'sql') return;
  const name = cell.name ?? freshName(session.notebook, 'sql');
  if (cell.name === null) session.rename(id, name);
  const columns = columnsOf(session, id);
  const spec = defaultChart(shapeOf(cell), columns) ?? toSpec(firstChoice(columns), columns);
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

export function shapeOf(cell: Cell): KpiShape | null {
  const shape = attributeOf(cell, 'shape');
  return cuts.find((known) => known === shape) ?? null;
}

function firstChoice(columns: readonly ChartColumn[]) {
  return { mark: 'bar', x: columns[0]?.name ?? null, y: columns[1]?.name ?? null, colour: null } as const;
}
