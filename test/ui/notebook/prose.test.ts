import { expect, test } from 'vitest';
import { withoutValues } from '../../../src/lib/ui/cells/prose.ts';

test('a value that is not there yet is an ellipsis, but in code it is as written', () => {
  expect(withoutValues('From {{ a.b }} to **{{c.d}}**: `{{e.f}}`')).toBe('From … to **…**: `{{e.f}}`');
});
