import { from, type Case } from '../asked.ts';

const nothing = { columns: 'ticket_id', values: "('1')" };

/** The days of March 2026, Sunday the 1st to Tuesday the 31st, with what each says. */
const march = (said: Readonly<Record<number, number>>): string[] =>
  Array.from({ length: 31 }, (_, index) => {
    const value = said[index + 1] ?? 0;
    return `2026-03-${String(index + 1).padStart(2, '0')}, ${value}, ${value}`;
  });

/** Tickets on both sides of the borders of a day, a week and a month. */
const borders = {
  tickets: {
    columns: 'ticket_id, created_at, channel, status, customer_id, agent_id, team, tags',
    values: `('1', '2026-02-28 23:59:59', 'chat', 'open', 'a', 'ana', 'north', null),
      ('2', '2026-03-01 00:00:00', 'chat', 'merged', 'a', 'ana', 'north', ['x', 'x', 'y']),
      ('3', '2026-03-01 23:59:59', 'email', 'spam', 'b', 'ana', 'south', ['y']),
      ('4', '2026-03-02 00:00:00', null, 'deleted', 'b', 'bia', 'south', null),
      ('5', '2026-03-31 23:59:59', 'chat', 'closed', null, null, null, []),
      ('6', '2026-04-01 00:00:00', 'chat', 'new', 'a', 'ana', 'north', null),
      ('7', null, 'email', null, 'c', null, null, null)`,
  },
  agents: { columns: 'agent_id, name, team', values: `('ana', 'Ana', 'north'), ('bia', 'Bia', 'south')` },
};

