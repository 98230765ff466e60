import { from, type Case } from '../asked.ts';

export const reasonCases: readonly Case[] = [
  {
    title: 'contact_reasons: share, growth over 28 days, reopened share and satisfaction of each type',
    now: '2026-03-10 00:00:00',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, type, status, last_solved_at, reopens',
        values: `('0', '2026-01-13', 'delivery', 'open', null, null), ('1', '2026-03-09', 'refund', 'open', '2026-03-09', 1), ('2', '2026-03-08', 'refund', 'solved', '2026-03-09', 0), ('3', '2026-01-20', 'refund', 'open', null, 0), ('4', '2026-03-01', 'delivery', 'closed', null, 2)`,
      },
      ratings: {
        columns: 'rating_id, ticket_id, kind, is_latest, bucket',
        values: `('r1', '1', 'csat', true, 'negative'), ('r2', '2', 'csat', true, 'positive'), ('r3', '2', 'csat', false, 'negative'), ('r4', '2', 'nps', true, 'positive')`,
      },
    },
    answers: {
      // Of refunds two in the last 28 days after one in the 28 before; 0 is older than both. 4 was closed: once solved, and came back.
      'contact_reasons by': [
        `refund, 3, 0.6, ${2 / 1 - 1}, ${1 / 2}, ${1 / 2}, 2, 3`,
        'delivery, 2, 0.4, NULL, 1, NULL, 0, 2',
      ],
      contact_reasons: [5, 5],
      'contact_reasons rows': [
        '0, 2026-01-13 00:00:00, delivery, NULL, NULL, NULL, NULL, open, NULL, NULL',
        '3, 2026-01-20 00:00:00, refund, NULL, NULL, NULL, NULL, open, 0, NULL',
        '4, 2026-03-01 00:00:00, delivery, NULL, NULL, NULL, NULL, closed, 2, NULL',
        '2, 2026-03-08 00:00:00, refund, NULL, NULL, NULL, NULL, solved, 0, NULL',
        '1, 2026-03-09 00:00:00, refund, NULL, NULL, NULL, NULL, open, 1, NULL',
      ],
    },
  },
  {
    title:
      'contact_reasons by tag: a ticket with one tag twice counts once, one with two tags under both, one without stays',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, tags, intent',
        values: `('1', '2026-03-01', ['a', 'a'], 'x'), ('2', '2026-03-01', ['a', 'b'], null), ('3', '2026-03-01', null, 'x')`,
      },
      ratings: {
        columns: 'rating_id, ticket_id, kind, is_latest, bucket',
        values: `('r', '2', 'csat', true, 'positive')`,
      },
    },
    answers: {
      'contact_reasons tag by': [
        `a, 2, 0.666667, NULL, NULL, 1, 1, 2`,
        `b, 1, 0.333333, NULL, NULL, 1, 1, 1`,
        `NULL, 1, 0.333333, NULL, NULL, NULL, 0, 1`,
      ],
      'contact_reasons intent by': [
        `x, 2, 0.666667, NULL, NULL, NULL, 0, 2`,
        `NULL, 1, 0.333333, NULL, NULL, 1, 1, 1`,
      ],
      contact_reasons: 'kpi.needs.columns',
      'contact_reasons tag': [3, 3],
      'contact_reasons intent': [3, 3],
    },
  },
  {
    title:
      'contact_reasons: growth looks at 28 days before the period’s end and 28 more, however short the period',
    period: from('2026-03-24', '2026-03-31'),
    world: {
      tickets: {
        columns: 'ticket_id, created_at, type',
        // Until 31 March: from the 3rd on four, from 3 February on two; the first lies in January.
        values: `('0', '2026-01-01', 'x'), ('1', '2026-02-03', 'x'), ('2', '2026-03-02', 'x'), ('3', '2026-03-03', 'x'), ('4', '2026-03-10', 'x'), ('5', '2026-03-24', 'x'), ('6', '2026-03-30', 'x'), ('7', '2026-03-31', 'x')`,
      },
    },
    answers: { 'contact_reasons by': [`x, 2, 1, ${4 / 2 - 1}, NULL, NULL, 0, 2`] },
  },
  {
    title:
      'contact_reasons: data of 55 days tells no growth; two sources with the same ticket keep their answers apart, and a ticket with two answers counts once',
    world: {
      tickets: {
        columns: 'source_id, ticket_id, created_at, type',
        values: `('s', '1', '2026-02-04', 'x'), ('t', '1', '2026-03-30', 'y')`,
      },
      ratings: {
        columns: 'source_id, rating_id, ticket_id, kind, is_latest, bucket',
        values: `('t', 'r', '1', 'csat', true, 'positive'), ('t', 'q', '1', 'csat', true, 'negative')`,
      },
    },
    answers: {
      'contact_reasons by': ['x, 1, 0.5, NULL, NULL, NULL, 0, 1', `y, 1, 0.5, NULL, NULL, ${1 / 2}, 2, 1`],
    },
  },
];
