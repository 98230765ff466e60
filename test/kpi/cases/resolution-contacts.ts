import { from, type Case } from '../asked.ts';

const sevenDays: Case = {
  title:
    'first_contact_resolution in March: back on the seventh day to the second, merged, in between, solved before it was opened',
  period: from('2026-03-01', '2026-04-01'),
  now: '2026-03-31 00:00:00',
  world: {
    tickets: {
      columns:
        'ticket_id, customer_key, type, status, created_at, last_solved_at, reopens, customer_messages, agents_involved',
      values: `('1', 'k1', 'a', 'closed', '2026-03-01', '2026-03-02', 0, 1, 1), ('2', 'k1', 'a', 'merged', '2026-03-09 00:00:00', null, 0, 1, 1),
        ('3', 'k2', 'a', 'closed', '2026-03-01', '2026-03-02', 0, 2, 2), ('4', 'k2', 'a', 'open', '2026-03-09 00:00:01', null, 0, 1, 1),
        ('5', 'k3', 'b', 'closed', '2026-03-01', '2026-03-10', 0, 1, 1), ('6', 'k3', 'b', 'closed', '2026-03-05', '2026-03-06', 0, 0, 1),
        ('7', 'k4', 'b', 'solved', '2026-03-23', '2026-03-24 00:00:00', 0, 3, 0), ('8', 'k5', 'b', 'solved', '2026-03-23', '2026-03-24 00:00:01', 0, 1, 1),
        ('9', 'k6', null, 'closed', '2026-03-12', '2026-03-10', 0, null, 1), ('10', 'k7', 'a', 'closed', '2026-02-27', '2026-02-28 23:59:59', 0, 1, 1),
        ('11', 'k8', 'a', 'closed', '2026-03-01', '2026-03-05', null, 1, 1), ('12', 'k9', 'b', 'open', '2026-03-01', '2026-03-04', 2, 4, 2)`,
    },
  },
  answers: {
    // 1 and 5 were back, 12 was reopened; 3, 6, 7 and 9 were not back. 8 is too young, of 11 nobody knows.
    first_contact_resolution: [Number((4 / 7).toFixed(6)), 7],
    'first_contact_resolution by type': ['b, 0.5, 4', 'a, 0.5, 2', 'NULL, 1, 1'],
    // Monday the 2nd: 1, 3, 6 and 12; the 9th: 5 and 9; the 23rd: 7.
    'first_contact_resolution trend': ['2026-03-02, 0.5, 4', '2026-03-09, 0.5, 2', '2026-03-23, 1, 1'],
    // 1, 5, 6, 8 and 11 of them, 3, 7 and 12.
    'first_contact_resolution no_reply_after': [5 / 8, 8],
    // 1, 5, 6, 8 and 9 of them, 3, 7 and 12.
    'first_contact_resolution closed_once': [5 / 8, 8],
  },
};

const touches: Case = {
  title: 'one_touch_rate and transfer_rate: none, one and two; an agent of two teams; unknown counts nowhere',
  world: {
    tickets: {
      columns: 'ticket_id, created_at, last_solved_at, agent_replies, agents_involved, teams_involved',
      values: `('1', '2026-03-01', '2026-03-01', 1, 1, 2), ('2', '2026-03-01', '2026-03-01', 0, 0, 0), ('3', '2026-03-01', '2026-03-01', 2, 3, 1), ('4', '2026-03-01', null, 1, 1, null), ('5', '2026-03-01', '2026-03-01', null, null, null)`,
    },
  },
  answers: {
    one_touch_rate: [0.333333, 3],
    'one_touch_rate at_most_one': [0.666667, 3],
    transfer_rate: [0.666667, 3],
    // Several agents: 3 of 1, 3 and 4; several teams: 1 of 1 and 3.
    'transfer_rate headline': ['0.666667, 3, 0.333333, 0.5'],
    'transfer_rate agents': [0.333333, 3],
    'transfer_rate teams': [0.5, 2],
    'transfer_rate handoffs': [1, 3],
    // 1, 2 and 0 further ones: their standard deviation is 1.
    'transfer_rate handoffs headline': ['1, 1, 3, 0.333333, 0.5'],
  },
};

