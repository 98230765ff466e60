import { expect, test } from 'vitest';
import { openWasmEngine } from '#engine/wasm';
import { importFiles, prepareDatabase, type InputFile, type Mapping, type TableMapping } from '#import';

function csv(name: string, ...lines: string[]): InputFile {
  const blob = new Blob([`${lines.join('\n')}\n`]);
  return { name, size: blob.size, blob };
}

function mapping(...tables: TableMapping[]): Mapping {
  return { deskbook: 1, vendor: 'desk', timeZone: null, tables, dateOrders: {}, vocabularies: {} };
}

const text = (column: string) => ({ kind: 'text', column }) as const;

test('the browser’s engine reads a log, completes rows, names ids and derives tickets like the native one', async () => {
  const engine = await openWasmEngine({ storage: 'memory' });
  await prepareDatabase(engine);
  await importFiles(engine, [
    csv(
      'log.csv',
      'number,incident_state,sys_mod_count,sys_updated_at,opened_at,assigned_to,resolved_at,reopen_count',
      'I1,New,0,1/2/2024 08:00,1/2/2024 08:00,?,13/2/2024 08:00,0',
      'I1,Resolved,2,1/2/2024 10:00,1/2/2024 08:00,Rui,13/2/2024 08:00,0',
      'I1,Active,10,1/2/2024 11:00,1/2/2024 08:00,Eva,13/2/2024 08:00,1',
      'I1,Closed,11,2/2/2024 08:00,1/2/2024 08:00,Eva,13/2/2024 08:00,1',
    ),
  ]);
  await importFiles(
    engine,
    [
      csv('tickets.csv', 'id,kind,ref,tags,team', '1,Ticket,see #12,"[""a, b""]",7', '2,Total,,,'),
      csv('links.csv', 'ticket,tag', '1,c', '1,a'),
      csv('names.csv', 'kind,id,name', 'team,7,Suporte', 'tag,c,vip'),
      csv('messages.csv', 'ticket,at,who', '3,2024-01-01 10:00,customer', '3,2024-01-01 10:05,agent'),
    ],
    {
      mappings: {
        'tickets.csv': mapping({
          table: 'tickets',
          columns: {
            ticket_id: text('id'),
            subject: {
              kind: 'join',
              of: [text('kind'), { kind: 'extract', column: 'ref', pattern: '#([0-9]+)' }],
              separator: ' ',
            },
            tags: { kind: 'list', column: 'tags', separator: null },
            team: text('team'),
          },
          requires: ['ticket_id'],
          where: { column: 'kind', is: ['total'], not: true },
          customFields: ['ref'],
        }),
        'links.csv': mapping({
          table: 'tickets',
          columns: { ticket_id: text('ticket'), tags: { kind: 'list', column: 'tag', separator: '\n' } },
          requires: ['ticket_id'],
          customFields: ['tag'],
          completes: true,
        }),
        'names.csv': mapping({
          table: 'names',
          columns: { kind: text('kind'), id: text('id'), name: text('name') },
          requires: ['kind', 'id'],
        }),
        'messages.csv': mapping({
          table: 'messages',
          columns: {
            message_id: { kind: 'row', prefix: 'row ' },
            ticket_id: text('ticket'),
            sent_at: { kind: 'instant', column: 'at' },
            author: { kind: 'word', column: 'who', vocabulary: 'author' },
          },
          requires: ['ticket_id'],
        }),
      },
    },
  );
  const told = await engine.query(
    `select string_agg(concat_ws(' ', ticket_id, subject, team, array_to_string(tags, '+'), reopens, reported_reopens, resolution_seconds, reported_resolution_seconds, first_response_seconds), '; ' order by ticket_id) from tickets`,
  );
  expect(String(told.columns[0]?.at(0))).toBe('1 Ticket 12 Suporte a, b+a+vip; 3 300; I1 1 1 86400 1036800');
  await engine.close();
});
