import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import {
  findKpi,
  goalOf,
  judge,
  measure,
  samePeriodLastYear,
  readTargets,
  standTo,
  type Goal,
  type Kpi,
  type Target,
} from '#kpi';
import { workspaceSource } from '#import';
import type { Period } from '#time';
import { fill, type World } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

function kpi(id: string): Kpi {
  const found = findKpi(id);
  if (!found) throw new Error(`no KPI ${id}`);
  return found;
}

const days = (from: string, to: string): Period => ({ from: `${from} 00:00:00`, to: `${to} 00:00:00` });
const march = days('2026-03-01', '2026-04-01');

describe('the same period last year', () => {
  test('keeps days and times; a leap day is the 28th, and its end the end of the 28th', () => {
    expect([
      samePeriodLastYear(march),
      samePeriodLastYear({ from: '2026-03-08 22:30:00', to: '2026-03-09 06:00:00' }),
      samePeriodLastYear(days('2024-02-29', '2024-03-01')),
      samePeriodLastYear(days('2024-02-01', '2024-02-29')),
      samePeriodLastYear({ from: '2024-02-29 08:00:00', to: '2024-02-29 12:00:00' }),
      samePeriodLastYear(days('2025-02-01', '2025-03-01')),
      samePeriodLastYear({ from: '2026-03-01 00:00:00', to: null }),
    ]).toEqual([
      days('2025-03-01', '2025-04-01'),
      { from: '2025-03-08 22:30:00', to: '2025-03-09 06:00:00' },
      days('2023-02-28', '2023-03-01'),
      days('2023-02-01', '2023-03-01'),
      { from: '2023-02-28 08:00:00', to: '2023-02-28 12:00:00' },
      days('2024-02-01', '2024-03-01'),
      null,
    ]);
  });

  test('stands beside the previous period, each by its own rows', async () => {
    // March 2025: 2. February 2026: 1 in 28 days. March 2026: 3.
    await fill(engine, {
      tickets: {
        columns: 'ticket_id, created_at',
        values: `('a', '2025-03-01'), ('b', '2025-03-31 23:59'), ('c', '2026-02-10'), ('d', '2026-03-01'), ('e', '2026-03-02'), ('f', '2026-03-03')`,
      },
    });
    const { value, previous, lastYear } = await measure(engine, null, kpi('tickets_created'), {
      period: march,
      asOf: '2026-04-01 00:00:00',
    });
    expect({ value, previous, lastYear }).toMatchObject({
      value: 3,
      previous: { value: 1, change: 3 - 31 / 28 },
      lastYear: {
        period: days('2025-03-01', '2025-04-01'),
        value: 2,
        n: 2,
        change: 1,
        relative: 0.5,
        beyondNoise: false,
      },
    });
  });

  test('is unknown where the data do not reach it', async () => {
    await fill(engine, {
      tickets: { columns: 'ticket_id, created_at', values: `('a', '2026-02-10'), ('d', '2026-03-01')` },
    });
    const { previous, lastYear } = await measure(engine, null, kpi('tickets_created'), {
      period: march,
      asOf: null,
    });
    expect([previous?.value, lastYear]).toEqual([1, null]);
  });
});

