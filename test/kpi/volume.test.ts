import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { from, testCases, type Case } from './asked.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

const nothing = { columns: 'ticket_id', values: "('1')" };

const contacts: readonly Case[] = [
  {
    title:
      'contacts_handled: a ticket with two answered calls is two contacts; the bot’s counts, the abandoned does not',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, agent_id, first_reply_at, status',
        values: `('1', '2026-03-01', 'a', null, 'open'), ('2', '2026-03-01', 'a', null, 'open'), ('3', '2026-03-31 23:59:59', null, '2026-04-01', 'closed'), ('4', '2026-04-01', null, null, 'closed')`,
      },
      calls: {
        columns: 'call_id, ticket_id, started_at, outcome, calls',
        values: `('k1', '1', '2026-03-01 10:00', 'answered', 1), ('k2', '1', '2026-03-02 10:00', 'transferred', 1), ('k3', '1', '2026-03-03', 'abandoned', 1), ('k4', null, '2026-03-04', 'answered', 3)`,
      },
    },
    // k1, k2, three calls of k4, and 2 by a person; 3 by a bot; offered besides: k3 and 4.
    answers: {
      contacts_handled: [7, 7],
      'contacts_handled people': [6, 6],
      'contacts_handled offered': [9, 9],
      'contacts_handled by channel': ['phone, 5, 5', 'NULL, 2, 2'],
    },
  },
  {
    title: 'contacts_handled: 3 begins in March by the clock, 4 in April',
    period: from('2026-04-01', '2026-05-01'),
    world: {
      tickets: {
        columns: 'ticket_id, created_at, agent_id',
        values: `('3', '2026-03-31 23:59:59', 'a'), ('4', '2026-04-01', 'a'), ('5', null, 'a')`,
      },
    },
    answers: { contacts_handled: [1, 1] },
  },
  {
    title: 'contacts_handled: where nobody is known to attend, it is not known',
    world: { tickets: { columns: 'ticket_id, status', values: "('1', 'closed')" } },
    answers: { contacts_handled: 'kpi.needs.columns', 'contacts_handled people': 'kpi.needs.columns' },
  },
  {
    title: 'contacts_by_hour: the weekday and the hour of the wall clock, Sunday is 7',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, created_at_utc',
        values: `('1', '2026-03-01 23:59:59', '2026-03-02 02:59:59'), ('2', '2026-03-02 00:00:00', '2026-03-02 03:00:00'), ('3', null, null)`,
      },
    },
    answers: { 'contacts_by_hour by': ['1, 0, 1, 1', '7, 23, 1, 1'] },
  },
];

