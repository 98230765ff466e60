import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openWasmEngine } from '#engine/wasm';
import { asOf, importFiles, prepareDatabase } from '#import';
import { parse } from '#notebook';
import { Runtime } from '#runtime';
import { plantedCause, sampleFiles, sampleTimeZone } from '#sample';
import { isInFull } from '../support/in-full.ts';

const texts = import.meta.glob<string>('/notebooks/**/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The Portuguese ones differ in words alone, and run on native DuckDB with every test. */
const tried = Object.entries(texts).filter(([path]) => isInFull || !path.includes('/pt-BR/'));

let engine: Engine;
beforeAll(async () => {
  engine = await openWasmEngine({ storage: 'memory' });
  await prepareDatabase(engine);
  await importFiles(engine, await sampleFiles(), { timeZone: sampleTimeZone });
}, 120_000);
afterAll(() => engine.close());

test.each(tried)('%s runs in the page on the sample', async (path, text) => {
  const { notebook } = parse(text);
  const runtime = new Runtime(engine, {
    book: path.replace(/\W+/g, '_'),
    notebook,
    asOf: await asOf(engine),
  });
  await runtime.runAll();
  const states = notebook.cells.map((cell) => ({
    cell: cell.name ?? cell.kind,
    state: runtime.state(cell.id),
  }));
  expect(states.filter(({ state }) => state.status !== 'done')).toEqual([]);
  if (path.endsWith('csat-drop.md')) {
    const sentence = states.findLast(
      ({ state }) => state.status === 'done' && state.output.kind === 'markdown',
    );
    expect(JSON.stringify(sentence?.state)).toContain(plantedCause.segment.site);
  }
  await runtime.close();
});
