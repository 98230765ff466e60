import { describe, expect, test } from 'vitest';
import { parse } from '#notebook';
import { properties } from './properties.ts';
import { Random } from './random.ts';

/** `npm run fuzz -- notebook` tries ten thousand of each. */
const cases = 300;

describe('of any notebook', () => {
  test.each(Object.entries(properties))('%s', (_, property) => {
    for (let seed = 0; seed < cases; seed += 1) {
      const { expected, found } = property(new Random(seed));
      expect({ seed, found }).toEqual({ seed, found: expected });
    }
  });

  test('a text gives the same ids each time, or those that are asked for', () => {
    const text = '# A\n\n```sql\nselect 1\n```\n';
    expect(parse(text)).toEqual(parse(text));
    expect(parse(text, { nextId: () => 'x' }).notebook.cells.map(({ id }) => id)).toEqual(['x', 'x']);
  });
});
