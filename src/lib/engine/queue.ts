import { interrupted } from './failure.ts';

/**
 * Serves callers one after the other. Its invariants:
 * - at most one task runs, so that the statements of one call never mix with another's (one connection, one search path);
 * - tasks start in the order in which they were added, and a task that fails does not hold up the next one;
 * - a task whose signal is given while it waits is dropped without having started;
 * - `last` never rejects: it is settled when every task added so far is.
 */
export class CallQueue {
  private last: Promise<void> = Promise.resolve();

  add<Result>(sql: string, signal: AbortSignal | undefined, task: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(() => {
      if (signal?.aborted) throw interrupted(sql, signal.reason);
      return task();
    });
    this.last = result.then(ignore, ignore);
    return result;
  }
}

function ignore(): void {}
