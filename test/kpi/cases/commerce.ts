import { from, type Case } from '../asked.ts';
import { spread } from './agents.ts';

export const commerceCases: readonly Case[] = [
  {
    title:
      'converted_tickets: an order that could credit two tickets credits the later; two at one instant the first by its id',
    world: {
      tickets: {
        columns: 'source_id, ticket_id, customer_id, customer_key, created_at, channel, tags',
        values: `('s', '1', 'c', null, '2026-03-01', 'chat', null), ('s', '2', 'c', null, '2026-03-03', 'chat', ['x', 'y', 'x']), ('s', '4', 'd', null, '2026-03-01', 'email', null), ('s', '3', 'd', null, '2026-03-01', 'chat', null),
          ('z', '5', 'c', null, '2026-03-03 12:00', 'email', null), ('s', '6', null, 'k', '2026-03-10', 'email', null), ('s', '7', null, null, '2026-03-10', 'email', null), ('s', '8', 'e', null, '2026-03-10', 'chat', null)`,
      },
      orders: {
        columns: 'source_id, order_id, customer_id, customer_key, ordered_at, amount, refunded, currency',
        // o1 and o2 to 2; o3 to 3; o4 to 6 at the very instant, o5 five days later to the second, o7 one second too late;
        // another source's c is another customer; o8 comes before its ticket.
        values: `('s', 'o1', 'c', null, '2026-03-04', 100, null, 'BRL'), ('s', 'o2', 'c', null, '2026-03-05', 50, 50, 'BRL'), ('s', 'o3', 'd', null, '2026-03-02', 20, 5, 'BRL'), ('w', 'o4', 'q', 'k', '2026-03-10', 10, null, 'BRL'), ('w', 'o5', 'q', 'k', '2026-03-15', 7, null, 'BRL'),
          ('s', 'o6', 'd', null, null, 10, null, 'BRL'), ('w', 'o7', 'q', 'k', '2026-03-15 00:00:01', 1000, null, 'BRL'), ('s', 'o8', 'e', null, '2026-03-09', 1000, null, 'BRL')`,
      },
    },
    answers: {
      // 2, 3 and 6, of all but 7; 100 + 0 + 15 + 10 + 7.
      converted_tickets: [3 / 7, 7],
      'converted_tickets headline': ['0.428571, 7, 3, 132.0000'],
      'converted_tickets within_3_days': [3 / 7, 7],
      'converted_tickets within_3_days headline': ['0.428571, 7, 3, 125.0000'],
      'converted_tickets count': [3, 3],
      'converted_tickets revenue': [132 / 7, 7],
      'converted_tickets by channel': ['chat, 0.5, 4', 'email, 0.333333, 3'],
      'converted_tickets count by channel': ['chat, 2, 2', 'email, 1, 1'],
      'converted_tickets revenue by channel': [
        'chat, 115.0000, 4, 28.75, 4',
        'email, 17.0000, 3, 5.666667, 3',
      ],
      // Under either of its tags, and once under each.
      'converted_tickets by tag': ['NULL, 0.333333, 6', 'x, 1, 1', 'y, 1, 1'],
      'converted_tickets revenue by tag': [
        'NULL, 32.0000, 6, 5.333333, 6',
        'x, 100.0000, 1, 100, 1',
        'y, 100.0000, 1, 100, 1',
      ],
      'converted_tickets trend': ['2026-02-23, 0.333333, 3', '2026-03-02, 0.5, 2', '2026-03-09, 0.5, 2'],
      'converted_tickets rows': [
        '3, 2026-03-01 00:00:00, chat, NULL, o3, 2026-03-02 00:00:00, 15.0000, BRL',
        '2, 2026-03-03 00:00:00, chat, NULL, o1, 2026-03-04 00:00:00, 100.0000, BRL',
        '2, 2026-03-03 00:00:00, chat, NULL, o2, 2026-03-05 00:00:00, 0.0000, BRL',
        '6, 2026-03-10 00:00:00, email, NULL, o4, 2026-03-10 00:00:00, 10.0000, BRL',
        '6, 2026-03-10 00:00:00, email, NULL, o5, 2026-03-15 00:00:00, 7.0000, BRL',
      ],
      'converted_tickets within_3_days rows': [
        '3, 2026-03-01 00:00:00, chat, NULL, o3, 2026-03-02 00:00:00, 15.0000, BRL',
        '2, 2026-03-03 00:00:00, chat, NULL, o1, 2026-03-04 00:00:00, 100.0000, BRL',
        '2, 2026-03-03 00:00:00, chat, NULL, o2, 2026-03-05 00:00:00, 0.0000, BRL',
        '6, 2026-03-10 00:00:00, email, NULL, o4, 2026-03-10 00:00:00, 10.0000, BRL',
      ],
    },
  },
  {
    title: 'converted_tickets: five days but three days by the vendor’s newer rule',
    world: {
      tickets: {
        columns: 'ticket_id, customer_id, created_at',
        values: `('1', 'c', '2026-03-01 10:00'), ('2', 'd', '2026-03-01 10:00')`,
      },
      orders: {
        columns: 'order_id, customer_id, ordered_at, amount',
        values: `('o1', 'c', '2026-03-04 10:00', 10), ('o2', 'd', '2026-03-04 10:00:01', 5)`,
      },
    },
    answers: {
      'converted_tickets headline': ['1, 2, 2, 15.0000'],
      'converted_tickets within_3_days headline': ['0.5, 2, 1, 10.0000'],
    },
  },
  {
    title:
      'converted_tickets: the period is the ticket’s, from midnight to midnight, whenever the order came; in the night of a clock change hours are elapsed ones',
    world: {
      tickets: {
        columns: 'ticket_id, customer_id, created_at, created_at_utc',
        // New York: noon of 5 March to half past twelve of the 10th is half an hour less than five days.
        values: `('1', 'c', '2026-03-05 12:00', '2026-03-05 17:00'), ('2', 'd', '2026-03-05 00:00', '2026-03-05 05:00'), ('3', 'e', '2026-03-06 00:00', '2026-03-06 05:00'), ('4', 'f', '2026-03-04 23:59:59', '2026-03-05 04:59:59')`,
      },
      orders: {
        columns: 'order_id, customer_id, ordered_at, ordered_at_utc, amount',
        values: `('o1', 'c', '2026-03-10 12:30', '2026-03-10 16:30', 10), ('o2', 'e', '2026-03-06 01:00', '2026-03-06 06:00', 20), ('o3', 'f', '2026-03-05 01:00', '2026-03-05 06:00', 30)`,
      },
    },
    period: from('2026-03-05', '2026-03-06'),
    answers: {
      converted_tickets: [1 / 2, 2],
      'converted_tickets headline': ['0.5, 2, 1, 10.0000'],
      'converted_tickets count': [1, 1],
      'converted_tickets revenue': [10 / 2, 2],
    },
  },
  {
    title:
      'converted_tickets: who it was, the list of customers tells where ticket or order have an id alone',
    world: {
      tickets: {
        columns: 'source_id, ticket_id, customer_id, customer_key, created_at',
        values: `('s', '1', 'c', null, '2026-03-01'), ('s', '2', null, 'm', '2026-03-01'), ('s', '3', 'w', null, '2026-03-01')`,
      },
      customers: {
        columns: 'source_id, customer_id, customer_key',
        values: `('s', 'c', 'k'), ('w', 'q', 'm'), ('s', 'w', null)`,
      },
      orders: {
        columns: 'source_id, order_id, customer_id, customer_key, ordered_at, amount',
        values: `('w', 'o1', 'z', 'k', '2026-03-02', 10), ('w', 'o2', 'q', null, '2026-03-02', 5)`,
      },
    },
    answers: { converted_tickets: [2 / 3, 3] },
  },
  {
    title: 'converted_tickets: money of two currencies is not added up, and customer_profile knows no worth',
    world: {
      tickets: {
        columns: 'ticket_id, customer_id, created_at, channel',
        values: `('1', 'c', '2026-03-01', 'chat'), ('2', 'd', '2026-03-01', 'email')`,
      },
      orders: {
        columns: 'order_id, customer_id, ordered_at, amount, currency',
        values: `('o1', 'c', '2026-03-02', 10, 'BRL'), ('o2', 'c', '2026-03-02', 10, 'USD'), ('o3', 'd', '2026-03-02', 7, 'USD')`,
      },
    },
    answers: {
      converted_tickets: [1, 2],
      'converted_tickets headline': ['1, 2, 2, NULL'],
      'converted_tickets revenue': 'kpi.check.oneCurrency',
      'customer_profile rows': [
        's c, NULL, NULL, 1, 2026-03-01 00:00:00, 2026-03-01 00:00:00, chat, chat, NULL, NULL, 2, NULL',
        's d, NULL, NULL, 1, 2026-03-01 00:00:00, 2026-03-01 00:00:00, email, email, NULL, NULL, 1, 7.0000',
      ],
    },
  },
  {
    title: 'converted_tickets: no customer is known',
    world: {
      tickets: { columns: 'ticket_id, created_at', values: `('1', '2026-03-01')` },
      orders: { columns: 'order_id, customer_id, ordered_at', values: `('o', 'c', '2026-03-01')` },
    },
    answers: { converted_tickets: 'kpi.needs.either' },
  },
  {
    title:
      'amplification_rate: by the last count of followers before the post; posts before any count, and of no followers',
    world: {
      social_posts: {
        columns: 'network, post_id, posted_at, shares, impressions',
        values: `('x', '1', '2026-03-02 10:00', 10, 500), ('x', '2', '2026-03-05', 30, null), ('x', '3', '2026-02-01', 99, null), ('x', '4', '2026-03-05', null, null), ('y', '5', '2026-03-05', 5, null), ('z', '6', '2026-04-01', 0, null), ('w', '7', '2026-03-05', 8, null)`,
      },
      followers: {
        columns: 'network, day, followers',
        values: `('x', '2026-03-02', 100), ('x', '2026-03-04', 200), ('x', '2026-03-05', null), ('z', '2026-03-31', 10), ('w', '2026-03-01', 0)`,
      },
    },
    answers: {
      // Of x 10 ÷ 100 and 30 ÷ 200, of z 0 ÷ 10.
      amplification_rate: [(0.1 + 0.15 + 0) / 3, 3],
      'amplification_rate by network': [`x, 0.125, ${spread(0.1, 0.15)}, 2`, 'z, 0, NULL, 1'],
      'amplification_rate trend': [`2026-03-01, 0.125, ${spread(0.1, 0.15)}, 2`, '2026-04-01, 0, NULL, 1'],
      'amplification_rate rows': [
        'x, 1, 2026-03-02 10:00:00, 10, 100, 500',
        'x, 2, 2026-03-05 00:00:00, 30, 200, NULL',
        'z, 6, 2026-04-01 00:00:00, 0, 10, NULL',
      ],
      'amplification_rate per_post': [(10 + 30 + 99 + 5 + 0 + 8) / 6, 6],
      'amplification_rate per_post by network': [
        `x, ${Number(((10 + 30 + 99) / 3).toFixed(6))}, ${spread(10, 30, 99)}, 3`,
        'w, 8, NULL, 1',
        'y, 5, NULL, 1',
        'z, 0, NULL, 1',
      ],
    },
  },
  {
    title: 'amplification_rate: nobody counted the followers',
    world: {
      social_posts: {
        columns: 'network, post_id, posted_at, shares',
        values: `('x', '1', '2026-03-02', 10)`,
      },
      followers: { columns: 'network, day, followers', values: `('x', '2026-03-03', 10)` },
    },
    answers: { amplification_rate: 'kpi.noData', 'amplification_rate per_post': [10, 1] },
  },
];
