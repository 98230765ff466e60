import { describe, expect, test } from 'vitest';
import { csv, imported } from '../files.ts';
import { json } from './json.ts';

const ticket = (id: number, more: object) => ({
  id,
  uri: `/api/tickets/${id}/`,
  external_id: null,
  language: 'pt',
  status: 'closed',
  priority: 'normal',
  channel: 'email',
  via: 'email',
  from_agent: false,
  spam: false,
  customer: { id: 51, email: 'Ana@example.com', name: 'Ana' },
  assignee_user: { id: 9, email: 'rui@example.com', name: 'Rui' },
  assignee_team: { id: 3, name: 'Trocas' },
  subject: 'Troca',
  tags: [],
  messages_count: 3,
  created_datetime: '2025-06-02T10:00:00+00:00',
  opened_datetime: null,
  last_received_message_datetime: '2025-06-02T10:00:00+00:00',
  last_message_datetime: '2025-06-02T11:00:00+00:00',
  updated_datetime: '2025-06-03T10:00:00+00:00',
  closed_datetime: '2025-06-03T09:00:00+00:00',
  snooze_datetime: null,
  trashed_datetime: null,
  ...more,
});

const tickets = json('tickets.json', {
  data: [
    ticket(1, {
      tags: [
        { id: 1, name: 'VIP', uri: '/api/tags/1' },
        { id: 2, name: 'troca', uri: '/api/tags/2' },
      ],
    }),
    ticket(2, { status: 'open', channel: 'gorgias_chat', via: 'gorgias_chat', closed_datetime: null }),
    ticket(3, { from_agent: true, channel: 'sms', via: 'twilio' }),
    ticket(4, { spam: true }),
  ],
  object: 'list',
  meta: { next_cursor: null, prev_cursor: null },
});

const message = (id: number, ticketId: number, time: string, fromAgent: boolean, more: object = {}) => ({
  id,
  uri: `/api/messages/${id}/`,
  message_id: `<${id}@example.com>`,
  ticket_id: ticketId,
  public: true,
  channel: 'email',
  via: fromAgent ? 'helpdesk' : 'email',
  source: {
    type: 'email',
    to: [{ name: 'Loja', address: 'loja@example.com' }],
    from: { name: 'Ana', address: 'ana@example.com' },
  },
  sender: { id: fromAgent ? 9 : 51, email: 'x@example.com', name: 'X' },
  integration_id: 1,
  rule_id: null,
  from_agent: fromAgent,
  subject: 'Troca',
  body_text: `Text ${id}`,
  stripped_text: `Text ${id}`,
  created_datetime: time,
  sent_datetime: time,
  ...more,
});

/** A rule answers first, a colleague notes, then a person replies. The third ticket is begun by an agent. */
const messages = json('messages.json', {
  data: [
    message(11, 1, '2025-06-02T10:00:00+00:00', false),
    message(12, 1, '2025-06-02T10:00:20+00:00', true, { rule_id: 7, via: 'rule' }),
    message(13, 1, '2025-06-02T10:10:00+00:00', true, {
      public: false,
      channel: 'internal-note',
      via: 'internal-note',
    }),
    message(14, 1, '2025-06-02T11:00:00+00:00', true),
    message(15, 3, '2025-06-02T10:00:00+00:00', true),
    message(16, 3, '2025-06-02T12:00:00+00:00', false),
    message(17, 3, '2025-06-02T12:30:00+00:00', true),
  ],
  object: 'list',
});

const surveys = json('satisfaction-surveys.json', {
  data: [
    {
      id: 61,
      ticket_id: 1,
      customer_id: 51,
      score: 5,
      body_text: 'Ótimo',
      sent_datetime: '2025-06-04T09:00:00+00:00',
      scored_datetime: '2025-06-04T10:00:00+00:00',
      created_datetime: '2025-06-03T09:00:00+00:00',
      should_send_datetime: null,
      meta: null,
    },
    {
      id: 62,
      ticket_id: 3,
      customer_id: 51,
      score: null,
      body_text: null,
      sent_datetime: '2025-06-04T09:00:00+00:00',
      scored_datetime: null,
      created_datetime: '2025-06-03T09:00:00+00:00',
      should_send_datetime: null,
      meta: null,
    },
  ],
});

