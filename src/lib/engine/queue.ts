import { interrupted } from './failure.ts';

/**
 * Serves callers one after the other. Its invariants:
 * - at most one task runs, so that the statements of one call never mix with another's (one connection, one search path);
 * - tasks start in the order in which they were added, and a task that fails does not hold up the next one;
 * - a task whose signal is given while it waits is dropped without having started;
 * - a task in the background starts when no other is there, is interrupted by the next one, and then starts anew;
 * - `last` never rejects: it is settled when every task added so far is.
 */
export class CallQueue {
  private last: Promise<void> = Promise.resolve();
  /** Tasks that are not in the background, and not settled. */
  private pending = 0;
  private readonly giving = new Set<AbortController>();

  add<Result>(sql: string, signal: AbortSignal | undefined, task: Task<Result>): Promise<Result> {
    this.pending += 1;
    for (const way of this.giving) way.abort();
    return this.append(sql, signal, task).finally(() => (this.pending -= 1));
  }

  async addInBackground<Result>(
    sql: string,
    signal: AbortSignal | undefined,
    task: Task<Result>,
  ): Promise<Result> {
    for (;;) {
      do await this.last;
      while (this.pending > 0);
      const way = new AbortController();
      this.giving.add(way);
      try {
        return await this.append(sql, AbortSignal.any([way.signal, ...(signal ? [signal] : [])]), task);
      } catch (error) {
        if (!way.signal.aborted || signal?.aborted) throw error;
      } finally {
        this.giving.delete(way);
      }
    }
  }

  private append<Result>(sql: string, signal: AbortSignal | undefined, task: Task<Result>): Promise<Result> {
    const result = this.last.then(() => {
      if (signal?.aborted) throw interrupted(sql, signal.reason);
      return task(signal);
    });
    this.last = result.then(ignore, ignore);
    return result;
  }
}

/** Told which signal stops it. */
type Task<Result> = (signal: AbortSignal | undefined) => Promise<Result>;

function ignore(): void {}
