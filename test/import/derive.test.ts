import { expect, test } from 'vitest';
import { csv, imported } from './files.ts';

const day = (time: string) => `2026-01-05 ${time}:00`;
const messages = (...lines: string[]) =>
  csv(
    'messages.csv',
    'message_id,ticket_id,sent_at,author,author_id,is_public,is_automated,channel,body',
    ...lines,
  );
const events = (...lines: string[]) =>
  csv('ticket_events.csv', 'event_id,ticket_id,at,kind,from_value,to_value', ...lines);

test('conversations that only messages tell of are tickets; replies count from the customer’s own first message on', async () => {
  const { engine, rows } = await imported([
    messages(
      `1,A,${day('10:00')},customer,c1,true,false,chat,help`,
      `2,A,${day('10:01')},bot,b1,true,true,chat,hello`,
      `3,A,${day('10:02')},agent,a1,false,false,chat,a note`,
      `4,A,${day('10:03')},agent,a1,true,true,chat,an automatic one`,
      `5,A,${day('10:05')},agent,a2,true,false,chat,a person`,
      `6,B,${day('11:00')},agent,a1,true,false,email,we write first`,
      `7,B,${day('12:00')},customer,c2,true,false,email,an answer`,
      `8,B,${day('12:30')},agent,a1,true,false,email,a reply`,
      `9,C,${day('13:00')},agent,,true,false,email,nobody answers`,
      `10,,${day('13:00')},customer,c9,true,false,email,of no ticket`,
    ),
  ]);
  expect(
    await rows(
      `select ticket_id, status, channel, customer_id, started_by, created_at, first_reply_at, first_human_reply_at, agent_replies, customer_messages, agents_involved, first_response_seconds from tickets order by ticket_id`,
    ),
  ).toEqual([
    {
      ticket_id: 'A',
      status: null,
      channel: 'chat',
      customer_id: 'c1',
      started_by: 'customer',
      created_at: day('10:00'),
      first_reply_at: day('10:01'),
      first_human_reply_at: day('10:05'),
      agent_replies: 1,
      customer_messages: 1,
      agents_involved: 2,
      first_response_seconds: 300,
    },
    {
      ticket_id: 'B',
      status: null,
      channel: 'email',
      customer_id: 'c2',
      started_by: 'agent',
      created_at: day('11:00'),
      first_reply_at: day('12:30'),
      first_human_reply_at: day('12:30'),
      agent_replies: 2,
      customer_messages: 1,
      agents_involved: 1,
      first_response_seconds: 5400,
    },
    {
      ticket_id: 'C',
      status: null,
      channel: 'email',
      customer_id: null,
      started_by: 'agent',
      created_at: day('13:00'),
      first_reply_at: null,
      first_human_reply_at: null,
      agent_replies: 1,
      customer_messages: 0,
      agents_involved: null,
      first_response_seconds: null,
    },
  ]);
  await engine.close();
});

test('where a source says that the customer began and has no message of it, replies count from the opening', async () => {
  const { engine, rows } = await imported([
    csv(
      'tickets.csv',
      'ticket_id,status,started_by,created_at',
      `A,open,customer,${day('09:00')}`,
      `B,open,,${day('09:00')}`,
    ),
    messages(`1,A,${day('10:00')},agent,a1,true,false,,x`, `2,B,${day('10:00')},agent,a1,true,false,,x`),
  ]);
  expect(await rows('select ticket_id, first_response_seconds from tickets order by ticket_id')).toEqual([
    { ticket_id: 'A', first_response_seconds: 3600 },
    { ticket_id: 'B', first_response_seconds: null },
  ]);
  await engine.close();
});

const history = `select ticket_id, status, created_at, assigned_at, first_solved_at, last_solved_at, reopens, agents_involved, teams_involved, merged_into, first_response_seconds from tickets order by ticket_id`;

test('a log of states alone: tickets stand where it left them, leaving solved or closed reopens, and nobody’s reply is known', async () => {
  const { engine, rows } = await imported([
    events(
      `1,A,${day('09:00')},status,,new`,
      `2,A,${day('09:10')},team,,T1`,
      `3,A,${day('09:20')},assignee,,a1`,
      `4,A,${day('10:00')},status,,solved`,
      `5,A,${day('10:30')},status,,closed`,
      `6,A,${day('11:00')},status,,open`,
      `7,A,${day('11:10')},assignee,a1,a2`,
      `8,A,${day('11:20')},team,T1,T2`,
      `9,A,${day('12:00')},status,open,closed`,
      `10,B,${day('09:00')},status,new,open`,
      `11,C,${day('09:00')},team,,T1`,
    ),
  ]);
  expect(await rows(history)).toEqual([
    {
      ticket_id: 'A',
      status: 'closed',
      created_at: day('09:00'),
      assigned_at: day('09:20'),
      first_solved_at: day('10:00'),
      last_solved_at: day('12:00'),
      reopens: 1,
      agents_involved: 2,
      teams_involved: 2,
      merged_into: null,
      first_response_seconds: null,
    },
    {
      ticket_id: 'B',
      status: 'open',
      created_at: day('09:00'),
      assigned_at: null,
      first_solved_at: null,
      last_solved_at: null,
      reopens: 0,
      agents_involved: null,
      teams_involved: null,
      merged_into: null,
      first_response_seconds: null,
    },
    {
      ticket_id: 'C',
      status: null,
      created_at: day('09:00'),
      assigned_at: null,
      first_solved_at: null,
      last_solved_at: null,
      reopens: 0,
      agents_involved: null,
      teams_involved: 1,
      merged_into: null,
      first_response_seconds: null,
    },
  ]);
  await engine.close();
});

test('a ticket that was merged is merged, and its closing then no solve; named reopenings are taken at their word', async () => {
  const { engine, rows } = await imported([
    csv('tickets.csv', 'ticket_id,status,created_at', `A,closed,${day('08:00')}`, `B,open,${day('08:00')}`),
    events(
      `1,A,${day('09:00')},status,open,solved`,
      `2,A,${day('09:30')},status,solved,open`,
      `3,A,${day('09:30')},reopen,,`,
      `4,A,${day('10:00')},merge,,B`,
      `5,A,${day('10:00')},status,open,closed`,
      `6,B,${day('10:00')},merge,A,B`,
      `7,B,${day('11:00')},status,solved,open`,
    ),
  ]);
  expect(
    await rows(
      'select ticket_id, status, merged_into, last_solved_at, reopens from tickets order by ticket_id',
    ),
  ).toEqual([
    { ticket_id: 'A', status: 'merged', merged_into: 'B', last_solved_at: day('09:00'), reopens: 1 },
    { ticket_id: 'B', status: 'open', merged_into: null, last_solved_at: null, reopens: 0 },
  ]);
  await engine.close();
});

test('an agent that the list calls a bot is one', async () => {
  const { engine, rows } = await imported([
    messages(
      `1,A,${day('10:00')},customer,c1,true,false,,x`,
      `2,A,${day('10:01')},agent,a1,true,false,,x`,
      `3,A,${day('10:02')},agent,a2,true,false,,x`,
    ),
    csv('agents.csv', 'agent_id,name,team,is_bot', 'a1,Ajudante,,true', 'a2,Rui,,'),
  ]);
  expect(
    await rows('select first_reply_at, first_human_reply_at, agent_replies, agents_involved from tickets'),
  ).toEqual([
    {
      first_reply_at: day('10:01'),
      first_human_reply_at: day('10:02'),
      agent_replies: 1,
      agents_involved: 1,
    },
  ]);
  await engine.close();
});
