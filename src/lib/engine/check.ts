import { EngineError, type QueryError } from './errors.ts';
import { sessionSettings } from './session.ts';
import { toQueryError } from './failure.ts';

/** What a connection that only checks starts with: nothing is computed ahead, so that a check never costs a query's time. */
export const checkSettings = `${sessionSettings}; pragma disable_optimizer`;

export const checkPrefix = 'explain ';

/** What DuckDB has against a statement that was sent behind `checkPrefix`. */
export async function failureOf(sql: string, check: () => Promise<unknown>): Promise<QueryError | null> {
  try {
    await check();
    return null;
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const sent = checkPrefix + sql;
    return toQueryError({ whole: sql, from: -checkPrefix.length, sql: sent }, error);
  }
}
