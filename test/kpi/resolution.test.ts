import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { testCases, type Case } from './asked.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

const solved: readonly Case[] = [
  {
    title:
      'tickets_resolved: each once, on its last solve; reopened twice, merged, and solved by its status alone',
    world: {
      tickets: {
        columns: 'ticket_id, status, first_solved_at, last_solved_at, reopens, agent_id',
        values: `('1', 'closed', '2026-02-01', '2026-03-01', 2, 'a'), ('2', 'open', '2026-03-01', '2026-03-01', 1, 'a'), ('3', 'closed', null, null, 0, 'b'), ('4', 'merged', null, null, 0, 'b'), ('5', 'open', null, null, null, 'b')`,
      },
      solves: {
        columns: 'solve_id, ticket_id, solved_at, agent_id, reopened_at, reopen_seconds',
        values: `('s1', '1', '2026-02-01', 'a', '2026-02-02', 86400), ('s2', '1', '2026-02-10', 'b', '2026-02-11', 86400), ('s3', '1', '2026-03-01', 'a', null, null), ('s4', '2', '2026-03-01', 'a', '2026-03-01 01:00', 3600)`,
      },
    },
    answers: {
      tickets_resolved: [3, 3],
      'tickets_resolved every_solve': [4, 4],
      'tickets_resolved every_solve by agent': ['a, 3, 3', 'b, 1, 1'],
      reopen_rate: [0.666667, 3],
      'reopen_rate of_all': [0.5, 4],
      'reopen_rate of_solved_now': [0.5, 2],
      'reopen_rate of_solves': [0.75, 4],
      'reopen_rate of_solves by agent': ['a, 0.666667, 3', 'b, 1, 1'],
      reopen_interval: [86400, 3],
      'reopen_interval mean': [Number(((86400 * 2 + 3600) / 3).toFixed(6)), 3],
      'reopen_interval by agent': ['a, 45000, 2', 'b, 86400, 1'],
    },
  },
  {
    title: 'closed without a solve: reopenings unknown, no solve has a day',
    world: { tickets: { columns: 'ticket_id, status', values: "('1', 'closed'), ('2', 'closed')" } },
    answers: {
      tickets_resolved: [2, 2],
      reopen_rate: 'kpi.needs.columns',
      reopen_interval: 'kpi.needs.table',
      premature_closures: 'kpi.needs.table',
      one_touch_rate: 'kpi.needs.columns',
      first_contact_resolution: 'kpi.needs.columns',
    },
  },
  {
    title: 'premature_closures: in time, reopened within exactly seven days, the last week left out',
    now: '2026-03-31 00:00:00',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, due_at',
        values: `('1', '2026-03-01', '2026-03-11'), ('2', '2026-03-01', '2026-03-11'), ('3', '2026-03-01', '2026-03-02'), ('4', '2026-03-20', '2026-03-30'), ('5', '2026-03-01', null)`,
      },
      solves: {
        columns: 'solve_id, ticket_id, solved_at, reopen_seconds, agent_id',
        values: `('1', '1', '2026-03-10', ${7 * 86400}, 'a'), ('2', '2', '2026-03-05', ${7 * 86400 + 1}, 'a'), ('3', '3', '2026-03-05', 60, 'a'), ('4', '4', '2026-03-25', 60, 'a'), ('5', '5', '2026-03-05', null, 'b')`,
      },
    },
    // In time and a week old: 1 and 2; 1 in the last tenth (a day of ten).
    answers: {
      premature_closures: [0.5, 2],
      'premature_closures at_the_last_minute': [1, 1],
      'premature_closures any': [0.5, 4],
    },
  },
];

