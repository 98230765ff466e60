import { from, type Case } from '../asked.ts';
import { commentCases } from './satisfaction-comments.ts';

const answer =
  'rating_id, ticket_id, kind, sent_at, rated_at, scale, score, score_normalised, bucket, is_latest';

const asked: readonly Case[] = [
  {
    title: 'csat: the last of two ratings of a ticket; offered, empty and neutral',
    world: {
      tickets: { columns: 'ticket_id, agent_id', values: "('1', 'a'), ('2', 'b')" },
      ratings: {
        columns: answer,
        values: `('1', '1', 'csat', '2026-03-01', '2026-03-02', '1-5', 1, 0, 'negative', false), ('2', '1', 'csat', '2026-03-01', '2026-03-03', '1-5', 5, 1, 'positive', true), ('3', '2', 'csat', '2026-03-01', '2026-03-03', '1-5', 3, 0.5, 'neutral', true), ('4', '2', 'csat', '2026-03-02', null, null, null, null, null, false), ('5', null, 'nps', '2026-03-02', '2026-03-02', '0-10', 10, 1, 'positive', true)`,
      },
    },
    answers: {
      csat: [0.5, 2],
      'csat percent_of_scale': [0.75, 2],
      'csat mean_score': [4, 2],
      'csat every_rating': [0.333333, 3],
      'csat by agent': ['a, 1, 1', 'b, 0, 1'],
      csat_response_rate: [0.75, 4],
      'csat_response_rate by agent': ['a, 1, 2', 'b, 0.5, 2'],
      rating_balance: [2, 2],
      'rating_balance every_rating': [3, 3],
      'rating_balance by answer': ['neutral, 1, 1', 'positive, 1, 1'],
      nps: [100, 1],
    },
  },
  {
    title:
      'satisfaction in March by the day of the answer, the response rate by that of the survey; tags, teams, a ticket of another source',
    period: from('2026-03-01', '2026-04-01'),
    world: {
      tickets: {
        columns: 'source_id, ticket_id, channel, agent_id, team, tags',
        values: `('s', '1', 'chat', 'ana', 'north', ['x', 'x', 'y']), ('s', '2', 'email', 'ana', 'south', ['x']), ('z', '1', 'phone', 'bia', 'north', null)`,
      },
      agents: {
        columns: 'source_id, agent_id, name',
        values: `('s', 'ana', 'Ana'), ('z', 'bia', 'Bia'), ('z', 'ana', 'another Ana')`,
      },
      ratings: {
        columns: `source_id, agent_id, comment, ${answer}`,
        values: `('s', null, null, '1', '1', 'csat', '2026-02-27', '2026-02-28 23:59:59', '1-5', 1, 0, 'negative', false), ('s', 'ana', 'late', '2', '1', 'csat', '2026-02-28', '2026-03-01 00:00:00', '1-5', 2, 0.25, 'negative', true),
          ('s', null, 'thanks', '3', '2', 'csat', '2026-03-01 00:00:00', '2026-03-31 23:59:59', '1-5', 5, 1, 'positive', true), ('z', null, null, '4', '1', 'csat', '2026-03-02 00:00:00', '2026-03-09 00:00:00', '1-5', 4, 0.75, 'positive', true),
          ('s', null, null, '5', null, 'csat', '2026-03-31 23:59:59', '2026-04-01 00:00:00', '1-5', 1, 0, 'negative', true), ('s', null, null, '6', '2', 'csat', '2026-03-08 23:59:59', null, '1-5', null, null, null, false),
          ('s', null, null, '7', '1', 'csat', '2026-04-01 00:00:00', null, '1-5', null, null, null, false), ('s', null, null, '8', '2', 'csat', null, null, '1-5', 3, 0.5, 'neutral', false)`,
      },
    },
    answers: {
      // 2, 3 and 4; 8 has no day.
      csat: [0.666667, 3],
      'csat percent_of_scale': [0.666667, 3],
      'csat mean_score': [Number(((2 + 5 + 4) / 3).toFixed(6)), 3],
      'csat every_rating': [0.666667, 3],
      'csat by agent': ['Ana, 0.5, 2', 'Bia, 1, 1'],
      'csat by team': ['north, 0.5, 2', 'south, 1, 1'],
      'csat by channel': ['chat, 0, 1', 'email, 1, 1', 'phone, 1, 1'],
      // Ticket 1 has x twice.
      'csat by tag': ['x, 0.5, 2', 'y, 0, 1', 'NULL, 1, 1'],
      // Sunday the 1st; Monday the 9th; Tuesday the 31st.
      'csat trend': ['2026-02-23, 0, 1', '2026-03-09, 1, 1', '2026-03-30, 1, 1'],
      'csat rows': [
        '1, chat, Ana, 2026-03-01 00:00:00, 2, late',
        '1, phone, Bia, 2026-03-09 00:00:00, 4, NULL',
        '2, email, Ana, 2026-03-31 23:59:59, 5, thanks',
      ],
      // Sent in March: 3, 4 and 5 were answered, 6 was not.
      csat_response_rate: [3 / 4, 4],
      'csat_response_rate trend': ['2026-02-23, 1, 1', '2026-03-02, 0.5, 2', '2026-03-30, 1, 1'],
      'csat_response_rate by channel': ['email, 0.5, 2', 'phone, 1, 1', 'NULL, 1, 1'],
      'csat_response_rate rows': [
        '3, 2, 2026-03-01 00:00:00, 2026-03-31 23:59:59, 5, email, NULL, Ana',
        '4, 1, 2026-03-02 00:00:00, 2026-03-09 00:00:00, 4, phone, NULL, Bia',
        '6, 2, 2026-03-08 23:59:59, NULL, NULL, email, NULL, Ana',
        '5, NULL, 2026-03-31 23:59:59, 2026-04-01 00:00:00, 1, NULL, NULL, NULL',
      ],
      rating_balance: [3, 3],
      'rating_balance headline': ['3, 3, 2, 0, 1'],
      'rating_balance by answer': ['positive, 2, 2', 'negative, 1, 1'],
      'rating_balance trend': [
        '2026-02-23, 1, 1',
        '2026-03-02, 0, 0',
        '2026-03-09, 1, 1',
        '2026-03-16, 0, 0',
        '2026-03-23, 0, 0',
        '2026-03-30, 1, 1',
      ],
      'low_rating_comments rows': ['2026-03-01 00:00:00, 2, 1-5, late, 1, chat, NULL, Ana'],
    },
  },
  {
    title: 'csat on two scales: a share and a percentage, and no mean of their scores',
    world: {
      ratings: {
        columns: answer,
        values: `('1', '1', 'csat', null, '2026-03-01', '1-5', 4, 0.75, 'positive', true), ('2', '2', 'csat', null, '2026-03-01', '1-3', 2, 0.5, 'neutral', true), ('3', '3', 'csat', null, '2026-03-01', 'good_bad', 0, 0, 'negative', true), ('4', '4', 'csat', null, '2026-03-01', 'thumbs', 1, 1, 'positive', true)`,
      },
    },
    answers: {
      csat: [0.5, 4],
      'csat percent_of_scale': [(0.75 + 0.5 + 0 + 1) / 4, 4],
      'csat mean_score': 'kpi.check.oneScale',
      csat_response_rate: 'kpi.check.unanswered',
      nps: 'kpi.check.npsAnswers',
    },
  },
  {
    title: 'csat: where nobody answered',
    world: {
      ratings: {
        columns: 'rating_id, kind, sent_at',
        values: `('1', 'csat', '2026-03-01'), ('2', 'csat', '2026-03-01')`,
      },
    },
    answers: {
      csat: 'kpi.needs.columns',
      csat_response_rate: 'kpi.needs.columns',
      rating_balance: 'kpi.needs.columns',
      low_rating_comments: 'kpi.needs.columns',
      nps: 'kpi.needs.columns',
      'csat aggregated': 'kpi.needs.table',
      'rating_balance aggregated': 'kpi.needs.table',
    },
  },
  {
    title: 'of no rows there is no satisfaction',
    world: {},
    answers: Object.fromEntries(
      ['csat', 'csat_response_rate', 'nps', 'rating_balance', 'low_rating_comments'].map((id) => [
        id,
        'kpi.needs.data',
      ]),
    ),
  },
  {
    title: 'a month without answers among others has no rate, and a count of none',
    period: from('2026-03-01', '2026-04-01'),
    world: {
      ratings: {
        columns: answer,
        values: `('1', '1', 'csat', '2026-02-01', '2026-02-01', '1-5', 4, 0.75, 'positive', true), ('2', '2', 'csat', '2026-04-01', '2026-04-01', '1-5', 4, 0.75, 'positive', true), ('3', '3', 'csat', '2026-04-01', null, '1-5', null, null, null, false)`,
      },
    },
    answers: { csat: 'kpi.noData', csat_response_rate: 'kpi.noData', rating_balance: [0, 0] },
  },
];

