import { expect, test } from 'vitest';
import { changePoint } from '../../src/lib/explain/change-point.ts';
import { beyondNoise, twoSided } from '../../src/lib/explain/significance.ts';
import type { Sums } from '../../src/lib/explain/sums.ts';

const answers = (x: number, n: number): Sums => ({ rows: n, x, w: n, xx: x, xw: x, ww: n });
const days = (values: readonly number[]) =>
  values.map((x, index) => ({ day: `2026-03-${String(index + 1).padStart(2, '0')}`, sums: answers(x, 100) }));

test('the first day of another level is the change point; a clear one needs no interval', () => {
  expect(changePoint(days([90, 90, 90, 90, 90, 90, 50, 50, 50, 50, 50, 50]), true)).toEqual({
    day: '2026-03-07',
    interval: ['2026-03-07', '2026-03-07'],
    before: 0.9,
    after: 0.5,
  });
});

test('an unclear one may have been on any of several days, and too few days have none', () => {
  const found = changePoint(days([80, 82, 79, 81, 80, 79, 80, 81, 79, 80, 82, 79]), true);
  expect(found && found.interval[0] < found.interval[1]).toBe(true);
  expect(changePoint(days([90, 90, 90, 50, 50, 50, 50]), true)).toBeNull();
});

test('the normal’s tails are those of the tables', () => {
  expect([0, 1, 1.959963984540054, 3, 5].map((z) => Number(twoSided(z).toPrecision(6)))).toEqual([
    1, 0.317311, 0.05, 0.0026998, 5.73303e-7,
  ]);
});

test('Benjamini and Hochberg: the largest rank whose chance is small enough takes those before it along', () => {
  // Limits at 5 % of five: 0.01, 0.02, 0.03, 0.04, 0.05; in order 0.005, 0.025, 0.028, 0.06, 0.5.
  expect(beyondNoise([0.5, 0.005, 0.028, 0.06, 0.025], 0.05)).toEqual([false, true, true, false, true]);
  expect(beyondNoise([0.02, 0.5], 0.01)).toEqual([false, false]);
});
