import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { canExplain, explanationSql } from '#explain';
import { catalogue, hasDimension } from '#kpi';
import { toNumber } from '#table';
import { randomWorld } from '../kpi/random-world.ts';
import { fill } from '../kpi/world.ts';
import { plant, shareOf } from '../support/causes.ts';
import { sqlOf, tested, type Tested } from './tested.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

const event = { day: '2026-03-15', days: 10 } as const;
const chat: Tested = { kpi: 'csat', ...event, affected: { channel: ['chat'] } };

interface Group {
  readonly channel: string | null;
  readonly at: string;
  readonly good: number;
  readonly all: number;
}

async function fillRatings(groups: readonly Group[]): Promise<void> {
  const rated = groups.flatMap(({ channel, at, good, all }) =>
    Array.from({ length: all }, (_, index) => ({ channel, at, isGood: index < good })),
  );
  await fill(engine, {
    tickets: {
      columns: 'ticket_id, channel',
      values: rated
        .map(({ channel }, index) => `('${index}', ${channel === null ? 'null' : `'${channel}'`})`)
        .join(','),
    },
    ratings: {
      columns: 'rating_id, ticket_id, kind, rated_at, bucket, is_latest',
      values: rated
        .map(
          ({ at, isGood }, index) =>
            `('${index}', '${index}', 'csat', '${at}', '${isGood ? 'positive' : 'negative'}', true)`,
        )
        .join(','),
    },
  });
}

async function fillTickets(
  groups: readonly { channel: string; at: string; seconds: readonly number[] }[],
): Promise<void> {
  const all = groups.flatMap(({ channel, at, seconds }) =>
    seconds.map((each) => `('${channel}', '${at}', '${at}', ${each}, 'solved')`),
  );
  await fill(engine, {
    tickets: {
      columns: 'ticket_id, channel, created_at, first_human_reply_at, first_response_seconds, status',
      values: all.map((each, index) => each.replace('(', `('${index}', `)).join(','),
    },
  });
}

function rounded(row: Readonly<Record<string, unknown>> | undefined, names: readonly string[]): unknown[] {
  return names.map((name) => {
    const value = row?.[name] ?? null;
    const number = typeof value === 'string' || value instanceof Date ? null : toNumber(numeric(value));
    return number === null ? value : Number(number.toFixed(5));
  });
}

function numeric(value: unknown): number | bigint | null {
  return typeof value === 'number' || typeof value === 'bigint' ? value : null;
}

const effect = ['test', 'effect', 'low', 'high', 'verdict', 'least_n'];

