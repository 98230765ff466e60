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

test('days without rows may have been the first as well', () => {
  const gap = days([90, 90, 90, 90, 90, 90, 0, 0, 0, 50, 50, 50, 50, 50, 50]).filter(
    ({ sums }) => sums.x > 0,
  );
  expect(changePoint(gap, true)).toEqual({
    day: '2026-03-10',
    interval: ['2026-03-07', '2026-03-10'],
    before: 0.9,
    after: 0.5,
  });
});

test('of a mean the days say by their own spread how clear it is', () => {
  const of = (values: readonly number[]) =>
    values.map((value, index) => ({
      day: `2026-03-${String(index + 1).padStart(2, '0')}`,
      sums: { rows: 10, x: 10 * value, w: 10, xx: 10 * value * value, xw: 10 * value, ww: 10 },
    }));
  expect([
    changePoint(of([5, 5, 5, 5, 5, 8, 8, 8, 8, 8]), false),
    changePoint(of([5, 7, 4, 6, 5, 20, 22, 19, 21, 20]), false)?.interval,
  ]).toEqual([
    { day: '2026-03-06', interval: ['2026-03-06', '2026-03-06'], before: 5, after: 8 },
    ['2026-03-06', '2026-03-06'],
  ]);
});

test('what weekdays always differ by is no change', () => {
  // Eight weeks from a Monday on; weekends are 30 points lower; from the Thursday of the fifth week all are 10 points lower.
  const weeks = Array.from({ length: 56 }, (_, index) => ({
    day: new Date(Date.UTC(2026, 2, 2 + index)).toISOString().slice(0, 10),
    sums: answers((index % 7 < 5 ? 900 : 600) - (index >= 31 ? 100 : 0), 1000),
  }));
  expect(changePoint(weeks, true)).toMatchObject({
    day: '2026-04-02',
    interval: ['2026-04-02', '2026-04-02'],
  });
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
