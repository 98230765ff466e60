import type { TableOutput } from '#cells';
import { assert } from '#errors';
import type { Kpi } from '#kpi';
import type { Notebook } from '#notebook';
import { slice, withTargets } from '#output';
import type { CellState } from '#runtime';
import type { Table } from '#table';
import { isSettled, unitsOfRows, type CellResult } from './result.ts';

interface CollectOptions {
  readonly stateOf: (id: string) => CellState;
  readonly kpis: readonly Kpi[];
  /** The rows that are wanted of a table; its first page unless told. */
  readonly rowsOf?: (output: TableOutput) => Promise<Table> | Table;
}

/** What each cell of a notebook came to, once all of them have been run. */
export async function collectResults(
  notebook: Notebook,
  { stateOf, kpis, rowsOf = ({ firstPage }) => firstPage }: CollectOptions,
): Promise<readonly CellResult[]> {
  const results: CellResult[] = [];
  for (const cell of notebook.cells) {
    const state = stateOf(cell.id);
    assert(isSettled(state), 'every cell has been run');
    const output = state.status === 'done' && state.output.kind === 'table' ? state.output : null;
    const table = output && !output.cannot ? judged(output, await rowsOf(output)) : null;
    results.push({ cell, state, table, units: table ? unitsOfRows(cell, table, kpis) : {} });
  }
  return results;
}

/** Rows of a result as they come: a page of them at a time. */
export type ReadPage = (
  relation: string,
  request: { readonly offset: number; readonly limit: number },
) => Promise<Table>;

const pageRows = 20_000;
/** Values that are worked on before anything else may have its turn. */
const mostValues = 12_000;

/** Every row of a result with what it is judged by, in pieces that hold nobody up. */
export async function* everyPiece(output: TableOutput, readPage: ReadPage): AsyncGenerator<Table> {
  for await (const page of everyPage(output, readPage)) {
    const columns = { from: 0, to: page.columns.length };
    const piece = Math.max(1, Math.floor(mostValues / Math.max(1, columns.to)));
    for (let from = 0; from < page.rowCount; from += piece) {
      yield judged(output, slice(page, { from, to: from + piece }, columns));
      await new Promise((resume) => setTimeout(resume));
    }
  }
}

/** Every row of a result as one table. */
export async function everyRow(output: TableOutput, readPage: ReadPage): Promise<Table> {
  const pages: Table[] = [];
  for await (const page of everyPage(output, readPage)) pages.push(page);
  const [first] = pages;
  assert(first, 'a result has a page, be it empty');
  if (pages.length === 1) return first;
  const columns = first.columns.map((column, index) => ({
    ...column,
    at: (row: number) => pages[Math.floor(row / pageRows)]!.columns[index]!.at(row % pageRows),
  }));
  return { rowCount: output.rowCount, columns };
}

async function* everyPage(
  { relation, firstPage, rowCount }: TableOutput,
  readPage: ReadPage,
): AsyncGenerator<Table> {
  if (relation === null || firstPage.rowCount >= rowCount) return yield firstPage;
  for (let offset = 0; offset < rowCount; offset += pageRows)
    yield await readPage(relation, { offset, limit: pageRows });
}

/** The rows of a breakdown with what each is judged by. */
function judged({ findings }: TableOutput, rows: Table): Table {
  return withTargets(rows, findings?.targets);
}
