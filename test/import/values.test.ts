import { describe, expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import { quoteLiteral } from '#sql';
import { cleanSql } from '../../src/lib/import/compile/clean-sql.ts';
import { instantSql, timeOfDaySql } from '../../src/lib/import/compile/date-sql.ts';
import { durationSql, numberSql } from '../../src/lib/import/compile/number-sql.ts';
import { decideDates } from '../../src/lib/import/survey/dates.ts';
import { ofNumber, scoreReader } from '../../src/lib/import/vocabulary/score.ts';
import { meaning, vocabulary } from '../../src/lib/import/vocabulary/index.ts';
import { rowsAsText } from './files.ts';

const engine = await openNodeEngine({ threads: 1 });

async function evaluate(expression: string, cells: readonly string[]): Promise<unknown[]> {
  const values = cells.map((cell, index) => `(${index}, ${quoteLiteral(cell)})`).join(', ');
  const rows = await rowsAsText(
    engine,
    `select ${expression} as value from (values ${values}) t(i, cell) order by i`,
  );
  return rows.map(({ value }) => value);
}

describe('durations', () => {
  test('tell their unit by their writing', async () => {
    const written = {
      '0:02:23': 143,
      '25:10:00': 90600,
      '12:02:23 AM': 143,
      '1:30:00 PM': 48600,
      '2:05': 7500,
      '-0:00:05': -5,
      '53 segundos': 53,
      '6 horas 54 minutos': 24840,
      '1 dias 18 horas 47 minutos': 154020,
      '2 hours 5 minutes': 7500,
      '1h 20m': 4800,
      '0 segundo': 0,
      '109': 109,
      '863.4': 863,
      '1899-12-30 00:02:23': 143,
    };
    expect(await evaluate(durationSql('cell', 'seconds', false), Object.keys(written))).toEqual(
      Object.values(written),
    );
  });

  test('a bare number counts the unit of its column', async () => {
    expect(await evaluate(durationSql('cell', 'hours', false), ['41', '0.5'])).toEqual([147600, 1800]);
    expect(await evaluate(durationSql('cell', 'minutes', true), ['1,5', '1.000'])).toEqual([90, 60000]);
    expect(await evaluate(durationSql('cell', 'minutes', false), ['2:05'])).toEqual([125]);
    expect(await evaluate(durationSql('cell', 'days', false), ['0.00165509259259259'])).toEqual([143]);
  });

  test('what is no duration is unknown', async () => {
    expect(await evaluate(durationSql('cell', 'seconds', false), ['soon', 'a:b', '12 apples'])).toEqual([
      null,
      null,
      null,
    ]);
  });
});

test('numbers are read by the habit of their column', async () => {
  expect(await evaluate(numberSql('cell', true), ['1.234,56', '0,25%', 'R$ 10', '12'])).toEqual([
    1234.56, 0.0025, 10, 12,
  ]);
  expect(
    await evaluate(numberSql('cell', false), ['1,234.56', '25%', 'US$ 10.5', '1e3', 'nan', 'abc', 'INC0001']),
  ).toEqual([1234.56, 0.25, 10.5, 1000, null, null, null]);
});

test('words for nothing are nothing', async () => {
  const words = ['', '-', 'N/A', '?', 'null', '\\N', 'NaN', 'Open', '0012', '-5', 'no'];
  expect(await evaluate(cleanSql('cell'), words)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    'Open',
    '0012',
    '-5',
    'no',
  ]);
});

test('times of day are read from clocks, fractions and sheets', async () => {
  const times = [
    '9:12',
    '3:53:50 PM',
    '12:00:01 AM',
    '0.384',
    '1899-12-30 09:12:00',
    '14h05',
    '23:59:59',
    'noon',
  ];
  expect(await evaluate(`cast(${timeOfDaySql('cell')} as varchar)`, times)).toEqual([
    '09:12:00',
    '15:53:50',
    '00:00:01',
    '09:12:58',
    '09:12:00',
    '14:05:00',
    '23:59:59',
    null,
  ]);
});

