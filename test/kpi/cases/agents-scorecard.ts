import { from, type Case } from '../asked.ts';
import { agents } from './agents.ts';

const order = [
  'solved',
  'first_response',
  'first_responses',
  'first_response_low',
  'first_response_high',
  'first_response_differs',
  'response',
  'responses',
  'response_low',
  'response_high',
  'response_differs',
  'csat',
  'answers',
  'csat_low',
  'csat_high',
  'csat_differs',
  'reopened',
  'reopened_low',
  'reopened_high',
  'reopened_differs',
  'accepted',
  'rejected',
  'missed',
  'acceptance',
  'online',
] as const;

type Card = Readonly<Partial<Record<(typeof order)[number], number | boolean>>>;

/** A line of the scorecard, of an agent and their team; what is not said is unknown. */
function card(agent: string, says: Card): string {
  const shown = order.map((name) => {
    const value = says[name] ?? (name === 'solved' ? 0 : null);
    return value === null ? 'NULL' : String(typeof value === 'number' ? Number(value.toFixed(6)) : value);
  });
  return [agent, ...shown, says.solved ?? 0].join(', ');
}

/** Wilson's interval. */
function wilson(share: number, n: number): readonly [number, number] {
  const centre = (share + 1.9208 / n) / (1 + 3.8416 / n);
  const reach = (1.96 * Math.sqrt((share * (1 - share)) / n + 0.9604 / n ** 2)) / (1 + 3.8416 / n);
  return [centre - reach, centre + reach];
}

const [low, high] = wilson(1 / 2, 2);

/** So many answers of an agent, the first of them satisfied. */
const answersOf = (agent: string, satisfied: number, n: number): string =>
  Array.from(
    { length: n },
    (_, index) =>
      `('${agent}${index}', '${agent}', 'csat', true, '${index < satisfied ? 'positive' : 'negative'}', '2026-03-01')`,
  ).join(', ');

function satisfaction(satisfied: number): Card {
  const [csat_low, csat_high] = wilson(satisfied / 60, 60);
  return { csat: satisfied / 60, answers: 60, csat_low, csat_high };
}

