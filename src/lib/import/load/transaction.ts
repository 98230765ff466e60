import type { Engine, QueryOptions } from '#engine';

export interface TransactionOptions extends Pick<QueryOptions, 'signal'> {
  /** The share of all statements that is done, 0 to 1; never less than before. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Runs statements all or nothing. */
export async function transact(
  engine: Engine,
  statements: readonly string[],
  { signal, onProgress }: TransactionOptions = {},
): Promise<void> {
  const all = ['begin transaction', ...statements, 'commit'];
  try {
    await engine.exec(all.join(';\n'), { signal, onProgress: onProgress && wholeProgress(all, onProgress) });
  } catch (error) {
    await rollback(engine);
    throw error;
  }
}

/**
 * Of statements that take very different times only the length of their text is known beforehand. It grows with the columns that
 * they compute and write, and the root of it comes near the time that they take.
 */
function wholeProgress(
  statements: readonly string[],
  onProgress: (fraction: number) => void,
): (fraction: number, statement: number) => void {
  const weights = statements.map((sql) => Math.sqrt(sql.length));
  const before = weights.map((_, index) => weights.slice(0, index).reduce((sum, weight) => sum + weight, 0));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let told = 0;
  return (fraction, statement) => {
    told = Math.max(told, ((before[statement] ?? 0) + fraction * (weights[statement] ?? 0)) / whole);
    onProgress(told);
  };
}

async function rollback(engine: Engine): Promise<void> {
  try {
    await engine.exec('rollback');
  } catch {
    // The engine ends a failed transaction by itself where it can: nothing is left to roll back.
  }
}
