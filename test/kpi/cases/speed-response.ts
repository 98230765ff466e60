import { from, type Case } from '../asked.ts';
import type { World } from '../world.ts';

/**
 * Monday the 2nd of March, nine o'clock, but for 9: Friday five to Monday half past nine, in offices open from nine to six. An agent
 * began 4 and 5, and the customer of 5 never wrote. 6 was answered before it was opened, 7 never, of 8 nothing is known.
 */
const desk: World = {
  tickets: {
    columns:
      'ticket_id, started_by, customer_messages, created_at, assigned_at, first_human_reply_at, first_response_seconds, first_response_business_seconds, reported_first_response_seconds, reported_first_response_business_seconds',
    values: `('1', 'customer', 1, '2026-03-02 09:00', '2026-03-02 09:00:30', '2026-03-02 09:01', 60, 60, 60, 60),
      ('2', 'customer', 1, '2026-03-02 09:00', '2026-03-02 09:01', '2026-03-02 09:03', 180, 180, 240, 200),
      ('3', 'customer', 2, '2026-03-02 09:00', '2026-03-02 09:30', '2026-03-02 10:00', 3600, 3600, 3600, 3600),
      ('4', 'agent', 1, '2026-03-02 09:00', '2026-03-02 09:00', '2026-03-02 09:10', 600, 600, null, null),
      ('5', 'agent', 0, '2026-03-02 09:00', '2026-03-02 09:00', '2026-03-02 09:00', 0, 0, 30, 30),
      ('6', 'customer', 1, '2026-03-02 09:00', '2026-03-02 08:30', '2026-03-02 08:00', null, null, null, null),
      ('7', 'customer', 1, '2026-03-02 09:00', '2026-03-02 09:30', null, null, null, null, null),
      ('8', null, null, null, null, null, null, null, null, null),
      ('9', null, null, '2026-03-06 17:00', '2026-03-06 17:10', '2026-03-09 09:30', 232200, 5400, 232200, 5400)`,
  },
  replies: {
    columns: 'reply_id, ticket_id, is_first, asked_at, replied_at, response_seconds',
    values: `('1a', '1', true, '2026-03-02 09:00', '2026-03-02 09:01', 60), ('1b', '1', false, '2026-03-02 09:02', '2026-03-02 09:02:05', 5),
      ('2', '2', true, '2026-03-02 09:00', '2026-03-02 09:03', 180), ('3', '3', true, '2026-03-02 09:00', '2026-03-02 10:00', 3600),
      ('4', '4', true, '2026-03-02 09:05', '2026-03-02 09:10', 300), ('7', '7', true, '2026-03-02 09:00', null, null),
      ('9', '9', true, '2026-03-06 17:00', '2026-03-09 09:30', 232200)`,
  },
};

const five = (...seconds: readonly number[]) => seconds.reduce((sum, each) => sum + each, 0) / 5;

