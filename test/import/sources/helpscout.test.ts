import { expect, test } from 'vitest';
import { csv, imported } from '../files.ts';
import { json } from './json.ts';

const customer = { id: 51, type: 'customer', first: 'Ana', last: 'Lima', email: 'ana@example.com' };
const user = { id: 91, type: 'user', first: 'Rui', last: 'Sá', email: 'rui@example.com' };

const thread = (
  id: number,
  type: string,
  status: string,
  by: object,
  createdAt: string,
  more: object = {},
) => ({
  id,
  type,
  status,
  state: 'published',
  action: { type: 'default', associatedEntities: {} },
  body: type === 'lineitem' ? null : `Text ${id}`,
  source: { type: 'email', via: 'customer' },
  customer: { id: 51, first: 'Ana', last: 'Lima', email: 'ana@example.com' },
  createdBy: by,
  assignedTo: null,
  savedReplyId: 0,
  to: [],
  cc: [],
  bcc: [],
  createdAt,
  ...more,
});

const conversation = (id: number, more: object) => ({
  id,
  number: id * 10,
  threads: 4,
  type: 'email',
  folderId: 1,
  status: 'closed',
  state: 'published',
  subject: 'Reembolso',
  preview: 'Text',
  mailboxId: 3,
  assignee: user,
  createdBy: customer,
  createdAt: '2025-08-01T12:00:00Z',
  closedBy: 91,
  closedAt: '2025-08-03T12:00:00Z',
  userUpdatedAt: '2025-08-03T12:00:00Z',
  customerWaitingSince: { time: '2025-08-01T12:00:00Z', friendly: 'Aug 1' },
  source: { type: 'email', via: 'customer' },
  tags: [],
  cc: [],
  bcc: [],
  primaryCustomer: customer,
  customFields: [],
  _embedded: { threads: [] },
  _links: { self: { href: `https://api.example/conversations/${id}` } },
  ...more,
});

const conversations = json('conversations.json', {
  _embedded: {
    conversations: [
      conversation(1, {
        tags: [{ id: 5, color: '#fff', tag: 'vip' }],
        customFields: [{ id: 8, name: 'Região', value: 'Sul', text: 'Sul' }],
        _embedded: {
          threads: [
            thread(14, 'lineitem', 'closed', user, '2025-08-03T12:00:00Z'),
            thread(13, 'customer', 'active', customer, '2025-08-02T12:00:00Z'),
            thread(12, 'message', 'closed', user, '2025-08-01T13:00:00Z', { assignedTo: { id: 91 } }),
            thread(11, 'note', 'nochange', user, '2025-08-01T12:10:00Z'),
            thread(10, 'customer', 'active', customer, '2025-08-01T12:00:00Z'),
          ],
        },
      }),
      conversation(2, {
        type: 'chat',
        status: 'active',
        closedAt: null,
        closedBy: null,
        assignee: null,
        source: { type: 'beacon-v2', via: 'customer' },
      }),
      conversation(3, { type: 'phone', status: 'pending', closedAt: null, state: 'deleted' }),
    ],
  },
  page: { size: 25, totalElements: 3, totalPages: 1, number: 1 },
});

test('Help Scout’s API: threads are letters, notes and changes of state', async () => {
  const { report, rows } = await imported([
    conversations,
    json('mailboxes.json', {
      _embedded: { mailboxes: [{ id: 3, name: 'Loja', slug: 'loja', email: 'loja@example.com' }] },
    }),
  ]);
  expect(report.sources.map(({ vendor, rowsRejected }) => [vendor, rowsRejected])).toEqual([
    ['helpscout', 0],
  ]);
  expect(
    await rows(
      'select ticket_id, status, channel, brand, agent_id, customer_key, tags, started_by, custom_fields from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: '1',
      status: 'closed',
      channel: 'email',
      brand: 'Loja',
      agent_id: '91',
      customer_key: 'ana@example.com',
      tags: ['vip'],
      started_by: 'customer',
      custom_fields: [{ key: 'customFields[Região]', value: 'Sul' }],
    },
    {
      ticket_id: '2',
      status: 'open',
      channel: 'chat',
      brand: 'Loja',
      agent_id: null,
      customer_key: 'ana@example.com',
      tags: null,
      started_by: 'customer',
      custom_fields: [],
    },
    {
      ticket_id: '3',
      status: 'deleted',
      channel: 'phone',
      brand: 'Loja',
      agent_id: '91',
      customer_key: 'ana@example.com',
      tags: null,
      started_by: 'customer',
      custom_fields: [],
    },
  ]);
  expect(await rows('select message_id, author, is_public from messages order by sent_at')).toEqual([
    { message_id: '10', author: 'customer', is_public: true },
    { message_id: '11', author: 'agent', is_public: false },
    { message_id: '12', author: 'agent', is_public: true },
    { message_id: '13', author: 'customer', is_public: true },
  ]);
  expect(
    await rows(
      `select from_value, to_value, at_utc as at from ticket_events where kind = 'status' order by at_utc`,
    ),
  ).toEqual([
    { from_value: null, to_value: 'open', at: '2025-08-01 12:00:00' },
    { from_value: 'open', to_value: 'closed', at: '2025-08-01 13:00:00' },
    { from_value: 'closed', to_value: 'open', at: '2025-08-02 12:00:00' },
    { from_value: 'open', to_value: 'closed', at: '2025-08-03 12:00:00' },
  ]);
  expect(
    await rows(
      `select first_response_seconds as frt, first_solved_at_utc as first_solved, last_solved_at_utc as last_solved, reopens, agent_replies from tickets where ticket_id = '1'`,
    ),
  ).toEqual([
    {
      frt: 3600,
      first_solved: '2025-08-01 13:00:00',
      last_solved: '2025-08-03 12:00:00',
      reopens: 1,
      agent_replies: 1,
    },
  ]);
});

