import { describe, expect, test } from 'vitest';
import { findKpi, memberTargets, type Findings } from '#kpi';
import {
  beginsText,
  changeText,
  findingTexts,
  targetText,
  withTargets,
  type Change,
  type HeadlineTarget,
} from '#output';
import { rowsOf, tableFrom } from '#table';
import type { Period } from '#time';

const days = (from: string, to: string): Period => ({ from: `${from} 00:00:00`, to: `${to} 00:00:00` });

describe('a change in words', () => {
  const change: Change = {
    previous: 340,
    previousN: 340,
    difference: 27.2,
    relative: 0.08,
    direction: 'up',
    judgement: 'neutral',
    beyondNoise: true,
    isPerDay: false,
    part: {
      now: days('2026-11-01', '2026-11-13'),
      before: days('2026-10-01', '2026-10-13'),
      isCut: false,
      daily: null,
    },
  };
  const english = { unit: 'count', locale: 'en', basis: 'change' } as const;

  test('names both parts where the data end within the period, and otherwise what it is against', () => {
    expect([
      changeText(change, english),
      changeText(change, { ...english, locale: 'pt-BR' }),
      changeText({ ...change, part: null }, { ...english, basis: 'lastYear' }),
      changeText({ ...change, isPerDay: true, part: null }, english),
      changeText(
        { ...change, relative: null, difference: 0.0004, part: null },
        { ...english, unit: 'percent' },
      ),
      changeText(
        { ...change, relative: null, difference: -0.03, direction: 'down', previous: 0.9, part: null },
        {
          ...english,
          unit: 'percent',
        },
      ),
    ]).toEqual([
      '+8.0%: Nov 1 – 12, 2026 against Oct 1 – 12, 2026 (340)',
      '+8,0%: 1 – 12 de nov. de 2026 em relação a 1 – 12 de out. de 2026 (340)',
      '+8.0% against the same period last year (340)',
      '+8.0% per day against the period before (340)',
      '+0.04 pp against the period before (34,000.0%)',
      '−3 pp against the period before (90.0%)',
    ]);
  });
});

describe('a change from where the data begin', () => {
  // 1,240 in the thirty days of April; 760 in the last twenty of March.
  const part = {
    now: days('2026-04-01', '2026-05-01'),
    before: days('2026-03-12', '2026-04-01'),
    isCut: true,
  };
  const change: Change = {
    previous: 760,
    previousN: 760,
    difference: 1240 - 760 * 1.5,
    relative: 1240 / (760 * 1.5) - 1,
    direction: 'up',
    judgement: 'neutral',
    beyondNoise: true,
    isPerDay: true,
    part: { ...part, daily: { now: 1240 / 30, before: 38 } },
  };
  const both = (each: Change, unit: 'count' | 'percent' | 'money') =>
    (['en', 'pt-BR'] as const).map((locale) => changeText(each, { unit, locale, basis: 'change' }));

  test('gives a count by the day, then and now, and the days', () => {
    expect(both(change, 'count')).toEqual([
      '+8.77%: 41.3 a day (Apr 1 – 30, 2026) against 38 a day (Mar 12 – 31, 2026, no data before that)',
      '+8,77%: 41,3 por dia (1 – 30 de abr. de 2026) em relação a 38 por dia (12 – 31 de mar. de 2026, sem dados anteriores)',
    ]);
    const many = { ...change, part: { ...part, daily: { now: 1253.4, before: 0 } } };
    expect(both({ ...many, previous: 0, relative: null, difference: 37_602 }, 'count')[0]).toBe(
      '+37,602: 1,253 a day (Apr 1 – 30, 2026) against 0 a day (Mar 12 – 31, 2026, no data before that)',
    );
    expect(both(change, 'money')[0]).toContain(': 41.30 a day (');
  });

  test('of anything else names the days that there are', () => {
    const rate = { ...change, previous: 0.85, difference: 0.03, relative: null, isPerDay: false };
    expect(both({ ...rate, part: { ...part, daily: null } }, 'percent')).toEqual([
      '+3 pp: Apr 1 – 30, 2026 against Mar 12 – 31, 2026, no data before that (85.0%)',
      '+3 p.p.: 1 – 30 de abr. de 2026 em relação a 12 – 31 de mar. de 2026, sem dados anteriores (85,0%)',
    ]);
  });

  test('that is too late for one is the reason why there is none', () => {
    expect([beginsText('2026-03-29', 'en'), beginsText('2026-03-29', 'pt-BR')]).toEqual([
      'Not compared with the period before: its data begin only on Mar 29, 2026.',
      'Sem comparação com o período anterior: os dados só começam em 29 de mar. de 2026.',
    ]);
  });
});

