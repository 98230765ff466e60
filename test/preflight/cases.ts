import type { Engine } from '#engine';
import { preflight, type Finding } from '#preflight';
import { quoteRelation } from '#sql';
import { toNumber } from '#table';
import { fill, type World } from '../kpi/world.ts';

/** What is found in a hand-made world, and what is not: the rows beside the odd ones are as they should be. */
export interface Case {
  readonly id: string;
  readonly count: number;
  readonly world: World;
  /** Further statements over `base`. */
  readonly records?: readonly string[];
}

const ordinary = `('o1', 'solved', '2025-01-01 10:00', '2025-01-01 12:00'), ('o2', 'open', '2025-01-02 10:00', null)`;

function tickets(columns: string, odd: string, ordinaryRows: string): World {
  return { tickets: { columns: `ticket_id, ${columns}`, values: `${odd}, ${ordinaryRows}` } };
}

function withStatus(status: string): World {
  return tickets(
    'status, created_at, last_solved_at',
    `('x1', '${status}', '2025-01-03 10:00', null), ('x2', '${status}', '2025-01-03 11:00', null)`,
    ordinary,
  );
}

function dated(odd: string): World {
  return tickets('status, created_at, last_solved_at', odd, ordinary);
}

/** Four weeks of six tickets a day, without the days and the hours named. */
function weeks(without: string): World {
  return {
    tickets: {
      columns: 'ticket_id, created_at',
      values: `('t0', '2025-01-01 00:00:00')`,
    },
    holidays: { columns: 'calendar, day', values: `('c', '2025-01-14')` },
    annotations: { columns: 'label', values: `('${without}')` },
  };
}

const manyDays = (condition: string) =>
  `insert into {base}.tickets by name select 's' as source_id, 't' || i as ticket_id, created_at, created_at as created_at_utc
from (select i, timestamp '2025-01-01 00:10:00' + to_hours((i * 4)::int) as created_at from range(168) r(i)) where ${condition}`;

const people = `('a1', 'Ana'), ('a2', 'Roberto'), ('a3', 'Botelho')`;