const event = (id: number, type: string, time: string, data: object | null = null) => ({
  id,
  type,
  object_id: 1,
  object_type: 'Ticket',
  user_id: 9,
  context: 'c',
  data,
  created_datetime: time,
});

const events = json('events.json', {
  data: [
    event(1, 'ticket-created', '2025-06-02T10:00:00+00:00'),
    event(2, 'ticket-assigned', '2025-06-02T10:05:00+00:00', { assignee_user_id: 9 }),
    event(3, 'ticket-closed', '2025-06-02T11:00:00+00:00'),
    event(4, 'ticket-reopened', '2025-06-02T18:00:00+00:00'),
    event(5, 'ticket-closed', '2025-06-03T09:00:00+00:00'),
    event(6, 'ticket-message-created', '2025-06-03T09:00:00+00:00'),
  ],
});

const calls = json('voice-calls.json', {
  data: [
    {
      id: 81,
      integration_id: 1,
      ticket_id: 1,
      phone_number_id: 1,
      external_id: 'x',
      provider: 'twilio',
      status: 'completed',
      direction: 'inbound',
      phone_number_source: '+55',
      duration: 90,
      started_datetime: '2025-06-02T10:00:00+00:00',
      created_datetime: '2025-06-02T10:00:00+00:00',
      initiated_by_agent_id: null,
      last_answered_by_agent_id: 9,
      customer_id: 51,
      has_voicemail: false,
      has_call_recording: true,
    },
    {
      id: 82,
      integration_id: 1,
      ticket_id: 2,
      phone_number_id: 1,
      external_id: 'y',
      provider: 'twilio',
      status: 'completed',
      direction: 'inbound',
      phone_number_source: '+55',
      duration: 30,
      started_datetime: '2025-06-02T11:00:00+00:00',
      created_datetime: '2025-06-02T11:00:00+00:00',
      initiated_by_agent_id: null,
      last_answered_by_agent_id: null,
      customer_id: 51,
      has_voicemail: true,
      has_call_recording: false,
    },
  ],
});

