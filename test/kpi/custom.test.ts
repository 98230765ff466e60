import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile, findKpi, openPeriod, setPeriod, type Cut } from '#kpi';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { bindParameters } from '#sql';
import type { Period } from '#time';
import { formatRows } from './rows.ts';
import { fill, type World } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

const asOf = '2026-03-10 00:00:00';

/** The rows of one cut of a KPI on a world. */
async function rows(
  id: string,
  shape: Cut,
  world: World,
  { period = null, now = asOf }: { period?: Period | null; now?: string } = {},
): Promise<string[]> {
  await fill(engine, world);
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  const sql = compile({ kpi, shape, withPeriod: period !== null });
  return formatRows(
    await engine.query(`${setPeriod(period ?? openPeriod, now)};\n${bindParameters(sql).sql}`),
  );
}

const days = (from: string, to: string): Period => ({ from: `${from} 00:00:00`, to: `${to} 00:00:00` });

test('low_rating_comments: words of the dissatisfied stand out against those of the satisfied, accents folded', async () => {
  const world: World = {
    tickets: { columns: 'ticket_id', values: `('1')` },
    ratings: {
      columns: 'rating_id, kind, is_latest, bucket, rated_at, comment',
      values: `('1', 'csat', true, 'negative', '2026-03-01', 'Atraso na entrega, muito atraso'), ('2', 'csat', true, 'negative', '2026-03-02', 'atrasó! entrega ruim'), ('3', 'csat', true, 'positive', '2026-03-03', 'Entrega rapida'),
        ('4', 'csat', true, 'positive', '2026-03-03', 'entrega perfeita'), ('5', 'csat', true, 'neutral', '2026-03-03', 'atraso'), ('6', 'csat', false, 'negative', '2026-03-03', 'atraso')`,
    },
  };
  const found = await rows('low_rating_comments', 'breakdown', world);
  expect(found.map((row) => row.split(', ').slice(0, 3).join(', '))).toEqual([
    'atraso, 2, 0',
    'atraso entrega, 2, 0',
    'entrega, 2, 2',
  ]);
  // Words and pairs: 9 of the dissatisfied, 6 of the satisfied. atraso: 10 · 2 ÷ 15 = 4/3 is added on both sides, so that
  // it has 10/3 of 9 + 10 and 4/3 of 6 + 10.
  const expected = Math.log(10 / 3 / (19 - 10 / 3)) - Math.log(4 / 3 / (16 - 4 / 3));
  expect(Number(found[0]!.split(', ')[3])).toBeCloseTo(expected, 12);
  expect((await rows('low_rating_comments', 'rows', world)).map((row) => row.slice(0, 19))).toEqual([
    '2026-03-01 00:00:00',
    '2026-03-02 00:00:00',
  ]);
});