describe('a target', () => {
  const target = (from: string | null, to: string | null, value: number, member: string | null = null) => ({
    kpi: 'csat',
    member,
    from: from && `${from} 00:00:00`,
    to: to && `${to} 00:00:00`,
    value,
  });

  test('is in force until it ends; of several the one that began last; a member’s is that member’s', () => {
    const targets: readonly Target[] = [
      target(null, null, 1),
      target('2026-01-01', '2026-03-01', 2),
      target('2026-03-01', '2026-04-01', 3),
      target('2026-03-01', null, 4, 'email'),
      { ...target('2026-03-01', null, 5), kpi: 'nps' },
    ];
    const csat = kpi('csat');
    const before = (instant: string | null, member: string | null = null) =>
      goalOf(targets, {
        kpi: csat,
        definition: csat.definition,
        member,
        period: instant === null ? null : { from: null, to: `${instant} 00:00:00` },
        asOf: null,
      })?.value;
    expect([
      before('2025-06-01'),
      before('2026-02-01'),
      before('2026-03-01'),
      before('2026-03-15'),
      before('2026-04-01'),
      before('2026-04-02'),
      before(null),
      before('2026-03-15', ' E-mail'),
      before('2026-03-15', ' Email'),
      before('2026-03-15', 'chat'),
    ]).toEqual([1, 2, 2, 3, 3, 1, 3, undefined, 4, undefined]);
  });

  test('is met from above or from below, as the KPI is better; attainment tells how far', () => {
    expect([
      judge(0.75, { target: 0.8, better: 'up' }),
      judge(0.8, { target: 0.8, better: 'up' }),
      judge(250, { target: 300, better: 'down' }),
      judge(400, { target: 300, better: 'down' }),
      judge(0, { target: 300, better: 'down' }),
      judge(-10, { target: 20, better: 'up' }),
      judge(5, { target: 4, better: 'neither' }),
      judge(null, { target: 4, better: 'up' }),
    ]).toEqual([
      { met: false, attainment: 0.75 / 0.8 },
      { met: true, attainment: 1 },
      { met: true, attainment: 1.2 },
      { met: false, attainment: 0.75 },
      { met: true, attainment: null },
      { met: false, attainment: null },
      { met: null, attainment: null },
      { met: null, attainment: null },
    ]);
  });

  const world: World = {
    tickets: {
      columns: 'ticket_id, created_at, status',
      values: `('a', '2026-03-01', 'open'), ('b', '2026-03-02', 'new'), ('c', '2026-03-03', 'solved'), ('d', '2026-03-04', 'pending')`,
    },
    targets: {
      columns: 'kpi, member, from_at, to_at, value',
      values: `('unresolved_tickets', null, '2026-02-01', '2026-03-01', 1), ('unresolved_tickets', '', '2026-03-01', '2026-04-01', 2), ('unresolved_tickets', 'email', '2026-03-01', null, 9)`,
    },
  };

  test('of the table is read for the period: at most two unresolved this month, and there are three', async () => {
    await fill(engine, world);
    const at = async (period: Period | null, asOf: string) =>
      (await measure(engine, null, kpi('unresolved_tickets'), { period, asOf })).target;
    const set = { standing: 'judged', gone: null, origin: 'set', note: null };
    const february = days('2026-02-01', '2026-03-01');
    expect([
      await at(march, '2026-03-10 00:00:00'),
      await at(null, '2026-03-10 00:00:00'),
      // A stock is taken as of now, whatever the period: February's goal is not what it is judged by in March.
      await at(february, '2026-03-10 00:00:00'),
      await at(february, '2026-02-20 00:00:00'),
      await at(null, '2026-05-01 00:00:00'),
    ]).toEqual([
      { value: 2, met: false, attainment: 2 / 3, span: march, ...set },
      { value: 2, met: false, attainment: 2 / 3, span: march, ...set },
      { value: 2, met: false, attainment: 2 / 3, span: march, ...set },
      { value: 1, met: false, attainment: 1 / 3, span: february, ...set },
      null,
    ]);
  });

  test('that the file names holds for the file’s own meaning until one is set', async () => {
    await fill(engine, {
      tickets: {
        columns: 'ticket_id, created_at, first_human_reply_at, first_response_seconds',
        values: `('a', '2026-03-01 08:00', '2026-03-01 08:10', 600)`,
      },
    });
    const note = { en: 'usual', 'pt-BR': 'usual' };
    const own = { ...kpi('first_response_time'), target: { value: 1200, note } };
    const options = { period: null, asOf: null };
    const started = await measure(engine, null, own, options);
    const median = await measure(engine, null, own, { ...options, variant: 'median' });
    const set = await measure(engine, null, own, {
      ...options,
      targets: [{ ...target(null, null, 300), kpi: own.id }],
    });
    const always = { standing: 'judged', span: null, gone: null };
    expect([started.target, median.target, set.target]).toEqual([
      { value: 1200, met: true, attainment: 2, origin: 'start', note, ...always },
      null,
      { value: 300, met: false, attainment: 0.5, origin: 'set', note: null, ...always },
    ]);
  });

  test('for another unit than the variant’s is none', async () => {
    await fill(engine, {
      ratings: {
        columns: 'rating_id, kind, scale, score, bucket, is_latest',
        values: `('a', 'csat', '1-5', 5, 'positive', true)`,
      },
    });
    const targets = [target(null, null, 0.8)];
    const options = { period: null, asOf: null, targets };
    const share = await measure(engine, null, kpi('csat'), options);
    const mean = await measure(engine, null, kpi('csat'), { ...options, variant: 'mean_score' });
    expect([share.target?.value, mean.value, mean.target]).toEqual([0.8, 5, null]);
  });
});

