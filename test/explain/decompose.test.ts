import { describe, expect, test } from 'vitest';
import { decompose, type Segment } from '../../src/lib/explain/decompose.ts';
import { partsOf } from '../../src/lib/explain/parts.ts';
import { nothing, type Sums } from '../../src/lib/explain/sums.ts';
import { randomNumbers } from '../kpi/random-world.ts';

/** So many of `n` answers satisfied. */
function answers(x: number, n: number): Sums {
  return n === 0 ? nothing : { rows: n, x, w: n, xx: x, xw: x, ww: n };
}

function segment(before: Sums, after: Sums, asked: Segment['asked'] = null): Segment {
  return { before, after, asked };
}

const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(9)));

function parts(segments: readonly Segment[]) {
  return decompose(segments).map(({ mix, rate, answering }) => [
    rounded(mix),
    rounded(rate),
    rounded(answering),
  ]);
}

describe('the parts of a change', () => {
  test('a segment that fell alone is all rate', () => {
    // Halves: 90 % and 80 % before, 90 % and 60 % after. 85 % → 75 %; ½ × −20 points.
    expect(
      parts([segment(answers(90, 100), answers(90, 100)), segment(answers(80, 100), answers(60, 100))]),
    ).toEqual([
      [0, 0, null],
      [0, -0.1, null],
    ]);
  });

  test('a worse segment that grew is all mix: what the better one gave up counts too', () => {
    // 90 % and 50 %. Shares ¾, ¼ → ½, ½: 80 % → 70 %, middle 75 %. −¼ × (90 − 75), ¼ × (50 − 75).
    expect(
      parts([segment(answers(135, 150), answers(90, 100)), segment(answers(25, 50), answers(50, 100))]),
    ).toEqual([
      [-0.0375, 0, null],
      [-0.0625, 0, null],
    ]);
  });

  test('what is new is mix, and so is what has vanished', () => {
    // 80 % of 100 → 80 % of 50 and 40 % of a new 50: 80 % → 60 %, middle 70 %. Old: −½ × 10; new: ½ × (40 − 70).
    const grown = [segment(answers(80, 100), answers(40, 50)), segment(nothing, answers(20, 50))];
    expect(parts(grown)).toEqual([
      [-0.05, 0, null],
      [-0.15, 0, null],
    ]);
    expect(parts(grown.map(({ before, after }) => segment(after, before)))).toEqual([
      [0.05, 0, null],
      [0.15, 0, null],
    ]);
  });

  test('who answered is told from who was asked', () => {
    // Half of those asked are of each segment, before and after. Answers ¾, ¼ → ½, ½: all of the mix is answering.
    const asked = { before: 200, after: 200 };
    expect(
      parts([
        segment(answers(135, 150), answers(90, 100), asked),
        segment(answers(25, 50), answers(50, 100), asked),
      ]),
    ).toEqual([
      [-0.0375, 0, -0.0375],
      [-0.0625, 0, -0.0625],
    ]);
    // Everybody answers: none of it is.
    expect(
      parts([
        segment(answers(135, 150), answers(90, 100), { before: 150, after: 100 }),
        segment(answers(25, 50), answers(50, 100), { before: 50, after: 100 }),
      ]),
    ).toEqual([
      [-0.0375, 0, 0],
      [-0.0625, 0, 0],
    ]);
  });

  test('what the rows do not name is a segment of its own, told from the small ones that are pooled', () => {
    // email 80 % → 80 % of 100, unnamed 80 % → 60 % of 100, two of 5 each, all satisfied: 170 → 150 of 210.
    // No share moved. Unnamed: 100/210 × −20 points = −2/21, the whole change.
    const cell = (member: string | null, before: Sums, after: Sums) => ({
      by: [0],
      members: [member],
      before,
      after,
    });
    const found = partsOf(
      [
        cell('email', answers(80, 100), answers(80, 100)),
        cell(null, answers(80, 100), answers(60, 100)),
        cell('fax', answers(5, 5), answers(5, 5)),
        cell('post', answers(5, 5), answers(5, 5)),
      ],
      {
        dimensions: [{ name: 'channel', kind: 'service' }],
        asked: null,
        first: [],
        isShare: true,
        isCount: false,
      },
    );
    const told = found.map(({ member, isPooled, before, after, mix, rate, n }) => ({
      ...{ member, isPooled, before, after, n },
      ...{ mix: rounded(mix), rate: rounded(rate) },
    }));
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        { member: null, isPooled: false, before: 0.8, after: 0.6, n: 200, mix: 0, rate: -0.095238095 },
        { member: 'email', isPooled: false, before: 0.8, after: 0.8, n: 200, mix: 0, rate: 0 },
        { member: null, isPooled: true, before: 1, after: 1, n: 20, mix: 0, rate: 0 },
      ]),
    );
  });

  test('nothing at all has no parts', () => {
    expect([parts([]), parts([segment(nothing, nothing)])]).toEqual([[], [[0, 0, null]]]);
  });
});

test.each(Array.from({ length: 20 }, (_, index) => index + 1))(
  'the parts of random segments add up to the change to the last digit but one (%s)',
  (seed) => {
    const next = randomNumbers(seed);
    const some = (): Sums => {
      const n = next() < 0.2 ? 0 : Math.floor(next() * 500);
      return answers(Math.floor(next() * (n + 1)), n);
    };
    const segments = Array.from({ length: 2 + Math.floor(next() * 30) }, () => segment(some(), some()));
    const total = (when: 'before' | 'after') =>
      segments.reduce((sum, each) => sum + each[when].x, 0) /
      segments.reduce((sum, each) => sum + each[when].w, 0);
    const sum = decompose(segments).reduce((all, { mix, rate }) => all + mix + rate, 0);
    expect(Math.abs(sum - (total('after') - total('before')))).toBeLessThan(1e-13);
  },
);