export const scorecardCases: readonly Case[] = [
  {
    title:
      'agent_scorecard: each agent’s figures, by name, without bots and without what nobody was in charge of',
    world: {
      agents,
      agent_sessions: {
        columns: 'agent_id, state, from_at, to_at',
        // Ana: 8 to 12 and 10 to 13 are five hours, 22 to 2 four.
        values: `('a', 'online', '2026-03-02 08:00', '2026-03-02 12:00'), ('a', 'online', '2026-03-02 10:00', '2026-03-02 13:00'), ('a', 'online', '2026-03-02 22:00', '2026-03-03 02:00'), ('b', 'online', '2026-03-02 09:00', '2026-03-02 10:00'), ('b', 'away', '2026-03-02 10:00', '2026-03-02 18:00')`,
      },
      tickets: {
        columns: 'ticket_id, agent_id, last_solved_at, reopens, first_human_reply_at, first_response_seconds',
        values: `('1', 'a', '2026-03-02', 0, '2026-03-01', 60), ('2', 'a', '2026-03-02', 1, '2026-03-01', 120), ('3', 'b', null, 0, null, null), ('4', 'x', '2026-03-02', 0, '2026-03-01', 1), ('5', null, '2026-03-02', 1, '2026-03-01', 1)`,
      },
      replies: {
        columns: 'reply_id, ticket_id, replied_at, response_seconds, agent_id',
        values: `('m', '1', '2026-03-01', 30, 'b'), ('n', '2', null, null, 'b')`,
      },
      ratings: {
        columns: 'rating_id, ticket_id, agent_id, kind, is_latest, bucket, rated_at',
        values: `('r1', '1', null, 'csat', true, 'positive', '2026-03-03'), ('r2', '2', 'a', 'csat', true, 'negative', '2026-03-03'), ('r3', '2', 'a', 'csat', false, 'negative', '2026-03-02'), ('r4', '2', 'a', 'nps', true, 'positive', '2026-03-02')`,
      },
      offers: {
        columns: 'offer_id, agent_id, at, result',
        values: `('o1', 'b', '2026-03-01', 'accepted'), ('o2', 'b', '2026-03-01', 'timeout'), ('o3', 'b', '2026-03-01', null), ('o4', null, '2026-03-01', 'accepted')`,
      },
    },
    answers: {
      agent_scorecard: [null, 2],
      'agent_scorecard by': [
        card('Ana, north', {
          solved: 2,
          first_response: (60 + 120) / 2,
          first_responses: 2,
          first_response_differs: false,
          csat: 1 / 2,
          answers: 2,
          csat_low: low,
          csat_high: high,
          csat_differs: false,
          reopened: 1 / 2,
          reopened_low: low,
          reopened_high: high,
          reopened_differs: false,
          online: 9 * 3600,
        }),
        card('Bia, south', {
          response: 30,
          responses: 1,
          response_differs: false,
          accepted: 1,
          rejected: 0,
          missed: 1,
          acceptance: 1 / 2,
          online: 3600,
        }),
      ],
    },
  },
  {
    title: 'agent_scorecard: each figure by its own date, the online time cut at the period’s ends',
    period: from('2026-03-01', '2026-03-02'),
    world: {
      agents,
      tickets: {
        columns: 'ticket_id, agent_id, last_solved_at, reopens, first_human_reply_at, first_response_seconds',
        values: `('1', 'a', '2026-03-01', 1, '2026-02-28', 60), ('2', 'a', '2026-03-02', 0, '2026-03-01', 30), ('3', 'a', '2026-03-01 12:00', null, null, null)`,
      },
      agent_sessions: {
        columns: 'agent_id, state, from_at, to_at',
        // Two hours of the 1st after midnight, and one before the next.
        values: `('b', 'online', '2026-02-28 22:00', '2026-03-01 02:00'), ('b', 'online', '2026-03-01 23:00', '2026-03-02 05:00'), ('b', 'online', '2026-03-01 23:30', '2026-03-02 05:00')`,
      },
    },
    answers: {
      'agent_scorecard by': [
        card('Ana, north', {
          solved: 2,
          first_response: 30,
          first_responses: 1,
          first_response_differs: false,
          reopened: 1,
          reopened_low: wilson(1, 1)[0],
          reopened_high: 1,
          reopened_differs: false,
        }),
        card('Bia, south', { online: 3 * 3600 }),
      ],
    },
  },
  {
    // The team has 126 of 180, and n · (p ln p/0.7 + (1 − p) ln (1 − p)/0.3) must be over ln (40 · 3) = 4.79:
    // 30 of 60 give 5.23, 54 of 60 give 6.98, 42 of 60 nothing.
    title: 'agent_scorecard: a difference that chance would hardly make is marked, on either side',
    world: {
      agents: { columns: 'agent_id, name', values: `('a', 'Ana'), ('b', 'Bia'), ('c', 'Caio')` },
      tickets: { columns: 'ticket_id, agent_id', values: `('1', 'a')` },
      ratings: {
        columns: 'rating_id, agent_id, kind, is_latest, bucket, rated_at',
        values: [answersOf('a', 30, 60), answersOf('b', 54, 60), answersOf('c', 42, 60)].join(', '),
      },
    },
    answers: {
      'agent_scorecard by': [
        card('Ana, NULL', { ...satisfaction(30), csat_differs: true }),
        card('Bia, NULL', { ...satisfaction(54), csat_differs: true }),
        card('Caio, NULL', { ...satisfaction(42), csat_differs: false }),
      ],
    },
  },
  {
    // 31 of 60 of a team with 127 of 180: 4.72.
    title: 'agent_scorecard: one answer nearer, and it is not',
    world: {
      agents: { columns: 'agent_id, name', values: `('a', 'Ana'), ('b', 'Bia'), ('c', 'Caio')` },
      tickets: { columns: 'ticket_id, agent_id', values: `('1', 'a')` },
      ratings: {
        columns: 'rating_id, agent_id, kind, is_latest, bucket, rated_at',
        values: [answersOf('a', 31, 60), answersOf('b', 54, 60), answersOf('c', 42, 60)].join(', '),
      },
    },
    answers: {
      'agent_scorecard by': [
        card('Ana, NULL', { ...satisfaction(31), csat_differs: false }),
        card('Bia, NULL', { ...satisfaction(54), csat_differs: true }),
        card('Caio, NULL', { ...satisfaction(42), csat_differs: false }),
      ],
    },
  },
  {
    title: 'agent_scorecard: who is compared are the agents of one team; teams that differ make no mark',
    world: {
      agents: {
        columns: 'agent_id, name, team',
        values: `('a', 'Ana', 'north'), ('b', 'Bia', 'north'), ('c', 'Caio', 'south'), ('d', 'Davi', 'south')`,
      },
      tickets: { columns: 'ticket_id, agent_id', values: `('1', 'a')` },
      ratings: {
        columns: 'rating_id, agent_id, kind, is_latest, bucket, rated_at',
        values: [
          answersOf('a', 54, 60),
          answersOf('b', 54, 60),
          answersOf('c', 30, 60),
          answersOf('d', 30, 60),
        ].join(', '),
      },
    },
    answers: {
      'agent_scorecard by': [
        card('Ana, north', { ...satisfaction(54), csat_differs: false }),
        card('Bia, north', { ...satisfaction(54), csat_differs: false }),
        card('Caio, south', { ...satisfaction(30), csat_differs: false }),
        card('Davi, south', { ...satisfaction(30), csat_differs: false }),
      ],
    },
  },
  {
    title: 'agent_scorecard: all alike, all satisfied, and a mean’s interval from twenty cases on',
    world: {
      agents,
      tickets: {
        columns: 'ticket_id, agent_id, first_human_reply_at, first_response_seconds',
        // Ana: ten of 0 s and ten of 100 s; the deviation of the sample is 50 · √(20 ÷ 19).
        values: Array.from(
          { length: 20 },
          (_, index) => `('${index}', 'a', '2026-03-01', ${index % 2 === 0 ? 0 : 100})`,
        )
          .concat(`('20', 'b', '2026-03-01', 100)`)
          .join(', '),
      },
      ratings: {
        columns: 'rating_id, agent_id, kind, is_latest, bucket, rated_at',
        values: [answersOf('a', 1, 1), answersOf('b', 1, 1)].join(', '),
      },
    },
    answers: {
      'agent_scorecard by': [
        card('Ana, north', {
          first_response: 50,
          first_responses: 20,
          first_response_low: 50 - (1.96 * 50) / Math.sqrt(19),
          first_response_high: 50 + (1.96 * 50) / Math.sqrt(19),
          first_response_differs: false,
          csat: 1,
          answers: 1,
          csat_low: wilson(1, 1)[0],
          csat_high: 1,
          csat_differs: false,
        }),
        card('Bia, south', {
          first_response: 100,
          first_responses: 1,
          first_response_differs: false,
          csat: 1,
          answers: 1,
          csat_low: wilson(1, 1)[0],
          csat_high: 1,
          csat_differs: false,
        }),
      ],
    },
  },
  {
    title: 'agent_scorecard: sheets that arrive summed by agent, each mean by its weight',
    world: {
      agents,
      period_facts: {
        columns: 'grain_id, from_at, agent_id, metric, unit, value, weight',
        values: `('d', '2026-03-01', 'a', 'chats_accepted', 'count', 8, null), ('d', '2026-03-02', 'a', 'chats_accepted', 'count', 2, null), ('d', '2026-03-01', 'a', 'chats_missed', 'count', 10, null),
          ('d', '2026-03-01', 'a', 'first_response_time', 'seconds', 30, 8), ('d', '2026-03-02', 'a', 'first_response_time', 'seconds', 80, 2), ('d', '2026-03-01', 'a', 'ratings_positive', 'count', 3, null), ('d', '2026-03-01', 'a', 'ratings_negative', 'count', 1, null),
          ('d', '2026-03-01', 'a', 'online_time', 'seconds', 3600, null), ('d', '2026-03-01', 'x', 'chats_accepted', 'count', 5, null), ('d', '2026-03-01', null, 'chats_accepted', 'count', 5, null), ('d', '2026-03-01', 'b', 'chats_rejected', 'count', 1, null)`,
      },
    },
    answers: {
      'agent_scorecard aggregated by': [
        // (30 · 8 + 80 · 2) ÷ 10 seconds.
        `Ana, north, 10, 40, NULL, ${3 / 4}, 4, 10, NULL, 10, ${10 / 20}, 3600, 10`,
        'Bia, south, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL',
      ],
      'agent_scorecard aggregated': [null, 2],
      agent_scorecard: 'kpi.needs.table',
    },
  },
];