const touchesInMarch: Case = {
  title:
    'one_touch_rate goes by the last solve, transfer_rate by the opening; an agent in two teams, a tag given twice',
  period: from('2026-03-01', '2026-04-01'),
  world: {
    tickets: {
      columns:
        'ticket_id, created_at, last_solved_at, agent_replies, agent_actions, agents_involved, teams_involved, agent_id, team, tags',
      values: `('1', '2026-02-28 23:59:59', '2026-03-01 00:00:00', 1, null, 2, 1, 'ana', 'north', ['x', 'x']), ('2', '2026-03-01 00:00:00', '2026-03-31 23:59:59', 2, 3, 1, 1, 'ana', 'south', ['x', 'y']),
        ('3', '2026-03-31 23:59:59', '2026-04-01 00:00:00', 1, 1, 1, 2, 'ana', 'north', null), ('4', '2026-03-02', '2026-03-08 23:59:59', 0, 2, 1, null, 'bia', 'north', null), ('5', '2026-03-02', '2026-03-09 00:00:00', 1, 9, 3, 3, 'bia', 'north', null),
        ('6', '2026-03-03', null, 0, 0, null, 2, null, 'south', null)`,
    },
    agents: { columns: 'agent_id, name, team', values: `('ana', 'Ana', 'north'), ('bia', 'Bia', 'north')` },
  },
  answers: {
    // 1 and 5 of 1, 2, 4 and 5.
    one_touch_rate: [0.5, 4],
    'one_touch_rate at_most_one': [0.75, 4],
    'one_touch_rate by agent': ['Ana, 0.5, 2', 'Bia, 0.5, 2'],
    'one_touch_rate by team': ['north, 0.666667, 3', 'south, 0, 1'],
    'one_touch_rate by tag': ['x, 0.5, 2', 'NULL, 0.5, 2', 'y, 0, 1'],
    'one_touch_rate trend': ['2026-02-23, 1, 1', '2026-03-02, 0, 1', '2026-03-09, 1, 1', '2026-03-30, 0, 1'],
    'one_touch_rate rows': [
      '1, 2026-02-28 23:59:59, 2026-03-01 00:00:00, 1, NULL, NULL, NULL, Ana, NULL',
      '4, 2026-03-02 00:00:00, 2026-03-08 23:59:59, 0, NULL, NULL, NULL, Bia, NULL',
      '5, 2026-03-02 00:00:00, 2026-03-09 00:00:00, 1, NULL, NULL, NULL, Bia, NULL',
      '2, 2026-03-01 00:00:00, 2026-03-31 23:59:59, 2, NULL, NULL, NULL, Ana, NULL',
    ],
    // 3 and 5 of 2, 3, 4 (which took a note and a change) and 5; 6 only rules moved.
    transfer_rate: [0.5, 4],
    'transfer_rate by team': ['north, 0.666667, 3', 'south, 0, 1'],
    'transfer_rate agents': [0.25, 4],
    'transfer_rate teams': [0.666667, 3],
    // 0, 1, 0 and 2.
    'transfer_rate handoffs': [0.75, 4],
  },
};

const automated: Case = {
  title:
    'automated_resolution_rate: no person before the solve nor within 24 h; notes, bots and later replies are none',
  now: '2026-03-31 00:00:00',
  world: {
    tickets: {
      columns: 'ticket_id, last_solved_at, agent_replies, channel',
      values: `('bot', '2026-03-10', 0, 'chat'), ('note', '2026-03-10', 0, 'chat'), ('late', '2026-03-10', 1, 'chat'), ('soon', '2026-03-10', 1, 'email'), ('undated', '2026-03-10', 1, 'email'), ('silent', '2026-03-10', 0, 'email'), ('young', '2026-03-30 12:00', 0, 'chat'), ('open', null, 0, 'chat')`,
    },
    messages: {
      columns: 'message_id, ticket_id, author, is_automated, is_public, sent_at',
      values: `('1', 'bot', 'bot', true, true, '2026-03-09'), ('2', 'note', 'agent', false, false, '2026-03-09'), ('3', 'late', 'agent', false, true, '2026-03-11 00:00:01'), ('4', 'soon', 'agent', null, null, '2026-03-11'), ('5', 'undated', 'agent', false, true, null), ('6', 'bot', 'agent', true, true, '2026-03-09'), ('7', 'young', 'bot', true, true, '2026-03-30')`,
    },
  },
  answers: {
    automated_resolution_rate: [0.666667, 6],
    'automated_resolution_rate headline': ['0.666667, 6, 0.333333'],
    'automated_resolution_rate by channel': ['chat, 1, 3', 'email, 0.333333, 3'],
    'automated_resolution_rate of_bot_handled': [1, 1],
    'automated_resolution_rate reported': [0.571429, 7],
    'automated_resolution_rate of_bot_handled+reported': 'kpi.variant.onlyWith',
  },
};