describe('a goal for a span of time', () => {
  test('may end with its last day or with the first one after it; one that was set here ends where it says', async () => {
    const ends = async (source: string, ...spans: readonly (readonly [string | null, string])[]) => {
      const values = spans.map(
        ([from, to], index) => `('k', ${from ? `'${from}'` : 'null'}, '${to}', ${index})`,
      );
      await fill(engine, {
        targets: { columns: 'kpi, from_at, to_at, value', values: values.join(', '), source },
      });
      const read = await readTargets(engine, null);
      return [...read].sort((a, b) => a.value - b.value).map(({ to }) => to?.replace(' 00:00:00', ''));
    };
    expect([
      await ends(
        's',
        ['2026-03-01', '2026-03-31'],
        ['2026-03-01', '2026-04-01'],
        ['2026-03-01', '2026-03-31 23:59:59'],
        // Monday to Sunday, Monday to Monday; one day; the first half of a month; a shift; the end of a month alone.
        ['2026-03-02', '2026-03-08'],
        ['2026-03-02', '2026-03-09'],
        ['2026-03-02', '2026-03-02'],
        ['2026-03-01', '2026-03-16'],
        ['2026-03-02 22:00:00', '2026-03-03 06:00:00'],
        [null, '2026-03-31'],
      ),
      await ends(workspaceSource, ['2026-03-10', '2026-03-31'], ['2026-03-01', '2026-04-01']),
    ]).toEqual([
      [
        ...['2026-04-01', '2026-04-01', '2026-04-01', '2026-03-09', '2026-03-09', '2026-03-03', '2026-03-16'],
        '2026-03-03 06:00:00',
        '2026-04-01',
      ],
      ['2026-03-31', '2026-04-01'],
    ]);
  });

  const resolved = async (period: Period | null, asOf: string, values: string) => {
    await fill(engine, {
      tickets: {
        columns: 'ticket_id, created_at, last_solved_at',
        values: `('a', '2026-03-01', '2026-03-01'), ('b', '2026-03-02', '2026-03-02'), ('c', '2026-03-12', '2026-03-12 09:00')`,
      },
      targets: { columns: 'kpi, from_at, to_at, value', values },
    });
    const { value, target } = await measure(engine, null, kpi('tickets_resolved'), { period, asOf });
    const { standing, met, attainment, gone } = target ?? {};
    return [value, target && { standing, met, attainment, gone }];
  };
  const four = `('tickets_resolved', '2026-03-01', '2026-03-31', 4)`;
  const two = `('tickets_resolved', '2026-03-01', '2026-03-31', 2)`;
  const thisMonth: Period = { ...days('2026-03-01', '2026-03-13'), wholeTo: '2026-04-01 00:00:00' };

  test('of a count is judged when it is over, and told so far while it is not', async () => {
    const judged = { standing: 'judged', gone: null };
    const soFar = { standing: 'soFar', gone: { days: 12, of: 31 } };
    const [onTheTwelfth, over] = ['2026-03-12 10:00:00', '2026-03-31 08:00:00'];
    expect([
      await resolved(march, over, four),
      await resolved(march, over, two),
      await resolved(march, onTheTwelfth, four),
      await resolved(thisMonth, onTheTwelfth, four),
      await resolved(days('2026-03-01', '2026-03-13'), onTheTwelfth, four),
      // Two are reached, whatever comes.
      await resolved(march, onTheTwelfth, two),
    ]).toEqual([
      [3, { ...judged, met: false, attainment: 0.75 }],
      [3, { ...judged, met: true, attainment: 1.5 }],
      [3, { ...soFar, met: null, attainment: 0.75 }],
      [3, { ...soFar, met: null, attainment: 0.75 }],
      [3, { ...soFar, met: null, attainment: 0.75 }],
      [3, { ...soFar, met: true, attainment: 1.5 }],
    ]);
  });

  test('of a count that should stay low is lost as soon as it is passed, and not won before the end', () => {
    const goal: Goal = { value: 300, standing: 'soFar', span: march, gone: { days: 12, of: 31 } };
    expect([
      standTo(goal, 301, 'down'),
      standTo(goal, 250, 'down'),
      standTo(goal, 301, 'neither'),
      standTo({ ...goal, standing: 'judged', gone: null }, 250, 'down'),
    ]).toEqual([
      { ...goal, met: false, attainment: null },
      { ...goal, met: null, attainment: null },
      { ...goal, met: null, attainment: null },
      { ...goal, standing: 'judged', gone: null, met: true, attainment: 1.2 },
    ]);
  });

  test('of a count is no measure of another span, nor is one without a span', async () => {
    const asOf = '2026-03-31 08:00:00';
    const unjudged = { met: null, attainment: null, gone: null };
    expect([
      await resolved(days('2026-03-02', '2026-03-09'), asOf, four),
      await resolved(days('2026-01-01', '2027-01-01'), asOf, four),
      await resolved(null, asOf, four),
      await resolved(march, asOf, `('tickets_resolved', null, null, 4)`),
      await resolved(days('2026-02-01', '2026-03-01'), asOf, four),
    ]).toEqual([
      [1, { standing: 'otherSpan', ...unjudged }],
      [3, { standing: 'otherSpan', ...unjudged }],
      [3, { standing: 'otherSpan', ...unjudged }],
      [3, { standing: 'noSpan', ...unjudged }],
      [null, null],
    ]);
  });
});

