import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { createBook, dropBook, prepareDatabase } from '#import';
import { findKpi, measure, pastValues, type Kpi } from '#kpi';
import type { Period } from '#time';
import { refill, type World } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
});
afterAll(() => engine.close());

const days = (from: string, to: string): Period => ({ from: `${from} 00:00:00`, to: `${to} 00:00:00` });
const april = days('2026-04-01', '2026-05-01');
const march = days('2026-03-01', '2026-04-01');
const endOfApril = '2026-04-30 23:00:00';

function kpi(id: string): Kpi {
  const found = findKpi(id);
  if (!found) throw new Error(`no KPI ${id}`);
  return found;
}

const tickets = (instants: readonly string[]): World => ({
  tickets: {
    columns: 'ticket_id, created_at',
    values: instants.map((at, index) => `('${index}', ${at === '' ? 'null' : `'${at}'`})`).join(', '),
  },
});

/** One a day at noon, from a day of a month to another. */
function daily(month: string, first: number, last: number): string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${month}-${String(first + index).padStart(2, '0')} 12:00`,
  );
}

const everyDayOfApril = daily('2026-04', 1, 30);

async function measured(
  world: World,
  { id = 'tickets_created', period = april, asOf = endOfApril, book = null }: Partial<Asked> = {},
) {
  await refill(engine, world);
  return measure(engine, book, kpi(id), { period, asOf });
}

interface Asked {
  readonly id: string;
  readonly period: Period;
  readonly asOf: string | null;
  readonly book: string | null;
}

/** What the change is, of what, or the day that the data begin on where there is none. */
async function change(...asked: Parameters<typeof measured>) {
  const { previous, begins } = await measured(...asked);
  if (!previous) return begins;
  const { value, period, change: moved, relative, daily: byDay, isCut } = previous;
  return { before: value, of: period, moved, relative, byDay, isCut };
}

describe('a count, against a month that the data begin', () => {
  // Thirty in April, one a day, and ten from the 12th to the 21st of March.
  const ten = daily('2026-03', 12, 21);
  // Of all 31 days: ten let 10 · 30/31 be expected in the 30 of April.
  const ofAll = {
    before: 10,
    of: march,
    moved: 30 - (10 * 30) / 31,
    relative: (30 - (10 * 30) / 31) / ((10 * 30) / 31),
    byDay: null,
    isCut: false,
  };

  test('before, or at its first instant, is of the whole month', async () => {
    expect([
      await change(tickets(['2026-02-20 12:00', ...ten, ...everyDayOfApril])),
      await change(tickets(['2026-03-01 00:00:00', ...ten.slice(1), ...everyDayOfApril])),
      // A day begins at midnight, whenever its first ticket comes.
      await change(tickets(['2026-03-01 17:00', ...ten.slice(1), ...everyDayOfApril])),
    ]).toEqual([ofAll, ofAll, ofAll]);
  });

  test('in the middle of, is by the day: ten in the twenty days from the 12th on are one every other day', async () => {
    expect(await change(tickets([...ten, ...everyDayOfApril]))).toEqual({
      before: 10,
      of: days('2026-03-12', '2026-04-01'),
      moved: 30 - 10 * 1.5,
      relative: 1,
      byDay: { now: 1, before: 0.5 },
      isCut: true,
    });
  });

  test('in the last week of, is none where there was none: one a day then, one a day now', async () => {
    const { previous } = await measured(tickets([...daily('2026-03', 25, 31), ...everyDayOfApril]));
    expect(previous).toMatchObject({ value: 7, daily: { now: 1, before: 1 }, beyondNoise: false });
    expect(previous?.relative).toBeCloseTo(0, 12);
  });

  test('later than a week before its end, or after it, is not said; the day is', async () => {
    expect([
      await change(tickets([...daily('2026-03', 26, 31), ...everyDayOfApril])),
      await change(tickets(['2026-03-31 23:59', ...everyDayOfApril])),
      await change(tickets(everyDayOfApril)),
      await change(tickets(everyDayOfApril.slice(5))),
    ]).toEqual(['2026-03-26', '2026-03-31', '2026-04-01', '2026-04-06']);
  });

  test('before, and that had none, is of a true 0', async () => {
    const { previous, begins } = await measured(tickets(['2026-02-20 12:00', ...everyDayOfApril]));
    expect([previous?.value, previous?.change, previous?.relative, previous?.beyondNoise, begins]).toEqual([
      0,
      30,
      null,
      true,
      null,
    ]);
  });

  test('a ticket without a date is of no day; where none has one nothing is known', async () => {
    expect([
      await change(tickets(['', ...daily('2026-03', 26, 31), ...everyDayOfApril])),
      await change(tickets(['', ''])),
    ]).toEqual(['2026-03-26', null]);
  });

  test('by the clock on the wall: in New York the 8th of March 2026 has an hour less, and is a day', async () => {
    // 23:30 there is 03:30 of the 9th in UTC. Twelve in the 24 days from the 8th to the 31st are one every other day.
    const world: World = {
      tickets: {
        columns: 'ticket_id, created_at, created_at_utc',
        values: [
          "('a', '2026-03-08 23:30', '2026-03-09 03:30')",
          ...daily('2026-03', 10, 20).map((at, index) => `('m${index}', '${at}', '${at}')`),
          ...everyDayOfApril.map((at, index) => `('n${index}', '${at}', '${at}')`),
        ].join(', '),
      },
    };
    expect(await change(world)).toEqual({
      before: 12,
      of: days('2026-03-08', '2026-04-01'),
      moved: 30 - 12 * 1.25,
      relative: 1,
      byDay: { now: 1, before: 0.5 },
      isCut: true,
    });
  });
});

describe('where the data end within the period, too,', () => {
  const until = '2026-04-12 10:00:00';
  const twelve = daily('2026-04', 1, 12);

  test('what they tell of the same days a month before counts', async () => {
    // From the 5th to the 12th of March four in eight days; as many again come later in that month.
    const world = tickets([...daily('2026-03', 5, 8), ...daily('2026-03', 20, 23), ...twelve]);
    const { previous } = await measured(world, { asOf: until });
    expect(previous).toMatchObject({
      period: days('2026-03-05', '2026-03-13'),
      part: days('2026-04-01', '2026-04-13'),
      value: 4,
      change: 12 - 4 * 1.5,
      daily: { now: 1, before: 0.5 },
    });
  });

  test('and has to be a week of them', async () => {
    const from = (day: number) => change(tickets([...daily('2026-03', day, 31), ...twelve]), { asOf: until });
    expect([(await from(6)) === null, await from(7), await from(20)]).toEqual([
      false,
      '2026-03-07',
      '2026-03-20',
    ]);
  });
});

test('of a week, all of it has to be told', async () => {
  const week = days('2026-04-06', '2026-04-13');
  const from = async (first: string) => {
    const { previous, begins } = await measured(tickets([first, ...everyDayOfApril]), { period: week });
    return previous?.value ?? begins;
  };
  // From Monday 30 March to Sunday 5 April: one on the 30th or the 31st, and five in April.
  expect([await from('2026-03-30 17:00'), await from('2026-03-31 08:00')]).toEqual([6, '2026-03-31']);
});

test('last year is by the day, too, and left out where less than a week of it is told', async () => {
  const lastYear = async (first: number) => {
    const found = await measured(tickets([...daily('2025-04', first, 30), ...everyDayOfApril]));
    return [found.previous?.value, found.lastYear?.daily, found.lastYear?.period];
  };
  expect([await lastYear(11), await lastYear(25)]).toEqual([
    [0, { now: 1, before: 1 }, days('2025-04-11', '2025-05-01')],
    [0, undefined, undefined],
  ]);
});

test('a rate is that of the rows there are, and says of which days; without any day it says why', async () => {
  const ratings = (first: readonly string[]): World => ({
    ratings: {
      columns: 'rating_id, ticket_id, kind, rated_at, scale, score, bucket, is_latest',
      values: [
        ...first.map((at, index) => [at, index < 2] as const),
        ...[1, 2, 3, 4].map((day) => [`2026-04-0${day} 12:00`, day > 1] as const),
      ]
        .map(
          ([at, isGood], index) =>
            `('${index}', '${index}', 'csat', '${at}', '1-5', ${isGood ? 5 : 1}, '${isGood ? 'positive' : 'negative'}', true)`,
        )
        .join(', '),
    },
  });
  // Two of four, then three of four. Six days would be too few for a count.
  expect([
    await change(ratings(daily('2026-03', 26, 29)), { id: 'csat' }),
    await change(ratings([]), { id: 'csat' }),
  ]).toEqual([
    {
      before: 0.5,
      of: days('2026-03-26', '2026-04-01'),
      moved: 0.25,
      relative: 0.5,
      byDay: null,
      isCut: true,
    },
    '2026-04-01',
  ]);
});

test('a stock is no sum over days: it is compared as it is, and says from when on it is told', async () => {
  const world: World = {
    status_periods: {
      columns: 'ticket_id, status, from_at, to_at',
      values: `('a', 'open', '2026-03-28', null), ('b', 'open', '2026-04-10', null)`,
    },
  };
  expect(await change(world, { id: 'backlog' })).toEqual({
    before: 1,
    of: days('2026-03-28', '2026-04-01'),
    moved: 1,
    relative: 1,
    byDay: null,
    isCut: true,
  });
});

test('what each agent has grows with the days, and not in step: of a part of the month it is not said', async () => {
  const solves = (first: number): World => ({
    solves: {
      columns: 'solve_id, ticket_id, solved_at, agent_id',
      values: [...daily('2026-03', first, 31), ...everyDayOfApril]
        .map((at, index) => `('${index}', '${index}', '${at}', '${index % 2 ? 'ana' : 'bia'}')`)
        .join(', '),
    },
    ticket_events: { columns: 'event_id, ticket_id, at, kind', values: "('1', '1', '2026-03-01', 'solve')" },
  });
  const closed = async (first: number) => {
    const found = await measured(solves(first), { id: 'closed_per_agent' });
    return [found.value, found.previous?.value ?? null, found.begins];
  };
  // Thirty and thirty-one closes by two.
  expect([await closed(12), await closed(1)]).toEqual([
    [15, null, '2026-03-12'],
    [15, 15.5, null],
  ]);
});

test('sums of another metric do not tell of one', async () => {
  const world: World = {
    period_facts: {
      columns: 'grain_id, from_at, metric, value',
      values: [
        "('day', '2026-01-01', 'resolutions', 5)",
        ...['2026-03-12', '2026-03-22', '2026-04-01'].map((day) => `('day', '${day}', 'chats_accepted', 15)`),
      ].join(', '),
    },
  };
  await refill(engine, world);
  const { previous } = await measure(engine, null, kpi('contacts_handled'), {
    variant: 'aggregated',
    period: april,
    asOf: endOfApril,
  });
  expect([previous?.value, previous?.daily]).toEqual([30, { now: 0.5, before: 1.5 }]);
});

describe('in a notebook that shows a part of the data', () => {
  /** E-mails since the 12th of March, chats since the 6th of April, all of one source; another begins in February. */
  const world: World = {
    tickets: {
      columns: 'source_id, ticket_id, channel, created_at',
      values: [
        ...daily('2026-03', 12, 21).map((at) => `('s', '${at}', 'email', '${at}')`),
        ...daily('2026-04', 6, 17).map((at) => `('s', '${at}', 'chat', '${at}')`),
        "('other', 'o', 'email', '2026-02-20')",
      ].join(', '),
    },
  };
  const within = async <Found>(scope: Record<string, readonly string[]>, look: () => Promise<Found>) => {
    await refill(engine, world);
    await createBook(engine, 'part', scope);
    try {
      return await look();
    } finally {
      await engine.exec(`set search_path = '${engine.database}.main'`);
      await dropBook(engine, 'part');
    }
  };
  const asked = { asOf: endOfApril, period: april };

  test('a channel without a row had none while its source has others', async () => {
    const chats = await within({ channel: ['chat'], source: ['s'] }, async () => ({
      ofApril: (await measure(engine, 'part', kpi('tickets_created'), asked)).previous,
      ofMarch: (await measure(engine, 'part', kpi('tickets_created'), { ...asked, period: march })).value,
      past: await pastValues(engine, 'part', kpi('tickets_created'), asked),
    }));
    // Twelve in the thirty days of April, none in the twenty from the 12th of March on.
    expect(chats).toMatchObject({
      ofApril: { value: 0, change: 12, relative: null, daily: { now: 0.4, before: 0 } },
      ofMarch: 0,
      past: [{ value: 12 }],
    });
  });

  test('the data begin where those of its sources do', async () => {
    const firstOf = (scope: Record<string, readonly string[]>) =>
      within(
        scope,
        async () => (await measure(engine, 'part', kpi('tickets_created'), asked)).previous?.period.from,
      );
    expect([
      await firstOf({ source: ['s'] }),
      await firstOf({ source: ['s', 'other'] }),
      await firstOf({}),
    ]).toEqual(['2026-03-12 00:00:00', '2026-03-01 00:00:00', '2026-03-01 00:00:00']);
  });
});

test('what is put together before it is counted has a beginning, and so a past', async () => {
  await refill(engine, {
    agent_sessions: {
      columns: 'agent_id, state, from_at, to_at',
      values: [2, 3, 4]
        .map((month) => `('a', 'online', '2026-0${month}-01 08:00', '2026-0${month}-01 09:00')`)
        .join(', '),
    },
  });
  const past = await pastValues(engine, null, kpi('agent_online_time'), { period: april, asOf: endOfApril });
  expect(past.map(({ value }) => value)).toEqual([3600, 3600, 3600]);
});