const shortDay: Case = {
  title:
    'automated_resolution_rate: 24 hours are 24 hours on New York’s day of 23; a source without messages tells nothing',
  period: from('2026-03-01', '2026-04-01'),
  now: '2026-03-31 00:00:00',
  world: {
    tickets: {
      columns: 'source_id, ticket_id, last_solved_at, last_solved_at_utc, agent_replies',
      values: `('s', 'in', '2026-03-07 12:00', '2026-03-07 17:00', 1), ('s', 'after', '2026-03-07 12:00', '2026-03-07 17:00', 1), ('s', 'none', '2026-03-29 20:00', '2026-03-30 00:00', 0), ('s', 'young', '2026-03-29 20:00:01', '2026-03-30 00:00:01', 0),
        ('s', 'february', '2026-02-28 23:59:59', '2026-03-01 04:59:59', 0), ('z', 'in', '2026-03-07 12:00', '2026-03-07 17:00', 0)`,
    },
    messages: {
      columns: 'message_id, ticket_id, author, is_public, sent_at, sent_at_utc',
      // The clock goes from 2 to 3 in the night: half past twelve is 23 and a half hours later.
      values: `('1', 'in', 'agent', true, '2026-03-08 12:30', '2026-03-08 16:30'), ('2', 'after', 'agent', true, '2026-03-08 13:00:01', '2026-03-08 17:00:01'), ('3', 'after', 'bot', true, '2026-03-07 11:00', '2026-03-07 16:00')`,
    },
  },
  answers: {
    // after and none of in, after and none.
    automated_resolution_rate: [0.666667, 3],
    'automated_resolution_rate of_bot_handled': [1, 1],
    // none, young and the other source’s in, of all five.
    'automated_resolution_rate reported': [3 / 5, 5],
  },
};

const missed: readonly Case[] = [
  {
    title: 'missed_conversations: the vendor’s word first; live, ended and unanswered where it says nothing',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, channel, is_missed, customer_messages, agent_replies, status',
        values: `('1', '2026-03-01', 'chat', true, 0, 3, 'open'), ('2', '2026-03-01', 'chat', false, 1, 0, 'closed'), ('3', '2026-03-01', 'whatsapp', null, 1, 0, 'closed'), ('4', '2026-03-01', 'whatsapp', null, 1, 0, 'open'), ('5', '2026-03-01', 'email', null, 1, 0, 'closed'), ('6', '2026-03-01', 'chat', null, 0, 0, 'closed'), ('7', '2026-03-01', 'chat', null, 1, 0, null)`,
      },
    },
    // 1 and 3; of 1, 2, 3 and 4.
    answers: {
      missed_conversations: [2, 2],
      'missed_conversations by channel': ['chat, 1, 1', 'whatsapp, 1, 1'],
      'missed_conversations share': [0.5, 4],
      'missed_conversations share by channel': ['chat, 0.5, 2', 'whatsapp, 0.5, 2'],
    },
  },
  {
    title:
      'missed_conversations on the borders of days, and those that arrive summed: missed ÷ missed and accepted',
    period: from('2026-03-01', '2026-03-05'),
    world: {
      tickets: {
        columns: 'ticket_id, created_at, channel, is_missed',
        values: `('1', '2026-02-28 23:59:59', 'chat', true), ('2', '2026-03-01 00:00:00', 'chat', true), ('3', '2026-03-01 23:59:59', 'chat', true), ('4', '2026-03-02', 'chat', false), ('5', '2026-03-04 23:59:59', 'chat', true), ('6', '2026-03-05 00:00:00', 'chat', true)`,
      },
      period_facts: {
        columns: 'grain_id, from_at, metric, value',
        values: `('d', '2026-03-01', 'chats_missed', 3), ('d', '2026-03-01', 'chats_accepted', 9), ('d', '2026-03-02', 'chats_missed', 1), ('d', '2026-03-02', 'chats_accepted', null), ('d', '2026-03-02', 'calls_missed', 50), ('d', '2026-03-05', 'chats_missed', 7)`,
      },
    },
    answers: {
      missed_conversations: [3, 3],
      'missed_conversations trend': [
        '2026-03-01, 2, 2',
        '2026-03-02, 0, 0',
        '2026-03-03, 0, 0',
        '2026-03-04, 1, 1',
      ],
      'missed_conversations share': [3 / 4, 4],
      'missed_conversations aggregated': [3 + 1, 4],
      'missed_conversations share+aggregated': [Number(((3 + 1) / (3 + 9 + 1)).toFixed(6)), 13],
    },
  },
];

