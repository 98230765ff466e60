import { describe, expect, test } from 'vitest';
import { daysOf, periodOfDays } from '#time';
import {
  endOfDay,
  spanChoices,
  spanKind,
  spanOf,
  spanText,
} from '../../../src/lib/ui/targets/target-span.ts';

const march = { from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' };
const spring = { from: '2026-04-01 00:00:00', to: '2026-07-01 00:00:00' };
const days = { from: '2026-03-03 00:00:00', to: '2026-03-21 00:00:00' };

describe('when a target holds', () => {
  test('is offered as the months of a year before the data’s end and a year after, and the quarters likewise', () => {
    const months = spanChoices('month', '2026-01-15 10:00:00');
    expect([months.length, months[0], months[12], months.at(-1)]).toEqual([
      25,
      '2025-01',
      '2026-01',
      '2027-01',
    ]);
    expect(spanChoices('quarter', '2026-05-31 10:00:00')).toEqual([
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
      '2027-Q1',
      '2027-Q2',
    ]);
  });

  test('a month and a quarter are spans, and spans are known again as such', () => {
    expect([spanOf('2026-03'), spanOf('2026-Q2')]).toEqual([march, spring]);
    expect(
      [march, spring, days, { from: null, to: null }, { from: null, to: march.to }].map(spanKind),
    ).toEqual([
      { kind: 'month', written: '2026-03' },
      { kind: 'quarter', written: '2026-Q2' },
      { kind: 'range', written: '' },
      { kind: 'always', written: '' },
      { kind: 'range', written: '' },
    ]);
  });

  test('days are both included, and an empty one leaves its end open', () => {
    expect(daysOf(days)).toEqual({ first: '2026-03-03', last: '2026-03-20' });
    expect(periodOfDays('2026-03-03', '2026-03-20')).toEqual(days);
    expect(periodOfDays('', '2026-02-28')).toEqual({ from: null, to: '2026-03-01 00:00:00' });
    expect(endOfDay('2026-12-31 17:20:00')).toBe('2027-01-01 00:00:00');
  });

  test('is told in words, in both languages', () => {
    const spans = [
      { from: null, to: null },
      march,
      spring,
      days,
      { from: days.from, to: null },
      { from: null, to: days.to },
    ];
    expect(spans.map((span) => spanText(span, 'en'))).toEqual([
      'always',
      'March 2026',
      'Q2 2026',
      'Mar 3, 2026 to Mar 20, 2026',
      'from Mar 3, 2026 on',
      'until Mar 20, 2026',
    ]);
    expect(spans.map((span) => spanText(span, 'pt-BR'))).toEqual([
      'sempre',
      'março de 2026',
      '2º trimestre de 2026',
      '3 de mar. de 2026 a 20 de mar. de 2026',
      'a partir de 3 de mar. de 2026',
      'até 20 de mar. de 2026',
    ]);
  });
});
