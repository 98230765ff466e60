import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openWasmEngine } from '#engine/wasm';
import { randomWorld } from '../kpi/random-world.ts';
import { fill } from '../kpi/world.ts';
import { distances, unboundExplanations } from './every-decomposition.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openWasmEngine({ storage: 'memory' });
  await fill(engine, randomWorld(12));
});
afterAll(() => engine.close());

test('in the page, too, every decomposition follows the rule, and every step binds', async () => {
  const found = await distances(engine);
  expect(Object.entries(found).filter(([, far]) => !(far <= 1e-12))).toEqual([]);
  expect(await unboundExplanations(engine)).toEqual([]);
}, 180_000);