test('instants keep the offset that they name', async () => {
  const survey = {
    way: 'iso',
    days: [{ text: '2019-11-25', rows: 1 }],
    offsets: true,
    daysOnly: false,
  } as const;
  const decision = decideDates(survey, { stated: undefined, sibling: undefined, locale: 'mdy' });
  const { clock, offsetSeconds } = instantSql('cell', decision, null);
  const cells = [
    '2019-11-25 00:00:00+03:00',
    '2019-11-25T00:00:00.000-0330',
    '2019-11-25T00:00:00Z',
    '2019-11-25 00:00:00',
  ];
  expect(await evaluate(`strftime(${clock}, '%Y-%m-%d %H:%M')`, cells)).toEqual(
    Array(4).fill('2019-11-25 00:00'),
  );
  expect(await evaluate(offsetSeconds ?? '', cells)).toEqual([10800, -12600, 0, null]);
});

test('months are read in both languages, days with or without a time', async () => {
  const days = ['1-Jan-21', '22 de abril de 2015', '3 Sept 2020', 'Fri, 5 fev. 2021'];
  const survey = {
    way: 'parts',
    days: days.map((text) => ({ text, rows: 1 })),
    offsets: false,
    daysOnly: false,
  } as const;
  const decision = decideDates(survey, { stated: undefined, sibling: undefined, locale: 'mdy' });
  const { clock } = instantSql('cell', decision, null);
  expect(await evaluate(`strftime(${clock}, '%Y-%m-%d %H:%M')`, [...days, '1-Jan-21 3:05 PM'])).toEqual([
    '2021-01-01 00:00',
    '2015-04-22 00:00',
    '2020-09-03 00:00',
    '2021-02-05 00:00',
    '2021-01-01 15:05',
  ]);
});

const answers = (...words: string[]) => words.map((text) => ({ text, rows: 1 }));

describe('answers', () => {
  test('a slip of the keyboard moves no scale: one 55 among a hundred fives', () => {
    const read = scoreReader(
      [
        { text: '5', rows: 100 },
        { text: '55', rows: 1 },
      ],
      null,
      false,
    );
    expect([read('5'), read('55')]).toEqual([
      { scale: '1-5', score: 5, normalised: 1, bucket: 'positive' },
      null,
    ]);
  });

  test('zero is no answer on a scale from one, and is one from zero to ten', () => {
    expect([
      scoreReader(answers('0', '3', '5'), null, false)('0'),
      scoreReader(answers('0', '8'), null, true)('0'),
    ]).toEqual([null, { scale: '0-10', score: 0, normalised: 0, bucket: 'negative' }]);
  });

  test('words stand on the scale of their company', () => {
    const bucket = (words: string[], word: string) => {
      const score = scoreReader(answers(...words), null, false)(word);
      return score && [score.scale, score.bucket];
    };
    expect([
      bucket(['Good', 'Bad', 'Offered'], 'Bad'),
      bucket(['Good', 'Okay', 'Bad'], 'Good'),
      bucket(['Extremely Happy', 'Neutral'], 'Neutral'),
      bucket(['Satisfied', 'Neutral'], 'Neutral'),
      bucket(['Ótimo', 'Regular', 'Péssimo'], 'Péssimo'),
      bucket(['Good', 'Offered'], 'Offered'),
    ]).toEqual([
      ['good_bad', 'negative'],
      ['1-3', 'positive'],
      ['freshdesk', 'neutral'],
      ['1-5', 'neutral'],
      ['1-5', 'negative'],
      null,
    ]);
  });

  test('numbers fall into buckets by the rule of their scale', () => {
    const buckets = ([3, 4, 5] as const).map((number) => ofNumber(number, '1-5', false)?.bucket);
    expect([
      ...buckets,
      ofNumber(9, '0-10', true)?.bucket,
      ofNumber(8, '0-10', true)?.bucket,
      ofNumber(8, '0-10', false)?.bucket,
      ofNumber(-101, 'freshdesk', false)?.bucket,
    ]).toEqual(['neutral', 'positive', 'positive', 'positive', 'neutral', 'positive', 'negative']);
  });
});

test('status words mean the same in both languages, and unknown ones nothing', () => {
  const status = vocabulary('status');
  const words = [
    'On-hold',
    'Em atendimento (atribuído)',
    'Solucionado',
    'Waiting on Third Party',
    'reaberto',
    'Awaiting User Info',
    'Chaos',
  ];
  expect(words.map((word) => (status ? meaning(status, word) : null))).toEqual([
    'hold',
    'in_progress',
    'solved',
    'hold',
    'open',
    'pending',
    null,
  ]);
});
