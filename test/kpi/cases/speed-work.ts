import { from, type Case } from '../asked.ts';
import type { World } from '../world.ts';

/**
 * Calls k1 and k2 are about ticket t3, k3 about none; nobody took k4, and of k5 no part is known. t1 and t2 have a work time of their
 * own. t4 is open, and nobody answered it.
 */
const desk: World = {
  tickets: {
    columns:
      'ticket_id, status, created_at, last_solved_at, closed_at, handle_seconds, resolution_seconds, in_progress_seconds, reported_handle_seconds',
    values: `('t1', 'closed', '2026-03-02 09:00', '2026-03-02 09:10', '2026-03-02 10:00', 100, 600, 50, 120),
      ('t2', 'closed', '2026-03-02 09:00', '2026-03-02 09:20', '2026-03-02 11:00', 300, 1200, 150, 360),
      ('t3', 'closed', '2026-03-02 09:00', '2026-03-02 09:50', '2026-03-02 14:00', null, 3000, 400, null),
      ('t4', 'open', '2026-03-02 09:00', null, null, null, null, 999, 60)`,
  },
  calls: {
    columns:
      'call_id, ticket_id, started_at, ended_at, outcome, talk_seconds, hold_seconds, wrap_seconds, agent_id',
    values: `('k1', 't3', '2026-03-02 09:00', '2026-03-02 09:02', 'answered', 60, 10, 30, 'a'), ('k2', 't3', '2026-03-02 09:40', '2026-03-03 00:00', 'transferred', 200, null, null, 'a'),
      ('k3', null, '2026-03-02 09:00', '2026-03-02 09:10', 'answered', 400, 0, null, 'b'), ('k4', null, '2026-03-02 09:00', '2026-03-02 09:20', 'abandoned', 999, null, null, null), ('k5', null, '2026-03-02 09:00', '2026-03-02 09:01', 'answered', null, null, null, 'b')`,
  },
  replies: {
    columns: 'reply_id, ticket_id, asked_at, replied_at, response_seconds',
    values: `('1', 't1', '2026-03-02 09:00', '2026-03-02 09:00:30', 30), ('2', 't1', '2026-03-02 09:01', '2026-03-02 09:01:50', 50), ('3', 't2', '2026-03-02 23:59', '2026-03-03 00:00:40', 100), ('4', 't4', '2026-03-02 09:00', null, null)`,
  },
};