describe('Gorgias’s API', () => {
  test('rules and notes are no replies, and who begins a ticket does not answer it', async () => {
    const { report, rows } = await imported([tickets, messages, surveys, events]);
    expect(
      report.sources.map(({ vendor, rowsRead, rowsRejected }) => [vendor, rowsRead, rowsRejected]),
    ).toEqual([['gorgias', 6 + 7 + 2 + 6, 0]]);
    expect(
      await rows(
        'select ticket_id, status, channel, team, agent_id, customer_key, list_sort(tags) as tags, started_by from tickets order by 1',
      ),
    ).toEqual([
      {
        ticket_id: '1',
        status: 'closed',
        channel: 'email',
        team: 'Trocas',
        agent_id: '9',
        customer_key: 'ana@example.com',
        tags: ['VIP', 'troca'],
        started_by: 'customer',
      },
      {
        ticket_id: '2',
        status: 'open',
        channel: 'chat',
        team: 'Trocas',
        agent_id: '9',
        customer_key: 'ana@example.com',
        tags: null,
        started_by: 'customer',
      },
      {
        ticket_id: '3',
        status: 'closed',
        channel: 'sms',
        team: 'Trocas',
        agent_id: '9',
        customer_key: 'ana@example.com',
        tags: null,
        started_by: 'agent',
      },
      {
        ticket_id: '4',
        status: 'spam',
        channel: 'email',
        team: 'Trocas',
        agent_id: '9',
        customer_key: 'ana@example.com',
        tags: null,
        started_by: 'customer',
      },
    ]);
    expect(await rows('select message_id, author, is_public, is_automated from messages order by 1')).toEqual(
      [
        { message_id: '11', author: 'customer', is_public: true, is_automated: null },
        { message_id: '12', author: 'system', is_public: true, is_automated: true },
        { message_id: '13', author: 'agent', is_public: false, is_automated: null },
        { message_id: '14', author: 'agent', is_public: true, is_automated: null },
        { message_id: '15', author: 'agent', is_public: true, is_automated: null },
        { message_id: '16', author: 'customer', is_public: true, is_automated: null },
        { message_id: '17', author: 'agent', is_public: true, is_automated: null },
      ],
    );
    expect(
      await rows(
        `select ticket_id, first_human_reply_at_utc as reply, first_solved_at_utc as first_solved, last_solved_at_utc as last_solved, reopens, agent_replies from tickets where ticket_id in ('1', '3') order by 1`,
      ),
    ).toEqual([
      {
        ticket_id: '1',
        reply: '2025-06-02 11:00:00',
        first_solved: '2025-06-02 11:00:00',
        last_solved: '2025-06-03 09:00:00',
        reopens: 1,
        agent_replies: 1,
      },
      {
        ticket_id: '3',
        reply: '2025-06-02 12:30:00',
        first_solved: null,
        last_solved: '2025-06-03 09:00:00',
        reopens: null,
        agent_replies: 2,
      },
    ]);
    expect(
      await rows(
        'select rating_id, score, scale, bucket, sent_at_utc as sent, rated_at_utc as rated from ratings order by 1',
      ),
    ).toEqual([
      {
        rating_id: '61',
        score: 5,
        scale: '1-5',
        bucket: 'positive',
        sent: '2025-06-04 09:00:00',
        rated: '2025-06-04 10:00:00',
      },
      { rating_id: '62', score: null, scale: null, bucket: null, sent: '2025-06-04 09:00:00', rated: null },
    ]);
    expect(await rows(`select kind, to_value from ticket_events order by event_id`)).toEqual([
      { kind: 'status', to_value: 'open' },
      { kind: 'assignee', to_value: '9' },
      { kind: 'status', to_value: 'closed' },
      { kind: 'status', to_value: 'open' },
      { kind: 'status', to_value: 'closed' },
    ]);
  });

  test('a call that left a message was not answered', async () => {
    const { rows } = await imported([calls]);
    expect(
      await rows(
        'select call_id, direction, outcome, agent_id, started_at_utc as started from calls order by 1',
      ),
    ).toEqual([
      { call_id: '81', direction: 'in', outcome: 'answered', agent_id: '9', started: '2025-06-02 10:00:00' },
      {
        call_id: '82',
        direction: 'in',
        outcome: 'voicemail',
        agent_id: null,
        started: '2025-06-02 11:00:00',
      },
    ]);
  });
});

test('Gorgias’s tickets as a sheet', async () => {
  const { report, rows } = await imported([
    csv(
      'gorgias-tickets.csv',
      'Ticket ID,Subject,Status,Channel,Assignee,Assignee team,Customer name,Customer email,Created date,Closed date,Tags,Survey score',
      '1,Exchange,closed,instagram-direct-message,Rui,Trocas,Ana,ana@example.com,2025-06-02 10:00:00,2025-06-03 09:00:00,"vip, late",4',
      '2,Refund,open,chat,,,Bia,bia@example.com,2025-06-02 11:00:00,,,',
    ),
  ]);
  expect(report.sources).toMatchObject([{ vendor: 'gorgias', rowsRead: 2, rowsRejected: 0 }]);
  expect(
    await rows(
      'select ticket_id, status, channel, team, agent_id, customer_id, tags, last_solved_at as solved, resolution_seconds as seconds from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: '1',
      status: 'closed',
      channel: 'instagram',
      team: 'Trocas',
      agent_id: 'Rui',
      customer_id: 'ana@example.com',
      tags: ['vip', 'late'],
      solved: '2025-06-03 09:00:00',
      seconds: 82800,
    },
    {
      ticket_id: '2',
      status: 'open',
      channel: 'chat',
      team: null,
      agent_id: null,
      customer_id: 'bia@example.com',
      tags: null,
      solved: null,
      seconds: null,
    },
  ]);
  expect(await rows('select ticket_id, score, bucket from ratings')).toEqual([
    { ticket_id: '1', score: 4, bucket: 'positive' },
  ]);
});
