import { from, type Case } from '../asked.ts';

const week = 7 * 86_400;

/** Solves on both sides of the borders of a week and a month, and every kind of ending. */
const borders = {
  tickets: {
    columns:
      'ticket_id, created_at, status, first_solved_at, last_solved_at, reopens, reported_reopens, agent_id, team, tags',
    values: `('1', '2026-02-27', 'closed', '2026-02-28 23:59:59', '2026-02-28 23:59:59', 0, 0, 'ana', 'north', null),
      ('2', '2026-02-15', 'closed', '2026-02-20', '2026-03-01 00:00:00', 1, 0, 'ana', 'north', ['x', 'x', 'y']),
      ('3', '2026-03-05', 'open', '2026-03-06', '2026-03-31 23:59:59', 2, 1, 'ana', 'south', null),
      ('4', '2026-03-30', 'solved', '2026-04-01 00:00:00', '2026-04-01 00:00:00', 0, null, 'ana', 'north', null),
      ('5', '2026-03-06', 'closed', null, null, 0, 3, 'bia', 'north', null),
      ('6', '2026-03-07', 'merged', null, null, 0, null, 'bia', 'north', null),
      ('7', '2026-03-12', 'closed', '2026-03-10', '2026-03-10', null, 0, 'bia', null, []),
      ('8', '2026-03-01', 'solved', '2026-03-02 00:00:00', '2026-03-02 00:00:00', 0, null, null, null, null)`,
  },
  solves: {
    columns: 'solve_id, ticket_id, solved_at, solve_number, agent_id, reopened_at, reopen_seconds',
    values: `('a', '2', '2026-02-20', 1, 'bia', '2026-02-25', ${5 * 86_400}), ('b', '2', '2026-03-01 00:00:00', 2, 'ana', null, null),
      ('c', '3', '2026-03-06', 1, 'ana', '2026-03-08', ${2 * 86_400}), ('d', '3', '2026-03-31 23:59:59', 2, 'bia', '2026-04-02', ${86_401}),
      ('e', '8', '2026-03-02 00:00:00', 1, null, null, null), ('f', '7', '2026-03-10', 1, 'bia', null, null),
      ('g', '1', '2026-02-28 23:59:59', 1, 'ana', null, null), ('h', '4', '2026-04-01 00:00:00', 1, 'ana', null, null)`,
  },
  agents: { columns: 'agent_id, name, team', values: `('ana', 'Ana', 'north'), ('bia', 'Bia', 'south')` },
  period_facts: {
    columns: 'grain_id, from_at, metric, value, agent_id',
    values: `('d', '2026-02-28', 'resolutions', 10, 'ana'), ('d', '2026-03-01', 'resolutions', 3, 'ana'), ('d', '2026-03-31', 'resolutions', 4, null),
      ('d', '2026-04-01', 'resolutions', 9, 'ana'), ('d', '2026-03-02', 'resolutions', null, 'bia'), ('d', '2026-03-02', 'ratings', 100, 'bia')`,
  },
};

