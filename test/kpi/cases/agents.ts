import { from, type Case } from '../asked.ts';

export const agents = {
  columns: 'agent_id, name, team, is_bot',
  values: `('a', 'Ana', 'north', false), ('b', 'Bia', 'south', null), ('x', 'Robô', null, true)`,
};

/** The standard deviation of a sample, in the digits that are compared. */
export function spread(...values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Number(Math.sqrt(squares / (values.length - 1)).toFixed(6));
}

/** 1 closed twice, the first time on a Sunday; 2 by who is not in charge of it; 3 by a rule; 4 open again. Ana has tickets of two teams. */
export const closes = {
  agents,
  tickets: {
    columns: 'ticket_id, status, agent_id, team, channel, tags, closed_at, last_solved_at',
    values: `('1', 'closed', 'a', 'north', 'chat', ['vip', 'new', 'vip'], '2026-03-04', '2026-03-03'), ('2', 'solved', 'a', 'south', 'email', null, null, '2026-03-01 23:59:59'),
      ('3', 'closed', null, 'south', 'email', null, '2026-03-02', null), ('4', 'open', 'a', 'north', 'chat', null, null, '2026-03-02 09:00'), ('5', 'merged', 'b', 'north', 'chat', null, '2026-03-02', null)`,
  },
  solves: {
    columns: 'solve_id, ticket_id, solved_at, agent_id',
    values: `('s1', '1', '2026-03-01 23:59:59', 'a'), ('s2', '1', '2026-03-03', 'a'), ('s3', '2', '2026-03-02', 'b'), ('s4', '3', '2026-03-02', null), ('s5', '4', '2026-03-02 09:00', 'a')`,
  },
};

