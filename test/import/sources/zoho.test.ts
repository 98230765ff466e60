import { expect, test } from 'vitest';
import { csv, imported } from '../files.ts';
import { json } from './json.ts';

const ticket = (id: string, more: object) => ({
  id,
  ticketNumber: `1${id}`,
  subject: 'Boleto',
  status: 'Open',
  statusType: 'Open',
  priority: 'High',
  channel: 'Email',
  createdTime: '2025-07-01T12:00:00.000Z',
  modifiedTime: '2025-07-02T12:00:00.000Z',
  closedTime: null,
  customerResponseTime: '2025-07-01T12:00:00.000Z',
  dueDate: '2025-07-03T12:00:00.000Z',
  responseDueDate: null,
  departmentId: '7',
  contactId: '51',
  assigneeId: '91',
  teamId: null,
  category: 'Cobrança',
  language: 'Portuguese',
  isSpam: false,
  email: 'ana@example.com',
  phone: null,
  cf: { cf_region: 'Sul' },
  contact: {
    id: '51',
    firstName: 'Ana',
    lastName: 'Lima',
    email: 'ana@example.com',
    phone: null,
    account: null,
  },
  assignee: { id: '91', firstName: 'Rui', lastName: 'Sá', email: 'rui@example.com' },
  ...more,
});

test('Zoho Desk’s API: a state of one’s own counts as its type, threads are sent or received, comments are notes', async () => {
  const { report, rows } = await imported([
    json('tickets.json', {
      data: [
        ticket('1', { status: 'Finalizado', statusType: 'Closed', closedTime: '2025-07-02T12:00:00.000Z' }),
        ticket('2', { status: 'Esperando peça', statusType: 'On Hold', channel: 'Phone' }),
        ticket('3', { channel: 'Twitter', isSpam: true }),
      ],
    }),
    json('departments.json', { data: [{ id: '7', name: 'Financeiro', isEnabled: true }] }),
    json('threads.json', {
      data: [
        {
          id: 't1',
          ticketId: '1',
          channel: 'EMAIL',
          direction: 'in',
          visibility: 'public',
          createdTime: '2025-07-01T12:00:00.000Z',
          author: { id: '51', type: 'END_USER', name: 'Ana' },
          summary: 'Oi',
          content: '<p>Oi</p>',
          plainText: 'Oi',
        },
        {
          id: 't2',
          ticketId: '1',
          channel: 'EMAIL',
          direction: 'out',
          visibility: 'public',
          createdTime: '2025-07-01T13:00:30.000Z',
          author: { id: '91', type: 'AGENT', name: 'Rui' },
          summary: 'Olá',
          content: '<p>Olá</p>',
          plainText: 'Olá',
        },
      ],
    }),
    json('comments.json', {
      data: [
        {
          id: 'c1',
          ticketId: '1',
          commentedTime: '2025-07-01T12:30:00.000Z',
          isPublic: false,
          content: 'Ver',
          contentType: 'plainText',
          commenterId: '91',
          commenter: { type: 'AGENT', name: 'Rui' },
        },
      ],
    }),
    json('happiness.json', {
      data: [
        {
          id: 'h1',
          ticketId: '1',
          contactId: '51',
          agentId: '91',
          rating: 'GOOD',
          feedback: 'Bom',
          ratedTime: '2025-07-03T12:00:00.000Z',
        },
        {
          id: 'h2',
          ticketId: '2',
          contactId: '51',
          agentId: '91',
          rating: 'BAD',
          feedback: null,
          ratedTime: '2025-07-04T12:00:00.000Z',
        },
      ],
    }),
  ]);
  expect(
    report.sources.map(({ vendor, rowsRead, rowsRejected }) => [vendor, rowsRead, rowsRejected]),
  ).toEqual([['zoho', 9, 0]]);
  expect(
    await rows(
      'select ticket_id, status, status_raw, channel, team, agent_id, customer_key, type, custom_fields from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: '1',
      status: 'closed',
      status_raw: 'Finalizado',
      channel: 'email',
      team: 'Financeiro',
      agent_id: '91',
      customer_key: 'ana@example.com',
      type: 'Cobrança',
      custom_fields: [{ key: 'cf.cf_region', value: 'Sul' }],
    },
    {
      ticket_id: '2',
      status: 'hold',
      status_raw: 'Esperando peça',
      channel: 'phone',
      team: 'Financeiro',
      agent_id: '91',
      customer_key: 'ana@example.com',
      type: 'Cobrança',
      custom_fields: [{ key: 'cf.cf_region', value: 'Sul' }],
    },
    {
      ticket_id: '3',
      status: 'spam',
      status_raw: 'Open',
      channel: 'x',
      team: 'Financeiro',
      agent_id: '91',
      customer_key: 'ana@example.com',
      type: 'Cobrança',
      custom_fields: [{ key: 'cf.cf_region', value: 'Sul' }],
    },
  ]);
  expect(
    await rows('select message_id, author, is_public, direction from messages order by sent_at'),
  ).toEqual([
    { message_id: 't1', author: 'customer', is_public: true, direction: 'in' },
    { message_id: 'c1', author: 'agent', is_public: false, direction: null },
    { message_id: 't2', author: 'agent', is_public: true, direction: 'out' },
  ]);
  expect(
    await rows(
      `select first_response_seconds as frt, resolution_seconds as resolution, last_solved_at_utc as solved from tickets where ticket_id = '1'`,
    ),
  ).toEqual([{ frt: 3630, resolution: 86400, solved: '2025-07-02 12:00:00' }]);
  expect(await rows('select ticket_id, scale, score, bucket from ratings order by 1')).toEqual([
    { ticket_id: '1', scale: '1-3', score: 3, bucket: 'positive' },
    { ticket_id: '2', scale: '1-3', score: 1, bucket: 'negative' },
  ]);
  expect(await rows('select agent_id, name from agents')).toEqual([{ agent_id: '91', name: 'Rui Sá' }]);
});

