import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { testCases, type Case } from './asked.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

const onlyIds = { columns: 'ticket_id', values: "('1')" };

const replies: readonly Case[] = [
  {
    title: 'response_time: each run of messages that was answered; ties; runs without an answer have none',
    world: {
      replies: {
        columns: 'reply_id, ticket_id, is_first, asked_at, replied_at, response_seconds, agent_id',
        values: `('1', 't', true, '2026-03-01', '2026-03-01', 60, 'a'), ('2', 't', false, '2026-03-01', '2026-03-01', 60, 'a'), ('3', 't', false, '2026-03-01', '2026-03-02', 600, 'b'), ('4', 't', false, '2026-03-02', null, null, null)`,
      },
    },
    answers: {
      response_time: [240, 3],
      'response_time median': [60, 3],
      'response_time later': [330, 2],
      'response_time by agent': ['a, 60, 0, 2', 'b, 600, NULL, 1'],
    },
  },
  {
    title: 'response_time: only runs that nobody answered',
    world: { replies: { columns: 'reply_id, ticket_id, asked_at', values: `('1', 't', '2026-03-01')` } },
    answers: { response_time: 'kpi.needs.columns' },
  },
  {
    title: 'averages that arrived summed: each weighted by what it rests on, one without a weight left out',
    world: {
      period_facts: {
        columns: 'grain_id, from_at, metric, unit, value, weight',
        values: `('d', '2026-03-01', 'response_time', 'seconds', 10, 1), ('d', '2026-03-02', 'response_time', 'seconds', 40, 2), ('d', '2026-03-03', 'response_time', 'seconds', 999, null), ('d', '2026-03-01', 'handle_time', 'seconds', 100, 3), ('d', '2026-03-02', 'handle_time', 'seconds', 200, 1),
          ('d', '2026-03-01', 'service_level', 'percent', 0.9, 10), ('d', '2026-03-02', 'service_level', 'percent', 0.5, 30)`,
      },
    },
    answers: {
      'response_time aggregated': [30, 3],
      'response_time median+aggregated': 'kpi.variant.onlyWith',
      'handle_time aggregated': [125, 4],
      'handle_time contact_to_solution+aggregated': 'kpi.variant.onlyWith',
      'service_level B+aggregated': [0.6, 40],
      'service_level aggregated': 'kpi.variant.onlyWith',
    },
  },
  {
    title:
      'first_response_time: from the first message of the customer, whoever began; a reply before the opening is left out',
    world: {
      tickets: {
        columns:
          'ticket_id, created_at, started_by, customer_messages, first_human_reply_at, first_response_seconds',
        values: `('1', '2026-03-01', 'customer', 1, '2026-03-01 00:01', 60), ('2', '2026-03-01', 'agent', 0, '2026-03-01 00:00', 0), ('3', '2026-03-01', 'agent', 1, '2026-03-01 01:00', 3600), ('4', '2026-03-02', 'customer', 1, '2026-03-01', null), ('5', '2026-03-01', 'customer', 1, null, null)`,
      },
      replies: {
        columns: 'reply_id, ticket_id, is_first, asked_at, replied_at, response_seconds',
        values: `('1', '1', true, '2026-03-01', '2026-03-01 00:01', 60), ('2', '1', false, '2026-03-01', '2026-03-01 00:01', 5), ('3', '3', true, '2026-03-01 00:30', '2026-03-01 01:00', 1800)`,
      },
    },
    // Of the opening: 1 and 3; 2 is a campaign, 4 was answered before it was opened, 5 never.
    answers: {
      first_response_time: [1830, 2],
      'first_response_time from_first_message': [930, 2],
      'first_response_time from_first_message+median': [930, 2],
      'first_response_time from_first_message+business': 'kpi.variant.onlyWith',
    },
  },
];

