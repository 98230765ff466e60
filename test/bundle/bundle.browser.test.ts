import { expect, test } from 'vitest';
import { loadBundle, openBundle, writeBundle } from '#bundle';
import { openWasmEngine } from '#engine/wasm';
import { scanPersonal } from '#privacy';
import { quoteRelation } from '#sql';
import { measuredValues } from '../kpi/shop-values.ts';
import { shopValues } from '../kpi/pencil.ts';
import { shop } from '../kpi/shop.ts';
import { fill } from '../kpi/world.ts';

test('in the page, too, a bundle that hides who people are gives the same values', async () => {
  const engine = await openWasmEngine({ storage: 'memory' });
  await fill(engine, shop);
  const fields = (await scanPersonal(engine)).map(({ field }) => field);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await writeBundle(engine, (chunk) => chunks.push(chunk), {
    notebooks: [],
    masking: { fields, choices: {}, salt: 'pepper' },
  });
  const bundle = await openBundle(new Blob(chunks));
  if (!bundle) throw new Error('no bundle');
  await engine.exec(`drop schema ${quoteRelation(engine.database, 'base')} cascade`);
  await loadBundle(engine, bundle);
  expect(await measuredValues(engine)).toEqual(shopValues);
  await engine.close();
});