/** Six calls that tell how they ended and one that does not; a ticket of each ending, and one that is about a call. */
const offered = {
  calls: {
    columns: 'call_id, ticket_id, started_at, outcome, wait_seconds, calls',
    values: `('1', null, '2026-03-01', 'abandoned', 5, 1), ('2', null, '2026-03-01', 'abandoned', 10, 1), ('3', null, '2026-03-01', 'abandoned', 11, 1), ('4', 'called', '2026-03-01', 'answered', 20, 1),
      ('5', null, '2026-03-02', 'missed', 60, 1), ('6', null, '2026-03-02', 'voicemail', 180, 1), ('7', null, '2026-03-02', null, 20, 1)`,
  },
  tickets: {
    columns:
      'ticket_id, channel, status, created_at, closed_at, agent_id, first_reply_at, is_missed, wait_seconds',
    values: `('left', 'chat', 'closed', '2026-03-02', '2026-03-02', null, null, null, 400), ('attended', 'chat', 'closed', '2026-03-02', '2026-03-02', 'a', null, null, null), ('waiting', 'chat', 'open', '2026-03-02', null, null, null, null, null),
      ('merged', 'chat', 'merged', '2026-03-02', '2026-03-02', null, null, null, null), ('bot', 'chat', 'closed', '2026-03-02', '2026-03-02', null, '2026-03-02', null, null), ('talking to it', 'chat', 'open', '2026-03-02', null, null, '2026-03-02', null, null),
      ('missed', 'chat', 'closed', '2026-03-02', '2026-03-02', null, null, true, null), ('called', 'phone', 'closed', '2026-03-01', '2026-03-01', null, null, null, null), ('february', 'chat', 'closed', '2026-02-28 23:59:59', '2026-03-02', null, null, null, 1)`,
  },
};

