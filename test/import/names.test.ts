import { expect, test } from 'vitest';
import { importFiles, type Mapping, type TableMapping } from '#import';
import { csv, imported, rowsAsText } from './files.ts';

function mapping(...tables: TableMapping[]): Mapping {
  return { deskbook: 1, vendor: 'desk', timeZone: null, tables, dateOrders: {}, vocabularies: {} };
}

const text = (column: string) => ({ kind: 'text', column }) as const;

const mappings: Record<string, Mapping> = {
  'tickets.csv': mapping({
    table: 'tickets',
    columns: {
      ticket_id: text('id'),
      team: text('team'),
      brand: text('brand'),
      site: text('site'),
      type: text('type'),
      channel_raw: text('inbox'),
      channel: { kind: 'word', column: 'inbox', vocabulary: 'channel' },
      status_raw: text('stage'),
      status: { kind: 'word', column: 'stage', vocabulary: 'status' },
      tags: { kind: 'list', column: 'tags', separator: '|' },
      created_at: { kind: 'instant', column: 'created' },
    },
    requires: ['ticket_id'],
  }),
  'events.csv': mapping({
    table: 'ticket_events',
    columns: {
      event_id: { kind: 'row', prefix: 'event ' },
      ticket_id: text('ticket'),
      at: { kind: 'instant', column: 'at' },
      kind: { kind: 'word', column: 'kind', vocabulary: 'event_kind' },
      from_value: text('from'),
      to_value: text('to'),
    },
    requires: ['ticket_id'],
  }),
  'names.csv': mapping({
    table: 'names',
    columns: { kind: text('kind'), id: text('id'), name: text('name') },
    requires: ['kind', 'id'],
  }),
};

const tickets = csv(
  'tickets.csv',
  'id,team,brand,site,type,inbox,stage,tags,created',
  '1,7,7,7,7,7,7,7|x|7|8,2026-01-05 10:00:00',
  '2,8,,,,chat,open,,2026-01-05 10:00:00',
);
const events = csv(
  'events.csv',
  'ticket,at,kind,from,to',
  '1,2026-01-05 11:00:00,team,8,7',
  '1,2026-01-05 12:00:00,status,6,7',
  '1,2026-01-05 13:00:00,assignee,,7',
);
const names = csv(
  'names.csv',
  'kind,id,name',
  'team,7,Suporte',
  'brand,7,Loja',
  'site,7,Recife',
  'type,7,Troca',
  'inbox,7,Channel::Whatsapp',
  'stage,7,Resolvido',
  'stage,6,Custom stage',
  'tag,7,vip',
  'tag,8,late',
  'team,9,',
);
const query = `select ticket_id, team, brand, site, type, channel_raw, channel, status_raw, status, tags, last_solved_at from tickets order by ticket_id`;
const ofEvents = `select kind, from_value, to_value from ticket_events order by kind`;
const solved = '2026-01-05 12:00:00';
const named = [
  {
    ticket_id: '1',
    team: 'Suporte',
    brand: 'Loja',
    site: 'Recife',
    type: 'Troca',
    channel_raw: 'Channel::Whatsapp',
    channel: 'whatsapp',
    status_raw: 'Resolvido',
    status: 'solved',
    tags: ['vip', 'x', 'vip', 'late'],
    last_solved_at: solved,
  },
  {
    ticket_id: '2',
    team: '8',
    brand: null,
    site: null,
    type: null,
    channel_raw: 'chat',
    channel: 'chat',
    status_raw: 'open',
    status: 'open',
    tags: null,
    last_solved_at: null,
  },
];
const namedEvents = [
  { kind: 'assignee', from_value: null, to_value: '7' },
  { kind: 'status', from_value: '6', to_value: 'solved' },
  { kind: 'team', from_value: '8', to_value: 'Suporte' },
];

test('tickets and events hold the names of a source’s lists in the place of their ids', async () => {
  const { engine, rows } = await imported([tickets, events, names], { mappings });
  expect(await rows(query)).toEqual(named);
  expect(await rows(ofEvents)).toEqual(namedEvents);
  await engine.close();
});

test('names that come later, or were there before, do the same', async () => {
  for (const order of [
    [[tickets, events], [names]],
    [[names], [tickets, events]],
  ]) {
    const { engine } = await imported(order[0]!, { mappings });
    await importFiles(engine, order[1]!, { mappings });
    expect(await rowsAsText(engine, query)).toEqual(named);
    expect(await rowsAsText(engine, ofEvents)).toEqual(namedEvents);
    await engine.close();
  }
});
