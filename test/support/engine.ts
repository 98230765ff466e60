import { afterAll, beforeAll } from 'vitest';
import { openNodeEngine } from '#engine/node';
import type { Engine } from '#engine';

/** One native engine for a test file, opened before its first test and closed after its last: call it at the top. */
export function sharedEngine(): () => Engine {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await openNodeEngine({ threads: 1 });
  });
  afterAll(() => engine?.close());
  return () => {
    if (!engine) throw new Error('The shared engine is open only while tests run');
    return engine;
  };
}
