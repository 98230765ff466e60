import { from, type Case } from '../asked.ts';
import { agents, spread } from './agents.ts';

/** Ana: 8 to 10, 8 to 9, 10 to 11, and nothing at noon. Bia: 23 to 24, then from 22 on; away does not count. */
const sessions = {
  agents,
  agent_sessions: {
    columns: 'agent_id, state, from_at, to_at',
    values: `('a', 'online', '2026-03-01 08:00', '2026-03-01 10:00'), ('a', 'online', '2026-03-01 08:00', '2026-03-01 09:00'), ('a', 'online', '2026-03-01 10:00', '2026-03-01 11:00'), ('a', 'online', '2026-03-02 12:00', '2026-03-02 12:00'),
      ('b', 'online', '2026-03-02 22:00', null), ('b', 'away', '2026-03-01 08:00', '2026-03-01 18:00'), ('b', 'online', '2026-03-01 23:00', '2026-03-02 00:00')`,
  },
};
const hour = 3600;

const onlineTime: readonly Case[] = [
  {
    title:
      'agent_online_time: overlaps, adjoining sessions, two that begin at once, one without an end, one past midnight',
    now: '2026-03-03 06:00:00',
    world: sessions,
    answers: {
      // Ana three hours; Bia one, then two to midnight and six.
      agent_online_time: [((3 + 1 + 2 + 6) * hour) / 4, 4],
      'agent_online_time median': [((2 + 3) / 2) * hour, 4],
      // Of 1, 2, 3, 6 hours the third and seven tenths of the way to the fourth.
      'agent_online_time p90': [(3 + 0.7 * 3) * hour, 4],
      'agent_online_time per_agent': [(12 / 2) * hour, 2],
      'agent_online_time trend': [
        `2026-03-01, ${2 * hour}, ${spread(3 * hour, hour)}, 2`,
        `2026-03-02, ${2 * hour}, NULL, 1`,
        `2026-03-03, ${6 * hour}, NULL, 1`,
      ],
      'agent_online_time by agent': [
        `Bia, ${3 * hour}, ${spread(hour, 2 * hour, 6 * hour)}, 3`,
        `Ana, ${3 * hour}, NULL, 1`,
      ],
      'agent_online_time per_agent by agent': [
        `Ana, ${3 * hour}, 1, ${3 * hour}, 1`,
        `Bia, ${9 * hour}, 1, ${9 * hour}, 1`,
      ],
      'agent_online_time per_agent by team': [
        `north, ${3 * hour}, 1, ${3 * hour}, 1`,
        `south, ${9 * hour}, 1, ${9 * hour}, 1`,
      ],
      'agent_online_time per_agent trend': [
        `2026-03-01, ${4 * hour}, 2, ${2 * hour}, 2`,
        `2026-03-02, ${2 * hour}, 1, ${2 * hour}, 1`,
        `2026-03-03, ${6 * hour}, 1, ${6 * hour}, 1`,
      ],
      'agent_online_time rows': [
        `Ana, north, 2026-03-01, ${3 * hour}`,
        `Bia, south, 2026-03-01, ${hour}`,
        `Bia, south, 2026-03-02, ${2 * hour}`,
        `Bia, south, 2026-03-03, ${6 * hour}`,
      ],
    },
  },
  {
    title: 'agent_online_time: a period takes its days, whatever began before it',
    now: '2026-03-03 06:00:00',
    world: sessions,
    period: from('2026-03-03', '2026-03-04'),
    answers: {
      agent_online_time: [6 * hour, 1],
      'agent_online_time rows': ['Bia, south, 2026-03-03, 21600'],
    },
  },
  {
    title: 'agent_online_time: on the nights of clock changes the elapsed hours count',
    world: {
      agents,
      agent_sessions: {
        columns: 'agent_id, state, from_at, from_at_utc, to_at, to_at_utc',
        // Berlin: 22:00 to 06:00 is seven hours in March and nine in October; 02:30 to 02:10 are forty minutes.
        // New York: 01:00 to 04:00 is two hours on 8 March.
        values: `('a', 'online', '2026-03-28 22:00', '2026-03-28 21:00', '2026-03-29 06:00', '2026-03-29 04:00'), ('a', 'online', '2026-10-24 22:00', '2026-10-24 20:00', '2026-10-25 06:00', '2026-10-25 05:00'), ('b', 'online', '2026-10-25 02:30', '2026-10-25 00:30', '2026-10-25 02:10', '2026-10-25 01:10'),
          ('b', 'online', '2026-03-08 01:00', '2026-03-08 06:00', '2026-03-08 04:00', '2026-03-08 08:00')`,
      },
    },
    answers: {
      agent_online_time: [((7 + 9 + 2) * hour + 2400) / 6, 6],
      'agent_online_time per_agent by agent': [
        `Ana, ${16 * hour}, 1, ${16 * hour}, 1`,
        `Bia, ${2 * hour + 2400}, 1, ${2 * hour + 2400}, 1`,
      ],
      'agent_online_time trend': [
        `2026-03-08, ${2 * hour}, NULL, 1`,
        `2026-03-28, ${2 * hour}, NULL, 1`,
        `2026-03-29, ${5 * hour}, NULL, 1`,
        `2026-10-24, ${2 * hour}, NULL, 1`,
        `2026-10-25, ${(7 * hour + 2400) / 2}, ${spread(7 * hour, 2400)}, 2`,
      ],
    },
  },
  {
    title: 'agent_online_time: away alone is no time online; time that arrives summed is only added',
    world: {
      agents,
      agent_sessions: {
        columns: 'agent_id, state, from_at, to_at',
        values: `('a', 'away', '2026-03-01 08:00', '2026-03-01 10:00')`,
      },
      period_facts: {
        columns: 'grain_id, from_at, agent_id, metric, unit, value',
        values: `('d', '2026-03-01', 'a', 'online_time', 'seconds', 3600), ('d', '2026-03-02', 'a', 'online_time', 'seconds', 1800), ('d', '2026-03-01', 'b', 'online_time', 'seconds', 7200), ('d', '2026-03-01', 'b', 'online_time', 'seconds', null)`,
      },
    },
    answers: {
      agent_online_time: 'kpi.noData',
      'agent_online_time per_agent': 'kpi.noData',
      'agent_online_time per_agent+aggregated': [(3600 + 1800 + 7200) / 2, 2],
      'agent_online_time per_agent+aggregated by agent': ['Ana, 5400, 1, 5400, 1', 'Bia, 7200, 1, 7200, 1'],
      'agent_online_time aggregated': 'kpi.variant.onlyWith',
    },
  },
];

