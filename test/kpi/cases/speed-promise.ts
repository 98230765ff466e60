import { from, type Case } from '../asked.ts';

export const promiseCases: readonly Case[] = [
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
      'sla_attainment first_response rows': [
        '1, NULL, 2026-03-02 00:00:00, 2026-03-02 00:00:00, true, closed, high, NULL, NULL, NULL',
        '2, NULL, 2026-03-02 00:00:00, 2026-03-03 00:00:00, NULL, NULL, high, NULL, NULL, NULL',
        '3, NULL, 2026-03-02 00:00:00, NULL, false, open, low, NULL, NULL, NULL',
      ],
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
  {
    title:
      'sla_attainment: on the day it was due; a verdict without such a day on that of the solve or the reply, or else of the opening',
    world: {
      tickets: {
        columns:
          'ticket_id, created_at, due_at, last_solved_at, first_response_due_at, first_human_reply_at, sla_resolution_met, sla_first_response_met',
        values: `('1', '2026-02-20', '2026-03-01', '2026-02-25', '2026-02-21', '2026-02-20', true, true), ('2', '2026-02-20', null, '2026-03-02', null, '2026-03-01', false, false),
          ('3', '2026-03-03', null, null, null, null, false, false), ('4', '2026-02-20', null, null, null, null, false, true), ('5', '2026-02-20', '2026-04-01', '2026-03-01', '2026-03-31', '2026-02-20', true, true)`,
      },
    },
    period: from('2026-03-01', '2026-04-01'),
    // In March 1 was due, and the first reply of 5. By the vendor: 1, 2 and 3; and of the first replies 2, 3 and 5.
    answers: {
      sla_attainment: [1, 1],
      'sla_attainment first_response': [1, 1],
      'sla_attainment reported': [1 / 3, 3],
      'sla_attainment first_response+reported': [1 / 3, 3],
    },
  },
  {
    title:
      'sla_attainment: what is configured fills in what is not recorded; the most particular promise holds, and one in business hours is no instant',
    world: {
      sla_targets: {
        columns: 'policy, priority, channel, kind, seconds, clock',
        values: `('p', 'low', null, 'resolution', 86400, 'calendar'), ('p', null, null, 'resolution', 3600, null), ('q', null, null, 'resolution', 7200, 'calendar'), ('p', null, 'email', 'resolution', 60, 'business'),
          ('p', null, 'chat', 'first_response', 300, 'calendar'), ('p', 'high', 'chat', 'first_response', 60, 'calendar'), ('p', null, null, 'first_response', 100, 'business')`,
      },
      tickets: {
        columns:
          'ticket_id, priority, channel, status, created_at, due_at, last_solved_at, first_human_reply_at',
        values: `('1', 'low', 'email', 'solved', '2026-03-01', null, '2026-03-02', null), ('2', 'high', 'chat', 'solved', '2026-03-01', null, '2026-03-01 01:00:01', '2026-03-01 00:01'),
          ('3', 'high', 'email', 'open', '2026-03-01', null, null, null), ('4', 'low', 'email', 'solved', '2026-03-01', '2026-03-01 12:00', '2026-03-01 13:00', null),
          ('5', null, null, 'open', '2026-03-01', null, null, null), ('6', 'low', 'email', 'merged', '2026-03-01', null, '2026-03-01', null),
          ('7', 'high', 'chat', 'open', '2026-03-30 23:30', null, null, null), ('8', 'low', 'chat', 'open', '2026-03-01', null, null, '2026-03-01 00:10')`,
      },
    },
    // Kept: 1 at the last moment; late by a second 2, an hour 4, and still open 5 and 8. Not counted: 3 in business hours, 6, and 7, which is not due.
    // First replies: 2 at the last moment; 8 late, 7 never.
    answers: {
      sla_attainment: [0, 1],
      'sla_attainment configured': [1 / 5, 5],
      'sla_attainment first_response+configured': [1 / 3, 3],
      'sla_attainment configured by priority': ['low, 0.333333, 3', 'high, 0, 1', 'NULL, 0, 1'],
      'sla_attainment configured trend': ['2026-02-23, 0, 3', '2026-03-02, 0.5, 2'],
      'sla_attainment first_response': 'kpi.needs.columns',
    },
  },
  {
    title: 'sla_attainment: what is configured falls on the day it makes it due',
    world: {
      sla_targets: {
        columns: 'kind, seconds',
        values: "('resolution', 86400), ('first_response', 3600)",
      },
      tickets: {
        columns: 'ticket_id, created_at, last_solved_at, first_human_reply_at',
        values: `('1', '2026-02-28', '2026-02-28', '2026-02-28'), ('2', '2026-02-27', '2026-03-01', '2026-03-01'), ('3', '2026-03-31', null, null)`,
      },
    },
    period: from('2026-03-01', '2026-04-01'),
    // 1 was due at the first moment of March, 2 a day before; 3 is due in April, and its answer an hour after the data end.
    answers: {
      'sla_attainment configured': [1, 1],
      'sla_attainment first_response+configured': 'kpi.noData',
    },
  },
  {
    title: 'sla_attainment: nothing was promised',
    world: { tickets: { columns: 'ticket_id', values: "('1')" } },
    answers: {
      sla_attainment: 'kpi.needs.columns',
      'sla_attainment configured': 'kpi.needs.table',
      'sla_attainment reported': 'kpi.needs.columns',
    },
  },
];
