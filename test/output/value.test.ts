import { describe, expect, it } from 'vitest';
import type { Measurement } from '#kpi';
import { buildValue, headlineOf, isHeadline } from '#output';
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
        isPerDay: false,
        part: null,
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

describe('a measured KPI as a headline', () => {
  const measurement: Measurement = {
    id: 'csat',
    status: 'ok',
    value: 0.75,
    unit: 'percent',
    n: 40,
    numerator: 30,
    denominator: 40,
    interval: null,
    small: false,
    variant: 'satisfied',
    path: 'rows',
    reason: null,
    alternatives: [],
    notes: [],
    also: null,
    extras: {},
    previous: null,
    begins: '2026-03-09',
    lastYear: {
      period: { from: '2025-03-01 00:00:00', to: '2025-04-01 00:00:00' },
      exposure: 1,
      part: null,
      isCut: false,
      daily: null,
      value: 0.5,
      n: 20,
      change: 0.25,
      relative: 0.5,
      interval: null,
      beyondNoise: true,
    },
    target: {
      value: 0.8,
      met: false,
      attainment: 0.9375,
      origin: 'start',
      note: null,
      standing: 'judged',
      span: null,
      gone: null,
    },
  };

  it('has its change against last year, its target, and that nobody set it', () => {
    expect(headlineOf(measurement, 'up')).toEqual({
      value: 0.75,
      unit: 'percent',
      n: 40,
      interval: null,
      small: false,
      change: null,
      begins: '2026-03-09',
      lastYear: {
        previous: 0.5,
        previousN: 20,
        difference: 0.25,
        relative: null,
        direction: 'up',
        judgement: 'good',
        beyondNoise: true,
        isPerDay: false,
        part: null,
      },
      target: { ...measurement.target, isStart: true },
      beside: [],
    });
  });
});
