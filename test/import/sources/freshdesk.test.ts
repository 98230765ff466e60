import { describe, expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import { prepareDatabase, proposeMapping, readFile } from '#import';
import { imported } from '../files.ts';
import { json } from './json.ts';
import { conversations, groups, neutral, portuguese, ratings, tickets } from './fixtures/freshdesk.ts';

describe('Freshdesk’s API', () => {
  test('codes become words, a state of the account’s own is unknown and asked, spam and deleted say so', async () => {
    const { report, rows } = await imported([tickets, groups]);
    expect(report.sources).toMatchObject([{ vendor: 'freshdesk', rowsRead: 5, rowsRejected: 0 }]);
    expect(
      await rows(
        'select ticket_id, status, status_raw, channel, priority, team, tags, first_human_reply_at_utc as reply, last_solved_at_utc as solved, closed_at_utc as closed from tickets order by 1',
      ),
    ).toEqual([
      {
        ticket_id: '1',
        status: 'solved',
        status_raw: '4',
        channel: 'email',
        priority: 'normal',
        team: 'Financeiro',
        tags: ['refund', 'late, again'],
        reply: '2025-05-01 12:59:30',
        solved: '2025-05-02 09:00:00',
        closed: null,
      },
      {
        ticket_id: '2',
        status: null,
        status_raw: '7',
        channel: 'phone',
        priority: 'urgent',
        team: 'Financeiro',
        tags: null,
        reply: null,
        solved: null,
        closed: null,
      },
      {
        ticket_id: '3',
        status: 'spam',
        status_raw: '2',
        channel: 'email',
        priority: 'normal',
        team: 'Financeiro',
        tags: ['refund', 'late, again'],
        reply: null,
        solved: null,
        closed: null,
      },
      {
        ticket_id: '4',
        status: 'deleted',
        status_raw: '5',
        channel: 'portal',
        priority: 'normal',
        team: 'Financeiro',
        tags: ['refund', 'late, again'],
        reply: null,
        solved: '2025-05-04 09:00:00',
        closed: '2025-05-04 09:00:00',
      },
    ]);
    expect(await rows('select customer_id, customer_key, name from customers')).toEqual([
      { customer_id: '301', customer_key: 'bia@example.com', name: 'Bia' },
    ]);
    expect(await rows(`select custom_fields from tickets where ticket_id = '1'`)).toEqual([
      { custom_fields: [{ key: 'cf_area', value: 'Sul' }] },
    ]);
  });

  test('the state that nobody knows is a question', async () => {
    const engine = await openNodeEngine({ threads: 1 });
    await prepareDatabase(engine);
    const [raw] = await readFile(engine, tickets);
    const { questions } = await proposeMapping(engine, raw!);
    expect(
      questions.flatMap((each) => (each.kind === 'word' ? [[each.vocabulary, each.word, each.rows]] : [])),
    ).toEqual([['status', '7', 1]]);
  });

  test('conversations: the description is the customer’s first word, a note no reply, the reply to the second', async () => {
    const { rows } = await imported([tickets, conversations]);
    expect(
      await rows(
        `select message_id, author, is_public, direction from messages where ticket_id in ('1', '3') order by sent_at, 1`,
      ),
    ).toEqual([
      { message_id: 'description 1', author: 'customer', is_public: true, direction: 'in' },
      { message_id: 'description 3', author: 'agent', is_public: true, direction: 'out' },
      { message_id: '11', author: 'agent', is_public: false, direction: null },
      { message_id: '12', author: 'agent', is_public: true, direction: 'out' },
      { message_id: '13', author: 'customer', is_public: true, direction: 'in' },
    ]);
    expect(
      await rows(
        `select ticket_id, first_human_reply_at_utc as reply, first_response_seconds as seconds, agent_replies, customer_messages from tickets where ticket_id in ('1', '2') order by 1`,
      ),
    ).toEqual([
      { ticket_id: '1', reply: '2025-05-01 12:59:30', seconds: 3570, agent_replies: 1, customer_messages: 2 },
      { ticket_id: '2', reply: null, seconds: null, agent_replies: 0, customer_messages: 1 },
    ]);
  });

  test('ratings have codes of their own, even if all of them are neutral', async () => {
    const { rows } = await imported([tickets, ratings]);
    expect(
      await rows(
        'select ticket_id, kind, scale, score, bucket, rated_at_utc as at, agent_id from ratings order by 1',
      ),
    ).toEqual([
      {
        ticket_id: '1',
        kind: 'csat',
        scale: 'freshdesk',
        score: 103,
        bucket: 'positive',
        at: '2025-05-03 10:00:00',
        agent_id: '201',
      },
      {
        ticket_id: '2',
        kind: 'csat',
        scale: 'freshdesk',
        score: 100,
        bucket: 'neutral',
        at: '2025-05-03 10:00:00',
        agent_id: '201',
      },
      {
        ticket_id: '4',
        kind: 'csat',
        scale: 'freshdesk',
        score: -102,
        bucket: 'negative',
        at: '2025-05-03 10:00:00',
        agent_id: '201',
      },
    ]);
    expect(
      await (await imported([neutral])).rows('select scale, bucket, count(*) as n from ratings group by all'),
    ).toEqual([{ scale: 'freshdesk', bucket: 'neutral', n: 2 }]);
  });
});

test('the export of a whole Freshdesk account wraps each ticket, and its notes belong to the number that people see', async () => {
  const note = (id: number, at: string, more: object) => ({
    id,
    body: `Text ${id}`,
    created_at: at,
    incoming: false,
    private: false,
    source: 0,
    user_id: 201,
    deleted: false,
    ...more,
  });
  const ticket = {
    id: 5001,
    display_id: 12,
    subject: 'Refund',
    description: 'I want my money back',
    status: 5,
    status_name: 'Closed',
    priority: 1,
    priority_name: 'Low',
    source: 1,
    source_name: 'Email',
    requester_id: 301,
    requester_name: 'Bia',
    responder_id: 201,
    responder_name: 'Rui',
    ticket_type: 'Question',
    created_at: '2015-01-01T10:00:00-02:00',
    updated_at: '2015-01-02T10:00:00-02:00',
    due_by: '2015-01-03T10:00:00-02:00',
    deleted: false,
    spam: false,
    notes: [
      note(1, '2015-01-01T10:30:00-02:00', {}),
      note(2, '2015-01-01T10:10:00-02:00', { private: true, source: 2 }),
    ],
  };
  const { report, rows } = await imported([
    json('Tickets0.json', [
      { helpdesk_ticket: ticket },
      { helpdesk_ticket: { ...ticket, id: 5002, display_id: 13, notes: [] } },
    ]),
  ]);
  expect(report.sources).toMatchObject([{ vendor: 'freshdesk', rowsRead: 4, rowsRejected: 0 }]);
  expect(
    await rows(
      'select ticket_id, status, channel, created_at_utc as created, first_response_seconds as seconds, agent_replies from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: '12',
      status: 'closed',
      channel: 'email',
      created: '2015-01-01 12:00:00',
      seconds: 1800,
      agent_replies: 1,
    },
    {
      ticket_id: '13',
      status: 'closed',
      channel: 'email',
      created: '2015-01-01 12:00:00',
      seconds: null,
      agent_replies: 0,
    },
  ]);
});