test('Zoho Desk’s sheet: `hh:mm hrs` goes beyond a day, Good, Okay and Bad are three steps', async () => {
  const { report, rows } = await imported([
    csv(
      'Cases.csv',
      'Ticket Id,Subject,Status,Channel,Priority,Department,Ticket Owner,Contact Name,Email,Account Name,Created Time (Ticket),Ticket Closed Time,First Response Time,First Response Time in Business Hours,Resolution Time,Resolution Time in Business Hours,Number of Reopen,Number of Responses,Happiness Rating',
      '1,Boleto,Closed,Email,High,Financeiro,Rui,Ana,ana@example.com,Acme,2025-07-01 12:00:00,2025-07-03 14:30:00,01:15 hrs,00:45 hrs,50:30 hrs,10:00 hrs,1,3,Okay',
      '2,Troca,Open,Phone,Low,Financeiro,,Bia,bia@example.com,,2025-07-01 13:00:00,,,,,,0,0,',
    ),
  ]);
  expect(report.sources).toMatchObject([{ vendor: 'zoho', rowsRead: 2, rowsRejected: 0 }]);
  expect(
    await rows(
      'select ticket_id, status, channel, team, agent_id, reopens, agent_replies, reported_first_response_seconds as frt, reported_first_response_business_seconds as frt_business, reported_resolution_seconds as reported, reported_resolution_business_seconds as business, resolution_seconds as resolution from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: '1',
      status: 'closed',
      channel: 'email',
      team: 'Financeiro',
      agent_id: 'Rui',
      reopens: 1,
      agent_replies: 3,
      frt: 4500,
      frt_business: 2700,
      reported: 181800,
      business: 36000,
      resolution: 181800,
    },
    {
      ticket_id: '2',
      status: 'open',
      channel: 'phone',
      team: 'Financeiro',
      agent_id: null,
      reopens: 0,
      agent_replies: 0,
      frt: null,
      frt_business: null,
      reported: null,
      business: null,
      resolution: null,
    },
  ]);
  expect(await rows('select ticket_id, score_raw, scale, score, bucket from ratings')).toEqual([
    { ticket_id: '1', score_raw: 'Okay', scale: '1-3', score: 2, bucket: 'neutral' },
  ]);
});
