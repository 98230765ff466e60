import { expect, test } from 'vitest';
import { corpus } from './corpus/index.ts';
import { hostileSuite } from './suite.ts';

hostileSuite(['text/', 'json/', 'large/']);

test('the corpus has more than 200 files, each with a name of its own', () => {
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  expect(corpus.length).toBeGreaterThan(500);
});
