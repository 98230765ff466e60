import { describe, expect, test } from 'vitest';
import { decideDates, dateWay, type DateDecision } from '../../src/lib/import/survey/dates.ts';
import { plainWord } from '../../src/lib/import/vocabulary/index.ts';

function decided(
  days: readonly string[],
  hints: Partial<Parameters<typeof decideDates>[1]> = {},
): DateDecision {
  const survey = {
    way: 'parts',
    days: days.map((text) => ({ text, rows: 1 })),
    offsets: false,
    daysOnly: true,
  } as const;
  return decideDates(survey, { stated: undefined, sibling: undefined, locale: 'mdy', ...hints });
}

describe('the order of day and month', () => {
  test('is read off the rows where only one is possible', () => {
    expect(decided(['4/8/2015', '13/8/2015'])).toMatchObject({
      formats: ['%d/%m/%Y'],
      families: [{ example: '4/8/2015', order: 'dmy', rows: 1, basis: 'rows' }],
    });
    expect(decided(['4/8/2015', '4/28/2015']).formats).toEqual(['%m/%d/%Y']);
  });

  test('is decided for each spelling of a column apart, the open one like its neighbour', () => {
    expect(decided(['22-04-15', '4/8/2015'])).toMatchObject({
      formats: ['%d-%m-%y', '%d/%m/%Y'],
      families: [
        { order: 'dmy', basis: 'rows' },
        { order: 'dmy', basis: 'sibling' },
      ],
    });
  });

  test('is assumed, and said to be, where no row settles it', () => {
    expect(decided(['4/8/2015'])).toMatchObject({ formats: ['%m/%d/%Y'], families: [{ basis: 'assumed' }] });
    expect(decided(['4/8/2015'], { locale: 'dmy' }).formats).toEqual(['%d/%m/%Y']);
    expect(decided(['4/8/2015'], { sibling: 'dmy' })).toMatchObject({ families: [{ basis: 'sibling' }] });
  });

  test('is what the mapping states', () => {
    expect(decided(['4/8/2015'], { stated: 'dmy' })).toMatchObject({
      formats: ['%d/%m/%Y'],
      families: [{ basis: 'stated' }],
    });
  });

  test('keeps both where one column has two habits', () => {
    expect(decided(['13/8/2015', '14/8/2015', '8/15/2015']).formats).toEqual(['%d/%m/%Y', '%m/%d/%Y']);
  });

  test('puts two-digit years first, which four digits would swallow', () => {
    expect(decided(['13/08/2015', '13/08/15']).formats).toEqual(['%d/%m/%y', '%d/%m/%Y']);
  });

  test('needs no deciding where months are names or years come first', () => {
    expect(decided(['1-Jan-21', '3 de março de 2021'])).toMatchObject({
      monthNames: true,
      formats: ['%d %m %y', '%d %m %Y'],
    });
    expect(decided(['Apr 22, 2015']).formats).toEqual(['%m %d %Y']);
    expect(decided(['2021-01-05']).formats).toEqual(['%Y-%m-%d']);
  });

  test('knows the years that its days reach', () => {
    expect(decided(['22-04-15'])).toMatchObject({ from: Date.UTC(2015, 0, 1), to: Date.UTC(2016, 0, 2) });
  });
});

test('the first values say how instants are written', () => {
  expect(
    [
      ['2025-12-03 16:29:08'],
      ['2024-04-16T03:03:15.000Z'],
      ['22/08/2025 11:49'],
      ['1700000000'],
      ['1700000000000'],
      ['44197.5'],
      ['8:00:00 AM'],
      ['109'],
      ['Open'],
    ].map((samples) => dateWay(samples)),
  ).toEqual(['iso', 'iso', 'parts', 'seconds', 'milliseconds', 'serial', null, null, null]);
});

test('headers and words are compared without accents, case and punctuation', () => {
  expect(['Data da Solução', 'AvgTalkDuration', 'Answered (Y/N)', 'data_abertura'].map(plainWord)).toEqual([
    'data da solucao',
    'avg talk duration',
    'answered y n',
    'data abertura',
  ]);
});
