import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { testCases, type Case } from './asked.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

/** Each of the three has 2 + 2 of 7 + 10 among the dissatisfied, and 0 + 2 of 3 + 10 among the satisfied. */
const logOdds = Math.log(4 / 13) - Math.log(2 / 11);
const rounded = (number: number) => Number(number.toFixed(6));

const answers: readonly Case[] = [
  {
    title: 'csat: the last of two ratings of a ticket; offered, empty and neutral',
    world: {
      tickets: { columns: 'ticket_id, agent_id', values: "('1', 'a'), ('2', 'b')" },
      ratings: {
        columns:
          'rating_id, ticket_id, kind, sent_at, rated_at, scale, score, score_normalised, bucket, is_latest',
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
      'csat aggregated': 'kpi.needs.table',
    },
  },
  {
    title: 'csat from sums that arrived: positive ÷ both, and the mean score by its number of ratings',
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
      'csat mean_score+aggregated': [3.5, 4],
      'csat percent_of_scale+aggregated': 'kpi.variant.onlyWith',
      'csat every_rating+aggregated': 'kpi.variant.onlyWith',
    },
  },
  {
    title:
      'low_rating_comments: pairs of words across what is left out; a word once is no mark; a comment that says a word twice counts once',
    world: {
      ratings: {
        columns: 'rating_id, kind, is_latest, bucket, rated_at, comment',
        values: `('1', 'csat', true, 'negative', '2026-03-01', 'Late, LATE delivery'), ('2', 'csat', true, 'negative', '2026-03-02', 'late with the delivery'), ('3', 'csat', true, 'positive', '2026-03-02', 'kind people'), ('4', 'csat', true, 'negative', '2026-03-02', ''), ('5', 'csat', true, 'negative', '2026-03-02', null)`,
      },
    },
    // Words and pairs of the dissatisfied: late, delivery, late delivery, late late; late, delivery, late delivery: 7; of the satisfied 3.
    answers: {
      low_rating_comments: [null, 3],
      'low_rating_comments by': [0, 1, 2].map((at) =>
        [
          ['delivery', 'late', 'late delivery'][at],
          '2, 0',
          rounded(logOdds),
          rounded(logOdds / Math.sqrt(1 / 4 + 1 / 2)),
          2,
        ].join(', '),
      ),
    },
  },
];

testCases(() => engine, answers);