const work: readonly Case[] = [
  {
    title: 'handle_time: each definition and source of one desk; call_handle_time of its calls',
    world: desk,
    answers: {
      // Of t1, t2, t3 and k3; the other statistics of the five contacts.
      handle_time: [(100 + 300 + (100 + 200) + 400) / 4, 4],
      'handle_time median': [200, 5],
      'handle_time p90': [300 + 0.6 * 100, 5],
      'handle_time contact_to_solution': [(600 + 1200 + 3000) / 3, 3],
      'handle_time contact_to_solution+median': [1200, 3],
      'handle_time contact_to_solution+p90': [1200 + 0.8 * 1800, 3],
      'handle_time opened_to_closed': [((1 + 2 + 5) * 3600) / 3, 3],
      'handle_time opened_to_closed+median': [2 * 3600, 3],
      'handle_time opened_to_closed+p90': [(2 + 0.8 * 3) * 3600, 3],
      'handle_time in_progress': [(50 + 150 + 400) / 3, 3],
      'handle_time in_progress+median': [150, 3],
      'handle_time in_progress+p90': [150 + 0.8 * 250, 3],
      // Of t1 and t2; the other statistics of the three replies.
      'handle_time reply_times': [(30 + 50 + 100) / 2, 2],
      'handle_time reply_times+median': [50, 3],
      'handle_time reply_times+p90': [50 + 0.8 * 50, 3],
      'handle_time reported': [(60 + 120 + 360) / 3, 3],
      'handle_time median+reported': [120, 3],
      'handle_time p90+reported': [120 + 0.8 * 240, 3],
      'handle_time in_progress+reported': 'kpi.variant.onlyWith',
      call_handle_time: [(100 + 200 + 400) / 3, 3],
      'call_handle_time median': [200, 3],
      'call_handle_time p90': [200 + 0.8 * 200, 3],
      'call_handle_time by agent': ['a, 150, 70.710678, 2', 'b, 400, NULL, 1'],
    },
  },
  {
    title: 'handle_time: on the day the work ended; a call that ends at midnight is the next day’s',
    world: desk,
    period: from('2026-03-02', '2026-03-03'),
    answers: {
      handle_time: [(100 + 300 + 100 + 400) / 4, 4],
      call_handle_time: [(100 + 400) / 2, 2],
      'handle_time reply_times': [30 + 50, 1],
      'handle_time in_progress': [(50 + 150 + 400) / 3, 3],
      'handle_time opened_to_closed': [((1 + 2 + 5) * 3600) / 3, 3],
      'handle_time reported': [(120 + 360) / 2, 2],
    },
  },
  {
    title: 'handle_time: no work time is recorded; the two that come near it are',
    world: {
      tickets: {
        columns: 'ticket_id, status, closed_at, in_progress_seconds',
        values: "('1', 'closed', '2026-03-01', 60)",
      },
      replies: {
        columns: 'reply_id, ticket_id, replied_at, response_seconds',
        values: "('1', '1', '2026-03-01', 40)",
      },
    },
    answers: {
      handle_time: 'kpi.needs.columns',
      'handle_time in_progress': [60, 1],
      'handle_time reply_times': [40, 1],
      call_handle_time: 'kpi.needs.table',
    },
  },
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
    title: 'call_handle_time: answered calls of which no part is known',
    world: { calls: { columns: 'call_id, outcome', values: "('1', 'answered')" } },
    answers: { call_handle_time: 'kpi.needs.either' },
  },
  {
    title: 'averages that arrived summed: each weighted by what it rests on, one without a weight left out',
    world: {
      period_facts: {
        columns: 'grain_id, from_at, metric, unit, value, weight',
        values: `('d', '2026-03-01', 'response_time', 'seconds', 10, 1), ('d', '2026-03-02', 'response_time', 'seconds', 40, 2), ('d', '2026-03-03', 'response_time', 'seconds', 999, null),
          ('d', '2026-03-01', 'handle_time', 'seconds', 100, 3), ('d', '2026-03-02', 'handle_time', 'seconds', 200, 1),
          ('d', '2026-03-01', 'first_response_time', 'seconds', 60, 1), ('d', '2026-03-02', 'first_response_time', 'seconds', 20, 3),
          ('d', '2026-03-01', 'resolution_time', 'seconds', 6000, 4), ('d', '2026-03-02', 'resolution_time', 'seconds', 1000, 1), ('d', '2026-03-02', 'resolution_time', 'seconds', 9999, 0),
          ('d', '2026-03-01', 'wait_time', 'seconds', 15, 2), ('d', '2026-03-02', 'wait_time', 'seconds', 30, 4),
          ('d', '2026-03-01', 'service_level', 'percent', 0.9, 10), ('d', '2026-03-02', 'service_level', 'percent', 0.5, 30)`,
      },
    },
    answers: {
      'response_time aggregated': [(10 * 1 + 40 * 2) / 3, 3],
      'response_time median+aggregated': 'kpi.variant.onlyWith',
      'handle_time aggregated': [(100 * 3 + 200) / 4, 4],
      'handle_time contact_to_solution+aggregated': 'kpi.variant.onlyWith',
      'first_response_time aggregated': [(60 * 1 + 20 * 3) / 4, 4],
      'first_response_time business+aggregated': 'kpi.variant.onlyWith',
      'resolution_time aggregated': [(6000 * 4 + 1000) / 5, 5],
      'wait_time aggregated': [(15 * 2 + 30 * 4) / 6, 6],
      'service_level B+aggregated': [(0.9 * 10 + 0.5 * 30) / 40, 40],
      'service_level aggregated': 'kpi.variant.onlyWith',
    },
  },
];

export const workCases: readonly Case[] = work;