export const agentsCases: readonly Case[] = [
  {
    title: 'closed_per_agent: every close of an agent, none of a rule; an agent of two teams is one',
    world: closes,
    answers: {
      // Ana three times, Bia once.
      closed_per_agent: [(3 + 1) / 2, 2],
      'closed_per_agent by agent': ['Ana, 3, 1, 3, 1', 'Bia, 1, 1, 1, 1'],
      'closed_per_agent by team': ['north, 3, 1, 3, 1', 'south, 1, 1, 1, 1'],
      // Ticket 1, twice, under either of its tags.
      'closed_per_agent by tag': ['NULL, 2, 2, 1, 2', 'new, 2, 1, 2, 1', 'vip, 2, 1, 2, 1'],
      'closed_per_agent trend': ['2026-02-23, 1, 1, 1, 1', '2026-03-02, 3, 2, 1.5, 2'],
      'closed_per_agent trend agent': [
        '2026-02-23, Ana, 1, 1, 1, 1',
        '2026-03-02, Ana, 2, 1, 2, 1',
        '2026-03-02, Bia, 1, 1, 1, 1',
      ],
      'closed_per_agent rows': [
        '1, 2026-03-01 23:59:59, 2026-03-04 00:00:00, 2026-03-03 00:00:00, Ana, chat, NULL, north, closed',
        '2, 2026-03-02 00:00:00, NULL, 2026-03-01 23:59:59, Bia, email, NULL, south, solved',
        '4, 2026-03-02 09:00:00, NULL, 2026-03-02 09:00:00, Ana, chat, NULL, north, open',
        '1, 2026-03-03 00:00:00, 2026-03-04 00:00:00, 2026-03-03 00:00:00, Ana, chat, NULL, north, closed',
      ],
      // 1 and 2, each once, both Ana's.
      'closed_per_agent assignee': [2, 1],
      'closed_per_agent assignee by team': ['north, 1, 1, 1, 1', 'south, 1, 1, 1, 1'],
      'closed_per_agent assignee trend': ['2026-02-23, 1, 1, 1, 1', '2026-03-02, 1, 1, 1, 1'],
    },
  },
  {
    title: 'closed_per_agent: a day from midnight to midnight',
    world: closes,
    period: from('2026-03-02', '2026-03-03'),
    answers: { closed_per_agent: [1, 2], 'closed_per_agent assignee': 'kpi.noData' },
  },
  {
    title: 'closed_per_agent: rules alone closed',
    world: {
      tickets: { columns: 'ticket_id', values: `('1')` },
      solves: { columns: 'solve_id, ticket_id, solved_at', values: `('s', '1', '2026-03-01')` },
    },
    answers: { closed_per_agent: 'kpi.check.agentSolves', 'closed_per_agent assignee': 'kpi.needs.columns' },
  },
  {
    title: 'offline_messages: unknown is not no',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, is_offline',
        values: `('1', '2026-03-01 23:00', true), ('2', '2026-03-02 00:00', true), ('3', '2026-03-02', false), ('4', '2026-03-02', null)`,
      },
      period_facts: {
        columns: 'grain_id, from_at, metric, value',
        values: `('d', '2026-03-01', 'offline_messages', 5), ('d', '2026-03-02', 'offline_messages', 3), ('d', '2026-03-02', 'conversations', 9), ('d', '2026-03-03', 'offline_messages', null)`,
      },
    },
    answers: {
      offline_messages: [2, 2],
      'offline_messages headline': ['2, 2, 0.666667'],
      'offline_messages trend': ['2026-03-01, 1, 1', '2026-03-02, 1, 1'],
      'offline_messages by weekday': ['1, 1, 1', '7, 1, 1'],
      'offline_messages by hour': ['0, 1, 1', '23, 1, 1'],
      'offline_messages table': ['1, 0, 1, 1', '7, 23, 1, 1'],
      'offline_messages share': [2 / 3, 3],
      'offline_messages share by hour': ['0, 0.5, 2', '23, 1, 1'],
      'offline_messages aggregated': [5 + 3, 8],
      'offline_messages aggregated by weekday': ['7, 5, 5', '1, 3, 3'],
      'offline_messages share+aggregated': 'kpi.variant.onlyWith',
    },
  },
  {
    title: 'offline_messages: the day before none was left, and none is 0 where others are known',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, is_offline',
        values: `('1', '2026-03-01', false), ('2', '2026-03-02', true)`,
      },
    },
    period: from('2026-03-01', '2026-03-02'),
    answers: { offline_messages: [0, 0], 'offline_messages share': [0, 1] },
  },
  {
    title:
      'proactive_share: invitations, and satisfaction and sales of either kind beside it; no customer, no sale',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, is_proactive, customer_id',
        values: `('1', '2026-03-01', true, 'c1'), ('2', '2026-03-02', false, 'c2'), ('3', '2026-03-02', false, 'c3'), ('4', '2026-03-02', null, 'c4'), ('5', '2026-03-02', true, null)`,
      },
      invitations: {
        columns: 'invitation_id, at, accepted',
        values: `('1', '2026-03-01', true), ('2', '2026-03-01', false), ('3', '2026-03-01', null)`,
      },
      ratings: {
        columns: 'rating_id, ticket_id, kind, rated_at, bucket, is_latest',
        values: `('r1', '1', 'csat', '2026-03-03', 'positive', true), ('r2', '1', 'csat', '2026-03-02', 'negative', false), ('r3', '2', 'csat', '2026-03-03', 'negative', true), ('r4', '3', 'csat', '2026-03-03', 'positive', true), ('r5', '3', 'nps', '2026-03-03', 'negative', true)`,
      },
      // Two days after 1; six after 2.
      orders: {
        columns: 'order_id, customer_id, ordered_at, amount',
        values: `('o1', 'c1', '2026-03-03', 10), ('o2', 'c2', '2026-03-08', 10)`,
      },
      period_facts: {
        columns: 'grain_id, from_at, metric, value',
        values: `('d', '2026-03-01', 'invitations_sent', 40), ('d', '2026-03-01', 'invitations_accepted', 10)`,
      },
    },
    answers: {
      proactive_share: [2 / 4, 4],
      'proactive_share headline': ['0.5, 4, 0.5, 1, 0.5, 1, 0'],
      'proactive_share trend': ['2026-02-23, 1, 1', '2026-03-02, 0.333333, 3'],
      'proactive_share accepted': [1 / 2, 2],
      'proactive_share accepted+aggregated': [10 / 40, 40],
      'proactive_share aggregated': 'kpi.variant.onlyWith',
      'csat by is_proactive': ['false, 0.5, 2', 'true, 1, 1'],
      'converted_tickets by is_proactive': ['false, 0, 2', 'true, 1, 1', 'NULL, 0, 1'],
    },
  },
  {
    title: 'proactive_share: without orders, ratings or invitations nothing is known of them',
    world: {
      tickets: {
        columns: 'ticket_id, created_at, is_proactive, customer_id',
        values: `('1', '2026-03-01', true, 'c1'), ('2', '2026-03-02', false, 'c2')`,
      },
    },
    period: from('2026-03-01', '2026-03-02'),
    answers: {
      proactive_share: [1, 1],
      'proactive_share headline': ['1, 1, NULL, NULL, NULL, NULL, NULL'],
      'proactive_share accepted': 'kpi.needs.table',
    },
  },
];
