import type { World } from './world.ts';

/**
 * A shop small enough to check by eye. Wall clock and UTC are the same. Monday is 2026-03-02.
 *
 * | ticket | created          | channel | type     | agent | customer | tags    | status | replied after | solved after |
 * | 1      | 03-01 23:59:59   | email   | delivery | ana   | c1 (vip) | a, b, a | closed | 60            | 3600         |
 * | 2      | 03-02 00:00:00   | chat    | delivery | ana   | c1 (vip) | b       | open   | 120           |              |
 * | 3      | 03-02 10:00:00   | chat    | refund   | bia   | c2       |         | solved | 300           | 600          |
 * | 4      | 03-04 09:00:00   |         |          |       |          | NULL    | merged |               |              |
 * | 5      | 03-31 12:00:00   | email   | refund   | x     | c3       | a       | open, reopened | 900   | 7200         |
 * | 6      |                  | email   |          | bia   | c2       | []      | closed |               |              |
 *
 * | ticket | actions | replies | from customer | agents | teams | reopens | in progress | waited | due            | offline | invited |
 * | 1      | 2       | 1       | 1             | 1      | 1     | 0       | 600         | 3000   | 03-02 01:59:59 | no      | no      |
 * | 2      | 0       | 1       | 3             | 2      | 1     | 0       |             |        | 03-03          | yes     | no      |
 * | 3      | 3       | 2       | 1             | 2      | 2     | 0       | 300         | 600    | 03-02 10:05    | no      | yes     |
 * | 5      | 4       | 2       | 5             | 3      | 1     | 1       | 100         | 7000   |                |         |         |
 * | 6      | 0       | 0       | 1             | 0      |       | 0       |             |        |                |         |         |
 */
export const shop: World = {
  tickets: {
    columns:
      'ticket_id, created_at, channel, type, agent_id, customer_id, tags, status, is_reopened, first_human_reply_at, first_response_seconds, last_solved_at, resolution_seconds, closed_at, team, custom_fields, agent_actions, agent_replies, customer_messages, agents_involved, teams_involved, reopens, in_progress_seconds, requester_wait_seconds, due_at, is_missed, is_offline, is_proactive',
    values: `
      ('1', '2026-03-01 23:59:59', 'email', 'delivery', 'ana', 'c1', ['a', 'b', 'a'], 'closed', false, '2026-03-02 00:00:59', 60, '2026-03-02 00:59:59', 3600, '2026-03-05', 'north', map {'Produto': 'x'}, 2, 1, 1, 1, 1, 0, 600, 3000, '2026-03-02 01:59:59', false, false, false),
      ('2', '2026-03-02 00:00:00', 'chat', 'delivery', 'ana', 'c1', ['b'], 'open', false, '2026-03-02 00:02:00', 120, null, null, null, 'north', null, 0, 1, 3, 2, 1, 0, null, null, '2026-03-03', false, true, false),
      ('3', '2026-03-02 10:00:00', 'chat', 'refund', 'bia', 'c2', [], 'solved', false, '2026-03-02 10:05:00', 300, '2026-03-02 10:10:00', 600, null, 'south', null, 3, 2, 1, 2, 2, 0, 300, 600, '2026-03-02 10:05:00', false, false, true),
      ('4', '2026-03-04 09:00:00', null, null, null, null, null, 'merged', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null),
      ('5', '2026-03-31 12:00:00', 'email', 'refund', 'x', 'c3', ['a'], 'open', true, '2026-03-31 12:15:00', 900, '2026-03-31 14:00:00', 7200, null, 'south', null, 4, 2, 5, 3, 1, 1, 100, 7000, null, null, null, null),
      ('6', null, 'email', null, 'bia', 'c2', [], 'closed', false, null, null, null, null, null, null, null, 0, 0, 1, 0, null, 0, null, null, null, null, null, null)`,
  },
  agents: {
    columns: 'agent_id, name, team',
    values: "('ana', 'Ana Lima', 'north'), ('bia', 'Bia Reis', 'south')",
  },
  customers: {
    columns: 'customer_id, name, segment, created_at',
    values: "('c1', 'Caio', 'vip', '2020-01-01'), ('c2', 'Davi', null, '2021-01-01')",
  },
  ratings: {
    columns:
      'rating_id, ticket_id, agent_id, customer_id, kind, rated_at, scale, score, score_normalised, bucket, is_latest',
    values: `('r1', '1', 'ana', 'c1', 'csat', '2026-03-03', '1-5', 1, 0, 'negative', false), ('r2', '1', 'ana', 'c1', 'csat', '2026-03-04', '1-5', 5, 1, 'positive', true),
      ('r3', '3', null, null, 'csat', '2026-03-10', '1-5', 2, 0.25, 'negative', true), ('r4', null, 'bia', 'c2', 'csat', '2026-03-10', '1-5', 4, 0.75, 'positive', true),
      ('r5', null, null, 'c2', 'nps', '2026-03-10', '0-10', 9, 0.9, 'positive', true)`,
  },
  calls: {
    columns:
      'call_id, ticket_id, agent_id, customer_id, started_at, answered_at, ended_at, outcome, wait_seconds, talk_seconds, wrap_seconds, calls',
    values: `('k1', '2', 'ana', 'c1', '2026-03-02 08:00:00', '2026-03-02 08:00:20', '2026-03-02 08:02:00', 'answered', 20, 100, 20, 1),
      ('k2', '2', 'bia', 'c1', '2026-03-03 08:00:00', '2026-03-03 08:00:30', '2026-03-03 08:02:00', 'answered', 30, 90, null, 1),
      ('k3', '5', null, 'c3', '2026-03-03 08:00:00', null, '2026-03-03 08:00:40', 'abandoned', 40, null, null, 1)`,
  },
  ticket_events: {
    columns: 'event_id, ticket_id, at, kind, actor, actor_id',
    values: `('e1', '1', '2026-03-02 00:59:59', 'solve', 'agent', 'ana'), ('e2', '3', '2026-03-02 10:10:00', 'solve', 'agent', 'bia'),
      ('e3', '5', '2026-03-31 14:00:00', 'solve', 'agent', 'bia'), ('e4', '5', '2026-03-31 15:00:00', 'reopen', 'customer', 'c3')`,
  },
  replies: {
    columns: 'reply_id, ticket_id, is_first, asked_at, replied_at, response_seconds, agent_id, channel',
    values: `('m1', '1', true, '2026-03-01 23:59:59', '2026-03-02 00:00:59', 60, 'ana', 'email'), ('m2', '2', true, '2026-03-02', '2026-03-02 00:02:00', 120, 'ana', 'chat'),
      ('m3', '3', true, '2026-03-02 10:00:00', '2026-03-02 10:05:00', 300, 'bia', 'chat'), ('m4', '3', false, '2026-03-02 10:07:00', '2026-03-02 10:08:00', 60, 'ana', 'chat'),
      ('m5', '2', false, '2026-03-02 09:00:00', null, null, null, 'chat')`,
  },
  solves: {
    columns: 'solve_id, ticket_id, solved_at, agent_id, solve_number, is_last, reopened_at, reopen_seconds',
    values: `('e1', '1', '2026-03-02 00:59:59', 'ana', 1, true, null, null), ('e2', '3', '2026-03-02 10:10:00', 'bia', 1, true, null, null),
      ('e3', '5', '2026-03-31 14:00:00', 'bia', 1, true, '2026-03-31 15:00:00', 3600)`,
  },
};
