import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';

/** One engine for a file of tests. */
export function useEngine(): () => Engine {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await openNodeEngine();
  });
  afterAll(() => engine?.close());
  return () => {
    if (!engine) throw new Error('the engine is opened before the tests run');
    return engine;
  };
}