const march: Case = {
  title:
    'solved in March: from its first instant to before April’s; open again, merged, with no date, solved before it was opened',
  period: from('2026-03-01', '2026-04-01'),
  world: borders,
  answers: {
    // 2, 3, 7 and 8, of which 2 and 3 were reopened; 5 has no day, 6 was never solved.
    tickets_resolved: [4, 4],
    'tickets_resolved headline': ['4, 4, 2'],
    'tickets_resolved by agent': ['Ana, 2, 2', 'Bia, 1, 1', 'NULL, 1, 1'],
    // Ana's two are of two teams.
    'tickets_resolved by team': ['NULL, 2, 2', 'north, 1, 1', 'south, 1, 1'],
    'tickets_resolved by tag': ['NULL, 3, 3', 'x, 1, 1', 'y, 1, 1'],
    // March begins on a Sunday; 8 was solved in the first instant of a Monday.
    'tickets_resolved trend': [
      '2026-02-23, 1, 1',
      '2026-03-02, 1, 1',
      '2026-03-09, 1, 1',
      '2026-03-16, 0, 0',
      '2026-03-23, 0, 0',
      '2026-03-30, 1, 1',
    ],
    'tickets_resolved rows': [
      '2, 2026-02-15 00:00:00, 2026-02-20 00:00:00, 2026-03-01 00:00:00, 1, closed, NULL, NULL, Ana, NULL',
      '8, 2026-03-01 00:00:00, 2026-03-02 00:00:00, 2026-03-02 00:00:00, 0, solved, NULL, NULL, NULL, NULL',
      '7, 2026-03-12 00:00:00, 2026-03-10 00:00:00, 2026-03-10 00:00:00, NULL, closed, NULL, NULL, Bia, NULL',
      '3, 2026-03-05 00:00:00, 2026-03-06 00:00:00, 2026-03-31 23:59:59, 2, open, NULL, NULL, Ana, NULL',
    ],
    // 3 is open again.
    'tickets_resolved solved_now': [3, 3],
    // b to f; c and d did not hold.
    'tickets_resolved every_solve': [5, 5],
    'tickets_resolved every_solve headline': ['5, 5, 2'],
    'tickets_resolved every_solve by agent': ['Ana, 2, 2', 'Bia, 2, 2', 'NULL, 1, 1'],
    'tickets_resolved every_solve trend': [
      '2026-02-23, 1, 1',
      '2026-03-02, 2, 2',
      '2026-03-09, 1, 1',
      '2026-03-16, 0, 0',
      '2026-03-23, 0, 0',
      '2026-03-30, 1, 1',
    ],
    'tickets_resolved every_solve+aggregated': [3 + 4, 7],
    'tickets_resolved every_solve+aggregated by agent': ['NULL, 4, 4', 'Ana, 3, 3'],
    'tickets_resolved aggregated': 'kpi.variant.onlyWith',
    // Of 2, 3 and 8; nobody knows of 7.
    reopen_rate: [0.666667, 3],
    'reopen_rate trend': ['2026-02-23, 1, 1', '2026-03-02, 0, 1', '2026-03-30, 1, 1'],
    'reopen_rate by agent': ['Ana, 1, 2', 'NULL, 0, 1'],
    // x is of 2 alone, once.
    'reopen_rate by tag': ['NULL, 0.5, 2', 'x, 1, 1', 'y, 1, 1'],
    // Opened in March: 3 of 3, 4, 5, 6 and 8.
    'reopen_rate of_all': [1 / 5, 5],
    'reopen_rate of_solved_now': [1 / 2, 2],
    'reopen_rate of_solves': [2 / 5, 5],
    'reopen_rate of_solves by agent': ['Ana, 0.5, 2', 'Bia, 0.5, 2', 'NULL, 0, 1'],
    // The vendor counts one of 3, and none of 2 and 7.
    'reopen_rate reported': [0.333333, 3],
    // Opened in March, and counted by the vendor: 3 (1), 5 (3), 7 (0).
    'reopen_rate of_all+reported': [0.666667, 3],
    'reopen_rate of_solved_now+reported': [0, 2],
    'reopen_rate of_solves+reported': 'kpi.variant.onlyWith',
    // c alone was opened again in March.
    reopen_interval: [2 * 86_400, 1],
    'reopen_interval rows': ['3, 2026-03-06 00:00:00, 2026-03-08 00:00:00, 172800, Ana, NULL, NULL, NULL'],
  },
};

/** A night of 25 hours in New York: 1:30 comes twice, at 5:30 and at 6:30 UTC. */
const shortNight = {
  tickets: {
    columns: 'ticket_id, created_at, created_at_utc, due_at, due_at_utc',
    values: `('1', '2026-10-31 20:30', '2026-11-01 00:30', '2026-11-01 01:30', '2026-11-01 06:30'), ('2', '2026-10-31 20:30', '2026-11-01 00:30', '2026-11-01 01:30', '2026-11-01 06:30'),
      ('3', '2026-10-31 20:30', '2026-11-01 00:30', '2026-11-01 01:30', '2026-11-01 06:30'), ('4', '2026-10-31 20:30', '2026-11-01 00:30', '2026-11-01 01:30', '2026-11-01 06:30'),
      ('5', '2026-10-31 20:30', '2026-11-01 00:30', null, null), ('6', '2026-11-01 07:00', '2026-11-01 12:00', '2026-11-30 07:00', '2026-11-30 12:00'),
      ('7', '2026-12-01', '2026-12-01', '2026-12-25', '2026-12-25'), ('8', '2026-12-01', '2026-12-01', '2026-12-25', '2026-12-25')`,
  },
  solves: {
    columns: 'solve_id, ticket_id, solved_at, solved_at_utc, reopen_seconds, agent_id',
    values: `('a', '1', '2026-11-01 01:40', '2026-11-01 05:40', ${week}, 'a'), ('b', '2', '2026-11-01 01:54', '2026-11-01 05:54', 86400, 'a'),
      ('c', '3', '2026-11-01 01:30', '2026-11-01 06:30', ${week + 1}, 'b'), ('d', '4', '2026-11-01 01:30:01', '2026-11-01 06:30:01', 60, 'b'),
      ('e', '5', '2026-11-01 01:40', '2026-11-01 06:40', 60, 'b'), ('f', '6', '2026-11-02', '2026-11-02 05:00', 3600, 'a'), ('g', '6', '2026-11-03', '2026-11-03 05:00', null, 'b'),
      ('h', '7', '2026-12-24 00:00:01', '2026-12-24 00:00:01', 60, 'a'), ('i', '8', '2026-12-24', '2026-12-24', null, null)`,
  },
};