const work: readonly Case[] = [
  {
    title: 'handle_time: the shortest and the longest of a channel are marked, each channel by itself',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, agent_id, channel, handle_seconds, closed_at',
        values: `('1', '2026-03-01', 'a', 'chat', 10, '2026-03-01'), ('2', '2026-03-01', 'a', 'chat', 20, '2026-03-01'), ('3', '2026-03-01', 'a', 'chat', 90, '2026-03-01'), ('4', '2026-03-01', 'a', 'email', 500, '2026-03-01'), ('5', '2026-03-01', 'a', 'email', null, '2026-03-01')`,
      },
    },
    answers: {
      handle_time: [155, 4],
      'handle_time median': [55, 4],
      'handle_time by channel': ['chat, 120, 3, 40, 3', 'email, 500, 1, 500, 1'],
      'handle_time rows': [
        'ticket 1, 1, 2026-03-01 00:00:00, 2026-03-01 00:00:00, 10, short, chat, a',
        'ticket 2, 2, 2026-03-01 00:00:00, 2026-03-01 00:00:00, 20, NULL, chat, a',
        'ticket 3, 3, 2026-03-01 00:00:00, 2026-03-01 00:00:00, 90, long, chat, a',
        'ticket 4, 4, 2026-03-01 00:00:00, 2026-03-01 00:00:00, 500, NULL, email, a',
      ],
    },
  },
  {
    title:
      'call_handle_time: talk, hold and wrap of answered calls; a call of which nothing is known counts nowhere',
    world: {
      calls: {
        columns: 'call_id, ended_at, outcome, talk_seconds, hold_seconds, wrap_seconds, calls, agent_id',
        values: `('1', '2026-03-01', 'answered', 100, 10, null, 1, 'a'), ('2', '2026-03-01', 'transferred', 30, null, null, 1, 'a'), ('3', '2026-03-01', 'abandoned', 999, null, null, 1, null), ('4', '2026-03-01', 'answered', null, null, null, 1, 'b'), ('5', null, 'answered', 0, 0, null, 1, 'b')`,
      },
    },
    answers: {
      call_handle_time: [Number((140 / 3).toFixed(6)), 3],
      'call_handle_time median': [30, 3],
      'call_handle_time by agent': ['a, 70, 56.568542, 2', 'b, 0, NULL, 1'],
    },
  },
  {
    title: 'progress_time: closed tickets that were in progress; requester_wait_time: by the last solve',
    world: {
      tickets: {
        columns:
          'ticket_id, status, closed_at, last_solved_at, in_progress_seconds, requester_wait_seconds, reported_in_progress_seconds, reported_requester_wait_seconds, reported_requester_wait_business_seconds',
        values: `('1', 'closed', '2026-03-01', '2026-02-28', 100, 1000, 110, null, null), ('2', 'solved', null, '2026-03-01', 300, 0, null, 600, 60), ('3', 'open', null, '2026-03-01', 999, 2000, 999, null, null), ('4', 'closed', '2026-03-01', null, null, null, null, null, null)`,
      },
    },
    answers: {
      progress_time: [200, 2],
      'progress_time reported': [110, 1],
      requester_wait_time: [1000, 3],
      'requester_wait_time p90': [1800, 3],
      'requester_wait_time reported': [600, 1],
      'requester_wait_time business+reported': [60, 1],
      'requester_wait_time business': 'kpi.variant.onlyWith',
    },
  },
  {
    title: 'nothing known of any duration',
    world: { tickets: onlyIds, calls: { columns: 'call_id, outcome', values: "('1', 'answered')" } },
    answers: {
      progress_time: 'kpi.needs.columns',
      requester_wait_time: 'kpi.needs.columns',
      call_handle_time: 'kpi.needs.either',
      response_time: 'kpi.needs.table',
      first_response_time: 'kpi.needs.columns',
      sla_attainment: 'kpi.needs.columns',
    },
  },
];

const promises: readonly Case[] = [
  {
    title:
      'sla_attainment: exactly in time is in time; overdue and open is not; not yet due counts nowhere; the unknown status stays',
    now: '2026-03-10 00:00:00',
    world: {
      tickets: {
        columns:
          'ticket_id, status, due_at, last_solved_at, priority, first_response_due_at, first_human_reply_at, sla_resolution_met, sla_first_response_met',
        values: `('1', 'closed', '2026-03-05', '2026-03-05', 'high', '2026-03-02', '2026-03-02', true, true), ('2', null, '2026-03-05', '2026-03-05 00:00:01', 'high', '2026-03-02', '2026-03-03', false, null), ('3', 'open', '2026-03-09', null, 'low', '2026-03-02', null, null, false),
          ('4', 'open', '2026-03-11', null, 'low', null, null, null, null), ('5', 'merged', '2026-03-05', '2026-03-01', 'low', '2026-03-02', '2026-03-01', true, true), ('6', 'solved', '2026-03-20', '2026-03-09', 'low', null, null, null, null)`,
      },
    },
    // 1 and 6 of 1, 2, 3, 6; first replies: 1 of 1, 2, 3; the vendor: two of three, two of three.
    answers: {
      sla_attainment: [0.5, 4],
      'sla_attainment first_response': [0.333333, 3],
      'sla_attainment reported': [0.666667, 3],
      'sla_attainment first_response+reported': [0.666667, 3],
      'sla_attainment by priority': ['high, 0.5, 2', 'low, 0.5, 2'],
    },
  },
  {
    title: 'sla_attainment: on the night on which Europe’s clocks go forward, the instants decide',
    now: '2026-04-10 00:00:00',
    world: {
      tickets: {
        columns: 'ticket_id, due_at, due_at_utc, last_solved_at, last_solved_at_utc',
        values: `('1', '2026-03-29 03:00', '2026-03-29 01:00', '2026-03-29 01:59', '2026-03-29 00:59'), ('2', '2026-10-25 02:30', '2026-10-25 00:30', '2026-10-25 02:10', '2026-10-25 01:10')`,
      },
    },
    // 2 was solved twenty minutes before by the clock, and forty minutes late.
    answers: { sla_attainment: [0.5, 2] },
  },
];

testCases(() => engine, [...replies, ...work, ...promises]);