describe('a period that the data end within', () => {
  // Until 12 March: 6 tickets. 1 to 12 February: 3, and 4 later. 1 to 12 March 2025: 2, and 1 later.
  const world: World = {
    tickets: {
      columns: 'ticket_id, created_at',
      values: [
        ...['2025-03-01', '2025-03-12 23:00', '2025-03-13'],
        ...[
          '2026-02-01',
          '2026-02-05',
          '2026-02-12 23:59',
          '2026-02-13',
          '2026-02-14',
          '2026-02-15',
          '2026-02-28',
        ],
        ...['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-12 10:00'],
      ]
        .map((at, index) => `('${index}', '${at}')`)
        .join(', '),
    },
  };
  const part = days('2026-03-01', '2026-03-13');

  test('is compared with the same part of the month before and of the year before', async () => {
    await fill(engine, world);
    const asOf = '2026-03-12 10:00:00';
    const compared = async (period: Period) => {
      const { value, previous, lastYear } = await measure(engine, null, kpi('tickets_created'), {
        period,
        asOf,
      });
      return [
        value,
        ...[previous, lastYear].map((each) => each && [each.part, each.period, each.value, each.change]),
      ];
    };
    const found = [
      6,
      [part, days('2026-02-01', '2026-02-13'), 3, 3],
      [part, days('2025-03-01', '2025-03-13'), 2, 4],
    ];
    expect([
      await compared(march),
      await compared({ ...part, wholeTo: '2026-04-01 00:00:00' }),
      // The last twelve days are whole: with the twelve before, 17 to 28 February.
      (await compared(part))[1],
    ]).toEqual([found, found, [null, days('2026-02-17', '2026-03-01'), 1, 5]]);
  });

  test('counts what comes later in no comparison, though it counts in the value', async () => {
    await fill(engine, world);
    const { value, previous } = await measure(engine, null, kpi('tickets_created'), {
      period: march,
      asOf: '2026-03-03 00:00:00',
    });
    // Three by the end of the 3rd; in February one.
    expect([value, previous?.value, previous?.change]).toEqual([6, 1, 2]);
  });
});
