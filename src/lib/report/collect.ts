import type { TableOutput } from '#cells';
import { assert } from '#errors';
import type { Kpi } from '#kpi';
import type { Notebook } from '#notebook';
import { withTargets } from '#output';
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

/** The rows of a breakdown with what each is judged by. */
export function judged({ findings }: TableOutput, rows: Table): Table {
  return withTargets(rows, findings?.targets);
}
