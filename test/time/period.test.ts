import { describe, expect, test } from 'vitest';
import {
  comparedPeriods,
  coveredPart,
  parsePeriod,
  periodFrom,
  resolvePeriod,
  serializePeriod,
  type Period,
  type PeriodUnit,
  type WeekStart,
} from '#time';

/** Wednesday, 2026-03-18, in the afternoon. */
const asOf = '2026-03-18 15:42:10';

function resolved(spec: string, weekStart?: WeekStart): string {
  const parsed = parsePeriod(spec);
  if ('code' in parsed) return parsed.code;
  return shown(resolvePeriod(parsed, { asOf, ...(weekStart ? { weekStart } : {}) }));
}

function shown(period: Period | null): string {
  return period ? `${period.from ?? ''}..${period.to ?? ''}`.replaceAll(' 00:00:00', '') : 'none';
}

describe('a period is whole days, relative to the last day of the data', () => {
  test.each([
    ['all', '..'],
    ['last 8 weeks', '2026-01-22..2026-03-19'],
    ['last 30 days', '2026-02-17..2026-03-19'],
    ['last 1 day', '2026-03-18..2026-03-19'],
    ['last 3 months', '2025-12-19..2026-03-19'],
    ['today', '2026-03-18..2026-03-19'],
    ['yesterday', '2026-03-17..2026-03-18'],
    ['this week', '2026-03-16..2026-03-19'],
    ['previous week', '2026-03-09..2026-03-16'],
    ['this month', '2026-03-01..2026-03-19'],
    ['previous month', '2026-02-01..2026-03-01'],
    ['last month', '2026-02-01..2026-03-01'],
    ['this quarter', '2026-01-01..2026-03-19'],
    ['previous quarter', '2025-10-01..2026-01-01'],
    ['this year', '2026-01-01..2026-03-19'],
    ['previous year', '2025-01-01..2026-01-01'],
    ['2026-01-01..2026-02-01', '2026-01-01..2026-02-01'],
    ['2026-01-01 08:00..2026-01-01 09:30', '2026-01-01 08:00:00..2026-01-01 09:30:00'],
    ['2026-01-01..', '2026-01-01..'],
    ['..2026-01-01', '..2026-01-01'],
    ['2026-02', '2026-02-01..2026-03-01'],
    ['2025-Q4', '2025-10-01..2026-01-01'],
    ['2025', '2025-01-01..2026-01-01'],
    ['2026-02-28', '2026-02-28..2026-03-01'],
  ])('%s', (spec, expected) => expect(resolved(spec)).toBe(expected));

  test.each([
    ['tudo', 'all'],
    ['últimas 8 semanas', 'last 8 weeks'],
    ['Últimos 30 dias', 'last 30 days'],
    ['ultimos 3 meses', 'last 3 months'],
    ['este mês', 'this month'],
    ['esta semana', 'this week'],
    ['mês atual', 'this month'],
    ['mês anterior', 'previous month'],
    ['semana passada', 'previous week'],
    ['último trimestre', 'previous quarter'],
    ['ano passado', 'previous year'],
    ['hoje', 'this day'],
    ['ontem', 'previous day'],
  ])('%s is %s', (portuguese, english) => {
    const spec = parsePeriod(portuguese);
    expect('code' in spec ? spec : serializePeriod(spec)).toBe(english);
  });

  test.each([
    '',
    'soon',
    'last 0 days',
    'last week of may',
    '2026-13',
    '2026-02-30',
    '2026-02-01..2026-02-01',
    '..',
    'a..b',
  ])('“%s” is refused with a sentence', (spec) =>
    expect(parsePeriod(spec)).toEqual({ code: 'time.period.unknown', params: { spec } }),
  );

  test('every spec is written as it can be read again', () => {
    const specs = [
      'all',
      'last 8 weeks',
      'last 1 day',
      'this month',
      'previous year',
      '2026-01-01..2026-02-01',
      '2026-01-01..',
    ];
    expect(
      specs.map((spec) => parsePeriod(spec)).map((spec) => ('code' in spec ? spec : serializePeriod(spec))),
    ).toEqual(specs);
  });

  test('a week may begin on Sunday or Saturday', () => {
    expect([resolved('this week', 7), resolved('this week', 6), resolved('this week', 3)]).toEqual([
      '2026-03-15..2026-03-19',
      '2026-03-14..2026-03-19',
      '2026-03-18..2026-03-19',
    ]);
  });

  test('without data a relative period is all of it', () => {
    expect(resolvePeriod({ kind: 'this', unit: 'month' }, { asOf: null })).toEqual({ from: null, to: null });
  });

  test('a month before the 31st ends where months are shorter', () => {
    const spec = { kind: 'last', count: 1, unit: 'month' } as const;
    expect(shown(resolvePeriod(spec, { asOf: '2026-03-30 10:00:00' }))).toBe('2026-02-28..2026-03-31');
  });
});

