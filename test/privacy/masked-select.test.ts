import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { baseTables } from '#import';
import { maskedSelectSql, scanPersonal, type Choices } from '#privacy';
import { rowsOf } from '#table';
import { fill } from '../kpi/world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
  await fill(engine, {
    tickets: {
      columns: 'ticket_id, customer_id, agent_id, subject, site, tags, custom_fields',
      values: `
        ('1', 'ana@x.com', 'bia', 'Ligue (11) 98765-4321', 'SP', ['vip', 'Carlos'], map {'CPF': '529.982.247-25', 'cor': 'azul'}),
        ('2', 'ana@x.com', null, null, 'loja@shop.com', null, null)`,
    },
    customers: {
      columns: 'customer_id, customer_key, name',
      values: "('ana@x.com', 'ana@x.com', 'Ana Paula')",
    },
    messages: {
      columns: 'message_id, ticket_id, author, author_id, body',
      values: `
        ('m1', '1', 'customer', 'ana@x.com', 'Sou a Ana, cadê o pedido?'),
        ('m2', '1', 'agent', 'bia', 'Olá Ana!')`,
    },
    ticket_events: {
      columns: 'event_id, ticket_id, kind, from_value, to_value, actor, actor_id',
      values: `
        ('e1', '1', 'assignee', null, 'bia', 'agent', 'bia'),
        ('e2', '1', 'status', 'new', 'open', 'customer', 'ana@x.com')`,
    },
  });
});
afterAll(() => engine.close());

async function shared(name: string, choices: Choices = {}) {
  const fields = (await scanPersonal(engine)).map(({ field }) => field);
  const table = baseTables.find((each) => each.name === name);
  if (!table) throw new Error(`no table ${name}`);
  return rowsOf(
    await engine.query(maskedSelectSql(engine.database, table, { fields, choices, salt: 'pepper' })),
  );
}

// Worked out with another program: the first sixteen digits of SHA-256 of 'pepperana@x.com', 'pepperbia' and 'pepperAna Paula'.
const ana = 'p1fa80e909906205b';
const bia = 'p99b5b77a0ed47f69';
const named = 'pfdd3642d1a467f3f';

// `ana@x.com` begins with a name: what is both is counted as both.
test('the columns meant for people are found, and one that is not', async () => {
  const found = await scanPersonal(engine);
  expect(found.map(({ field, rows, looked, kinds }) => [field.id, rows, looked, kinds])).toEqual([
    ['customer', 2, 5, { email: 4, name: 5 }],
    ['agent', 1, 1, {}],
    ['subject', 1, 1, { phone: 1 }],
    ['body', 2, 2, { name: 2 }],
    ['custom_fields', 1, 1, { cpf: 1 }],
    ['tags', 1, 1, { name: 1 }],
    ['event_values', 2, 3, {}],
    ['tickets.site', 2, 2, { email: 1 }],
  ]);
});

test('a person is the same pseudonym in every table, and texts say what was in them', async () => {
  const tickets = await shared('tickets');
  expect(
    tickets.map(({ ticket_id, customer_id, agent_id, subject, site, tags, custom_fields }) => [
      ticket_id,
      customer_id,
      agent_id,
      subject,
      site,
      tags,
      custom_fields,
    ]),
  ).toEqual([
    [
      '1',
      ana,
      bia,
      'Ligue [phone]',
      'SP',
      ['vip', '[name]'],
      [
        { key: 'CPF', value: '[cpf]' },
        { key: 'cor', value: 'azul' },
      ],
    ],
    ['2', ana, null, null, '[email]', null, null],
  ]);
  const [customer] = await shared('customers');
  expect([customer?.['customer_id'], customer?.['customer_key'], customer?.['name']]).toEqual([
    ana,
    ana,
    named,
  ]);
  const messages = await shared('messages');
  expect(messages.map(({ author_id, body }) => [author_id, body])).toEqual([
    [ana, 'Sou a [name], cadê o pedido?'],
    [bia, 'Olá [name]!'],
  ]);
  const events = await shared('ticket_events');
  expect(events.map(({ from_value, to_value, actor_id }) => [from_value, to_value, actor_id])).toEqual([
    [null, bia, bia],
    ['new', 'open', ana],
  ]);
});

test('what is kept stays, also where a message or an event names it; what is dropped is unknown', async () => {
  const choices: Choices = { agent: 'keep', subject: 'keep', body: 'drop', 'tickets.site': 'keep' };
  const [ticket] = await shared('tickets', choices);
  expect([ticket?.['agent_id'], ticket?.['subject'], ticket?.['customer_id']]).toEqual([
    'bia',
    'Ligue (11) 98765-4321',
    ana,
  ]);
  expect((await shared('messages', choices)).map(({ author_id, body }) => [author_id, body])).toEqual([
    [ana, null],
    ['bia', null],
  ]);
  expect((await shared('ticket_events', choices)).map(({ to_value }) => to_value)).toEqual(['bia', 'open']);
});