export const solveCases: readonly Case[] = [
  march,
  {
    title:
      'tickets_resolved: each once, on its last solve; reopened twice, merged, given up and then closed, closed with no history',
    world: {
      tickets: {
        columns: 'ticket_id, status, first_solved_at, last_solved_at, reopens, agent_id',
        values: `('1', 'closed', '2026-02-01', '2026-03-01', 2, 'a'), ('2', 'open', '2026-03-01', '2026-03-01', 1, 'a'), ('3', 'closed', null, null, 0, 'b'), ('4', 'merged', null, null, 0, 'b'), ('5', 'open', null, null, null, 'b'), ('6', 'closed', null, null, null, 'b'), ('7', 'open', '2026-02-05', null, 1, 'b')`,
      },
      solves: {
        columns: 'solve_id, ticket_id, solved_at, agent_id, reopened_at, reopen_seconds',
        values: `('s1', '1', '2026-02-01', 'a', '2026-02-02', 86400), ('s2', '1', '2026-02-10', 'b', '2026-02-11', 86400), ('s3', '1', '2026-03-01', 'a', null, null), ('s4', '2', '2026-03-01', 'a', '2026-03-01 01:00', 3600)`,
      },
      status_periods: {
        columns: 'ticket_id, status, from_at, is_present',
        values: `('3', 'new', '2026-02-01', false), ('3', 'closed', '2026-02-11', true)`,
      },
    },
    answers: {
      // 1, 2, 7 and, of which nothing else is known, 6; 3 went from new to closed.
      tickets_resolved: [4, 4],
      'tickets_resolved solved_now': [3, 3],
      'tickets_resolved every_solve': [4, 4],
      'tickets_resolved every_solve by agent': ['a, 3, 3', 'b, 1, 1'],
      // 1, 2 and 7; of 6 nobody knows.
      reopen_rate: [1, 3],
      'reopen_rate of_all': [3 / 5, 5],
      'reopen_rate of_solved_now': [0.5, 2],
      'reopen_rate of_solves': [0.75, 4],
      'reopen_rate of_solves by agent': ['a, 0.666667, 3', 'b, 1, 1'],
      reopen_interval: [86400, 3],
      'reopen_interval mean': [Number(((86400 * 2 + 3600) / 3).toFixed(6)), 3],
      'reopen_interval by agent': ['a, 45000, 2', 'b, 86400, 1'],
    },
  },
  {
    title: 'reopen_interval: ties, at once, never; by the customer and by who solved',
    world: {
      tickets: {
        columns: 'ticket_id, customer_id, tags',
        values: `('1', 'c', ['x', 'y']), ('2', 'd', ['x'])`,
      },
      customers: { columns: 'customer_id, name', values: `('c', 'Caio'), ('d', 'Dora')` },
      solves: {
        columns: 'solve_id, ticket_id, solved_at, agent_id, reopened_at, reopen_seconds',
        values: `('1', '1', '2026-03-01', 'a', '2026-03-02', 60), ('2', '1', '2026-03-03', 'b', '2026-03-04', 600), ('3', '2', '2026-03-01', 'a', '2026-03-01', 0), ('4', '2', '2026-03-02', 'a', '2026-03-02', 3600),
          ('5', '2', '2026-03-03', null, '2026-03-03', 120), ('6', '2', '2026-03-04', 'b', '2026-03-04', 120), ('7', '2', '2026-03-05', 'b', null, null)`,
      },
    },
    // 0, 60, 120, 120, 600, 3600: the 90th percentile lies half-way between the last two.
    answers: {
      reopen_interval: [120, 6],
      'reopen_interval mean': [4500 / 6, 6],
      'reopen_interval p90': [600 + 0.5 * 3000, 6],
      'reopen_interval by customer': ['Dora, 120, 4', 'Caio, 330, 2'],
      'reopen_interval by agent': ['a, 60, 3', 'b, 360, 2', 'NULL, 120, 1'],
      // One of two tags counts under each.
      'reopen_interval by tag': ['x, 120, 6', 'y, 330, 2'],
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
        values: `('1', '1', '2026-03-10', ${week}, 'a'), ('2', '2', '2026-03-05', ${week + 1}, 'a'), ('3', '3', '2026-03-05', 60, 'a'), ('4', '4', '2026-03-25', 60, 'a'), ('5', '5', '2026-03-05', null, 'b')`,
      },
    },
    // In time and a week old: 1 and 2; 1 in the last tenth (a day of ten); 3 was late, 5 has no promise.
    answers: {
      premature_closures: [0.5, 2],
      'premature_closures at_the_last_minute': [1, 1],
      'premature_closures of_all_solves': [0.333333, 3],
      'premature_closures any': [0.5, 4],
    },
  },
  {
    title:
      'premature_closures: a promise that ends in an hour that comes twice; the last tenth of six hours is 36 minutes',
    now: '2026-12-31 00:00:00',
    world: shortNight,
    answers: {
      // In time: a 50 and b 36 minutes before, c at the very instant, f, g, i. Back within a week: a, b, f.
      premature_closures: [3 / 6, 6],
      'premature_closures by agent': ['a, 1, 3', 'b, 0, 2', 'NULL, 0, 1'],
      // b, c and, a day of 24 before, i.
      'premature_closures at_the_last_minute': [0.333333, 3],
      // d was a second late, which is no premature closure.
      'premature_closures of_all_solves': [Number((3 / 7).toFixed(6)), 7],
      // With d and with e, which nobody promised; h is a second too young.
      'premature_closures any': [5 / 8, 8],
      'premature_closures any trend': ['2026-10-26, 0.8, 5', '2026-11-02, 0.5, 2', '2026-12-21, 0, 1'],
    },
  },
  {
    title:
      'premature_closures by promises that were configured: of a priority, of all, of a business calendar’s hours',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, due_at, priority, channel',
        values: `('1', '2026-03-01', '2026-03-02', 'high', null), ('2', '2026-03-01', null, 'high', null), ('3', '2026-03-01', null, null, null), ('4', '2026-03-01', null, null, 'email'), ('5', '2026-03-01', null, 'high', null)`,
      },
      sla_targets: {
        columns: 'policy, priority, channel, kind, seconds, clock',
        values: `('p', 'high', null, 'resolution', 3600, 'calendar'), ('p', null, null, 'resolution', 7200, 'calendar'), ('p', null, 'email', 'resolution', 86400, 'business'), ('p', 'high', null, 'first_response', 1, 'calendar')`,
      },
      solves: {
        columns: 'solve_id, ticket_id, solved_at, reopen_seconds',
        values: `('1', '1', '2026-03-01 12:00', null), ('2', '2', '2026-03-01 00:59', 60), ('3', '3', '2026-03-01 01:00', null), ('4', '4', '2026-03-01 01:00', 60), ('5', '5', '2026-03-01 01:00:01', 60)`,
      },
    },
    answers: {
      premature_closures: [0, 1],
      // 1 by its own promise, 2 within the hour, 3 within two; 5 was a second late, of 4 nothing is known.
      'premature_closures configured': [0.333333, 3],
      // A minute before the hour was over.
      'premature_closures at_the_last_minute+configured': [1, 1],
      'premature_closures of_all_solves+configured': [1 / 4, 4],
      'premature_closures any': [3 / 5, 5],
      'premature_closures any+configured': 'kpi.variant.onlyWith',
    },
  },
  {
    title: 'closed without a solve: reopenings unknown, no solve has a day',
    world: { tickets: { columns: 'ticket_id, status', values: "('1', 'closed'), ('2', 'closed')" } },
    answers: {
      tickets_resolved: [2, 2],
      'tickets_resolved solved_now': [2, 2],
      reopen_rate: 'kpi.needs.columns',
      reopen_interval: 'kpi.needs.table',
      premature_closures: 'kpi.needs.table',
      one_touch_rate: 'kpi.needs.columns',
      first_contact_resolution: 'kpi.needs.columns',
    },
  },
  {
    title: 'solved, but not in this period: none was solved, and of none there is no rate',
    period: from('2026-03-01', '2026-04-01'),
    world: {
      tickets: {
        columns: 'ticket_id, created_at, status, last_solved_at, reopens, agent_replies, is_missed',
        values: `('1', '2026-02-01', 'closed', '2026-02-02', 0, 1, true), ('2', '2026-04-01', 'closed', '2026-04-02', 0, 1, true)`,
      },
    },
    answers: {
      tickets_resolved: [0, 0],
      missed_conversations: [0, 0],
      reopen_rate: 'kpi.noData',
      one_touch_rate: 'kpi.noData',
    },
  },
];