const firstResponse: readonly Case[] = [
  {
    title: 'first_response_time: each definition, clock and source of one desk',
    world: desk,
    // Of five the 90th percentile lies six tenths of the way from the fourth to the fifth.
    answers: {
      first_response_time: [five(60, 180, 600, 3600, 232200), 5],
      'first_response_time median': [600, 5],
      'first_response_time p90': [3600 + 0.6 * (232200 - 3600), 5],
      'first_response_time business': [five(60, 180, 600, 3600, 5400), 5],
      'first_response_time median+business': [600, 5],
      'first_response_time p90+business': [3600 + 0.6 * (5400 - 3600), 5],
      // The vendor counts 5, and knows nothing of 4.
      'first_response_time reported': [five(30, 60, 240, 3600, 232200), 5],
      'first_response_time median+reported': [240, 5],
      'first_response_time p90+reported': [3600 + 0.6 * (232200 - 3600), 5],
      'first_response_time business+reported': [five(30, 60, 200, 3600, 5400), 5],
      'first_response_time median+business+reported': [200, 5],
      'first_response_time p90+business+reported': [3600 + 0.6 * (5400 - 3600), 5],
      // 30 seconds after the first had it, 2, 10 and 30 minutes, and ten minutes less than 232,200 seconds.
      'first_response_time from_assignment': [five(30, 120, 600, 1800, 231600), 5],
      'first_response_time from_assignment+median': [600, 5],
      'first_response_time from_assignment+p90': [1800 + 0.6 * (231600 - 1800), 5],
      // The customer of 4 first wrote five minutes after it was opened.
      'first_response_time from_first_message': [five(60, 180, 300, 3600, 232200), 5],
      'first_response_time from_first_message+median': [300, 5],
      'first_response_time from_first_message+p90': [3600 + 0.6 * (232200 - 3600), 5],
      'first_response_time from_first_message+business': 'kpi.variant.onlyWith',
      'first_response_time from_assignment+reported': 'kpi.variant.onlyWith',
      'first_response_time from_assignment rows': [
        '1, 2026-03-02 09:00:30, 2026-03-02 09:01:00, 30, NULL, NULL, NULL, customer, NULL',
        '2, 2026-03-02 09:01:00, 2026-03-02 09:03:00, 120, NULL, NULL, NULL, customer, NULL',
        '4, 2026-03-02 09:00:00, 2026-03-02 09:10:00, 600, NULL, NULL, NULL, agent, NULL',
        '3, 2026-03-02 09:30:00, 2026-03-02 10:00:00, 1800, NULL, NULL, NULL, customer, NULL',
        '9, 2026-03-06 17:10:00, 2026-03-09 09:30:00, 231600, NULL, NULL, NULL, NULL, NULL',
      ],
    },
  },
  {
    title: 'first_response_time: on the day of the reply, whatever day the ticket was opened on',
    world: desk,
    period: from('2026-03-09', '2026-03-16'),
    answers: {
      first_response_time: [232200, 1],
      'first_response_time business': [5400, 1],
      'first_response_time reported': [232200, 1],
      'first_response_time business+reported': [5400, 1],
      'first_response_time from_assignment': [231600, 1],
      'first_response_time from_first_message': [232200, 1],
      'first_response_time business rows': [
        '9, 2026-03-06 17:00:00, 2026-03-09 09:30:00, 5400, NULL, NULL, NULL, NULL, NULL',
      ],
    },
  },
  {
    title:
      'first_response_time: a reply that the export does not date came when the time reported was over; in business hours the opening is all that is known',
    world: {
      tickets: {
        columns:
          'ticket_id, created_at, reported_first_response_seconds, reported_first_response_business_seconds',
        values: `('1', '2026-03-08 23:30', 3600, 600), ('2', '2026-03-08 23:30', 1799, 300), ('3', '2026-03-09 08:00', 60, 60), ('4', null, 60, 60)`,
      },
    },
    period: from('2026-03-09', '2026-03-10'),
    // 1 at half past midnight; 2 a second before midnight.
    answers: {
      'first_response_time reported': [(3600 + 60) / 2, 2],
      'first_response_time business+reported': [60, 1],
      first_response_time: 'kpi.needs.columns',
    },
  },
  {
    title:
      'first_response_time: the last moment of February is February’s, midnight is March’s; weeks begin on Monday',
    world: {
      tickets: {
        columns: 'ticket_id, first_human_reply_at, first_response_seconds',
        values: `('1', '2026-02-28 23:59:59.999', 100), ('2', '2026-03-01 00:00', 200), ('3', '2026-03-02 00:00', 400), ('4', '2026-04-01 00:00', 800), ('5', null, 1600)`,
      },
    },
    period: from('2026-03-01', '2026-04-01'),
    answers: {
      first_response_time: [(200 + 400) / 2, 2],
      'first_response_time trend': ['2026-02-23, 200, NULL, 1', '2026-03-02, 400, NULL, 1'],
    },
  },
  {
    title:
      'first_response_time: on the night on which São Paulo’s clocks go forward an hour that nobody waited is not counted',
    world: {
      tickets: {
        columns:
          'ticket_id, assigned_at, assigned_at_utc, first_human_reply_at, first_human_reply_at_utc, first_response_seconds',
        values: `('1', '2018-11-03 23:50', '2018-11-04 02:50', '2018-11-04 01:05', '2018-11-04 03:05', 900)`,
      },
    },
    period: from('2018-11-04', '2018-11-05'),
    answers: {
      'first_response_time from_assignment': [15 * 60, 1],
      'first_response_time trend': ['2018-10-29, 900, NULL, 1'],
    },
  },
  {
    title:
      'first_response_time: a tag written twice counts once, an agent of two teams is one agent, and their parts are the whole',
    world: {
      tickets: {
        columns: 'ticket_id, tags, agent_id, team, first_human_reply_at, first_response_seconds, created_at',
        values: `('1', ['a', 'b', 'a'], 'x', 'north', '2026-03-01', 60, '2026-03-01'), ('2', ['a'], 'x', 'south', '2026-03-01', 60, '2026-03-01'), ('3', null, 'y', 'south', '2026-03-01', 90, '2026-03-01')`,
      },
      agents: { columns: 'agent_id, name, team', values: "('x', 'Xênia', 'north')" },
    },
    answers: {
      first_response_time: [(60 + 60 + 90) / 3, 3],
      'first_response_time by tag': ['a, 60, 0, 2', 'b, 60, NULL, 1', 'NULL, 90, NULL, 1'],
      'first_response_time by agent': ['Xênia, 60, 0, 2', 'y, 90, NULL, 1'],
      'first_response_time by team': ['south, 75, 21.213203, 2', 'north, 60, NULL, 1'],
    },
  },
];

const responses: readonly Case[] = [
  {
    title: 'response_time: each run of messages that was answered; ties; runs without an answer have none',
    world: {
      replies: {
        columns: 'reply_id, ticket_id, is_first, asked_at, replied_at, response_seconds, agent_id',
        values: `('1', 't', true, '2026-03-01', '2026-03-01', 60, 'a'), ('2', 't', false, '2026-03-01', '2026-03-01', 60, 'a'), ('3', 't', false, '2026-03-01', '2026-03-02', 600, 'b'), ('4', 't', false, '2026-03-02', null, null, null)`,
      },
    },
    answers: {
      response_time: [(60 + 60 + 600) / 3, 3],
      'response_time median': [60, 3],
      'response_time p90': [60 + 0.8 * 540, 3],
      'response_time later': [(60 + 600) / 2, 2],
      'response_time later+median': [330, 2],
      'response_time later+p90': [60 + 0.9 * 540, 2],
      'response_time by agent': ['a, 60, 0, 2', 'b, 600, NULL, 1'],
    },
  },
  {
    title: 'response_time: on the day of the reply',
    world: {
      replies: {
        columns: 'reply_id, ticket_id, is_first, asked_at, replied_at, response_seconds',
        values: `('1', 't', true, '2026-02-28 23:00', '2026-03-01 00:00', 3600), ('2', 't', false, '2026-03-31 23:59', '2026-04-01 00:00', 60)`,
      },
    },
    period: from('2026-03-01', '2026-04-01'),
    answers: { response_time: [3600, 1], 'response_time later': 'kpi.noData' },
  },
  {
    title: 'response_time: only runs that nobody answered',
    world: { replies: { columns: 'reply_id, ticket_id, asked_at', values: `('1', 't', '2026-03-01')` } },
    answers: { response_time: 'kpi.needs.columns' },
  },
];

export const responseCases: readonly Case[] = [...firstResponse, ...responses];
