import { checkSql, type CellFailure, type RunContext } from '#cells';
import { isQuery } from '#sql';
import type { Program } from './program.ts';

/** Checks a cell as if all that it reads had just been run: by the queries of those cells, not by what they left. */
export async function checkCell(
  { cells, graph }: Program,
  id: string,
  context: RunContext,
): Promise<CellFailure | null> {
  const cell = cells.get(id);
  if (cell?.kind !== 'sql') return null;
  const above = graph.ancestors(id).flatMap((other) => cells.get(other) ?? []);
  const queries = above.filter(
    ({ kind, name, source }) => kind === 'sql' && name !== null && isQuery(source),
  );
  return checkSql(cell, queries, context);
}
