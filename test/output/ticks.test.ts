import { expect, test } from 'vitest';
import { durationTicks } from '../../src/lib/output/chart/ticks.ts';

test('an axis of durations has round places on both sides of zero', () => {
  // Eight minutes in all: every two minutes, from −6 to 2.
  expect(durationTicks(120, -360)).toEqual([-360, -240, -120, 0, 120]);
  expect([durationTicks(120), durationTicks(0, -30), durationTicks(2, -2)]).toEqual([
    [0, 30, 60, 90, 120],
    [-30, -25, -20, -15, -10, -5, 0],
    null,
  ]);
});
