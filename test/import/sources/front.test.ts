import { expect, test } from 'vitest';
import { csv, imported } from '../files.ts';
import { json } from './json.ts';

const at = (text: string) => Date.parse(text) / 1000 + 0.123;
const rui = {
  id: 'tea_9',
  email: 'rui@example.com',
  username: 'rui',
  first_name: 'Rui',
  last_name: 'Sá',
  is_admin: false,
  is_available: true,
  is_blocked: false,
};

const conversation = (id: string, more: object) => ({
  _links: {
    self: `https://api.example/conversations/${id}`,
    related: { messages: `https://api.example/conversations/${id}/messages` },
  },
  id,
  subject: 'Pedido',
  status: 'archived',
  ticket_ids: [],
  assignee: rui,
  recipient: { handle: 'Ana@example.com', role: 'from', _links: { related: { contact: null } } },
  tags: [],
  links: [],
  custom_fields: { Cidade: 'Recife' },
  created_at: at('2025-09-01T12:00:00Z'),
  is_private: false,
  scheduled_reminders: [],
  metadata: {},
  ...more,
});

const message = (id: string, inbound: boolean, time: string, more: object = {}) => ({
  _links: {
    self: `https://api.example/messages/${id}`,
    related: { conversation: 'https://api.example/conversations/cnv_1', message_replied_to: null },
  },
  id,
  type: 'email',
  is_inbound: inbound,
  is_draft: false,
  error_type: null,
  created_at: at(time),
  blurb: 'x',
  author: inbound ? null : rui,
  recipients: [{ handle: 'ana@example.com', role: 'from', _links: {} }],
  body: `<p>${id}</p>`,
  text: id,
  attachments: [],
  metadata: {},
  ...more,
});

const event = (id: string, type: string, time: string) => ({
  _links: { self: `https://api.example/events/${id}` },
  id,
  type,
  emitted_at: at(time),
  conversation: { id: 'cnv_1', subject: 'Pedido', status: 'archived' },
  source: { _meta: { type: 'teammate' }, data: { id: 'tea_9' } },
  target: { _meta: { type: 'teammate' }, data: { id: 'tea_9' } },
});

test('Front’s API: a message knows its conversation by a link, a draft was never sent', async () => {
  const { report, rows } = await imported([
    json('conversations.json', {
      _pagination: { next: null },
      _results: [
        conversation('cnv_1', { tags: [{ id: 'tag_1', name: 'vip', is_private: false }] }),
        conversation('cnv_2', { status: 'unassigned', assignee: null }),
        conversation('cnv_3', { status: 'snoozed' }),
      ],
    }),
    json('messages.json', {
      _results: [
        message('msg_1', true, '2025-09-01T12:00:00Z'),
        message('msg_2', false, '2025-09-01T12:40:00Z'),
        message('msg_3', false, '2025-09-01T12:50:00Z', { is_draft: true }),
      ],
    }),
    json('events.json', {
      _results: [
        event('evt_1', 'assign', '2025-09-01T12:10:00Z'),
        event('evt_2', 'archive', '2025-09-01T13:00:00Z'),
        event('evt_3', 'reopen', '2025-09-01T14:00:00Z'),
        event('evt_4', 'archive', '2025-09-02T12:00:00Z'),
        event('evt_5', 'tag', '2025-09-02T12:00:00Z'),
      ],
    }),
  ]);
  expect(report.sources.map(({ vendor, rowsRejected }) => [vendor, rowsRejected])).toEqual([['front', 0]]);
  expect(
    await rows(
      'select ticket_id, status, agent_id, customer_key, tags, custom_fields from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: 'cnv_1',
      status: 'closed',
      agent_id: 'tea_9',
      customer_key: 'ana@example.com',
      tags: ['vip'],
      custom_fields: [{ key: 'Cidade', value: 'Recife' }],
    },
    {
      ticket_id: 'cnv_2',
      status: 'new',
      agent_id: null,
      customer_key: 'ana@example.com',
      tags: null,
      custom_fields: [{ key: 'Cidade', value: 'Recife' }],
    },
    {
      ticket_id: 'cnv_3',
      status: 'pending',
      agent_id: 'tea_9',
      customer_key: 'ana@example.com',
      tags: null,
      custom_fields: [{ key: 'Cidade', value: 'Recife' }],
    },
  ]);
  expect(
    await rows('select message_id, ticket_id, author, direction, is_public from messages order by 1'),
  ).toEqual([
    { message_id: 'msg_1', ticket_id: 'cnv_1', author: 'customer', direction: 'in', is_public: true },
    { message_id: 'msg_2', ticket_id: 'cnv_1', author: 'agent', direction: 'out', is_public: true },
  ]);
  expect(
    await rows(
      `select first_response_seconds as frt, first_solved_at_utc::timestamp(0) as first_solved, last_solved_at_utc::timestamp(0) as last_solved, reopens from tickets where ticket_id = 'cnv_1'`,
    ),
  ).toEqual([
    { frt: 2400, first_solved: '2025-09-01 13:00:00', last_solved: '2025-09-02 12:00:00', reopens: 1 },
  ]);
});

test('Front’s export of messages: reply times count office hours, a conversation begins with its first message', async () => {
  const { report, rows } = await imported([
    csv(
      'export-messages.csv',
      'Message ID,Segment ID,Conversation ID,Segment,Direction,Status,Inbox,Message date,Autoreply,Reaction time,Response time,Assignee,Author,Contact name,Contact handle,Subject,Tags,First response',
      '1,11,cnv_1,1,Inbound,Archived,Suporte,2025-09-01 12:00:00,No,,,Rui,,Ana,ana@example.com,Pedido,vip,No',
      '2,11,cnv_1,1,Outbound,Archived,Suporte,2025-09-01 12:00:10,Yes,,,Rui,,Ana,ana@example.com,Pedido,vip,No',
      '3,11,cnv_1,1,Outbound,Archived,Suporte,2025-09-01 12:40:00,No,600,1800,Rui,Rui,Ana,ana@example.com,Pedido,vip,Yes',
    ),
  ]);
  expect(report.sources).toMatchObject([{ vendor: 'front', rowsRead: 3, rowsRejected: 0 }]);
  expect(await rows('select message_id, author, is_automated, direction from messages order by 1')).toEqual([
    { message_id: '1', author: 'customer', is_automated: false, direction: 'in' },
    { message_id: '2', author: 'agent', is_automated: true, direction: 'out' },
    { message_id: '3', author: 'agent', is_automated: false, direction: 'out' },
  ]);
  expect(
    await rows(
      'select ticket_id, status, team, agent_id, customer_id, tags, created_at, first_response_seconds as frt, reported_first_response_business_seconds as business from tickets',
    ),
  ).toEqual([
    {
      ticket_id: 'cnv_1',
      status: 'closed',
      team: 'Suporte',
      agent_id: 'Rui',
      customer_id: 'ana@example.com',
      tags: ['vip'],
      created_at: '2025-09-01 12:00:00',
      frt: 2400,
      business: 1800,
    },
  ]);
});
