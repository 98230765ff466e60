import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openWasmEngine } from '#engine/wasm';
import { randomWorld } from '../kpi/random-world.ts';
import { fill } from '../kpi/world.ts';
import { everyNth } from '../support/in-full.ts';
import { distances, explained, unboundExplanations } from './every-decomposition.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openWasmEngine({ storage: 'memory' });
  await fill(engine, randomWorld(12));
});
afterAll(() => engine.close());

test('in the page, too, decompositions follow the rule, and every step binds', async () => {
  const kpis = everyNth(explained, 3);
  const found = await distances(engine, kpis);
  expect(Object.entries(found).filter(([, far]) => !(far <= 1e-12))).toEqual([]);
  expect(await unboundExplanations(engine, kpis)).toEqual([]);
}, 180_000);
