import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openWasmEngine } from '#engine/wasm';
import { shopValues } from './pencil.ts';
import { everyNth } from '../support/in-full.ts';
import { everySql } from './every-sql.ts';
import { measuredValues, unbound } from './shop-values.ts';
import { shop } from './shop.ts';
import { fill } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openWasmEngine({ storage: 'memory' });
  await fill(engine, shop);
});
afterAll(() => engine.close());

test('the page’s engine gives the same values as the pencil', async () => {
  expect(await measuredValues(engine)).toEqual(shopValues);
});

// There are thousands of them; that each binds natively is tried elsewhere.
const texts = everyNth(everySql(), 5);
const patience = 300_000;

test(
  'the SQL texts of the catalogue bind in the page',
  async () => {
    expect(await unbound(engine, texts)).toEqual([]);
  },
  patience,
);