const abandoned: readonly Case[] = [
  {
    title: 'abandonment_rate: who left, whom a bot attended, who is still waiting; a call is its ticket',
    period: from('2026-03-01', '2026-04-01'),
    world: offered,
    answers: {
      // Calls 1, 2 and 3, left, and bot; of six calls and of six tickets.
      'abandonment_rate headline': [`5, 12, 0.416667, 12, ${(5 + 10 + 11 + 400) / 4}`],
      abandonment_rate: [0.416667, 12],
      'abandonment_rate without_bots': [0.333333, 12],
      // Call 1 was given up in less than 10 s, call 2 was not.
      'abandonment_rate without_short': [Number((4 / 11).toFixed(6)), 11],
      'abandonment_rate by channel': ['chat, 2, 6, 0.333333, 6', 'phone, 3, 6, 0.5, 6'],
      'abandonment_rate by wait': [
        'NULL, 1, 5, 0.2, 5',
        '0–10 s, 2, 2, 1, 2',
        '11–30 s, 1, 2, 0.5, 2',
        '31–60 s, 0, 1, 0, 1',
        '61–180 s, 0, 1, 0, 1',
        '> 180 s, 1, 1, 1, 1',
      ],
      'abandonment_rate trend': ['2026-03-01, 3, 4, 0.75, 4', '2026-03-02, 2, 8, 0.25, 8'],
      // Call 5 was missed: that is no abandonment, and neither is a conversation that nobody took.
      missed_conversations: [1, 1],
    },
  },
  {
    title: 'abandonment_rate: by how long they waited, and from sums that arrived',
    world: {
      calls: {
        columns: 'call_id, started_at, outcome, wait_seconds, calls',
        values: `('1', '2026-03-01', 'abandoned', 10, 1), ('2', '2026-03-01', 'abandoned', 40, 1), ('3', '2026-03-01', 'answered', 5, 1), ('4', '2026-03-01', 'answered', 400, 1)`,
      },
      period_facts: {
        columns: 'grain_id, from_at, metric, value',
        values: `('d', '2026-03-01', 'calls_offered', 50), ('d', '2026-03-01', 'calls_abandoned', 5)`,
      },
    },
    answers: {
      abandonment_rate: [0.5, 4],
      'abandonment_rate by wait': ['0–10 s, 1, 2, 0.5, 2', '31–60 s, 1, 1, 1, 1', '> 180 s, 0, 1, 0, 1'],
      'abandonment_rate aggregated': [0.1, 50],
    },
  },
  {
    title:
      'abandonment_rate: rows that stand for many calls; sums that say how many came and not how many left',
    world: {
      calls: {
        columns: 'call_id, started_at, outcome, wait_seconds, calls',
        values: `('1', '2026-03-01', 'abandoned', 8, 3), ('2', '2026-03-01', 'answered', 5, 7)`,
      },
      period_facts: {
        columns: 'grain_id, from_at, metric, value',
        values: `('d', '2026-03-01', 'calls_offered', 50)`,
      },
    },
    answers: {
      abandonment_rate: [3 / 10, 10],
      'abandonment_rate without_bots': [3 / 10, 10],
      'abandonment_rate without_short': [0, 7],
      'abandonment_rate aggregated': 'kpi.noData',
    },
  },
  {
    title: 'abandonment_rate: a wait that nobody knows may have been short',
    world: {
      calls: {
        columns: 'call_id, started_at, outcome, wait_seconds',
        values: `('1', '2026-03-01', 'abandoned', null), ('2', '2026-03-01', 'answered', 5)`,
      },
    },
    answers: { 'abandonment_rate without_short': 'kpi.check.abandonedWaits' },
  },
];

export const contactCases: readonly Case[] = [
  sevenDays,
  {
    title:
      'first_contact_resolution: the same customer back within seven days, by key across sources, never by a bare id of another source',
    now: '2026-03-31 00:00:00',
    world: {
      tickets: {
        columns:
          'source_id, ticket_id, customer_id, customer_key, created_at, last_solved_at, reopens, customer_messages, agents_involved, status',
        values: `('s', '1', 'c', null, '2026-03-01', '2026-03-02', 0, 1, 1, 'closed'), ('z', '2', 'c', null, '2026-03-03', '2026-03-04', 0, 1, 1, 'closed'), ('s', '3', 'd', 'k', '2026-03-01', '2026-03-02', 0, 2, 2, 'closed'), ('z', '4', 'e', 'k', '2026-03-09', '2026-03-10', 1, 1, 1, 'closed'),
          ('s', '5', 'f', null, '2026-03-01', '2026-03-02', 0, 1, 1, 'closed'), ('s', '6', 'f', null, '2026-03-01', '2026-03-02', 0, 1, 1, 'closed'), ('s', '7', 'g', null, '2026-03-20', '2026-03-25', 0, 1, 1, 'closed'), ('s', '8', null, null, '2026-03-01', '2026-03-02', 0, 1, 1, 'closed')`,
      },
    },
    // 3 comes back on the seventh day, 4 was reopened; 5 and 6 came at one instant, 7 is too young, 8 has no customer.
    answers: {
      first_contact_resolution: [Number((4 / 6).toFixed(6)), 6],
      'first_contact_resolution no_reply_after': [0.875, 8],
      'first_contact_resolution closed_once': [0.75, 8],
    },
  },
  touches,
  touchesInMarch,
  automated,
  shortDay,
  ...missed,
  ...abandoned,
];
