import { expect, test } from 'vitest';
import { memoryOf, toBytes } from '../../src/lib/workspace/memory.ts';
import { sharedEngine } from '../support/engine.ts';

const engine = sharedEngine();

test('sizes are read as DuckDB writes them', () => {
  expect(['3.1 GiB', '512.0 MiB', '2 KB', '80', 'no limit'].map(toBytes)).toEqual([
    3.1 * 1024 ** 3,
    512 * 1024 ** 2,
    2000,
    80,
    null,
  ]);
});

test('the engine says what it holds, within what it may hold', async () => {
  await engine().exec('create or replace temp table held as select range as n from range(100000)');
  const use = await memoryOf(engine());
  await engine().exec('drop table held');
  expect(use && use.used > 0 && use.used < use.limit).toBe(true);
});
