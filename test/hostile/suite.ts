import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyNth } from '../support/in-full.ts';
import { corpus } from './corpus/index.ts';
import { faultsOf } from './judge.ts';
import { Keeper } from './keeper.ts';

/**
 * Tries the files of some parts of the corpus, each in a process of its own kind: what hangs or crashes is told from the rest. Those
 * that take long are tried by `npm run fuzz -- hostile`.
 */
export function hostileSuite(parts: readonly string[]): void {
  let keeper: Keeper;
  beforeAll(async () => {
    keeper = await Keeper.open();
  }, 60_000);
  afterAll(() => keeper.close());
  const own = corpus.filter(({ name, isLong }) => !isLong && parts.some((part) => name.startsWith(part)));
  const cases = everyNth(own, 2);
  describe('every hostile file ends in a clear report', () => {
    test.for(cases)('$name', { timeout: 70_000 }, async (each) => {
      const answer = await keeper.run({ kind: 'case', name: each.name });
      expect('lost' in answer ? [answer.lost, answer.output] : faultsOf(each, answer)).toEqual([]);
    });
  });
}