test('Freshdesk’s sheet in Portuguese', async () => {
  const { report, rows } = await imported([portuguese], { timeZone: 'America/Sao_Paulo' });
  expect(report.sources).toMatchObject([{ vendor: 'freshdesk', rowsRead: 2, rowsRejected: 0 }]);
  expect(
    await rows(
      'select ticket_id, status, channel, priority, agent_id, tags, created_at_utc as created, first_response_seconds as seconds, resolution_seconds as resolution, agent_replies from tickets order by 1 desc',
    ),
  ).toEqual([
    {
      ticket_id: '9',
      status: 'solved',
      channel: 'email',
      priority: 'high',
      agent_id: 'Rui',
      tags: ['troca', 'urgente'],
      created: '2025-05-13 12:00:00',
      seconds: 2700,
      resolution: 86400,
      agent_replies: 2,
    },
    {
      ticket_id: '10',
      status: 'pending',
      channel: 'portal',
      priority: 'low',
      agent_id: null,
      tags: null,
      created: '2025-05-13 13:00:00',
      seconds: null,
      resolution: null,
      agent_replies: 0,
    },
  ]);
  expect(await rows('select ticket_id, score_raw, score, bucket from ratings order by 1 desc')).toEqual([
    { ticket_id: '9', score_raw: 'Muito feliz', score: 102, bucket: 'positive' },
    { ticket_id: '10', score_raw: 'Infeliz', score: -101, bucket: 'negative' },
  ]);
});
