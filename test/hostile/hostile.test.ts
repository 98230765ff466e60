import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpus } from './corpus/index.ts';
import { faultsOf } from './judge.ts';
import { Keeper } from './keeper.ts';

let keeper: Keeper;
beforeAll(async () => {
  keeper = await Keeper.open();
}, 60_000);
afterAll(() => keeper.close());

describe('every hostile file ends in a clear report', () => {
  test.for(corpus.filter(({ isLong }) => !isLong))('$name', { timeout: 70_000 }, async (each) => {
    const answer = await keeper.run({ kind: 'case', name: each.name });
    expect('lost' in answer ? [answer.lost, answer.output] : faultsOf(each, answer)).toEqual([]);
  });
});