const stocks: readonly Case[] = [
  {
    title:
      'untouched_rate: open and without an act ÷ all but merged, spam and deleted; unknown acts and statuses count nowhere',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, status, status_reason, agent_actions, agent_replies',
        values: `('1', '2026-03-01', 'open', 'stock', 0, 1), ('2', '2026-03-01', 'open', 'stock', 2, 0), ('3', '2026-03-01', 'closed', null, 0, 0), ('4', '2026-03-01', 'merged', null, 0, 0), ('5', '2026-03-01', null, null, 0, 0), ('6', '2026-03-01', 'new', null, null, null), ('7', null, 'new', null, 0, 0)`,
      },
    },
    // 1 and 7 of 1, 2, 3, 7; by replies 2 and 7.
    answers: {
      untouched_rate: [0.5, 4],
      'untouched_rate reported': [0.5, 4],
      'untouched_rate by status_reason': ['stock, 0.5, 2', 'NULL, 0.5, 2'],
    },
  },
  {
    title: 'untouched_rate: nobody knows of acts',
    world: { tickets: nothing },
    answers: { untouched_rate: 'kpi.needs.columns' },
  },
  {
    title:
      'backlog_age: a tie in the middle, a ticket of the last instant, and shares that leave out exactly one day',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, status',
        values: `('1', '2026-03-31', 'new'), ('2', '2026-03-30', 'open'), ('3', '2026-03-30', 'hold'), ('4', '2026-02-01', 'pending'), ('5', '2020-01-01', 'solved'), ('6', null, 'open'), ('7', '2020-01-01', null)`,
      },
    },
    // 0, 1, 1 and 58 days.
    answers: {
      backlog_age: [86400, 4],
      'backlog_age mean': [15 * 86400, 4],
      'backlog_age p90': [Number((86400 * (1 + 0.7 * 57)).toFixed(6)), 4],
    },
  },
  {
    title:
      'backlog: a ticket reopened twice leaves and comes back; a merged one leaves; one of unknown status stays',
    now: '2026-03-06 12:00:00',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, status',
        values: `('a', '2026-03-01', 'open'), ('m', '2026-03-01', 'merged'), ('u', '2026-03-04', null)`,
      },
      status_periods: {
        columns: 'ticket_id, status, from_at, to_at',
        values: `('a', 'new', '2026-03-01 10:00', '2026-03-02 10:00'), ('a', 'solved', '2026-03-02 10:00', '2026-03-03 10:00'), ('a', 'open', '2026-03-03 10:00', '2026-03-04 10:00'), ('a', 'solved', '2026-03-04 10:00', '2026-03-05 10:00'), ('a', 'open', '2026-03-05 10:00', null),
          ('m', 'open', '2026-03-01 10:00', '2026-03-03 00:00'), ('m', 'merged', '2026-03-03 00:00', null), ('u', null, '2026-03-04 23:59:59', null)`,
      },
    },
    answers: {
      backlog: [2, 2],
      'backlog trend': [
        '2026-03-01, 2, 2',
        '2026-03-02, 1, 1',
        '2026-03-03, 1, 1',
        '2026-03-04, 1, 1',
        '2026-03-05, 2, 2',
        '2026-03-06, 2, 2',
      ],
    },
  },
  {
    title:
      'backlog from openings and solves: the reopened are left out and told, a midnight solve belongs to its day',
    now: '2026-03-04 12:00:00',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, status, last_solved_at, closed_at, reopens, is_reopened',
        values: `('1', '2026-03-01', 'solved', '2026-03-03', null, 0, false), ('2', '2026-03-02', 'open', null, null, 0, false), ('3', '2026-03-01', 'solved', '2026-03-02', null, 2, false), ('4', '2026-03-01', 'open', '2026-03-02', null, null, true), ('5', '2026-03-01', 'closed', null, '2026-03-01 20:00', null, null), ('6', null, 'open', null, null, 0, false)`,
      },
    },
    answers: {
      backlog: 'kpi.needs.table',
      'backlog snapshot': [1, 1],
      'backlog snapshot trend': [
        '2026-03-01, 1, 1',
        '2026-03-02, 2, 2',
        '2026-03-03, 1, 1',
        '2026-03-04, 1, 1',
      ],
      'backlog snapshot by': ['NULL, 1, 1'],
    },
  },
  {
    title: 'tickets_by_status: how many, and for how long they have been in it',
    world: {
      tickets: {
        columns: 'ticket_id, status, is_reopened, channel',
        values: `('1', 'open', false, 'chat'), ('2', 'open', true, 'chat'), ('3', null, null, null), ('4', 'merged', false, 'email')`,
      },
      status_periods: {
        columns: 'ticket_id, status, from_at, seconds, is_present',
        values: `('1', 'new', '2026-03-01', 5, false), ('1', 'open', '2026-03-01', 100, true), ('2', 'open', '2026-03-01', 300, true), ('4', 'merged', '2026-03-02', 7, true)`,
      },
    },
    answers: {
      tickets_by_status: [4, 4],
      'tickets_by_status by status': ['merged, 1, 1', 'open, 1, 1', 'reopened, 1, 1', 'NULL, 1, 1'],
      'tickets_by_status time_in_status': [100, 3],
      'tickets_by_status time_in_status by status': ['open, 200, 2', 'merged, 7, 1'],
    },
  },
];

