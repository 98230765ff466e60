import { expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import { createBook, dropBook, prepareDatabase, scopeViews } from '#import';
import { csv, imported, rowsAsText } from './files.ts';

const files = [
  csv(
    'tickets.csv',
    'ticket_id,channel,status,team,agent_id,tags,customer_id,created_at',
    'T1,email,open,N1,A1,a|b,C1,2025-01-01 10:00:00',
    'T2,chat,open,N2,A2,c,C2,2025-01-01 11:00:00',
  ),
  csv(
    'messages.csv',
    'message_id,ticket_id,sent_at,author,body',
    'M1,T1,2025-01-01 10:00:00,customer,x',
    'M2,T2,2025-01-01 11:00:00,customer,y',
  ),
  csv(
    'calls.csv',
    'call_id,started_at,outcome,wait_seconds',
    'K1,2025-01-01 12:00:00,answered,5',
    'K2,2025-01-01 13:00:00,abandoned,9',
  ),
  csv('agents.csv', 'agent_id,name,team', 'A1,Rui,N1', 'A2,Eva,N2'),
];

test('a book shows what its scope lets through: tickets by dimension, what belongs to them after them', async () => {
  const { engine, rows } = await imported(files);
  expect(await createBook(engine, 'book_1', { channel: ['email'] })).toEqual({
    unscoped: expect.arrayContaining(['agents', 'customers', 'orders']),
    unknown: [],
  });
  const seen = `select (select string_agg(ticket_id, ',' order by 1) from book_1.tickets) as tickets, (select string_agg(message_id, ',') from book_1.messages) as messages,
    (select count(*) from book_1.calls) as calls, (select count(*) from book_1.contacts) as contacts, (select count(*) from book_1.agents) as agents`;
  expect(await rows(seen)).toEqual([{ tickets: 'T1', messages: 'M1', calls: 0, contacts: 1, agents: 2 }]);
  const scoped = await scopeViews(engine, 'book_1', { agent: ['Eva'], mood: ['good'], team: [] });
  expect(scoped.unknown).toEqual(['mood']);
  expect(await rows(seen)).toEqual([{ tickets: 'T2', messages: 'M2', calls: 0, contacts: 1, agents: 2 }]);
  await scopeViews(engine, 'book_1', { tag: ['b', 'z'], team: ['N1'] });
  expect(await rows(seen)).toEqual([{ tickets: 'T1', messages: 'M1', calls: 0, contacts: 1, agents: 1 }]);
  await scopeViews(engine, 'book_1', { channel: ['phone'] });
  expect(await rows(seen)).toEqual([
    { tickets: 'call K1,call K2', messages: null, calls: 2, contacts: 2, agents: 2 },
  ]);
  await scopeViews(engine, 'book_1', { source: ["no'ne"] });
  expect(await rows(seen)).toEqual([{ tickets: null, messages: null, calls: 0, contacts: 0, agents: 0 }]);
  await dropBook(engine, 'book_1');
  await expect(rows('select * from book_1.tickets')).rejects.toThrow();
});

test('contacts are every call and every ticket without one, each once', async () => {
  const { rows } = await imported(files);
  expect(
    await rows('select contact_id, channel, outcome, wait_seconds from contacts order by contact_id'),
  ).toEqual([
    { contact_id: 'call K1', channel: 'phone', outcome: 'attended', wait_seconds: 5 },
    { contact_id: 'call K2', channel: 'phone', outcome: 'abandoned', wait_seconds: 9 },
    { contact_id: 'ticket T1', channel: 'email', outcome: 'attended', wait_seconds: null },
    { contact_id: 'ticket T2', channel: 'chat', outcome: 'attended', wait_seconds: null },
  ]);
});

test('preparing twice changes nothing, and a later format is refused', async () => {
  const engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  const views = () => rowsAsText(engine, 'select count(*) as n from duckdb_views() where not internal');
  const before = await views();
  await prepareDatabase(engine);
  expect(await views()).toEqual(before);
  await engine.exec(`update base.settings set value = '99' where name = 'schema_version'`);
  await expect(prepareDatabase(engine)).rejects.toMatchObject({ text: { code: 'import.schema.newer' } });
});