describe('agents', () => {
  const agents = {
    columns: 'agent_id, name, is_bot',
    values: `('a', 'Ana', false), ('b', 'Bia', null), ('x', 'Robô', true)`,
  };
  const sessions = {
    columns: 'agent_id, state, from_at, to_at',
    // Ana: 8–12 and 10–13 overlap (5 h), 22–02 over midnight; Bia 9–10; away does not count.
    values: `('a', 'online', '2026-03-02 08:00', '2026-03-02 12:00'), ('a', 'online', '2026-03-02 10:00', '2026-03-02 13:00'), ('a', 'online', '2026-03-02 22:00', '2026-03-03 02:00'),
      ('b', 'online', '2026-03-02 09:00', '2026-03-02 10:00'), ('b', 'away', '2026-03-02 10:00', '2026-03-02 18:00')`,
  };

  test('agent_online_time merges what overlaps and parts what passes midnight', async () => {
    const world: World = { agents, agent_sessions: sessions };
    expect(await rows('agent_online_time', 'breakdown', world)).toEqual(['Ana, 32400, 2', 'Bia, 3600, 1']);
    expect(await rows('agent_online_time', 'trend', world)).toEqual([
      '2026-03-02, 28800, 2',
      '2026-03-03, 7200, 1',
    ]);
    // Ana 7 h and 2 h, Bia 1 h: 10 h on three days of agents.
    expect(await rows('agent_online_time', 'headline', world)).toEqual(['12000, 3']);
    expect(
      await rows('agent_online_time', 'headline', world, { period: days('2026-03-03', '2026-03-04') }),
    ).toEqual(['7200, 1']);
  });

  test('outside_hours_contacts: the share that began while nobody was online', async () => {
    const world: World = {
      agents,
      agent_sessions: sessions,
      tickets: {
        columns: 'ticket_id, created_at',
        // Before any session: unknown. 13:00 sharp: gone. 12:30: Ana. 21:00: nobody. 01:00: Ana. After the last session: unknown.
        values: `('1', '2026-03-02 07:00'), ('2', '2026-03-02 13:00'), ('3', '2026-03-02 12:30'), ('4', '2026-03-02 21:00'), ('5', '2026-03-03 01:00'), ('6', '2026-03-03 03:00')`,
      },
    };
    expect(await rows('outside_hours_contacts', 'headline', world)).toEqual(['2, 4, 0.5, 4']);
    expect(await rows('outside_hours_contacts', 'breakdown', world)).toEqual([
      '1, 12, 0, 1, 1',
      '1, 13, 1, 0, 1',
      '1, 21, 1, 0, 1',
      '2, 1, 0, 1, 1',
    ]);
    expect((await rows('outside_hours_contacts', 'rows', world)).map((row) => row.split(', ')[1])).toEqual([
      '2',
      '4',
    ]);
  });

  test('agent_scorecard: each agent’s figures, by name, and no ranking of noise', async () => {
    const world: World = {
      agents,
      agent_sessions: sessions,
      tickets: {
        columns:
          'ticket_id, agent_id, created_at, last_solved_at, reopens, first_human_reply_at, first_response_seconds',
        values: `('1', 'a', '2026-03-01', '2026-03-02', 0, '2026-03-01', 60), ('2', 'a', '2026-03-01', '2026-03-02', 1, '2026-03-01', 120), ('3', 'b', '2026-03-01', null, 0, null, null), ('4', 'x', '2026-03-01', '2026-03-02', 0, '2026-03-01', 1)`,
      },
      replies: {
        columns: 'reply_id, ticket_id, replied_at, response_seconds, agent_id',
        values: `('m', '1', '2026-03-01', 30, 'b')`,
      },
      ratings: {
        columns: 'rating_id, ticket_id, agent_id, kind, is_latest, bucket, rated_at',
        values: `('r1', '1', null, 'csat', true, 'positive', '2026-03-03'), ('r2', '2', 'a', 'csat', true, 'negative', '2026-03-03')`,
      },
      offers: {
        columns: 'offer_id, agent_id, at, result',
        values: `('o1', 'b', '2026-03-01', 'accepted'), ('o2', 'b', '2026-03-01', 'timeout')`,
      },
    };
    const found = (await rows('agent_scorecard', 'breakdown', world)).map((row) =>
      row.replace(/\d\.\d{5,}/g, (number) => Number(number).toFixed(4)),
    );
    // Wilson of 1 in 2: 0.0945 … 0.9055.
    expect(found).toEqual([
      'Ana, 2, 90, NULL, 0.5, 2, 0.0945, 0.9055, false, 0.5, NULL, NULL, NULL, NULL, 32400, 2',
      'Bia, 0, NULL, 30, NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 1, 0.5, 3600, 0',
    ]);
  });
});

