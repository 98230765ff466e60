import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { catalogue, findKpi, measure } from '#kpi';
import { createBook, dropBook } from '#import';
import { everyNth } from '../support/in-full.ts';
import { everySql } from './every-sql.ts';
import { shopValues } from './pencil.ts';
import { measuredValues, unbound } from './shop-values.ts';
import { shop } from './shop.ts';
import { fill } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await fill(engine, shop);
});
afterAll(() => engine.close());

test('native DuckDB gives the same values as the pencil', async () => {
  expect(await measuredValues(engine)).toEqual(shopValues);
});

test('every KPI of the catalogue has its constant', () => {
  expect(catalogue.filter(({ id }) => !(id in shopValues)).map(({ id }) => id)).toEqual([]);
});

// There are ten thousand: every second of them, in full all; what a notebook ships is run elsewhere.
test('every SQL text of the catalogue binds, in every cut, grain, dimension and variant', async () => {
  expect(await unbound(engine, everyNth(everySql(), 2))).toEqual([]);
}, 300_000);

test('a text that does not bind is named, and keeps no other from being asked', async () => {
  const texts = ['select channel from tickets', 'select chanel from tickets', 'select 1 +', 'from ticket'];
  const failures = await unbound(
    engine,
    texts.map((sql) => ({ title: sql, sql })),
  );
  expect(failures.map((failure) => failure.split(':')[0])).toEqual(texts.slice(1));
});

test('a book’s scope decides what counts, and leaves everything else as it was', async () => {
  const kpi = findKpi('tickets_created');
  if (!kpi) throw new Error('no KPI');
  await createBook(engine, 'book_1', { channel: ['chat'] });
  const options = { period: null, asOf: null };
  const scoped = await measure(engine, 'book_1', kpi, options);
  const all = await measure(engine, null, kpi, options);
  expect([scoped.value, all.value]).toEqual([2, 6]);
  await engine.exec(`use ${engine.database}`);
  await dropBook(engine, 'book_1');
});