const contacts: readonly Case[] = [
  {
    title:
      'first_contact_resolution: the same customer back within seven days, by key across sources, never by a bare id of another source',
    now: '2026-03-31 00:00:00',
    world: {
      tickets: {
        columns:
          'source_id, ticket_id, customer_id, customer_key, created_at, last_solved_at, reopens, customer_messages, agents_involved, status',
        values: `('s', '1', 'c', null, '2026-03-01', '2026-03-02', 0, 1, 1, 'closed'), ('z', '2', 'c', null, '2026-03-03', '2026-03-04', 0, 1, 1, 'closed'), ('s', '3', 'd', 'k', '2026-03-01', '2026-03-02', 0, 2, 2, 'closed'), ('z', '4', 'e', 'k', '2026-03-09', '2026-03-10', 1, 1, 1, 'closed'),
          ('s', '5', 'f', null, '2026-03-01', '2026-03-02', 0, 1, 1, 'closed'), ('s', '6', 'f', null, '2026-03-01', '2026-03-02', 0, 1, 1, 'closed'), ('s', '7', 'g', null, '2026-03-20', '2026-03-25', 0, 1, 1, 'closed'), ('s', '8', null, null, '2026-03-01', '2026-03-02', 0, 1, 1, 'closed')`,
      },
    },
    // 3 comes back on the seventh day, 4 was reopened; 5 and 6 came at one instant, 7 is too young, 8 has no customer.
    answers: {
      first_contact_resolution: [Number((4 / 6).toFixed(6)), 6],
      'first_contact_resolution no_reply_after': [0.875, 8],
      'first_contact_resolution closed_once': [0.75, 8],
    },
  },
  {
    title:
      'one_touch_rate and transfer_rate: none, one and two; an agent of two teams; unknown counts nowhere',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, last_solved_at, agent_replies, agents_involved, teams_involved',
        values: `('1', '2026-03-01', '2026-03-01', 1, 1, 2), ('2', '2026-03-01', '2026-03-01', 0, 0, 0), ('3', '2026-03-01', '2026-03-01', 2, 3, 1), ('4', '2026-03-01', null, 1, 1, null), ('5', '2026-03-01', '2026-03-01', null, null, null)`,
      },
    },
    answers: {
      one_touch_rate: [0.333333, 3],
      'one_touch_rate at_most_one': [0.666667, 3],
      transfer_rate: [0.666667, 3],
      'transfer_rate agents': [0.333333, 3],
      'transfer_rate teams': [0.5, 2],
      'transfer_rate handoffs': [1, 3],
    },
  },
  {
    title:
      'automated_resolution_rate: no person before the solve nor within 24 h; notes, bots and later replies are none',
    now: '2026-03-31 00:00:00',
    world: {
      tickets: {
        columns: 'ticket_id, last_solved_at, agent_replies',
        values: `('bot', '2026-03-10', 0), ('note', '2026-03-10', 0), ('late', '2026-03-10', 1), ('soon', '2026-03-10', 1), ('undated', '2026-03-10', 1), ('silent', '2026-03-10', 0), ('young', '2026-03-30 12:00', 0), ('open', null, 0)`,
      },
      messages: {
        columns: 'message_id, ticket_id, author, is_automated, is_public, sent_at',
        values: `('1', 'bot', 'bot', true, true, '2026-03-09'), ('2', 'note', 'agent', false, false, '2026-03-09'), ('3', 'late', 'agent', false, true, '2026-03-11 00:00:01'), ('4', 'soon', 'agent', null, null, '2026-03-11'), ('5', 'undated', 'agent', false, true, null), ('6', 'bot', 'agent', true, true, '2026-03-09'), ('7', 'young', 'bot', true, true, '2026-03-30')`,
      },
    },
    answers: {
      automated_resolution_rate: [0.666667, 6],
      'automated_resolution_rate of_bot_handled': [1, 1],
      'automated_resolution_rate reported': [0.571429, 7],
      'automated_resolution_rate of_bot_handled+reported': 'kpi.variant.onlyWith',
    },
  },
  {
    title: 'missed_conversations: the vendor’s word first; live, ended and unanswered where it says nothing',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, channel, is_missed, customer_messages, agent_replies, status',
        values: `('1', '2026-03-01', 'chat', true, 0, 3, 'open'), ('2', '2026-03-01', 'chat', false, 1, 0, 'closed'), ('3', '2026-03-01', 'whatsapp', null, 1, 0, 'closed'), ('4', '2026-03-01', 'whatsapp', null, 1, 0, 'open'), ('5', '2026-03-01', 'email', null, 1, 0, 'closed'), ('6', '2026-03-01', 'chat', null, 0, 0, 'closed'), ('7', '2026-03-01', 'chat', null, 1, 0, null)`,
      },
    },
    // 1 and 3; of 1, 2, 3 and 4.
    answers: { missed_conversations: [2, 2], 'missed_conversations share': [0.5, 4] },
  },
  {
    title: 'abandonment_rate: by how long they waited, and from sums that arrived',
    world: {
      calls: {
        columns: 'call_id, started_at, outcome, wait_seconds, calls',
        values: `('1', '2026-03-01', 'abandoned', 10, 1), ('2', '2026-03-01', 'abandoned', 40, 1), ('3', '2026-03-01', 'answered', 5, 1), ('4', '2026-03-01', 'answered', 400, 1)`,
      },
      period_facts: {
        columns: 'grain_id, from_at, metric, value',
        values: `('d', '2026-03-01', 'calls_offered', 50), ('d', '2026-03-01', 'calls_abandoned', 5)`,
      },
    },
    answers: {
      abandonment_rate: [0.5, 4],
      'abandonment_rate by wait': ['0–10 s, 1, 2, 0.5, 2', '31–60 s, 1, 1, 1, 1', '> 180 s, 0, 1, 0, 1'],
      'abandonment_rate aggregated': [0.1, 50],
    },
  },
];

testCases(() => engine, [...solved, ...contacts]);