describe('converted_tickets', () => {
  // c: two tickets before an order, the later one is credited; d: five days and no second; e: an order before the ticket; f has none; g is unknown.
  const world: World = {
    tickets: {
      columns: 'ticket_id, customer_id, customer_key, created_at, channel',
      values: `('1', 'c', null, '2026-03-01 10:00', 'chat'), ('2', 'c', null, '2026-03-02 10:00', 'chat'), ('3', 'd', null, '2026-03-01 10:00', 'email'),
        ('4', 'e', null, '2026-03-03 10:00', 'email'), ('5', 'f', null, '2026-03-03 10:00', 'email'), ('6', null, null, '2026-03-03 10:00', 'email'), ('7', 'z', 'k', '2026-03-01 10:00', 'chat')`,
    },
    orders: {
      columns: 'order_id, customer_id, customer_key, ordered_at, amount, refunded, currency',
      values: `('o1', 'c', null, '2026-03-03 10:00', 100, 30, 'BRL'), ('o2', 'd', null, '2026-03-06 10:00', 50, null, 'BRL'), ('o3', 'e', null, '2026-03-03 09:00', 10, null, 'BRL'), ('o4', 'q', 'k', '2026-03-06 09:59:59', 20, null, 'BRL')`,
    },
  };

  test('credits each order once, within five days, across ids by the customer’s key', async () => {
    // Converted: 2 (70) and 7 (20), of 1, 2, 3, 4, 5, 7.
    expect(await rows('converted_tickets', 'headline', world)).toEqual([`2, 6, ${2 / 6}, 6, 90.0000`]);
    expect(await rows('converted_tickets', 'breakdown', world)).toEqual([
      `chat, ${2 / 3}, 90.0000, 3`,
      'email, 0, NULL, 3',
    ]);
    expect((await rows('converted_tickets', 'rows', world)).map((row) => row.split(', ')[0])).toEqual([
      '7',
      '2',
    ]);
  });
});

test('case_timeline: a bar ends with the solve and goes on after a reopening', async () => {
  const world: World = {
    tickets: {
      columns: 'ticket_id, created_at, channel, subject',
      values: `('a', '2026-03-01', 'chat', 'x')`,
    },
    status_periods: {
      columns: 'ticket_id, status, from_at, to_at, seconds, is_present',
      values: `('a', 'new', '2026-03-01', '2026-03-02', 86400, false), ('a', 'solved', '2026-03-02', '2026-03-03', 86400, false), ('a', 'open', '2026-03-03', null, 604800, true)`,
    },
  };
  expect(
    (await rows('case_timeline', 'rows', world)).map((row) => row.split(', ').slice(0, 5).join(', ')),
  ).toEqual([
    'a, new, 2026-03-01 00:00:00, 2026-03-02 00:00:00, 86400',
    'a, open, 2026-03-03 00:00:00, 2026-03-10 00:00:00, 604800',
  ]);
});

test('customer_profile: one row a customer, whatever ids it has', async () => {
  const world: World = {
    tickets: {
      columns: 'ticket_id, customer_id, customer_key, created_at, channel',
      values: `('1', 'c', 'k', '2026-03-01', 'chat'), ('2', 'd', 'k', '2026-03-05', 'chat'), ('3', 'c', 'k', '2026-03-02', 'email'), ('4', 'e', null, '2026-03-02', null), ('5', null, null, '2026-03-02', 'chat')`,
    },
    customers: { columns: 'customer_id, name, created_at', values: `('c', 'Caio', '2020-01-01')` },
    ratings: {
      columns: 'rating_id, ticket_id, kind, is_latest, bucket',
      values: `('r1', '1', 'csat', true, 'positive'), ('r2', '2', 'csat', true, 'negative')`,
    },
    orders: { columns: 'order_id, customer_key, amount, refunded', values: `('o', 'k', 10, 2)` },
  };
  expect(await rows('customer_profile', 'rows', world)).toEqual([
    'k, Caio, 2020-01-01 00:00:00, 3, 2026-03-01 00:00:00, 2026-03-05 00:00:00, chat, chat,email, 0.5, 2, 1, 8.0000',
    's e, NULL, NULL, 1, 2026-03-02 00:00:00, 2026-03-02 00:00:00, NULL, NULL, NULL, NULL, NULL, NULL',
  ]);
});