describe('a period that the data end within is compared with the same part of the one before', () => {
  const compared = (spec: string, at = asOf, weekStart: WeekStart = 1): string => {
    const parsed = parsePeriod(spec);
    const found =
      'code' in parsed ? null : comparedPeriods(resolvePeriod(parsed, { asOf: at, weekStart }), at);
    return found ? `${shown(found.now)} ${shown(found.before)}${found.isPart ? ' part' : ''}` : 'none';
  };

  test.each([
    // Until the 18th of March, a Wednesday.
    ['this month', '2026-03-01..2026-03-19 2026-02-01..2026-02-19 part'],
    ['2026-03', '2026-03-01..2026-03-19 2026-02-01..2026-02-19 part'],
    ['this week', '2026-03-16..2026-03-19 2026-03-09..2026-03-12 part'],
    // The 78th day of the year, but the 18th of the third month.
    ['this quarter', '2026-01-01..2026-03-19 2025-10-01..2025-12-19 part'],
    ['this year', '2026-01-01..2026-03-19 2025-01-01..2025-03-19 part'],
    // Nine of twenty days.
    ['2026-03-10..2026-03-30', '2026-03-10..2026-03-19 2026-02-18..2026-02-27 part'],
    // Whole ones as ever, also those that end with the as-of day.
    ['today', '2026-03-18..2026-03-19 2026-03-17..2026-03-18'],
    ['last 18 days', '2026-03-01..2026-03-19 2026-02-11..2026-03-01'],
    ['previous month', '2026-02-01..2026-03-01 2026-01-01..2026-02-01'],
    // Nothing is known of it yet.
    ['2026-04', '2026-04-01..2026-05-01 2026-03-01..2026-04-01'],
    ['2026-03-01..', 'none'],
    ['all', 'none'],
  ])('%s', (spec, expected) => expect(compared(spec)).toBe(expected));

  test('a longer month reaches the end of a shorter one, and the last day makes it whole', () => {
    expect([
      compared('this month', '2026-03-28 23:59:59'),
      compared('this month', '2026-03-30 08:00:00'),
      compared('this month', '2026-03-31 00:00:00'),
      compared('this month', '2026-02-27 08:00:00'),
      compared('this week', '2026-03-18 08:00:00', 7),
    ]).toEqual([
      '2026-03-01..2026-03-29 2026-02-01..2026-03-01 part',
      '2026-03-01..2026-03-31 2026-02-01..2026-03-01 part',
      '2026-03-01..2026-04-01 2026-02-01..2026-03-01',
      '2026-02-01..2026-02-28 2026-01-01..2026-01-28 part',
      '2026-03-15..2026-03-19 2026-03-08..2026-03-12 part',
    ]);
  });

  test('without an as-of instant it is compared whole', () => {
    expect(comparedPeriods({ from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' }, null)).toEqual({
      now: { from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' },
      before: { from: '2026-02-01 00:00:00', to: '2026-03-01 00:00:00' },
      isPart: false,
    });
  });
});

describe('the previous period, without a word on where the data end', () => {
  const before = (period: Period): string => shown(comparedPeriods(period, null)?.before ?? null);

  test.each([
    ['last 8 weeks', '2025-11-27..2026-01-22'],
    ['previous month', '2026-01-01..2026-02-01'],
    ['previous quarter', '2025-07-01..2025-10-01'],
    ['this month', '2026-02-01..2026-03-01'],
    ['2024-03-01..2024-04-01', '2024-02-01..2024-03-01'],
    ['2026-01-01 08:00..2026-01-01 09:30', '2026-01-01 06:30:00..2026-01-01 08:00:00'],
    ['all', 'none'],
    ['2026-01-01..', 'none'],
  ])('of %s', (spec, expected) => {
    const parsed = parsePeriod(spec);
    expect('code' in parsed ? parsed : before(resolvePeriod(parsed, { asOf }))).toBe(expected);
  });
});

test('a day, a week, a month and a quarter begin with an instant', () => {
  const from = (unit: PeriodUnit, start: string) => periodFrom(unit, start);
  expect([
    from('day', '2026-02-28'),
    from('week', '2026-03-16 00:00:00'),
    from('month', '2026-02-01'),
    from('quarter', '2026-10-01'),
    from('week', 'no day'),
  ]).toEqual([
    { from: '2026-02-28 00:00:00', to: '2026-03-01 00:00:00' },
    { from: '2026-03-16 00:00:00', to: '2026-03-23 00:00:00' },
    { from: '2026-02-01 00:00:00', to: '2026-03-01 00:00:00' },
    { from: '2026-10-01 00:00:00', to: '2027-01-01 00:00:00' },
    null,
  ]);
});

describe('what the data cover of a period', () => {
  const march: Period = { from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' };
  test('is from the day on that they begin with, at whatever hour', () => {
    const covered = (first: string, period = march) => shown(coveredPart(period, first));
    expect([
      covered('2025-11-02 10:00:00'),
      covered('2026-03-01 00:00:00'),
      covered('2026-03-01 23:59:59'),
      covered('2026-03-12 09:30:00'),
      covered('2026-03-31 23:59:59'),
      covered('2026-04-01 00:00:00'),
      covered('2026-03-12', { from: null, to: null }),
    ]).toEqual([
      shown(march),
      shown(march),
      shown(march),
      shown({ ...march, from: '2026-03-12 00:00:00' }),
      shown({ ...march, from: '2026-03-31 00:00:00' }),
      shown(null),
      shown({ from: null, to: null }),
    ]);
    expect(coveredPart(march, '2026-03-01 23:59:59')).toBe(march);
  });
});