const flows: readonly Case[] = [
  {
    title: 'tickets_per_customer: how many customers have how many',
    world: {
      tickets: {
        columns: 'ticket_id, customer_id, customer_key, created_at',
        values: `('1', 'a', null, '2026-03-01'), ('2', 'a', null, '2026-03-01'), ('3', 'b', 'k', '2026-03-01'), ('4', 'c', 'k', '2026-03-01'), ('5', 'd', null, '2026-03-01'), ('6', null, null, '2026-03-01')`,
      },
    },
    // a and k have two each, d has one.
    answers: {
      tickets_per_customer: [Number((5 / 3).toFixed(6)), 3],
      'tickets_per_customer distribution by': ['1, 1, 0.333333, 1', '2, 2, 0.666667, 2'],
    },
  },
  {
    title: 'tickets_created and others from sums that arrived: added within one grain, never across two',
    world: {
      period_facts: {
        columns: 'grain_id, from_at, metric, unit, value, agent_id',
        values: `('day', '2026-03-01', 'conversations', 'count', 5, 'a'), ('day', '2026-03-02', 'conversations', 'count', 7, 'b'), ('day', '2026-03-01', 'chats_accepted', 'count', 4, 'a'), ('day', '2026-03-01', 'chats_missed', 'count', 1, 'a'), ('day', '2026-03-01', 'offline_messages', 'count', 2, null), ('day', '2026-03-02', 'offline_messages', 'count', null, null)`,
      },
    },
    answers: {
      tickets_created: 'kpi.needs.table',
      'tickets_created aggregated': [12, 12],
      'tickets_created aggregated by agent': ['b, 7, 7', 'a, 5, 5'],
      'contacts_handled aggregated': [4, 4],
      'missed_conversations aggregated': [1, 1],
      'missed_conversations share+aggregated': [0.2, 5],
      'offline_messages aggregated': [2, 2],
    },
  },
  {
    title: 'tickets_created from sums of two grains: not added',
    world: {
      period_facts: {
        columns: 'grain_id, from_at, metric, value',
        values: `('day', '2026-03-01', 'conversations', 5), ('agent', '2026-03-01', 'conversations', 5)`,
      },
    },
    answers: { 'tickets_created aggregated': 'kpi.check.oneGrain' },
  },
  {
    title:
      'contact_reasons by tag: a ticket with one tag twice counts once, one with two tags under both, one without stays',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, tags, intent',
        values: `('1', '2026-03-01', ['a', 'a'], 'x'), ('2', '2026-03-01', ['a', 'b'], null), ('3', '2026-03-01', null, 'x')`,
      },
      ratings: {
        columns: 'rating_id, ticket_id, kind, is_latest, bucket',
        values: `('r', '2', 'csat', true, 'positive')`,
      },
    },
    answers: {
      'contact_reasons tag by': [
        `a, 2, 0.666667, NULL, NULL, 1, 1, 2`,
        `b, 1, 0.333333, NULL, NULL, 1, 1, 1`,
        `NULL, 1, 0.333333, NULL, NULL, NULL, 0, 1`,
      ],
      'contact_reasons intent by': [
        `x, 2, 0.666667, NULL, NULL, NULL, 0, 2`,
        `NULL, 1, 0.333333, NULL, NULL, 1, 1, 1`,
      ],
    },
  },
  {
    title:
      'contact_reasons: growth looks at 28 days before the period’s end and 28 more, however short the period',
    period: from('2026-03-24', '2026-03-31'),
    world: {
      tickets: {
        columns: 'ticket_id, created_at, type',
        // Until 31 March: from the 3rd on four, from 3 February on two; the first lies in January.
        values: `('0', '2026-01-01', 'x'), ('1', '2026-02-03', 'x'), ('2', '2026-03-02', 'x'), ('3', '2026-03-03', 'x'), ('4', '2026-03-10', 'x'), ('5', '2026-03-24', 'x'), ('6', '2026-03-30', 'x'), ('7', '2026-03-31', 'x')`,
      },
    },
    answers: { 'contact_reasons by': ['x, 2, 1, 1, NULL, NULL, 0, 2'] },
  },
];

testCases(() => engine, [...contacts, ...stocks, ...flows]);