export const cases: readonly Case[] = [
  { id: 'merged', count: 2, world: withStatus('merged') },
  { id: 'deleted', count: 2, world: withStatus('deleted') },
  { id: 'spam', count: 2, world: withStatus('spam') },
  {
    id: 'test_tickets',
    count: 3,
    world: {
      tickets: {
        columns: 'ticket_id, subject, customer_id',
        values: `('x1', 'Teste de fila', 'c1'), ('x2', 'TEST', 'c1'), ('x3', 'hello', 'c2'), ('o1', 'Testemunho perdido', 'c1'), ('o2', 'contest', 'c1'), ('o3', null, null), ('o4', 'a', 'c1'), ('o5', 'b', 'c1'), ('o6', 'c', 'c1'), ('o7', 'd', 'c1'), ('o8', 'e', 'c1')`,
      },
      customers: {
        columns: 'customer_id, customer_key, name',
        values: `('c1', 'ana@shop.com', 'Ana Testa'), ('c2', 'qa@example.com', null)`,
      },
    },
  },
  { id: 'undated', count: 1, world: dated(`('x1', 'open', null, null)`) },
  { id: 'solved_before_created', count: 1, world: dated(`('x1', 'solved', '2025-01-03', '2025-01-02')`) },
  {
    id: 'reply_before_created',
    count: 1,
    world: tickets(
      'created_at, first_human_reply_at',
      `('x1', '2025-01-03', '2025-01-02')`,
      `('o1', '2025-01-03', '2025-01-03'), ('o2', '2025-01-03', null)`,
    ),
  },
  { id: 'closed_without_date', count: 1, world: dated(`('x1', 'closed', '2025-01-03', null)`) },
  {
    id: 'future',
    count: 1,
    world: dated(`('x1', 'open', '2027-01-03', null)`),
    records: [
      `insert into {base}.sources by name select 's' as source_id, timestamp '2026-01-01' as imported_at_utc`,
    ],
  },
  {
    id: 'damaged_ids',
    count: 2,
    world: tickets(
      'customer_id',
      `('1.03006E+13', 'c'), ('x2', '1,03E+13')`,
      `('E+1', 'c'), ('103006', null)`,
    ),
  },
  {
    id: 'unknown_status',
    count: 1,
    world: tickets(
      'status, status_raw',
      `('x1', null, 'Zumbi')`,
      `('o1', 'open', 'Open'), ('o2', null, null)`,
    ),
  },
  {
    id: 'unknown_channel',
    count: 1,
    world: tickets(
      'channel, channel_raw',
      `('x1', null, 'Pombo')`,
      `('o1', 'email', 'Mail'), ('o2', null, null)`,
    ),
  },
  {
    id: 'absurd_durations',
    count: 2,
    world: tickets(
      'resolution_seconds, reported_wait_seconds',
      `('x1', 400000000, null), ('x2', 10, -1)`,
      `('o1', 31557600, 0), ('o2', null, null)`,
    ),
  },
  {
    id: 'bots_as_agents',
    count: 2,
    world: {
      agents: {
        columns: 'agent_id, name, is_bot',
        values: `('b1', 'Zendesk Bot', null), ('b2', 'Robô da loja', false), ('b3', 'Chatbot', true), ${people.replaceAll(')', ', null)')}`,
      },
    },
  },
  {
    id: 'off_scale',
    count: 1,
    world: {
      ratings: {
        columns: 'rating_id, kind, score_raw, score, rated_at, rated_at_basis',
        values: `('x1', 'csat', '77', null, '2025-01-01', 'rated'), ('o1', 'csat', '5', 5, '2025-01-01', 'rated'), ('o2', 'csat', null, null, null, null)`,
      },
    },
  },
  {
    id: 'borrowed_dates',
    count: 1,
    world: {
      ratings: {
        columns: 'rating_id, kind, score, rated_at, rated_at_basis',
        values: `('x1', 'csat', 4, '2025-01-01', 'solved'), ('o1', 'csat', 5, '2025-01-01', 'rated'), ('o2', 'csat', null, null, null)`,
      },
    },
  },
  {
    id: 'orphan_ratings',
    count: 1,
    world: {
      tickets: { columns: 'ticket_id', values: `('t1')` },
      ratings: {
        columns: 'rating_id, ticket_id, rated_at_basis',
        values: `('x1', 't9', 'rated'), ('o1', 't1', 'rated'), ('o2', null, 'rated')`,
      },
    },
  },
  {
    id: 'orphan_messages',
    count: 2,
    world: {
      tickets: { columns: 'ticket_id', values: `('t1')` },
      messages: {
        columns: 'message_id, ticket_id, sent_at',
        values: `('x1', 't9', '2025-01-01'), ('x2', null, '2025-01-01'), ('o1', 't1', '2025-01-01')`,
      },
    },
  },
  {
    id: 'undated_messages',
    count: 1,
    world: {
      tickets: { columns: 'ticket_id', values: `('t1')` },
      messages: {
        columns: 'message_id, ticket_id, sent_at',
        values: `('x1', 't1', null), ('o1', 't1', '2025-01-01')`,
      },
    },
  },
  {
    id: 'gaps',
    count: 1,
    world: weeks('two days, one of them a holiday'),
    records: [manyDays(`created_at::date not in (date '2025-01-14', date '2025-01-16')`)],
  },
  {
    id: 'cut_off',
    count: 2,
    world: weeks('the last day after eight'),
    records: [manyDays(`created_at < timestamp '2025-01-28 08:00:00'`)],
  },
  {
    id: 'duplicates',
    count: 4,
    world: {},
    records: [fileSql(9, 4, 0)],
  },
  { id: 'rejected', count: 3, world: {}, records: [fileSql(9, 0, 3)] },
  {
    id: 'assumed_zone',
    count: 1,
    world: {},
    records: [
      sourceSql(
        's',
        `{"file":"a.csv","sheet":null,"mapping":${mapping(null)},"dates":{"Opened":{"way":"iso","offsets":false}}}`,
      ),
      sourceSql(
        'z',
        `{"file":"b.csv","sheet":null,"mapping":${mapping('Europe/Lisbon')},"dates":{"Opened":{"way":"iso","offsets":false}}}`,
      ),
      sourceSql(
        'o',
        `{"file":"c.csv","sheet":null,"mapping":${mapping(null)},"dates":{"Opened":{"way":"iso","offsets":true}}}`,
      ),
    ],
  },
  {
    id: 'empty_columns:s',
    count: 1,
    world: tickets('created_at, subject', `('x1', '2025-01-01', null)`, `('o1', '2025-01-01', null)`),
    records: [sourceSql('s', `{"file":"a.csv","sheet":null,"mapping":${mapping('UTC')},"dates":{}}`)],
  },
  {
    id: 'single_agent',
    count: 60,
    world: {},
    records: [single(`'a1'`, `case when i % 2 = 0 then 'email' else 'chat' end`)],
  },
  {
    id: 'single_channel',
    count: 60,
    world: {},
    records: [single(`case when i % 2 = 0 then 'a1' else 'a2' end`, `'email'`)],
  },
];

