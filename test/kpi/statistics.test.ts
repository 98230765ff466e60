import { describe, expect, test } from 'vitest';
import { binomialCdf, gammaCdf, studentT95 } from '../../src/lib/kpi/distributions.ts';
import {
  meanInterval,
  newcombe,
  poisson,
  quantileRanks,
  welch,
  wilson,
} from '../../src/lib/kpi/statistics.ts';

const rounded = (interval: readonly number[] | null, digits = 4) =>
  interval?.map((end) => Number(end.toFixed(digits))) ?? null;

describe('distributions agree with printed tables', () => {
  test('the two-sided 95 % points of t', () => {
    expect([1, 2, 5, 10, 30, 1000].map((degrees) => Number(studentT95(degrees).toFixed(3)))).toEqual([
      12.706, 4.303, 2.571, 2.228, 2.042, 1.962,
    ]);
  });

  test('the binomial: P(X ≤ 2) of 5 fair coins is 16/32', () => {
    expect([-1, 0, 2, 5].map((k) => Number(binomialCdf(k, 5, 0.5).toFixed(6)))).toEqual([0, 0.03125, 0.5, 1]);
  });

  test('the gamma of shape 1 is the exponential', () => {
    expect(gammaCdf(1, 1)).toBeCloseTo(1 - Math.exp(-1), 12);
    expect(gammaCdf(5, 1)).toBeCloseTo(1 - Math.exp(-5), 12);
  });
});

describe('intervals', () => {
  test('Wilson: 0 of 10, 5 of 10 and 81 of 263 as Newcombe (1998) prints them', () => {
    expect([wilson(0, 10), wilson(5, 10), wilson(81, 263)].map((each) => rounded(each))).toEqual([
      [0, 0.2775],
      [0.2366, 0.7634],
      [0.2553, 0.3662],
    ]);
    expect(wilson(0, 0)).toBeNull();
  });

  test('Poisson: Garwood’s exact limits of 0, 1 and 10', () => {
    expect([0, 1, 10].map((count) => rounded(poisson(count), 3))).toEqual([
      [0, 3.689],
      [0.025, 5.572],
      [4.795, 18.39],
    ]);
  });

  test('Poisson: exact and approximate limits meet at 10,000', () => {
    const exact = poisson(10_000);
    const near = poisson(10_001);
    expect(near[0] - exact[0]).toBeCloseTo(1, 1);
    expect(near[1] - exact[1]).toBeCloseTo(1, 1);
  });

  test('a mean: 1, 2, 3 has sd 1, so 2 ± 4.303/√3', () => {
    expect(rounded(meanInterval(2, 1, 3), 3)).toEqual([-0.484, 4.484]);
    expect(meanInterval(2, 0, 1)).toBeNull();
  });

  test('the median of 10 lies between the 2nd and the 9th with 97.9 %, and five values are too few', () => {
    expect([quantileRanks(10, 0.5), quantileRanks(6, 0.5), quantileRanks(5, 0.5)]).toEqual([
      [2, 9],
      [1, 6],
      null,
    ]);
  });

  test('the 9th decile needs 36 values: the largest of 35 is above it in 97.496 % of samples', () => {
    expect([quantileRanks(35, 0.9), quantileRanks(36, 0.9)]).toEqual([null, [29, 36]]);
  });

  test('order statistics of a large sample follow n/2 ± 0.98 √n', () => {
    expect(quantileRanks(10_000, 0.5)).toEqual([4902, 5099]);
  });
});

describe('differences', () => {
  test('Welch: means 10 and 8, sd 2 and 3, n 20 and 30', () => {
    // a = 4/20 = 0.2, b = 9/30 = 0.3; df = 0.25 / (0.04/19 + 0.09/29) = 47.99; t = 2.0106; half = 2.0106·√0.5 = 1.4217
    expect(rounded(welch({ mean: 10, stddev: 2, n: 20 }, { mean: 8, stddev: 3, n: 30 }), 3)).toEqual([
      0.578, 3.422,
    ]);
  });

  test('Newcombe: 56 of 70 against 48 of 80 as in his table II', () => {
    expect(rounded(newcombe({ successes: 56, n: 70 }, { successes: 48, n: 80 }))).toEqual([0.0524, 0.3339]);
  });
});
