import type { QueryError } from '#engine';
import type { Cell } from '#notebook';
import {
  bindParameters,
  isQuery,
  keyword,
  quoteIdentifier,
  references,
  splitStatements,
  tokenize,
} from '#sql';
import { CellFailure, preamble, type RunContext } from '../context.ts';
import { failureAt } from './place.ts';

/**
 * What DuckDB has against the queries at the start of a cell, none of which runs. `above` are the queries that it
 * reads, outermost first: they stand before it as a WITH. What comes after a statement that changes something is not
 * looked at, for it may need that change.
 */
export async function checkSql(
  cell: Cell,
  above: readonly Cell[],
  context: RunContext,
): Promise<CellFailure | null> {
  const parameters = [cell, ...above].flatMap(({ source }) => references(source).parameters);
  const before = preamble(context, [...new Set(parameters)]);
  const check = (sql: string) => context.engine.check(sql, before);
  for (const { sql, from } of queriesOf(cell.source)) {
    const bound = bindParameters(sql);
    const found = await failureIn(bound.sql, above, check);
    if (found) return failureAt(found.error, found.position, { bound, from, source: cell.source });
  }
  return null;
}

function queriesOf(source: string): { readonly sql: string; readonly from: number }[] {
  const statements = splitStatements(source);
  const first = statements.findIndex(({ sql }) => !isQuery(sql) || isPivot(sql));
  return first < 0 ? statements : statements.slice(0, first);
}

/** A pivot asks the data for its columns: to bind it is to run a part of it. */
function isPivot(sql: string): boolean {
  return tokenize(sql).some((token) => keyword(token).startsWith('pivot'));
}

interface Found {
  readonly error: QueryError;
  readonly position: number | null;
}

/** The failure of the query itself: what is wrong above it is said there. */
async function failureIn(
  sql: string,
  above: readonly Cell[],
  check: (sql: string) => Promise<QueryError | null>,
): Promise<Found | null> {
  const alone = await check(sql);
  if (above.length === 0 || alone?.kind === 'syntax')
    return alone && { error: alone, position: alone.position };
  const named = above.map(
    ({ name, source }) =>
      `${quoteIdentifier(name ?? '')} as (\n${bindParameters(source.replace(/;\s*$/, '')).sql}\n)`,
  );
  const head = `with ${named.join(', ')} select * from (\n`;
  const error = await check(`${head}${sql}\n)`);
  if (!error || (error.position !== null && error.position < head.length)) return null;
  return { error, position: error.position === null ? null : error.position - head.length };
}
