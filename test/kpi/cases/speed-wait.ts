import { from, type Case } from '../asked.ts';
import type { World } from '../world.ts';

/**
 * Calls: c1 to c3 were taken after 20, 40 and 300 seconds, c4 and c5 given up after 100 and 10, c6 rang out, c7 was taken after a wait that
 * nobody knows. Tickets: t1 got an agent after ten minutes, on a Saturday; t2 was merged; t3 is waiting; t4 has an agent since nobody
 * knows when.
 */
const desk: World = {
  calls: {
    columns: 'call_id, started_at, answered_at, outcome, wait_seconds, wait_business_seconds',
    values: `('c1', '2026-03-02 09:00', '2026-03-02 09:00:20', 'answered', 20, 20), ('c2', '2026-03-02 09:00', '2026-03-02 09:00:40', 'answered', 40, 40),
      ('c3', '2026-03-02 23:58', '2026-03-03 00:03', 'transferred', 300, 300), ('c4', '2026-03-02 17:58:30', null, 'abandoned', 100, 90), ('c5', '2026-03-02 09:00', null, 'abandoned', 10, 10),
      ('c6', '2026-03-02 09:00', null, 'missed', 15, 15), ('c7', '2026-03-02 09:00', null, 'answered', null, null)`,
  },
  tickets: {
    columns:
      'ticket_id, channel, status, agent_id, created_at, assigned_at, wait_seconds, wait_business_seconds, reported_wait_seconds, reported_wait_business_seconds',
    values: `('t1', 'email', 'open', 'a', '2026-03-07 09:00', '2026-03-07 09:10', 600, 0, 660, 66), ('t2', 'email', 'merged', null, '2026-03-02', null, null, null, 999, 999),
      ('t3', 'email', 'new', null, '2026-03-02', null, null, null, null, null), ('t4', 'email', 'closed', 'a', '2026-03-02', null, null, null, 60, 6)`,
  },
};

const waits: readonly Case[] = [
  {
    title: 'wait_time: each definition, clock and source of one desk; service_level by its four definitions',
    world: desk,
    // The 90th percentile of four lies seven tenths of the way from the third to the fourth; of two, nine tenths from the first.
    answers: {
      wait_time: [(20 + 40 + 300 + 600) / 4, 4],
      'wait_time median': [(40 + 300) / 2, 4],
      'wait_time p90': [300 + 0.7 * 300, 4],
      'wait_time business': [(0 + 20 + 40 + 300) / 4, 4],
      'wait_time median+business': [(20 + 40) / 2, 4],
      'wait_time p90+business': [40 + 0.7 * 260, 4],
      'wait_time abandoned': [(10 + 100) / 2, 2],
      'wait_time abandoned+median': [55, 2],
      'wait_time abandoned+p90': [10 + 0.9 * 90, 2],
      'wait_time abandoned+business': [(10 + 90) / 2, 2],
      'wait_time abandoned+median+business': [50, 2],
      'wait_time abandoned+p90+business': [10 + 0.9 * 80, 2],
      // What was merged without an agent was attended by nobody.
      'wait_time reported': [(60 + 660) / 2, 2],
      'wait_time median+reported': [360, 2],
      'wait_time p90+reported': [60 + 0.9 * 600, 2],
      'wait_time business+reported': [(6 + 66) / 2, 2],
      'wait_time median+business+reported': [36, 2],
      'wait_time p90+business+reported': [6 + 0.9 * 60, 2],
      'wait_time abandoned+reported': 'kpi.variant.onlyWith',
      // Within: c1 of the calls, t1 within its hour. Offered: c1 to c6, t1 and t3; after c7 and t4 nobody knows.
      service_level: [2 / 7, 7],
      'service_level B': [2 / 8, 8],
      'service_level C': [(2 + 2) / 8, 8],
      'service_level D': [2 / 4, 4],
      'service_level by channel': ['phone, 0.2, 5', 'email, 0.5, 2'],
      'service_level D rows': [
        'call c1, NULL, 2026-03-02 09:00:00, 2026-03-02 09:00:20, 20, attended, phone, NULL',
        'call c2, NULL, 2026-03-02 09:00:00, 2026-03-02 09:00:40, 40, attended, phone, NULL',
        'call c3, NULL, 2026-03-02 23:58:00, 2026-03-03 00:03:00, 300, attended, phone, NULL',
        'ticket t1, t1, 2026-03-07 09:00:00, 2026-03-07 09:10:00, 600, attended, email, a',
      ],
    },
  },
  {
    title:
      'wait_time: on the day of the answer; those who gave up and the service level on the day they began to wait',
    world: desk,
    period: from('2026-03-02', '2026-03-03'),
    // c3 was taken after midnight. Offered less c5: c1 to c4, c6 and t3.
    answers: {
      wait_time: [(20 + 40) / 2, 2],
      'wait_time abandoned': [55, 2],
      'wait_time reported': [60, 1],
      service_level: [1 / 6, 6],
      'service_level rows': [
        'ticket t3, t3, 2026-03-02 00:00:00, NULL, NULL, open, email, NULL',
        'call c1, NULL, 2026-03-02 09:00:00, 2026-03-02 09:00:20, 20, attended, phone, NULL',
        'call c2, NULL, 2026-03-02 09:00:00, 2026-03-02 09:00:40, 40, attended, phone, NULL',
        'call c6, NULL, 2026-03-02 09:00:00, NULL, 15, missed, phone, NULL',
        'call c4, NULL, 2026-03-02 17:58:30, NULL, 100, abandoned, phone, NULL',
        'call c3, NULL, 2026-03-02 23:58:00, 2026-03-03 00:03:00, 300, attended, phone, NULL',
      ],
    },
  },
  {
    title:
      'service_level: a chat has twenty seconds, a ticket of a channel that nobody knows an hour; a day without contacts is a gap',
    world: {
      tickets: {
        columns: 'ticket_id, channel, agent_id, created_at, assigned_at, wait_seconds',
        values: `('1', 'chat', 'a', '2026-03-02', '2026-03-02', 20), ('2', 'chat', 'a', '2026-03-02', '2026-03-02', 21), ('3', null, 'a', '2026-03-04', '2026-03-04', 3600), ('4', 'whatsapp', 'a', '2026-03-04', '2026-03-04', 3601), ('5', 'email', 'a', '2026-03-04', '2026-03-04', 0)`,
      },
    },
    answers: {
      service_level: [3 / 5, 5],
      'service_level trend': ['2026-03-02, 0.5, 2', '2026-03-04, 0.666667, 3'],
      'service_level by service': ['asynchronous, 0.5, 2', 'live, 0.5, 2', 'NULL, 1, 1'],
    },
  },
  {
    title: 'wait_time: only those who gave up, one of them after a wait that nobody knows',
    world: {
      calls: {
        columns: 'call_id, started_at, outcome, wait_seconds',
        values: `('1', '2026-03-02', 'abandoned', 30), ('2', '2026-03-02', 'abandoned', null)`,
      },
    },
    answers: {
      wait_time: 'kpi.noData',
      'wait_time abandoned': 'kpi.check.abandonedWaits',
      service_level: 'kpi.check.abandonedWaits',
      'service_level B': [0, 2],
      'service_level C': [1, 2],
      'service_level D': 'kpi.noData',
    },
  },
];

export const waitCases: readonly Case[] = waits;
