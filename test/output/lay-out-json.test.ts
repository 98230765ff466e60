import { expect, test } from 'vitest';
import { layOutJson } from '#output';

test('JSON is laid out with its numbers as they were written', () => {
  expect(layOutJson('{"id":12345678901234567890,"a":[1.10,{"b":"x, {y}: \\"z\\""}],"c":{},"d":[ ]}')).toBe(
    [
      '{',
      '  "id": 12345678901234567890,',
      '  "a": [',
      '    1.10,',
      '    {',
      '      "b": "x, {y}: \\"z\\""',
      '    }',
      '  ],',
      '  "c": {},',
      '  "d": []',
      '}',
    ].join('\n'),
  );
});

test('what is no JSON, and a value alone, is left as it is', () => {
  expect(['[sic]', '{a: 1}', '12', '"text"', 'null', ''].map(layOutJson)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
