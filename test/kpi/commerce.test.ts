import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { testCases, type Case } from './asked.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

const sales: readonly Case[] = [
  {
    title:
      'converted_tickets: an order that could credit two tickets credits the later; two at one instant the first by its id',
    world: {
      tickets: {
        columns: 'source_id, ticket_id, customer_id, customer_key, created_at, channel',
        values: `('s', '1', 'c', null, '2026-03-01', 'chat'), ('s', '2', 'c', null, '2026-03-03', 'chat'), ('s', '4', 'd', null, '2026-03-01', 'email'), ('s', '3', 'd', null, '2026-03-01', 'chat'), ('z', '5', 'c', null, '2026-03-03 12:00', 'email'), ('s', '6', null, 'k', '2026-03-10', 'email'), ('s', '7', null, null, '2026-03-10', 'email')`,
      },
      orders: {
        columns: 'source_id, order_id, customer_id, customer_key, ordered_at, amount, refunded, currency',
        // o1 and o2 to 2; o3 to 3; o4 at the very instant; o5 five days later to the second is too late; another source's c is another customer.
        values: `('s', 'o1', 'c', null, '2026-03-04', 100, null, 'BRL'), ('s', 'o2', 'c', null, '2026-03-05', 50, 50, 'BRL'), ('s', 'o3', 'd', null, '2026-03-02', 20, 5, 'BRL'), ('w', 'o4', 'q', 'k', '2026-03-10', 10, null, 'BRL'), ('w', 'o5', 'q', 'k', '2026-03-15', 10, null, 'BRL'), ('s', 'o6', 'd', null, null, 10, null, 'BRL')`,
      },
    },
    answers: {
      converted_tickets: [0.5, 6],
      'converted_tickets by': ['chat, 0.666667, 115.0000, 3', 'email, 0.333333, 10.0000, 3'],
      'converted_tickets trend': [
        '2026-02-23, 0.333333, 15.0000, 3',
        '2026-03-02, 0.5, 100.0000, 2',
        '2026-03-09, 1, 10.0000, 1',
      ],
      'converted_tickets rows': [
        '3, 2026-03-01 00:00:00, chat, NULL, o3, 2026-03-02 00:00:00, 20.0000, 5.0000, BRL',
        '2, 2026-03-03 00:00:00, chat, NULL, o1, 2026-03-04 00:00:00, 100.0000, NULL, BRL',
        '2, 2026-03-03 00:00:00, chat, NULL, o2, 2026-03-05 00:00:00, 50.0000, 50.0000, BRL',
        '6, 2026-03-10 00:00:00, email, NULL, o4, 2026-03-10 00:00:00, 10.0000, NULL, BRL',
      ],
    },
  },
  {
    title: 'converted_tickets: money of two currencies is not added up, and customer_profile knows no worth',
    world: {
      tickets: {
        columns: 'ticket_id, customer_id, created_at, channel',
        values: `('1', 'c', '2026-03-01', 'chat'), ('2', 'd', '2026-03-01', 'email')`,
      },
      orders: {
        columns: 'order_id, customer_id, ordered_at, amount, currency',
        values: `('o1', 'c', '2026-03-02', 10, 'BRL'), ('o2', 'c', '2026-03-02', 10, 'USD'), ('o3', 'd', '2026-03-02', 7, 'USD')`,
      },
    },
    answers: {
      converted_tickets: [1, 2],
      'converted_tickets by': ['chat, 1, NULL, 1', 'email, 1, 7.0000, 1'],
      'customer_profile rows': [
        's c, NULL, NULL, 1, 2026-03-01 00:00:00, 2026-03-01 00:00:00, chat, chat, NULL, NULL, 2, NULL',
        's d, NULL, NULL, 1, 2026-03-01 00:00:00, 2026-03-01 00:00:00, email, email, NULL, NULL, 1, 7.0000',
      ],
    },
  },
  {
    title: 'converted_tickets: no customer is known',
    world: {
      tickets: { columns: 'ticket_id, created_at', values: `('1', '2026-03-01')` },
      orders: { columns: 'order_id, customer_id, ordered_at', values: `('o', 'c', '2026-03-01')` },
    },
    answers: { converted_tickets: 'kpi.needs.either' },
  },
  {
    title:
      'amplification_rate: by the last count of followers before the post; posts before any count, and of no followers',
    world: {
      social_posts: {
        columns: 'network, post_id, posted_at, shares',
        values: `('x', '1', '2026-03-02 10:00', 10), ('x', '2', '2026-03-05', 30), ('x', '3', '2026-02-01', 99), ('x', '4', '2026-03-05', null), ('y', '5', '2026-03-05', 5)`,
      },
      followers: {
        columns: 'network, day, followers',
        values: `('x', '2026-03-02', 100), ('x', '2026-03-04', 200), ('x', '2026-03-05', null)`,
      },
    },
    // 10 ÷ 100 and 30 ÷ 200.
    answers: {
      amplification_rate: [0.125, 2],
      'amplification_rate per_post': [36, 4],
      'amplification_rate by network': ['x, 0.125, 0.035355, 2'],
    },
  },
  {
    title:
      'customer_profile: the preferred of two channels used alike is the newest; one person in two sources is one row',
    world: {
      tickets: {
        columns: 'source_id, ticket_id, customer_id, customer_key, created_at, channel',
        values: `('s', '1', 'c', 'k', '2026-03-01', 'email'), ('z', '1', 'q', 'k', '2026-03-02', 'chat'), ('s', '2', 'c', 'k', null, null)`,
      },
      customers: {
        columns: 'source_id, customer_id, customer_key, name, created_at',
        values: `('s', 'c', 'k', 'Caio', '2021-01-01'), ('z', 'q', 'k', 'Caio S.', '2020-01-01')`,
      },
    },
    answers: {
      'customer_profile rows': [
        'k, Caio, 2020-01-01 00:00:00, 3, 2026-03-01 00:00:00, 2026-03-02 00:00:00, chat, chat,email, NULL, NULL, NULL, NULL',
      ],
    },
  },
  {
    title: 'case_timeline: a ticket reopened twice has three bars, the closed one none after its end',
    now: '2026-03-10 00:00:00',
    world: {
      tickets: { columns: 'ticket_id, created_at', values: `('a', '2026-03-01')` },
      status_periods: {
        columns: 'ticket_id, status, from_at, to_at, seconds, is_present',
        values: `('a', null, '2026-03-01', '2026-03-02', 86400, false), ('a', 'solved', '2026-03-02', '2026-03-03', 86400, false), ('a', 'open', '2026-03-03', '2026-03-04', 86400, false), ('a', 'solved', '2026-03-04', '2026-03-05', 86400, false), ('a', 'open', '2026-03-05', '2026-03-06', 86400, false), ('a', 'closed', '2026-03-06', null, 345600, true)`,
      },
    },
    answers: {
      'case_timeline rows': ['NULL, 2026-03-01', 'open, 2026-03-03', 'open, 2026-03-05'].map((bar) => {
        const [status = '', day = ''] = bar.split(', ');
        const next = `2026-03-0${Number(day.at(-1)) + 1}`;
        return `a, ${status}, ${day} 00:00:00, ${next} 00:00:00, 86400, false, 2026-03-01 00:00:00, NULL, NULL, NULL`;
      }),
    },
  },
];

testCases(() => engine, sales);
