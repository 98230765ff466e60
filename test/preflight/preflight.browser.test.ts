import { expect, test } from 'vitest';
import { openWasmEngine } from '#engine/wasm';
import { applyRemedy, preflight, undoRemedy } from '#preflight';
import { toNumber } from '#table';
import { cases, listsItsRows, setUp, toldOf } from './cases.ts';

test('the page’s engine finds the same', async () => {
  const engine = await openWasmEngine({ storage: 'memory' });
  const differing = [];
  for (const one of cases) {
    const found = await toldOf(engine, one);
    const own = found.find(({ id }) => id === one.id);
    const isListed = !listsItsRows(one.id) || own?.listed === one.count;
    if (own?.count !== one.count || !isListed || found.some(({ id }) => id.startsWith('failed')))
      differing.push({ id: one.id, found });
  }
  expect(differing).toEqual([]);
  await setUp(engine, cases[0]!);
  const [merged] = await preflight(engine);
  const shown = async () => toNumber((await engine.query('select count(*) from tickets')).columns[0]!.at(0));
  const before = await shown();
  await applyRemedy(engine, merged!);
  const without = await shown();
  await undoRemedy(engine, merged!);
  expect([before, without, await shown()]).toEqual([4, 2, 4]);
  await engine.close();
});
