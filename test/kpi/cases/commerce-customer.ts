import { from, type Case } from '../asked.ts';

const agents = { columns: 'agent_id, name', values: `('a', 'Ana')` };

export const customerCases: readonly Case[] = [
  {
    title: 'cases_worked and cases_in_progress: worked on by people, in progress now; unknown is not none',
    world: {
      agents,
      tickets: {
        columns: 'ticket_id, created_at, status, agent_actions, agent_replies, agent_id, channel, tags',
        values: `('1', '2026-03-01 23:59:59', 'in_progress', 0, 1, 'a', 'chat', ['x', 'y']), ('2', '2026-03-02', 'open', 3, 0, 'a', 'chat', ['x', 'x']), ('3', null, 'in_progress', 1, 1, null, 'email', null), ('4', '2026-03-02', null, null, null, null, null, null), ('5', '2026-03-04', 'merged', 1, 0, null, 'chat', null)`,
      },
    },
    answers: {
      // 2, 3 and 5 have an action, 1 and 3 a reply.
      cases_worked: [3, 3],
      'cases_worked reported': [2, 2],
      'cases_worked by channel': ['chat, 2, 2', 'email, 1, 1'],
      'cases_worked by tag': ['NULL, 2, 2', 'x, 1, 1'],
      'cases_worked rows': [
        '2, 2026-03-02 00:00:00, open, 0, chat, NULL, NULL, Ana, NULL',
        '5, 2026-03-04 00:00:00, merged, 0, chat, NULL, NULL, NULL, NULL',
        '3, NULL, in_progress, 1, email, NULL, NULL, NULL, NULL',
      ],
      cases_in_progress: [2, 2],
      'cases_in_progress by agent': ['Ana, 1, 1', 'NULL, 1, 1'],
      'cases_in_progress by tag': ['x, 1, 1', 'y, 1, 1', 'NULL, 1, 1'],
    },
  },
  {
    title: 'cases_worked: opened in the period; what is in progress now is so whatever the period',
    period: from('2026-03-02', '2026-03-03'),
    world: {
      tickets: {
        columns: 'ticket_id, created_at, status, agent_actions, agent_replies',
        values: `('1', '2026-03-01 23:59:59', 'in_progress', 1, 1), ('2', '2026-03-02', 'open', 3, 0), ('3', '2026-03-03', 'in_progress', 1, 1)`,
      },
    },
    answers: { cases_worked: [1, 1], 'cases_worked reported': [0, 0], cases_in_progress: [2, 2] },
  },
  {
    title: 'case_timeline: a ticket reopened twice has three bars, the closed one none after its end',
    now: '2026-03-10 00:00:00',
    world: {
      tickets: { columns: 'ticket_id, created_at', values: `('a', '2026-03-01')` },
      status_periods: {
        columns: 'ticket_id, status, from_at, to_at, seconds, is_present',
        values: `('a', null, '2026-03-01', '2026-03-02', 86400, false), ('a', 'solved', '2026-03-02', '2026-03-03', 86400, false), ('a', 'open', '2026-03-03', '2026-03-04', 86400, false), ('a', 'solved', '2026-03-04', '2026-03-05', 86400, false), ('a', 'open', '2026-03-05', '2026-03-06', 86400, false), ('a', 'closed', '2026-03-06', null, 345600, true)`,
      },
    },
    answers: {
      case_timeline: [null, 3],
      'case_timeline rows': ['NULL, 2026-03-01', 'open, 2026-03-03', 'open, 2026-03-05'].map((bar) => {
        const [status = '', day = ''] = bar.split(', ');
        const next = `2026-03-0${Number(day.at(-1)) + 1}`;
        return `a, ${status}, ${day} 00:00:00, ${next} 00:00:00, 86400, false, 2026-03-01 00:00:00, NULL, NULL, NULL`;
      }),
    },
  },
  {
    title:
      'case_timeline: a bar goes on to the last instant of the data; in the hour that comes twice bars stand in their order',
    now: '2026-11-02 00:00:00',
    period: from('2026-11-01', '2026-11-02'),
    world: {
      tickets: {
        columns: 'ticket_id, created_at, updated_at, channel, subject',
        values: `('a', '2026-11-01', '2026-11-01 12:00', 'chat', 'lost'), ('b', '2026-11-02', null, 'chat', null)`,
      },
      status_periods: {
        columns: 'ticket_id, status, from_at, from_at_utc, to_at, seconds, is_present',
        // New York: half past one, then the second ten past one.
        values: `('a', 'open', '2026-11-01 01:10', '2026-11-01 06:10', null, 60000, true), ('a', 'new', '2026-11-01 01:30', '2026-11-01 05:30', '2026-11-01 01:10', 2400, false), ('b', 'new', '2026-11-02', '2026-11-02 05:00', null, 0, true)`,
      },
    },
    answers: {
      'case_timeline rows': [
        'a, new, 2026-11-01 01:30:00, 2026-11-01 01:10:00, 2400, false, 2026-11-01 00:00:00, 2026-11-01 12:00:00, chat, lost',
        'a, open, 2026-11-01 01:10:00, 2026-11-02 00:00:00, 60000, true, 2026-11-01 00:00:00, 2026-11-01 12:00:00, chat, lost',
      ],
    },
  },
  {
    title: 'case_list: the last of two answers, closed for good or else last solved, one row a ticket',
    period: from('2026-03-01', '2026-03-02'),
    world: {
      agents,
      tickets: {
        columns:
          'ticket_id, channel, created_at, closed_at, last_solved_at, status, agent_id, resolution_seconds, tags',
        values: `('1', 'chat', '2026-03-01 10:00', '2026-03-05', '2026-03-03', 'closed', 'a', 3600, ['x', 'y']), ('2', null, '2026-03-01 10:00', null, '2026-03-03', 'solved', 'b', null, null), ('3', 'email', '2026-03-01 11:00', null, null, 'open', null, null, null), ('4', 'email', '2026-03-02', null, null, 'open', null, null, null), ('5', 'email', null, null, null, 'open', null, null, null)`,
      },
      ratings: {
        columns: 'rating_id, ticket_id, kind, is_latest, score, rated_at',
        values: `('r1', '1', 'csat', false, 1, '2026-03-03'), ('r2', '1', 'csat', true, 4, '2026-03-04'), ('r3', '1', 'nps', true, 9, '2026-03-04'), ('r4', '2', 'csat', true, 2, '2026-03-04'), ('r5', '2', 'csat', true, 3, null), ('r6', '3', 'csat', true, null, '2026-03-04')`,
      },
    },
    answers: {
      case_list: [null, 3],
      'case_list rows': [
        '1, chat, 2026-03-01 10:00:00, 2026-03-05 00:00:00, closed, Ana, 3600, 4',
        '2, NULL, 2026-03-01 10:00:00, 2026-03-03 00:00:00, solved, b, NULL, 2',
        '3, email, 2026-03-01 11:00:00, NULL, open, NULL, NULL, NULL',
      ],
    },
  },
  {
    title:
      'customer_profile: the preferred of two channels used alike is the newest; one person in two sources is one row',
    world: {
      tickets: {
        columns: 'source_id, ticket_id, customer_id, customer_key, created_at, channel',
        values: `('s', '1', 'c', 'k', '2026-03-01', 'email'), ('z', '1', 'q', null, '2026-03-02', 'chat'), ('s', '2', 'c', 'k', null, null)`,
      },
      customers: {
        columns: 'source_id, customer_id, customer_key, name, created_at',
        values: `('s', 'c', 'k', 'Caio', '2021-01-01'), ('z', 'q', 'k', 'Caio S.', '2020-01-01')`,
      },
    },
    answers: {
      customer_profile: [null, 1],
      'customer_profile rows': [
        'k, Caio, 2020-01-01 00:00:00, 3, 2026-03-01 00:00:00, 2026-03-02 00:00:00, chat, chat,email, NULL, NULL, NULL, NULL',
      ],
    },
  },
  {
    title:
      'customer_profile: answers by ticket and by customer, orders by key, one row a customer whatever the ids',
    world: {
      tickets: {
        columns: 'ticket_id, customer_id, customer_key, created_at, channel',
        values: `('1', 'c', 'k', '2026-03-01', 'chat'), ('2', 'd', 'k', '2026-03-05', 'chat'), ('3', 'c', 'k', '2026-03-02', 'email'), ('4', 'e', null, '2026-03-02', null), ('5', null, null, '2026-03-02', 'chat')`,
      },
      customers: {
        columns: 'customer_id, customer_key, name, created_at',
        values: `('c', 'k', 'Caio', '2020-01-01')`,
      },
      ratings: {
        columns: 'rating_id, ticket_id, customer_id, kind, is_latest, bucket',
        // Two positive of three; the fourth is of nobody known, the fifth not the last.
        values: `('r1', '1', null, 'csat', true, 'positive'), ('r2', '2', null, 'csat', true, 'negative'), ('r3', null, 'c', 'csat', true, 'positive'), ('r4', null, null, 'csat', true, 'positive'), ('r5', '1', null, 'csat', false, 'negative')`,
      },
      orders: {
        columns: 'order_id, customer_id, customer_key, amount, refunded',
        values: `('o', null, 'k', 10, 2), ('p', 'c', null, 5, null), ('q', 'nobody', null, 99, null)`,
      },
    },
    answers: {
      'customer_profile rows': [
        'k, Caio, 2020-01-01 00:00:00, 3, 2026-03-01 00:00:00, 2026-03-05 00:00:00, chat, chat,email, 0.666667, 3, 2, 13.0000',
        's e, NULL, NULL, 1, 2026-03-02 00:00:00, 2026-03-02 00:00:00, NULL, NULL, NULL, NULL, NULL, NULL',
      ],
    },
  },
];