describe('a target in words', () => {
  const goal: HeadlineTarget = {
    value: 4000,
    standing: 'soFar',
    span: days('2026-11-01', '2026-12-01'),
    gone: { days: 12, of: 30 },
    met: null,
    attainment: 0.4,
    isStart: false,
  };
  const said = (change: Partial<HeadlineTarget>, locale: 'en' | 'pt-BR' = 'en') =>
    targetText({ ...goal, ...change }, { unit: 'count', locale });

  test('tells of a goal how far it is while its span lasts, and no more', () => {
    expect([
      said({}),
      said({}, 'pt-BR'),
      said({ met: true, attainment: 1.1 }),
      said({ met: false, attainment: null }),
      said({ attainment: null }),
    ]).toEqual([
      'Goal of 4,000 for Nov 1 – 30, 2026: 40.0% of it by day 12 of 30.',
      'Meta de 4.000 para 1 – 30 de nov. de 2026: 40,0% dela até o dia 12 de 30.',
      'Goal of 4,000 for Nov 1 – 30, 2026: reached by day 12 of 30.',
      'Goal of at most 4,000 for Nov 1 – 30, 2026: passed by day 12 of 30.',
      'Goal of 4,000 for Nov 1 – 30, 2026: still open on day 12 of 30.',
    ]);
  });

  test('says met or missed of what can be judged, and why not of the rest', () => {
    const judged = { standing: 'judged', gone: null } as const;
    expect([
      said({ ...judged, met: true, attainment: 1.1 }),
      said({ ...judged, met: false, attainment: 0.4 }),
      said({ ...judged, met: false, attainment: null }),
      said({ ...judged, isStart: true }),
      said({ standing: 'otherSpan', gone: null }),
      said({ standing: 'noSpan', span: null, gone: null }),
    ]).toEqual([
      'Target of 4,000: met.',
      'Target of 4,000: missed, 40.0% of it reached.',
      'Target of 4,000: missed.',
      'Target: 4,000. Nobody has set it: it is a usual starting point.',
      'The goal of 4,000 is for Nov 1 – 30, 2026: this value is not judged by it.',
      'The goal of 4,000 does not say for which days, so a count is not judged by it.',
    ]);
  });
});

const [up, down] = ['up', 'down'] as const;

describe('what is said under a KPI’s rows', () => {
  const table = tableFrom([
    { name: 'channel', type: 'VARCHAR', values: ['email', 'chat', null] },
    { name: 'value', type: 'DOUBLE', values: [0.84, 0.72, 0.5] },
  ]);
  const csat = findKpi('csat')!;
  const targets = memberTargets(
    [
      { kpi: 'csat', member: null, from: null, to: null, value: 0.9 },
      { kpi: 'csat', member: 'email', from: null, to: null, value: 0.8 },
    ],
    { kpi: csat, definition: csat.definition, by: 'channel', period: null, asOf: null },
  );
  const nothing: Findings = { unit: 'percent', unusual: [], targets: null };

  test('a breakdown has each row’s target, how much of it is reached, and whether it is met', () => {
    expect(rowsOf(withTargets(table, targets))).toEqual([
      { channel: 'email', value: 0.84, target: 0.8, attainment: 0.84 / 0.8, met: true },
      { channel: 'chat', value: 0.72, target: 0.9, attainment: 0.72 / 0.9, met: false },
      { channel: null, value: 0.5, target: null, attainment: null, met: null },
    ]);
    expect(withTargets(table, null)).toBe(table);
    expect(findingTexts({ ...nothing, targets }, table, 'en')).toEqual([
      'Target met by 1 of 2. Missed by chat (72.0% against 90.0%).',
    ]);
    expect(findingTexts({ ...nothing, targets }, table, 'pt-BR')).toEqual([
      'Meta cumprida por 1 de 2. Não cumprida por chat (72,0% diante de 90,0%).',
    ]);
  });

  test('a goal that is not over is still open for those who have not reached it', () => {
    const resolved = findKpi('tickets_resolved')!;
    const march = { from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' };
    const goals = memberTargets(
      ['email', 'chat'].map((member) => ({ kpi: 'tickets_resolved', member, ...march, value: 100 })),
      {
        kpi: resolved,
        definition: resolved.definition,
        by: 'channel',
        period: march,
        asOf: '2026-03-12 08:00:00',
      },
    );
    const counts = tableFrom([
      { name: 'channel', type: 'VARCHAR', values: ['email', 'chat'] },
      { name: 'value', type: 'BIGINT', values: [120n, 65n] },
    ]);
    expect(findingTexts({ unit: 'count', unusual: [], targets: goals }, counts, 'en')).toEqual([
      'Target met by 1 of 2. Still open for chat (65 against 100).',
    ]);
  });

  test('the three latest of the unusual days', () => {
    const unusual = ['2026-03-20', '2026-03-12', '2026-03-10', '2026-03-05'].map((day, index) => ({
      day,
      value: index === 0 ? 60 : 2,
      n: 60,
      expected: 20,
      score: 5,
      direction: index === 0 ? up : down,
    }));
    expect(findingTexts({ ...nothing, unit: 'count', unusual }, table, 'en')).toEqual([
      'Fri, Mar 20, 2026: 60, far above what is usual for that weekday (20).',
      'Thu, Mar 12, 2026: 2, far below what is usual for that weekday (20).',
      'Tue, Mar 10, 2026: 2, far below what is usual for that weekday (20).',
    ]);
  });
});