export const flowCases: readonly Case[] = [
  {
    title:
      'tickets opened in March: what begins with its first instant and ends before April’s; by agent, team and tag nothing is lost or counted twice but tags',
    period: from('2026-03-01', '2026-04-01'),
    world: borders,
    // 2, 3, 4 and 5. Ana has 2 and 3, each in another team.
    answers: {
      tickets_created: [4, 4],
      'tickets_created without_noise': [1, 1],
      'tickets_created trend': march({ 1: 2, 2: 1, 31: 1 }),
      'tickets_created by channel': ['chat, 2, 2', 'email, 1, 1', 'NULL, 1, 1'],
      'tickets_created by agent': ['Ana, 2, 2', 'Bia, 1, 1', 'NULL, 1, 1'],
      'tickets_created by team': ['south, 2, 2', 'north, 1, 1', 'NULL, 1, 1'],
      // 2 has x twice, and y; 4 and 5 have none.
      'tickets_created by tag': ['y, 2, 2', 'NULL, 2, 2', 'x, 1, 1'],
      'tickets_created rows': [
        '2, 2026-03-01 00:00:00, chat, NULL, north, Ana, merged, NULL',
        '3, 2026-03-01 23:59:59, email, NULL, south, Ana, spam, NULL',
        '4, 2026-03-02 00:00:00, NULL, NULL, south, Bia, deleted, NULL',
        '5, 2026-03-31 23:59:59, chat, NULL, NULL, NULL, closed, NULL',
      ],
      tickets_by_channel: [4, 4],
      // Nobody knows who wrote 5, nor where 4 came in: a by chat; b by e-mail.
      'tickets_by_channel preferred': [2, 2],
      'tickets_by_channel preferred by': ['chat, 1, 0.5, 1', 'email, 1, 0.5, 1'],
      // a has 2; b has 3 and 4.
      tickets_per_customer: [3 / 2, 2],
      'tickets_per_customer trend': ['2026-03-01, 3, 2, 1.5, 2'],
      'tickets_per_customer by channel': ['chat, 1, 1, 1, 1', 'email, 1, 1, 1, 1', 'NULL, 1, 1, 1, 1'],
      'tickets_per_customer distribution': [3 / 2, 2],
      'tickets_per_customer distribution by': ['1, 1, 0.5, 1', '2, 1, 0.5, 1'],
      'tickets_per_customer returning': [3 / 2, 2],
      'tickets_per_customer returning by': ['s b, NULL, 2, 2026-03-01 23:59:59, 2026-03-02 00:00:00, 2'],
    },
  },
  {
    title: 'tickets opened at any time: the undated count too, and have a line of their own',
    world: borders,
    answers: {
      tickets_created: [7, 7],
      // Whose status nobody knows is no noise: 1, 5, 6 and 7.
      'tickets_created without_noise': [4, 4],
      // a has 1, 2 and 6; b has 3 and 4; c has 7.
      tickets_per_customer: [6 / 3, 3],
      // 7 is of no month, and distinct customers do not add up over months anyway.
      'tickets_per_customer trend': [
        '2026-02-01, 1, 1, 1, 1',
        '2026-03-01, 3, 2, 1.5, 2',
        '2026-04-01, 1, 1, 1, 1',
      ],
      'tickets_per_customer returning by': [
        's a, NULL, 3, 2026-02-28 23:59:59, 2026-04-01 00:00:00, 3',
        's b, NULL, 2, 2026-03-01 23:59:59, 2026-03-02 00:00:00, 2',
      ],
    },
  },
  {
    title: 'a month between the tickets of others has none; one after the last is unknown',
    period: from('2026-03-01', '2026-04-01'),
    now: '2026-04-02 00:00:00',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, customer_id, channel',
        values: `('1', '2026-02-28 23:59:59', 'a', 'chat'), ('2', '2026-04-01', 'a', 'chat')`,
      },
    },
    answers: {
      tickets_created: [0, 0],
      tickets_by_channel: [0, 0],
      'tickets_created trend': march({}),
      'tickets_created by channel': [],
      tickets_per_customer: 'kpi.noData',
      'tickets_per_customer returning by': [],
    },
  },
  {
    title: 'after the last row of the data nothing is known',
    period: from('2026-05-01', '2026-06-01'),
    now: '2026-04-02 00:00:00',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, customer_id',
        values: `('1', '2026-02-28 23:59:59', 'a'), ('2', '2026-04-01', 'a')`,
      },
    },
    answers: { tickets_created: 'kpi.noData', 'tickets_created trend': [] },
  },
  {
    title:
      'customers: one key in two sources is one; the same id in two sources without a key is two; who came back most, with a tie by name',
    world: {
      tickets: {
        columns: 'source_id, ticket_id, customer_id, customer_key, created_at',
        values: `('s', '1', 'a', null, '2026-03-01'), ('s', '2', 'a', null, '2026-03-02'), ('s', '3', 'b', 'k', '2026-03-01'), ('t', '4', 'c', 'k', '2026-03-01'),
          ('t', '5', 'a', null, '2026-03-01'), ('s', '6', null, null, '2026-03-01')`,
      },
      customers: {
        columns: 'source_id, customer_id, name',
        values: `('s', 'a', 'Ada'), ('t', 'a', 'Bob'), ('s', 'b', 'Cléo'), ('t', 'c', 'Cleo')`,
      },
    },
    // s a has two, k has two, t a has one.
    answers: {
      tickets_per_customer: [Number((5 / 3).toFixed(6)), 3],
      'tickets_per_customer distribution by': ['1, 1, 0.333333, 1', '2, 2, 0.666667, 2'],
      'tickets_per_customer returning by': [
        'k, Cleo, 2, 2026-03-01 00:00:00, 2026-03-01 00:00:00, 2',
        's a, Ada, 2, 2026-03-01 00:00:00, 2026-03-02 00:00:00, 2',
      ],
    },
  },
  {
    title: 'two sources with the same ids: agents are those of the ticket’s source',
    world: {
      tickets: {
        columns: 'source_id, ticket_id, created_at, agent_id',
        values: `('s', '1', '2026-03-01', 'a'), ('t', '1', '2026-03-01', 'a')`,
      },
      agents: { columns: 'source_id, agent_id, name', values: `('s', 'a', 'Ana'), ('t', 'a', 'Zoe')` },
    },
    answers: { 'tickets_created by agent': ['Ana, 1, 1', 'Zoe, 1, 1'] },
  },
  {
    title:
      'contacts_handled: a ticket with two answered calls is two contacts; the bot’s counts, the abandoned does not, the merged was never offered',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, agent_id, first_reply_at, status',
        values: `('1', '2026-03-01', 'a', null, 'open'), ('2', '2026-03-01', 'a', null, 'open'), ('3', '2026-03-31 23:59:59', null, '2026-04-01', 'closed'), ('4', '2026-04-01', null, null, 'closed'), ('5', '2026-03-01', null, null, 'merged')`,
      },
      calls: {
        columns: 'call_id, ticket_id, started_at, outcome, calls',
        values: `('k1', '1', '2026-03-01 10:00', 'answered', 1), ('k2', '1', '2026-03-02 10:00', 'transferred', 1), ('k3', '1', '2026-03-03', 'abandoned', 1), ('k4', null, '2026-03-04', 'answered', 3)`,
      },
    },
    // k1, k2, three calls of k4, and 2 by a person; 3 by a bot; offered besides: k3 and 4.
    answers: {
      contacts_handled: [2 + 3 + 1 + 1, 7],
      'contacts_handled people': [2 + 3 + 1, 6],
      'contacts_handled offered': [7 + 2, 9],
      'contacts_handled by channel': ['phone, 5, 5', 'NULL, 2, 2'],
      'contacts_handled rows': [
        'ticket 2, 2, 2026-03-01 00:00:00, NULL, 1, attended, NULL, human, NULL, a',
        'call k1, 1, 2026-03-01 10:00:00, NULL, 1, attended, NULL, human, phone, NULL',
        'call k2, 1, 2026-03-02 10:00:00, NULL, 1, attended, NULL, human, phone, NULL',
        'call k4, NULL, 2026-03-04 00:00:00, NULL, 3, attended, NULL, human, phone, NULL',
        'ticket 3, 3, 2026-03-31 23:59:59, 2026-04-01 00:00:00, 1, attended, NULL, bot, NULL, NULL',
      ],
      // Every attempt, the merged ticket’s too; 1 March is a Sunday.
      contacts_by_hour: [10, 10],
      'contacts_by_hour by': [
        '1, 10, 1, 1',
        '2, 0, 1, 1',
        '2, 23, 1, 1',
        // Three calls of k4 and ticket 4.
        '3, 0, 4, 4',
        '7, 0, 2, 2',
        '7, 10, 1, 1',
      ],
    },
  },
  {
    title: 'contacts_handled: 3 begins in March by the clock, 4 in April',
    period: from('2026-04-01', '2026-05-01'),
    world: {
      tickets: {
        columns: 'ticket_id, created_at, agent_id',
        values: `('3', '2026-03-31 23:59:59', 'a'), ('4', '2026-04-01', 'a'), ('5', null, 'a')`,
      },
    },
    answers: { contacts_handled: [1, 1], contacts_by_hour: [1, 1], 'contacts_by_hour by': ['3, 0, 1, 1'] },
  },
  {
    title: 'contacts_handled: where nobody is known to attend, it is not known',
    world: { tickets: { columns: 'ticket_id, status', values: "('1', 'closed')" } },
    answers: {
      contacts_handled: 'kpi.needs.columns',
      'contacts_handled people': 'kpi.needs.columns',
      'contacts_handled offered': 'kpi.needs.columns',
    },
  },
  {
    title:
      'contacts_by_hour: the weekday and the hour of the wall clock, Sunday is 7; an hour that the clock repeats is one, one that it leaves out has none',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, created_at_utc',
        // New York: on 1 November 1:30 comes twice, on 8 March 2:00 never.
        values: `('1', '2026-11-01 01:30:00', '2026-11-01 05:30:00'), ('2', '2026-11-01 01:30:00', '2026-11-01 06:30:00'), ('3', '2026-03-08 01:59:59', '2026-03-08 06:59:59'), ('4', '2026-03-08 03:00:00', '2026-03-08 07:00:00'),
          ('5', '2026-03-02 00:00:00', '2026-03-02 05:00:00'), ('6', null, null)`,
      },
    },
    answers: {
      'contacts_by_hour by': ['1, 0, 1, 1', '7, 1, 3, 3', '7, 3, 1, 1', 'NULL, NULL, 1, 1'],
    },
  },
  {
    title: 'contacts_by_hour: a file of days alone says nothing of hours, once there are enough rows to tell',
    world: {
      tickets: {
        columns: 'ticket_id, created_at',
        values: Array.from({ length: 20 }, (_, index) => `('${index}', '2026-03-${index + 1}')`).join(', '),
      },
    },
    answers: { contacts_by_hour: 'kpi.check.timesOfDay', tickets_created: [20, 20] },
  },
  {
    title: 'volumes from sums that arrived: added within one grain, never across two',
    world: {
      period_facts: {
        columns: 'grain_id, from_at, metric, unit, value, agent_id',
        values: `('day', '2026-03-01', 'conversations', 'count', 5, 'a'), ('day', '2026-03-02', 'conversations', 'count', 7, 'b'), ('day', '2026-03-01', 'chats_accepted', 'count', 4, 'a'), ('day', '2026-03-01', 'chats_missed', 'count', 1, 'a'), ('day', '2026-03-01', 'offline_messages', 'count', 2, null), ('day', '2026-03-02', 'offline_messages', 'count', null, null)`,
      },
    },
    answers: {
      tickets_created: 'kpi.needs.table',
      'tickets_created aggregated': [5 + 7, 12],
      'tickets_created aggregated by agent': ['b, 7, 7', 'a, 5, 5'],
      'tickets_created aggregated trend': ['2026-03-01, 5, 5', '2026-03-02, 7, 7'],
      'contacts_handled aggregated': [4, 4],
      'missed_conversations aggregated': [1, 1],
      'missed_conversations share+aggregated': [0.2, 5],
      'offline_messages aggregated': [2, 2],
    },
  },
  {
    title: 'tickets_created from sums of two grains: not added',
    world: {
      period_facts: {
        columns: 'grain_id, from_at, metric, value',
        values: `('day', '2026-03-01', 'conversations', 5), ('agent', '2026-03-01', 'conversations', 5)`,
      },
    },
    answers: { 'tickets_created aggregated': 'kpi.check.oneGrain' },
  },
  {
    title:
      'tickets_by_channel: share, and growth of 28 days against the 28 before; a customer prefers what was used most, of two used equally the last',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, channel, customer_id, customer_key',
        // To the end of the as-of second, 31 March 00:00:00: the 28 days begin a second after 3 March, the 28 before a second after 3 February.
        values: `('1', '2026-01-01', 'email', 'c', null), ('2', '2026-02-10', 'chat', 'a', null), ('3', '2026-02-20', 'email', 'b', null), ('4', '2026-03-03 00:00:00', 'chat', 'a', null),
          ('5', '2026-03-10', 'chat', 'b', null), ('6', '2026-03-20', 'chat', null, null), ('7', '2026-03-30', 'chat', 'd', 'k'), ('8', '2026-03-15', null, 'a', null)`,
      },
    },
    answers: {
      // chat 5, 6, 7 after 2, 4; email none after 3; no channel: 8 after none.
      'tickets_by_channel by': [
        `chat, 5, 0.625, ${3 / 2 - 1}, 5`,
        `email, 2, 0.25, -1, 2`,
        'NULL, 1, 0.125, NULL, 1',
      ],
      // c by email; a by chat; b once by each, chat later; d by chat.
      'tickets_by_channel preferred': [4, 4],
      'tickets_by_channel preferred by': ['chat, 3, 0.75, 3', 'email, 1, 0.25, 1'],
    },
  },
  {
    title: 'tickets_by_channel: data that reaches back 55 days tells no growth',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, channel',
        values: `('1', '2026-02-04', 'chat'), ('2', '2026-03-30', 'chat')`,
      },
    },
    answers: {
      'tickets_by_channel by': ['chat, 2, 1, NULL, 2'],
      'tickets_by_channel preferred': 'kpi.needs.either',
    },
  },
  {
    title: 'nothing is known of the only ticket but that it is one',
    world: { tickets: nothing },
    answers: {
      tickets_created: [1, 1],
      'tickets_created without_noise': 'kpi.needs.columns',
      tickets_per_customer: 'kpi.needs.either',
      tickets_by_channel: 'kpi.needs.columns',
      contacts_by_hour: 'kpi.needs.columns',
    },
  },
  {
    title: 'no tickets at all',
    world: {},
    answers: {
      tickets_created: 'kpi.needs.data',
      contacts_handled: 'kpi.needs.data',
      tickets_per_customer: 'kpi.needs.data',
      tickets_by_channel: 'kpi.needs.data',
      contacts_by_hour: 'kpi.needs.data',
    },
  },
];
