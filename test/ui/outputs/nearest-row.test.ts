import { expect, test } from 'vitest';
import { tableFrom } from '#table';
import { nearestRow } from '../../../src/lib/ui/outputs/nearest-row.ts';

// 2026-03-09, 2026-03-16 and 2026-03-23 are 20,521, 20,528 and 20,535 days after 1970-01-01.
const weeks = tableFrom([{ name: 'week', type: 'DATE', values: [20_521, 20_528, null, 20_535] }]);

test('a place on the axis of time is that of the nearest row; a row without an instant is nowhere', () => {
  const at = (instant: string) => nearestRow(weeks, 'week', Date.parse(instant));
  expect([
    at('2026-01-01T00:00:00'),
    at('2026-03-12T11:00:00'),
    at('2026-03-12T13:00:00'),
    at('2026-03-30T00:00:00'),
  ]).toEqual([0, 0, 1, 3]);
  expect(nearestRow(weeks, 'month', 0)).toBeNull();
});