const nps: readonly Case[] = [
  {
    title:
      'nps: 9 and 10 less 0 to 6 of all, the last answer of a ticket, on the scale from 0 to 10 alone; by month',
    period: from('2026-02-01', '2026-04-01'),
    world: {
      tickets: {
        columns: 'ticket_id, channel, agent_id',
        values: `('1', 'chat', 'ana'), ('2', 'email', 'ana')`,
      },
      ratings: {
        columns: 'rating_id, ticket_id, kind, rated_at, scale, score, bucket, is_latest',
        values: `('1', '1', 'nps', '2026-02-28 23:59:59', '0-10', 10, 'positive', true), ('2', '2', 'nps', '2026-02-10', '0-10', 6, 'negative', false), ('3', '2', 'nps', '2026-03-01 00:00:00', '0-10', 9, 'positive', true), ('4', null, 'nps', '2026-03-02', '0-10', 8, 'neutral', true),
          ('5', null, 'nps', '2026-03-03', '0-10', 7, 'neutral', true), ('6', null, 'nps', '2026-03-31 23:59:59', '0-10', 0, 'negative', true), ('7', null, 'nps', '2026-04-01', '0-10', 0, 'negative', true), ('8', null, 'nps', '2026-03-04', '1-5', 5, 'positive', true), ('9', null, 'nps', '2026-03-04', '0-10', null, null, true), ('10', null, 'csat', '2026-03-04', '0-10', 0, 'negative', true)`,
      },
    },
    answers: {
      // 10, 9 | 8, 7 | 0.
      nps: [((2 - 1) / 5) * 100, 5],
      'nps by channel': ['NULL, -33.333333, 57.735027, 3', 'chat, 100, NULL, 1', 'email, 100, NULL, 1'],
      // 100; 100, 0, 0 and −100: their squares sum up to 20,000, and their standard deviation is √(20,000 ÷ 3).
      'nps trend': ['2026-02-01, 100, NULL, 1', `2026-03-01, 0, ${Math.sqrt(20_000 / 3).toFixed(6)}, 4`],
      'nps rows': [
        '1, chat, ana, 2026-02-28 23:59:59, 10, NULL',
        '2, email, ana, 2026-03-01 00:00:00, 9, NULL',
        'NULL, NULL, NULL, 2026-03-02 00:00:00, 8, NULL',
        'NULL, NULL, NULL, 2026-03-03 00:00:00, 7, NULL',
        'NULL, NULL, NULL, 2026-03-31 23:59:59, 0, NULL',
      ],
    },
  },
  {
    title: 'nps: of answers on another scale there is none',
    world: {
      ratings: {
        columns: 'rating_id, kind, rated_at, scale, score, is_latest',
        values: `('1', 'nps', '2026-03-01', '1-5', 5, true)`,
      },
    },
    answers: { nps: 'kpi.check.npsAnswers', csat: 'kpi.needs.columns' },
  },
];

