import { readdirSync, readFileSync } from 'node:fs';
import { stdout } from 'node:process';
import { expect, test } from 'vitest';

/** Behaviours that no browser test exercises yet: the table is complete. */
const uncoveredAtMost = 0;

const folder = 'test/e2e';
const behaviours = readFileSync(`${folder}/behaviours.md`, 'utf8')
  .split('\n')
  .map((line) => line.split(' | ').map((part) => part.replace(/^\| | \|$/g, '')))
  .filter(([id = '']) => /^[a-z]+\.[a-z-]+$/.test(id))
  .map(([id = '', sentence = '', named = '']) => ({ id, sentence, test: named === '—' ? null : named }));

/** The titles of all tests and of their steps, as `spec › title`. */
const titles = readdirSync(folder)
  .filter((name) => name.endsWith('.spec.ts'))
  .flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/\b(?:test|step)\(\s*(['"`])(.+?)\1,/g)].map(
      ([, , title]) => `${name} › ${title}`,
    ),
  );

test('every behaviour has an id of its own and a sentence', () => {
  expect(behaviours.length).toBeGreaterThan(200);
  expect(
    behaviours.filter(({ id }, place) => behaviours.findIndex((each) => each.id === id) !== place),
  ).toEqual([]);
  expect(behaviours.filter(({ sentence }) => !/\.$/.test(sentence))).toEqual([]);
});

test('every test that the table names is there', () => {
  expect(behaviours.filter((each) => each.test !== null && !titles.includes(each.test))).toEqual([]);
});

test('the behaviours without a test become fewer', () => {
  const uncovered = behaviours.filter((each) => each.test === null).map(({ id }) => id);
  stdout.write(`${uncovered.length} of ${behaviours.length} behaviours have no browser test yet\n`);
  expect(uncovered.length, uncovered.join(', ')).toBeLessThanOrEqual(uncoveredAtMost);
});
