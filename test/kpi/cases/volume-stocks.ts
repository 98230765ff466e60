import { from, type Case } from '../asked.ts';

const day = 86_400;
const rounded = (value: number): number => Number(value.toFixed(6));

export const stockCases: readonly Case[] = [
  {
    title:
      'untouched_rate: open and without an act ÷ all but merged, spam and deleted; unknown acts and statuses count nowhere',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, status, status_reason, agent_actions, agent_replies, agent_id',
        values: `('1', '2026-03-01', 'open', 'stock', 0, 1, 'a'), ('2', '2026-03-01', 'open', 'stock', 2, 0, 'a'), ('3', '2026-03-01', 'closed', null, 0, 0, null), ('4', '2026-03-01', 'merged', null, 0, 0, 'a'), ('5', '2026-03-01', null, null, 0, 0, 'a'), ('6', '2026-03-01', 'new', null, null, null, 'a'), ('7', null, 'new', null, 0, 0, null)`,
      },
    },
    // 1 and 7 of 1, 2, 3, 7; by replies 2 and 7.
    answers: {
      untouched_rate: [2 / 4, 4],
      'untouched_rate reported': [2 / 4, 4],
      'untouched_rate by status_reason': ['stock, 0.5, 2', 'NULL, 0.5, 2'],
      'untouched_rate by agent': ['a, 0.5, 2', 'NULL, 0.5, 2'],
      'untouched_rate rows': [
        '1, 2026-03-01 00:00:00, open, stock, 0, 1, NULL, NULL, NULL, a, NULL',
        '2, 2026-03-01 00:00:00, open, stock, 2, 0, NULL, NULL, NULL, a, NULL',
        '3, 2026-03-01 00:00:00, closed, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL',
        '7, NULL, new, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL',
      ],
    },
  },
  {
    title: 'untouched_rate: a period goes by the opening, its end left out',
    period: from('2026-03-02', '2026-03-09'),
    world: {
      tickets: {
        columns: 'ticket_id, created_at, status, agent_actions, agent_replies',
        values: `('1', '2026-03-01 23:59:59', 'new', 0, 0), ('2', '2026-03-02', 'new', 0, 0), ('3', '2026-03-08 23:59:59', 'hold', 1, 0), ('4', '2026-03-08', 'solved', 1, 1), ('5', '2026-03-09', 'new', 0, 0)`,
      },
    },
    answers: {
      untouched_rate: [rounded(1 / 3), 3],
      'untouched_rate reported': [rounded(2 / 3), 3],
      'untouched_rate trend': ['2026-03-02, 0.333333, 3'],
    },
  },
  {
    title: 'untouched_rate: nobody knows of acts',
    world: { tickets: { columns: 'ticket_id', values: "('1')" } },
    answers: {
      untouched_rate: 'kpi.needs.columns',
      unresolved_tickets: 'kpi.needs.columns',
      backlog_age: 'kpi.needs.columns',
      tickets_by_status: 'kpi.needs.columns',
    },
  },
  {
    title:
      'unresolved_tickets: five statuses of eleven, whatever the period; of exactly one, three, seven and thirty days an age is not yet over them',
    period: from('2026-03-30', '2026-03-31'),
    world: {
      tickets: {
        columns: 'ticket_id, created_at, status, status_reason, agent_id',
        values: `('1', '2026-03-30 00:00:00', 'new', 'stock', 'a'), ('2', '2026-03-29 23:59:59', 'open', 'stock', 'a'), ('3', '2026-03-28', 'in_progress', null, 'b'), ('4', '2026-03-24', 'pending', null, null), ('5', '2026-03-01', 'hold', null, null), ('6', '2026-02-28 23:59:59', 'open', null, null), ('7', null, 'open', null, null),
          ('8', '2026-03-30', 'solved', null, null), ('9', '2026-03-30', 'closed', null, null), ('10', '2026-03-30', 'cancelled', null, null), ('11', '2026-03-30', 'merged', null, null), ('12', '2026-03-30', 'spam', null, null), ('13', '2026-03-30', 'deleted', null, null), ('14', '2026-03-30', null, null, null)`,
      },
    },
    answers: {
      unresolved_tickets: [7, 7],
      'unresolved_tickets by': [
        'open, 3, 3',
        'hold, 1, 1',
        'in_progress, 1, 1',
        'new, 1, 1',
        'pending, 1, 1',
      ],
      'unresolved_tickets by age': [
        // 2 is one day and a second old, 3 three days; 4 seven; 5 thirty; 6 a second more; 1 one day.
        '1–3 d, 2, 2',
        '3–7 d, 1, 1',
        '7–30 d, 1, 1',
        '> 30 d, 1, 1',
        '≤ 1 d, 1, 1',
        'NULL, 1, 1',
      ],
      'unresolved_tickets by status_reason': ['NULL, 5, 5', 'stock, 2, 2'],
      'unresolved_tickets by agent': ['NULL, 4, 4', 'a, 2, 2', 'b, 1, 1'],
      // By the Monday of the week in which they were opened.
      'unresolved_tickets trend': [
        '2026-02-23, 2, 2',
        '2026-03-02, 0, 0',
        '2026-03-09, 0, 0',
        '2026-03-16, 0, 0',
        '2026-03-23, 3, 3',
        '2026-03-30, 1, 1',
        'NULL, 1, 1',
      ],
      tickets_by_status: [14, 14],
    },
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
    // 0, 1, 1 and 58 days: p90 lies 0.9 · 3 = 2.7 steps from the first.
    answers: {
      backlog_age: [day, 4],
      'backlog_age mean': [(0 + 1 + 1 + 58) * (day / 4), 4],
      'backlog_age p90': [rounded(day * (1 + 0.7 * 57)), 4],
      'backlog_age headline': [
        `${day}, 4, ${15 * day}, ${rounded(day * (1 + 0.7 * 57))}, 0.25, 0.25, 0.25, 0.25`,
      ],
      'backlog_age by': [`hold, ${day}, 1`, 'new, 0, 1', `open, ${day}, 1`, `pending, ${58 * day}, 1`],
      'backlog_age trend': [`2026-01-26, ${58 * day}, 1`, `2026-03-30, ${day}, 3`],
      'backlog_age rows': [
        `4, 2026-02-01 00:00:00, ${58 * day}, pending, NULL, NULL, NULL, NULL, NULL, NULL`,
        `2, 2026-03-30 00:00:00, ${day}, open, NULL, NULL, NULL, NULL, NULL, NULL`,
        `3, 2026-03-30 00:00:00, ${day}, hold, NULL, NULL, NULL, NULL, NULL, NULL`,
        '1, 2026-03-31 00:00:00, 0, new, NULL, NULL, NULL, NULL, NULL, NULL',
      ],
    },
  },
  {
    title: 'backlog_age: one ticket; those whose opening nobody knows, or that came later, have no age',
    now: '2026-03-03 12:00:00',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, status',
        values: `('1', '2026-03-01', 'open'), ('2', null, 'open'), ('3', '2026-03-03 12:00:01', 'open')`,
      },
    },
    answers: {
      backlog_age: [2.5 * day, 1],
      'backlog_age mean': [2.5 * day, 1],
      'backlog_age p90': [2.5 * day, 1],
    },
  },
  {
    title: 'backlog_age: nothing is open',
    world: { tickets: { columns: 'ticket_id, created_at, status', values: `('1', '2026-03-01', 'closed')` } },
    answers: { backlog_age: 'kpi.noData', unresolved_tickets: [0, 0] },
  },
  {
    title:
      'backlog_age: between instants, not between the hands of the clock: in New York’s night of 8 March an hour is missing',
    now: '2026-03-08 08:00:00',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, created_at_utc, status',
        // At one in the morning; it is four in the morning when two hours have passed.
        values: `('1', '2026-03-08 01:00:00', '2026-03-08 06:00:00', 'open')`,
      },
    },
    answers: {
      backlog_age: [2 * 3600, 1],
      'backlog_age mean': [2 * 3600, 1],
      'backlog_age p90': [2 * 3600, 1],
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
      // 7, 100, 300: one stretch a ticket, the present one.
      'tickets_by_status time_in_status': [100, 3],
      'tickets_by_status time_in_status by status': ['open, 200, 2', 'merged, 7, 1'],
    },
  },
];