describe('by hand', () => {
  test('a share’s four Wilson intervals are put together by the square-and-add rule', async () => {
    // 50 of 100 each: Wilson 0.40383 to 0.59617. Chat after: 10 of 100, 0.05523 to 0.17437.
    await fillRatings([
      { channel: 'chat', at: '2026-03-06 10:00:00', good: 50, all: 100 },
      { channel: 'chat', at: '2026-03-15 00:00:00', good: 10, all: 100 },
      { channel: 'email', at: '2026-03-14 23:59:59', good: 50, all: 100 },
      { channel: null, at: '2026-03-24 23:59:59', good: 50, all: 100 },
      { channel: 'chat', at: '2026-03-25 00:00:00', good: 40, all: 40 },
      { channel: 'email', at: '2026-03-04 23:59:59', good: 40, all: 40 },
    ]);
    const { sides, tests } = await tested(engine, chat);
    const side = ['test', 'side', 'period', 'value', 'n', 'low', 'high', 'sign'];
    expect(sides.slice(0, 4).map((row) => rounded(row, side))).toEqual([
      ['event', 'affected', 'before', 0.5, 100, 0.40383, 0.59617, -1],
      ['event', 'affected', 'after', 0.1, 100, 0.05523, 0.17437, 1],
      ['event', 'rest', 'before', 0.5, 100, 0.40383, 0.59617, 1],
      ['event', 'rest', 'after', 0.5, 100, 0.40383, 0.59617, -1],
    ]);
    // −0.4 − √(0.04477² + 3 × 0.09617²), −0.4 + √(0.07437² + 3 × 0.09617²). All chat of before lies in its first half, all e-mail in its second.
    expect(tests.map((row) => rounded(row, effect))).toEqual([
      ['event', -0.4, -0.57248, -0.21758, 'lower', 100],
      ['placebo', null, null, null, 'nothing', 0],
    ]);
  });

  test('what moved alike is no clear difference, and the placebo sees what moved apart before', async () => {
    // The first half of before: 50 of 100 each. Its second: chat 10 of 100, others 50 of 100: −0.4 as above.
    const at = { first: '2026-03-09 23:59:59', second: '2026-03-10 00:00:00', after: '2026-03-16 00:00:00' };
    await fillRatings([
      { channel: 'chat', at: at.first, good: 50, all: 100 },
      { channel: 'chat', at: at.second, good: 10, all: 100 },
      { channel: 'chat', at: at.after, good: 30, all: 100 },
      { channel: 'email', at: at.first, good: 50, all: 100 },
      { channel: 'email', at: at.second, good: 50, all: 100 },
      { channel: 'email', at: at.after, good: 50, all: 100 },
    ]);
    const { tests } = await tested(engine, chat);
    expect(tests.map((row) => rounded(row, ['test', 'effect', 'verdict']))).toEqual([
      ['event', 0, 'unclear'],
      ['placebo', -0.4, 'lower'],
    ]);
  });

  test('means go by Welch: four of variance 1 have four degrees of freedom', async () => {
    await fillTickets([
      { channel: 'chat', at: '2026-03-11 10:00:00', seconds: [1, 3] },
      { channel: 'chat', at: '2026-03-16 10:00:00', seconds: [5, 7] },
      { channel: 'email', at: '2026-03-11 10:00:00', seconds: [1, 3] },
      { channel: 'email', at: '2026-03-16 10:00:00', seconds: [1, 3] },
    ]);
    const { sides, tests } = await tested(engine, { ...chat, kpi: 'first_response_time' });
    expect(sides.slice(0, 2).map((row) => rounded(row, ['value', 'n', 'variance']))).toEqual([
      [2, 2, 1],
      [6, 2, 1],
    ]);
    // (6 − 2) − (2 − 2) = 4; standard error √4; Student’s 97.5 % of 4 degrees of freedom is 2.776: 4 ± 5.55.
    const [found] = tests;
    expect(rounded(found, ['effect', 'verdict'])).toEqual([4, 'unclear']);
    expect(Number(found?.['low'])).toBeCloseTo(4 - 5.55, 2);
    expect(Number(found?.['high'])).toBeCloseTo(4 + 5.55, 2);
  });

  test('counts are a ratio of ratios, less 1', async () => {
    await fillTickets([
      { channel: 'chat', at: '2026-03-11 10:00:00', seconds: Array.from({ length: 9 }, () => 1) },
      { channel: 'chat', at: '2026-03-16 10:00:00', seconds: Array.from({ length: 19 }, () => 1) },
      { channel: 'email', at: '2026-03-11 10:00:00', seconds: Array.from({ length: 9 }, () => 1) },
      { channel: 'email', at: '2026-03-16 10:00:00', seconds: Array.from({ length: 9 }, () => 1) },
    ]);
    const { tests } = await tested(engine, { ...chat, kpi: 'tickets_created' });
    // 19.5 ÷ 9.5 = 2.05263; of its logarithm the variance is 3 ÷ 9.5 + 1 ÷ 19.5.
    expect(rounded(tests[0], effect)).toEqual(['event', 1.05263, -0.37398, 5.73028, 'unclear', 9]);
  });

  test('weeks are counted from the event, the one before it ends with the day before', async () => {
    await fillRatings([
      { channel: 'chat', at: '2026-03-14 23:00:00', good: 1, all: 2 },
      { channel: 'chat', at: '2026-03-15 00:00:00', good: 2, all: 2 },
      { channel: 'email', at: '2026-03-07 10:00:00', good: 0, all: 3 },
    ]);
    const { weeks } = await tested(engine, chat);
    expect(weeks.map(({ week, side, value, n }) => [dayOf(week), side, value, n])).toEqual([
      ['2026-03-01', 'rest', 0, 3n],
      ['2026-03-08', 'affected', 0.5, 2n],
      ['2026-03-15', 'affected', 1, 2n],
    ]);
  });
});

