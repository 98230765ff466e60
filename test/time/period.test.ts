import { describe, expect, test } from 'vitest';
import {
  parsePeriod,
  previousPeriod,
  resolvePeriod,
  serializePeriod,
  type Period,
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

describe('the previous period', () => {
  test.each([
    ['last 8 weeks', '2025-11-27..2026-01-22'],
    ['previous month', '2026-01-01..2026-02-01'],
    ['previous quarter', '2025-07-01..2025-10-01'],
    ['this month', '2026-02-11..2026-03-01'],
    ['2024-03-01..2024-04-01', '2024-02-01..2024-03-01'],
    ['2026-01-01 08:00..2026-01-01 09:30', '2026-01-01 06:30:00..2026-01-01 08:00:00'],
    ['all', 'none'],
    ['2026-01-01..', 'none'],
  ])('of %s', (spec, expected) => {
    const parsed = parsePeriod(spec);
    expect('code' in parsed ? parsed : shown(previousPeriod(resolvePeriod(parsed, { asOf })))).toBe(expected);
  });
});