function single(agent: string, channel: string): string {
  return `insert into {base}.tickets by name select 's' as source_id, 't' || i as ticket_id, ${agent} as agent_id, ${channel} as channel, timestamp '2025-01-01' as created_at, timestamp '2025-01-01' as created_at_utc from range(60) r(i)`;
}

function fileSql(read: number, duplicate: number, rejected: number): string {
  return `insert into {base}.source_files by name select 's' as source_id, 'a.csv' as file_name, ${read} as rows_read, ${duplicate} as rows_duplicate, ${rejected} as rows_rejected`;
}

function mapping(zone: string | null): string {
  const field = (kind: string, column: string) => ({ kind, column });
  return JSON.stringify({
    deskbook: 1,
    vendor: 'own',
    timeZone: zone,
    tables: [
      {
        table: 'tickets',
        requires: [],
        columns: {
          ticket_id: field('id', 'Id'),
          created_at: field('instant', 'Opened'),
          subject: field('text', 'Subject'),
        },
      },
    ],
    dateOrders: {},
    vocabularies: {},
  });
}

function sourceSql(id: string, entry: string): string {
  return `insert into {base}.sources by name select '${id}' as source_id, 'UTC' as time_zone, timestamp '2030-01-01' as imported_at_utc, '[${entry}]' as mapping`;
}

/** Fills the database with a case's world and nothing else. */
export async function setUp(engine: Engine, { world, records = [] }: Case): Promise<void> {
  await fill(engine, world);
  const base = quoteRelation(engine.database, 'base');
  const emptied = ['sources', 'source_files', 'rejected_rows', 'exclusions', 'excluded_rows'].map(
    (table) => `delete from ${base}.${table}`,
  );
  await engine.exec([...emptied, ...records.map((sql) => sql.replaceAll('{base}', base))].join(';\n'));
}

export interface Told {
  readonly id: string;
  readonly count: number;
  /** Rows that the finding's own query lists; null without a query. */
  readonly listed: number | null;
}

export async function told(engine: Engine, findings: readonly Finding[]): Promise<Told[]> {
  const all: Told[] = [];
  for (const { id, count, rows } of findings)
    all.push({ id, count, listed: rows === null ? null : await listed(engine, rows) });
  return all;
}

async function listed(engine: Engine, sql: string): Promise<number> {
  const result = await engine.query(`select count(*) from (${sql})`);
  return toNumber(result.columns[0]?.at(0) ?? null) ?? 0;
}

/** Findings that list what they count, one row each; the others list something that shows it. */
export function listsItsRows(id: string): boolean {
  return !/^(gaps|cut_off|duplicates|rejected|assumed_zone|empty_columns|single_)/.test(id) || id === 'gaps';
}

export async function toldOf(engine: Engine, one: Case): Promise<Told[]> {
  await setUp(engine, one);
  return told(engine, await preflight(engine));
}
