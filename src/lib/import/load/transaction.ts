import type { Engine, QueryOptions } from '#engine';

/** Runs statements all or nothing. */
export async function transact(
  engine: Engine,
  statements: readonly string[],
  options: QueryOptions = {},
): Promise<void> {
  try {
    await engine.exec(['begin transaction', ...statements, 'commit'].join(';\n'), options);
  } catch (error) {
    await rollback(engine);
    throw error;
  }
}

async function rollback(engine: Engine): Promise<void> {
  try {
    await engine.exec('rollback');
  } catch {
    // The engine ends a failed transaction by itself where it can: nothing is left to roll back.
  }
}