/** A date is days since 1970. */
function dayOf(value: unknown): string {
  return new Date(Number(value) * 86_400_000).toISOString().slice(0, 10);
}

test('two dimensions mean the rows of both, and rows that do not say can be meant', async () => {
  await fill(engine, plant('pair', 2).world);
  const at = { kpi: 'csat', day: '2026-03-30', days: 28 } as const;
  const count = async (affected: Tested['affected']) => {
    const { sides } = await tested(engine, { ...at, affected });
    return sides.slice(0, 4).reduce((sum, { side, n }) => sum + (side === 'affected' ? Number(n) : 0), 0);
  };
  const [both, one, none] = [
    await count({ channel: ['chat', 'email'], type: ['refund'] }),
    await count({ channel: ['chat', 'email'] }),
    await count({ brand: null }),
  ];
  expect([both > 0, both < one, none]).toEqual([true, true, 0]);
});

describe('affected and unaffected swapped', () => {
  test.each([
    ['csat', ''],
    ['csat', 'mean_score'],
    ['reopen_rate', ''],
    ['tickets_created', ''],
  ])('change nothing but the sign of %s %s', async (kpi, variant) => {
    await fill(engine, plant('segment', 4).world);
    const at = { kpi, variant, day: '2026-03-30', days: 28 } as const;
    const one = await tested(engine, { ...at, affected: { channel: ['email'] } });
    const other = await tested(engine, { ...at, affected: { channel: ['chat', 'whatsapp', 'phone'] } });
    const flipped = (value: unknown) =>
      kpi === 'tickets_created' ? 1 / (1 + Number(value)) - 1 : -Number(value);
    const pairs = one.tests.flatMap((row, index) => {
      const mirror = other.tests[index];
      return [
        [row['effect'], mirror?.['effect']],
        [row['low'], mirror?.['high']],
        [row['high'], mirror?.['low']],
      ];
    });
    expect(pairs.filter(([value]) => value === null)).toEqual([]);
    const apart = pairs.map(([value, mirror]) => Math.abs(Number(value) - flipped(mirror)));
    expect(apart.filter((each) => !(each < 1e-9))).toEqual([]);
  });
});

const tellsChannels = catalogue.filter(
  (kpi) => canExplain(kpi) && hasDimension(kpi, explanationSql(kpi).definition, 'channel'),
);

test('every KPI that can be explained by channel can be tested: the SQL binds', async () => {
  await fill(engine, randomWorld(11, 300));
  const failures: string[] = [];
  for (const kpi of tellsChannels)
    await tested(engine, { kpi: kpi.id, ...event, affected: { channel: ['chat'] } }).catch((error: unknown) =>
      failures.push(`${kpi.id}: ${String(error)}`),
    );
  expect(failures).toEqual([]);
  expect(tellsChannels.length).toBeGreaterThan(30);
});

test('what is no sum over rows cannot be tested', () => {
  expect(() => sqlOf({ ...chat, kpi: 'backlog' })).toThrow('explain.noParts');
});

// A world a seed.
const patience = 120_000;

test(
  'a planted fall is confirmed, and its size lies within the interval about as often as it should',
  async () => {
    let [confirmed, covered, apartBefore] = [0, 0, 0];
    const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
    for (const seed of seeds) {
      const { world, causes, from } = plant('segment', seed);
      await fill(engine, world);
      const [cause] = causes;
      const { dimension = '', member = '' } = cause ?? {};
      const { tests } = await tested(engine, {
        kpi: 'csat',
        day: from ?? '',
        days: 28,
        affected: { [dimension]: [member ?? ''] },
      });
      const [found, placebo] = tests;
      const size = -0.05 / shareOf(dimension, member ?? '');
      confirmed += found?.['verdict'] === 'lower' ? 1 : 0;
      covered += Number(found?.['low']) <= size && size <= Number(found?.['high']) ? 1 : 0;
      apartBefore += placebo?.['verdict'] === 'unclear' ? 0 : 1;
    }
    expect([confirmed >= 19, covered >= 17, apartBefore <= 3]).toEqual([true, true, true]);
  },
  patience,
);
