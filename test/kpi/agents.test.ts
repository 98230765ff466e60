import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { testCases, type Case } from './asked.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

const agents = {
  columns: 'agent_id, name, team, is_bot',
  values: `('a', 'Ana', 'north', false), ('b', 'Bia', 'south', null), ('x', 'Robô', null, true)`,
};

const staffing: readonly Case[] = [
  {
    title:
      'agent_online_time: overlaps, adjoining sessions, two that begin at once, one without an end, none of length',
    now: '2026-03-03 06:00:00',
    world: {
      agents,
      agent_sessions: {
        columns: 'agent_id, state, from_at, to_at',
        values: `('a', 'online', '2026-03-01 08:00', '2026-03-01 10:00'), ('a', 'online', '2026-03-01 08:00', '2026-03-01 09:00'), ('a', 'online', '2026-03-01 10:00', '2026-03-01 11:00'), ('a', 'online', '2026-03-02 12:00', '2026-03-02 12:00'), ('b', 'online', '2026-03-02 22:00', null), ('b', 'away', '2026-03-01 08:00', '2026-03-01 18:00'), ('b', 'online', '2026-03-01 23:00', '2026-03-02 00:00')`,
      },
    },
    // Ana three hours; Bia one, then 22:00 to 06:00.
    answers: {
      agent_online_time: [10800, 4],
      'agent_online_time trend': ['2026-03-01, 14400, 2', '2026-03-02, 7200, 1', '2026-03-03, 21600, 1'],
      'agent_online_time by agent': ['Bia, 32400, 3', 'Ana, 10800, 1'],
    },
  },
  {
    title: 'agent_online_time: on the nights of clock changes the elapsed hours count',
    world: {
      agents,
      agent_sessions: {
        columns: 'agent_id, state, from_at, from_at_utc, to_at, to_at_utc',
        // Berlin: 22:00 to 06:00 is seven hours in March and nine in October; 02:30 to 02:10 are forty minutes.
        values: `('a', 'online', '2026-03-28 22:00', '2026-03-28 21:00', '2026-03-29 06:00', '2026-03-29 04:00'), ('a', 'online', '2026-10-24 22:00', '2026-10-24 20:00', '2026-10-25 06:00', '2026-10-25 05:00'), ('b', 'online', '2026-10-25 02:30', '2026-10-25 00:30', '2026-10-25 02:10', '2026-10-25 01:10')`,
      },
    },
    answers: {
      'agent_online_time by agent': ['Ana, 57600, 4', 'Bia, 2400, 1'],
      'agent_online_time trend': [
        '2026-03-28, 7200, 1',
        '2026-03-29, 18000, 1',
        '2026-10-24, 7200, 1',
        `2026-10-25, ${7 * 3600 + 2400}, 2`,
      ],
    },
  },
  {
    title: 'agent_scorecard: each figure by its own date, the online time cut at the period’s ends, no bots',
    period: { from: '2026-03-01 00:00:00', to: '2026-03-02 00:00:00' },
    world: {
      agents,
      tickets: {
        columns: 'ticket_id, agent_id, last_solved_at, reopens, first_human_reply_at, first_response_seconds',
        values: `('1', 'a', '2026-03-01', 1, '2026-02-28', 60), ('2', 'a', '2026-03-02', 0, '2026-03-01', 30), ('3', 'x', '2026-03-01', 0, '2026-03-01', 1), ('4', null, '2026-03-01', 0, '2026-03-01', 1)`,
      },
      agent_sessions: {
        columns: 'agent_id, state, from_at, to_at',
        values: `('b', 'online', '2026-02-28 22:00', '2026-03-01 02:00'), ('b', 'online', '2026-03-01 23:00', '2026-03-02 05:00'), ('b', 'online', '2026-03-01 23:30', '2026-03-02 05:00')`,
      },
    },
    answers: {
      'agent_scorecard by': [
        'Ana, 1, 30, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, 1',
        'Bia, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 10800, 0',
      ],
    },
  },
  {
    title:
      'outside_hours_contacts: nobody before, somebody without an end after; calls count, and sums of calls',
    world: {
      agents,
      agent_sessions: {
        columns: 'agent_id, state, from_at, to_at',
        values: `('a', 'online', '2026-03-01 08:00', '2026-03-01 10:00'), ('b', 'online', '2026-03-02 08:00', null)`,
      },
      tickets: {
        columns: 'ticket_id, created_at',
        values: `('1', '2026-03-01 07:59:59'), ('2', '2026-03-01 08:00'), ('3', '2026-03-09 10:00'), ('4', null)`,
      },
      calls: {
        columns: 'call_id, started_at, outcome, calls',
        values: `('k', '2026-03-01 10:00', 'abandoned', 2)`,
      },
    },
    // 2 and 3 with somebody there, two calls without; nothing is known of 1 and 4.
    answers: {
      outside_hours_contacts: [0.5, 4],
      'outside_hours_contacts by': ['1, 10, 0, 1, 1', '7, 8, 0, 1, 1', '7, 10, 1, 0, 2'],
    },
  },
  {
    title: 'offline_messages and proactive_share: unknown is not no',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, is_offline, is_proactive',
        values: `('1', '2026-03-01 23:00', true, true), ('2', '2026-03-02 00:00', true, false), ('3', '2026-03-02', false, false), ('4', '2026-03-02', null, null)`,
      },
      invitations: {
        columns: 'invitation_id, at, accepted',
        values: `('1', '2026-03-01', true), ('2', '2026-03-01', false), ('3', '2026-03-01', null)`,
      },
      period_facts: {
        columns: 'grain_id, from_at, metric, value',
        values: `('d', '2026-03-01', 'invitations_sent', 40), ('d', '2026-03-01', 'invitations_accepted', 10)`,
      },
    },
    answers: {
      offline_messages: [2, 2],
      'offline_messages share': [0.666667, 3],
      'offline_messages by weekday': ['1, 1, 1', '7, 1, 1'],
      'offline_messages by hour': ['0, 1, 1', '23, 1, 1'],
      proactive_share: [0.333333, 3],
      'proactive_share accepted': [0.5, 2],
      'proactive_share accepted+aggregated': [0.25, 40],
      'proactive_share aggregated': 'kpi.variant.onlyWith',
    },
  },
  {
    title: 'closed_per_agent: every close of an agent, none of a rule; an agent of two teams is one',
    world: {
      agents,
      tickets: {
        columns: 'ticket_id, status, agent_id, team, last_solved_at',
        values: `('1', 'closed', 'a', 'north', '2026-03-01'), ('2', 'solved', 'a', 'south', '2026-03-01'), ('3', 'closed', null, 'south', '2026-03-01')`,
      },
      ticket_events: {
        columns: 'event_id, ticket_id, at, kind, actor, actor_id',
        values: `('1', '1', '2026-03-01', 'solve', 'agent', 'a'), ('2', '1', '2026-03-02', 'solve', 'agent', 'a'), ('3', '2', '2026-03-02', 'solve', 'agent', 'b'), ('4', '3', '2026-03-02', 'solve', 'system', null)`,
      },
    },
    answers: {
      closed_per_agent: [1.5, 2],
      'closed_per_agent by agent': ['Ana, 2, 1, 2, 1', 'Bia, 1, 1, 1, 1'],
      'closed_per_agent assignee': [2, 1],
      'closed_per_agent assignee by team': ['north, 1, 1, 1, 1', 'south, 1, 1, 1, 1'],
    },
  },
  {
    title: 'cases: worked on by people, in progress now',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, status, agent_actions, agent_replies',
        values: `('1', '2026-03-01', 'in_progress', 0, 1), ('2', '2026-03-01', 'open', 3, 0), ('3', null, 'in_progress', 1, 1), ('4', '2026-03-01', null, null, null)`,
      },
    },
    answers: { cases_worked: [2, 2], 'cases_worked reported': [2, 2], cases_in_progress: [2, 2] },
  },
];

testCases(() => engine, staffing);
