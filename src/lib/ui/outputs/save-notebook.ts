import type { TableOutput } from '#cells';
import { text, type Text } from '#errors';
import { isSettled, unitsOfRows, type CellResult } from '#export';
import type { Basis } from '#export/xlsx';
import type { Cell } from '#notebook';
import { withTargets } from '#output';
import type { Table } from '#table';
import type { NotebookSession, Workspace } from '#workspace';
import { relationSource } from './grid-source.ts';
import { saveBlob } from './save.ts';
import { workbookType } from './save-workbook.ts';

/** Saves a whole notebook as an Excel file, after running what has no current result; returns what is to be told of it. */
export async function saveNotebook(
  workspace: Workspace,
  session: NotebookSession,
  name: string,
): Promise<readonly Text[]> {
  const { notebookSheets, notesOf, writeWorkbook } = await import('#export/xlsx');
  const { notebook, period, runs } = session;
  const { kpis, locale } = workspace;
  await session.run(session.cellIds.filter((id) => isDue(session, id)));
  const results = notebook.cells.flatMap((cell) => resultOf(session, cell) ?? []);
  const sheets = await notebookSheets({
    notebook,
    results,
    pagesOf: (result) => rowsOf(workspace, result),
    scope: notebook.meta.filters,
    basis: await basisOf(workspace, notebook.meta.asOf),
    kpis,
    locale,
    period,
    measure: (cell, output) => runs.measureCell(cell, output),
  });
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const written = await writeWorkbook(sheets, { locale, write: (chunk) => void chunks.push(chunk) });
  saveBlob(new Blob(chunks, { type: workbookType }), name);
  const failed = results.filter(({ state }) => state.status === 'failed').length;
  return [
    text('output.grid.saved', { file: name }),
    ...(failed > 0 ? [text('output.excel.failed', { count: failed })] : []),
    ...notesOf(written),
  ];
}

function isDue(session: NotebookSession, id: string): boolean {
  const { state, isStale } = session.runs.snapshot(id);
  return isStale || !isSettled(state);
}

function resultOf({ runs, workspace }: NotebookSession, cell: Cell): CellResult | null {
  const { state } = runs.snapshot(cell.id);
  if (!isSettled(state)) return null;
  const output = tableOf({ state });
  const table = output && !output.cannot ? judged(output, output.firstPage) : null;
  return { cell, state, table, units: table ? unitsOfRows(cell, table, workspace.kpis) : {} };
}

function tableOf({ state }: Pick<CellResult, 'state'>): TableOutput | null {
  return state.status === 'done' && state.output.kind === 'table' ? state.output : null;
}

/** The rows of a breakdown with what each is judged by. */
function judged({ findings }: TableOutput, page: Table): Table {
  return withTargets(page, findings?.targets);
}

async function* rowsOf(workspace: Workspace, result: CellResult): AsyncGenerator<Table> {
  const output = tableOf(result);
  if (!output) return;
  const { relation, storedAs, columns, rowCount, firstPage } = output;
  if (relation === null || firstPage.rowCount >= rowCount) return yield judged(output, firstPage);
  const stored = storedAs ?? 'view';
  const source = relationSource(workspace.ready, {
    relation,
    storedAs: stored,
    columns,
    rowCount,
    firstPage,
  });
  for await (const page of source.everyRow({ sort: null, filter: '' })) yield judged(output, page);
}

async function basisOf({ data, ready }: Workspace, asOf: string | null): Promise<Basis> {
  const { datasetFingerprint, workspaceZone } = await import('#import');
  const engine = await ready;
  return {
    sources: data.sources.map(({ file, vendor, rows, rejected }) => ({
      file,
      vendor,
      rowsRead: null,
      rowsLoaded: rows,
      rowsRejected: rejected,
    })),
    asOf: asOf ?? data.asOf,
    zone: await workspaceZone(engine),
    fingerprint: await datasetFingerprint(engine),
  };
}