const summed: readonly Case[] = [
  {
    title:
      'ratings that arrive summed: positive ÷ both, the mean score by its number of ratings, and how many of each',
    world: {
      period_facts: {
        columns: 'grain_id, from_at, metric, unit, value, weight, agent_id',
        values: `('d', '2026-03-01', 'ratings_positive', 'count', 3, null, 'a'), ('d', '2026-03-01', 'ratings_negative', 'count', 1, null, 'a'), ('d', '2026-03-02', 'ratings_positive', 'count', 1, null, 'b'), ('d', '2026-03-02', 'ratings_negative', 'count', 3, null, 'b'), ('d', '2026-03-01', 'csat_score', 'score', 5, 1, 'a'), ('d', '2026-03-02', 'csat_score', 'score', 3, 3, 'b'), ('d', '2026-03-03', 'csat_score', 'score', 1, null, 'b')`,
      },
    },
    answers: {
      csat: 'kpi.needs.table',
      'csat aggregated': [0.5, 8],
      'csat aggregated by agent': ['a, 3, 4, 0.75, 4', 'b, 1, 4, 0.25, 4'],
      'csat mean_score+aggregated': [(5 * 1 + 3 * 3) / 4, 4],
      'csat percent_of_scale+aggregated': 'kpi.variant.onlyWith',
      'csat every_rating+aggregated': 'kpi.variant.onlyWith',
      rating_balance: 'kpi.needs.table',
      'rating_balance aggregated': [8, 8],
      'rating_balance aggregated headline': ['8, 8, 4, 4'],
      'rating_balance aggregated by answer': ['negative, 4, 4', 'positive, 4, 4'],
      'rating_balance aggregated by agent': ['a, 4, 4', 'b, 4, 4'],
      'rating_balance every_rating+aggregated': 'kpi.variant.onlyWith',
    },
  },
  {
    title: 'ratings that arrive summed, in a period: the first of its days and not the day after',
    period: from('2026-03-01', '2026-03-03'),
    world: {
      period_facts: {
        columns: 'grain_id, from_at, to_at, metric, value, channel',
        values: `('d', '2026-02-28', '2026-03-01', 'ratings_positive', 100, 'chat'), ('d', '2026-03-01', '2026-03-02', 'ratings_positive', 2, 'chat'), ('d', '2026-03-02', '2026-03-03', 'ratings_negative', 1, 'chat'), ('d', '2026-03-02', '2026-03-03', 'ratings_negative', null, 'email'), ('d', '2026-03-03', '2026-03-04', 'ratings_negative', 50, 'chat')`,
      },
    },
    answers: {
      'csat aggregated': [0.666667, 3],
      'rating_balance aggregated': [3, 3],
      'rating_balance aggregated rows': [
        '2026-03-01 00:00:00, 2026-03-02 00:00:00, chat, NULL, NULL, ratings_positive, 2',
        '2026-03-02 00:00:00, 2026-03-03 00:00:00, chat, NULL, NULL, ratings_negative, 1',
      ],
    },
  },
  {
    title: 'ratings that arrive summed twice, whole and by agent, are not added',
    world: {
      period_facts: {
        columns: 'grain_id, from_at, metric, value',
        values: `('day', '2026-03-01', 'ratings_positive', 3), ('agent', '2026-03-01', 'ratings_positive', 3)`,
      },
    },
    answers: {
      'csat aggregated': 'kpi.check.oneGrain',
      'rating_balance aggregated': 'kpi.check.oneGrain',
    },
  },
];

/** Every KPI of what customers say, worked out by hand. */
export const satisfactionCases: readonly Case[] = [...asked, ...nps, ...summed, ...commentCases];