const outsideHours: readonly Case[] = [
  {
    title:
      'outside_hours_contacts: nobody before, somebody without an end after; calls count, and sums of calls; the calendar says otherwise',
    world: {
      agents,
      agent_sessions: {
        columns: 'agent_id, state, from_at, to_at',
        values: `('a', 'online', '2026-03-01 08:00', '2026-03-01 10:00'), ('b', 'online', '2026-03-02 08:00', null)`,
      },
      tickets: {
        columns: 'ticket_id, created_at, created_in_business_hours',
        values: `('1', '2026-03-01 07:59:59', false), ('2', '2026-03-01 08:00', true), ('3', '2026-03-09 10:00', null), ('4', null, true)`,
      },
      calls: {
        columns: 'call_id, started_at, outcome, calls, started_in_business_hours',
        values: `('k', '2026-03-01 10:00', 'abandoned', 2, false)`,
      },
    },
    answers: {
      // 2 and 3 with somebody there, two calls without; nothing is known of 1 and 4.
      outside_hours_contacts: [2 / 4, 4],
      'outside_hours_contacts table': ['1, 10, 0, 1, 1', '7, 8, 0, 1, 1', '7, 10, 1, 0, 2'],
      'outside_hours_contacts by weekday': ['7, 2, 3, 0.666667, 3', '1, 0, 1, 0, 1'],
      'outside_hours_contacts by hour': ['10, 2, 3, 0.666667, 3', '8, 0, 1, 0, 1'],
      'outside_hours_contacts by channel': ['phone, 2, 2, 1, 2', 'NULL, 0, 2, 0, 2'],
      'outside_hours_contacts trend': ['2026-02-23, 2, 3, 0.666667, 3', '2026-03-09, 0, 1, 0, 1'],
      'outside_hours_contacts rows': [
        'ticket 2, 2, 2026-03-01 08:00:00, false, NULL, NULL, NULL',
        'call k, NULL, 2026-03-01 10:00:00, true, phone, abandoned, NULL',
        'ticket 3, 3, 2026-03-09 10:00:00, false, NULL, NULL, NULL',
      ],
      // 1 and the two calls, of 1, 2, 4 and them; no calendar holds for 3.
      'outside_hours_contacts closed': [3 / 5, 5],
      'outside_hours_contacts closed table': [
        '7, 7, 1, NULL, 1',
        '7, 8, 0, 1, 1',
        '7, 10, 1, 0, 2',
        'NULL, NULL, 0, NULL, 1',
      ],
      'outside_hours_contacts closed by hour': [
        '10, 2, 2, 1, 2',
        '7, 1, 1, 1, 1',
        '8, 0, 1, 0, 1',
        'NULL, 0, 1, 0, 1',
      ],
    },
  },
  {
    title: 'outside_hours_contacts: one who is away is not there, nor one who left at that very second',
    world: {
      agents,
      agent_sessions: {
        columns: 'agent_id, state, from_at, to_at',
        // Ana: 8 to 12 and 10 to 13 overlap, 22 to 2 past midnight; Bia 9 to 10.
        values: `('a', 'online', '2026-03-02 08:00', '2026-03-02 12:00'), ('a', 'online', '2026-03-02 10:00', '2026-03-02 13:00'), ('a', 'online', '2026-03-02 22:00', '2026-03-03 02:00'), ('b', 'online', '2026-03-02 09:00', '2026-03-02 10:00'), ('b', 'away', '2026-03-02 10:00', '2026-03-02 18:00')`,
      },
      tickets: {
        columns: 'ticket_id, created_at, tags',
        values: `('1', '2026-03-02 07:00', null), ('2', '2026-03-02 13:00', ['x', 'y', 'x']), ('3', '2026-03-02 12:30', ['x']), ('4', '2026-03-02 21:00', null), ('5', '2026-03-03 01:00', null), ('6', '2026-03-03 03:00', null)`,
      },
    },
    answers: {
      outside_hours_contacts: [2 / 4, 4],
      'outside_hours_contacts table': ['1, 12, 0, 1, 1', '1, 13, 1, 0, 1', '1, 21, 1, 0, 1', '2, 1, 0, 1, 1'],
      'outside_hours_contacts by tag': ['x, 1, 2, 0.5, 2', 'NULL, 1, 2, 0.5, 2', 'y, 1, 1, 1, 1'],
      'outside_hours_contacts closed': 'kpi.check.calendar',
    },
  },
  {
    title: 'outside_hours_contacts: an hour that comes twice, once with somebody there',
    world: {
      agents,
      agent_sessions: {
        columns: 'agent_id, state, from_at, from_at_utc, to_at, to_at_utc',
        // New York, 1 November: the first one o'clock is 05:00 UTC, the second 06:00.
        values: `('a', 'online', '2026-11-01 01:00', '2026-11-01 05:00', '2026-11-01 01:45', '2026-11-01 05:45'), ('a', 'online', '2026-11-01 12:00', '2026-11-01 17:00', '2026-11-01 13:00', '2026-11-01 18:00')`,
      },
      tickets: {
        columns: 'ticket_id, created_at, created_at_utc',
        values: `('1', '2026-11-01 01:30', '2026-11-01 05:30'), ('2', '2026-11-01 01:30', '2026-11-01 06:30')`,
      },
    },
    answers: {
      outside_hours_contacts: [1 / 2, 2],
      'outside_hours_contacts table': ['7, 1, 0.5, 0.5, 2'],
    },
  },
];

export const staffingCases: readonly Case[] = [...onlineTime, ...outsideHours];