test('Help Scout’s ratings: words, or numbers that count down', async () => {
  const rating = (number: number, ratingId: number) => ({
    number,
    threadid: 100 + number,
    threadCreatedAt: '2025-08-01T12:00:00Z',
    id: number,
    type: 'email',
    ratingId,
    ratingCustomerId: 51,
    ratingComments: 'Ok',
    ratingCreatedAt: '2025-08-04T12:00:00Z',
    ratingCustomerName: 'Ana',
    ratingUserId: 91,
    ratingUserName: 'Rui',
  });
  const report = await imported([
    json('happiness-ratings.json', {
      results: [rating(1, 1), rating(2, 2), rating(3, 3)],
      page: 1,
      count: 3,
      pages: 1,
    }),
  ]);
  expect(
    await report.rows('select ticket_id, score_raw, scale, score, bucket, agent_id from ratings order by 1'),
  ).toEqual([
    { ticket_id: '1', score_raw: 'Great', scale: '1-3', score: 3, bucket: 'positive', agent_id: '91' },
    { ticket_id: '2', score_raw: 'Okay', scale: '1-3', score: 2, bucket: 'neutral', agent_id: '91' },
    { ticket_id: '3', score_raw: 'Not Good', scale: '1-3', score: 1, bucket: 'negative', agent_id: '91' },
  ]);
  const hook = (id: number, word: string) => ({
    id,
    customer: { id: 51, firstName: 'Ana', lastName: 'Lima' },
    ticketId: id,
    threadId: id,
    mailbox: { id: 3, name: 'Loja' },
    rating: word,
    comments: '',
    createdAt: '2025-08-04T12:00:00Z',
    modifiedAt: '2025-08-04T12:00:00Z',
  });
  const words = await imported([json('ratings.json', [hook(1, 'Great'), hook(2, 'Bad')])]);
  expect(await words.rows('select ticket_id, scale, score, bucket from ratings order by 1')).toEqual([
    { ticket_id: '1', scale: '1-3', score: 3, bucket: 'positive' },
    { ticket_id: '2', scale: '1-3', score: 1, bucket: 'negative' },
  ]);
});

test('Help Scout’s conversations as a sheet', async () => {
  const { report, rows } = await imported([
    csv(
      'conversations.csv',
      'Conversation Number,Subject,Status,Type,Mailbox,Assigned To,Customer Name,Customer Email,Tags,Created At,Closed At,First Response Time,Rating',
      '10,Reembolso,Closed,email,Loja,Rui,Ana,ana@example.com,vip,2025-08-01 12:00:00,2025-08-03 12:00:00,3600,Great',
      '20,Troca,Active,chat,Loja,,Bia,bia@example.com,,2025-08-01 13:00:00,,,',
    ),
  ]);
  expect(report.sources).toMatchObject([{ vendor: 'helpscout', rowsRead: 2, rowsRejected: 0 }]);
  expect(
    await rows(
      'select ticket_id, status, channel, brand, agent_id, reported_first_response_seconds as frt, resolution_seconds as seconds from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: '10',
      status: 'closed',
      channel: 'email',
      brand: 'Loja',
      agent_id: 'Rui',
      frt: 3600,
      seconds: 172800,
    },
    {
      ticket_id: '20',
      status: 'open',
      channel: 'chat',
      brand: 'Loja',
      agent_id: null,
      frt: null,
      seconds: null,
    },
  ]);
  expect(await rows('select ticket_id, score, scale from ratings')).toEqual([
    { ticket_id: '10', score: 3, scale: '1-3' },
  ]);
});
