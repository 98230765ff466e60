import { describe, expect, it } from 'vitest';
import { buildValue, isHeadline } from '#output';
import { tableFrom } from '#table';

const row = (value: number | null, n: bigint) =>
  tableFrom([
    { name: 'value', type: 'DOUBLE', values: [value] },
    { name: 'n', type: 'BIGINT', values: [n] },
  ]);

describe('a headline', () => {
  it('shows its value, what it rests on, and whether its change is good news', () => {
    const headline = buildValue(row(0.8, 400n), { unit: 'percent', better: 'up', previous: row(0.9, 380n) });
    expect(headline).toEqual({
      value: 0.8,
      unit: 'percent',
      n: 400,
      interval: null,
      small: false,
      change: {
        previous: 0.9,
        previousN: 380,
        difference: 0.8 - 0.9,
        relative: null,
        direction: 'down',
        judgement: 'bad',
        beyondNoise: null,
      },
      beside: [],
    });
  });

  it('compares durations by the share they changed, and less is good where less is better', () => {
    const { change } = buildValue(row(90, 400n), {
      unit: 'duration',
      better: 'down',
      previous: row(120, 1n),
    });
    expect([change?.relative, change?.judgement]).toEqual([-0.25, 'good']);
  });

  it('is unknown rather than zero without rows, and grey on few', () => {
    const { value, n, small, change } = buildValue(row(null, 0n), {
      unit: 'percent',
      better: 'up',
      previous: row(0.9, 380n),
    });
    expect({ value, n, small, change }).toEqual({ value: null, n: 0, small: true, change: null });
  });

  it('is one row with a value', () => {
    expect([
      isHeadline(row(1, 1n)),
      isHeadline(tableFrom([{ name: 'n', type: 'BIGINT', values: [1n] }])),
    ]).toEqual([true, false]);
  });
});
