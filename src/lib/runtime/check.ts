import { checkSql, type CellFailure, type RunContext } from '#cells';
import { isQuery } from '#sql';
import type { Program } from './program.ts';

/**
 * Checks a cell as if all that it reads had just been run: by the queries of those cells, not by what they left.
 * What our own analysis refuses never reaches the engine: to bind some of it is to end the engine, or to ask the network.
 */
export async function checkCell(
  { cells, graph, analyses }: Program,
  id: string,
  context: RunContext,
): Promise<CellFailure | null> {
  const cell = cells.get(id);
  const isRefused = (other: string) =>
    analyses.get(other)!.diagnostics.some(({ severity }) => severity === 'error');
  const all = graph.ancestors(id);
  if (cell?.kind !== 'sql' || [id, ...all].some(isRefused)) return null;
  const above = all.flatMap((other) => cells.get(other) ?? []);
  const queries = above.filter(
    ({ kind, name, source }) => kind === 'sql' && name !== null && isQuery(source),
  );
  return checkSql(cell, queries, context);
}
