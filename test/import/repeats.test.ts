import { expect, test } from 'vitest';
import type { Mapping, TableMapping } from '#import';
import { csv, imported } from './files.ts';

function withTables(...tables: TableMapping[]): { mappings: Record<string, Mapping> } {
  const mapping: Mapping = {
    deskbook: 1,
    vendor: 'desk',
    timeZone: null,
    tables,
    dateOrders: {},
    vocabularies: {},
  };
  return { mappings: { '*': mapping } };
}

const messages: TableMapping = {
  table: 'messages',
  columns: {
    message_id: { kind: 'row', prefix: 'row ' },
    ticket_id: { kind: 'text', column: 'ticket' },
    sent_at: { kind: 'instant', column: 'at' },
    body: { kind: 'text', column: 'text' },
  },
  requires: ['ticket_id'],
};

test('messages without ids are numbered by row and file: those of two files never meet, and exact copies count once', async () => {
  const { engine, report, rows } = await imported(
    [
      csv(
        'a.csv',
        'ticket,at,text',
        '1,2024-01-01 10:00,hello',
        '1,2024-01-01 10:00,hello',
        '1,2024-01-01 10:00,again',
      ),
      csv('b.csv', 'ticket,at,text', '1,2024-01-01 11:00,hello', '1,,hello', '1,,hello'),
    ],
    withTables(messages),
  );
  expect(report.sources).toMatchObject([{ rowsRead: 6, rowsLoaded: 6, rowsDuplicate: 1 }]);
  expect(
    await rows(
      `select count(*) as n, count(distinct message_id) as ids, count(sent_at) as dated, bool_and(starts_with(message_id, 'row ')) as numbered from messages`,
    ),
  ).toEqual([{ n: 5, ids: 5, dated: 3, numbered: true }]);
  await engine.close();
});

test('numbered rows that say nothing of ticket and time are never taken for copies', async () => {
  const { engine, report, rows } = await imported(
    [csv('calls.csv', 'agent,seconds', 'Rui,60', 'Rui,60')],
    withTables({
      table: 'calls',
      columns: {
        call_id: { kind: 'row', prefix: 'row ' },
        agent_id: { kind: 'text', column: 'agent' },
        talk_seconds: { kind: 'duration', column: 'seconds', unit: 'seconds' },
      },
      requires: [],
    }),
  );
  expect(report.sources).toMatchObject([{ rowsLoaded: 2, rowsDuplicate: 0 }]);
  expect(await rows('select count(*) as n from calls')).toEqual([{ n: 2 }]);
  await engine.close();
});

test('where two tables share a file by a word, each judges its own rows', async () => {
  const { engine, report, rows } = await imported(
    [
      csv(
        'mixed.csv',
        'kind,ticket,at,text',
        't,1,2024-01-01 10:00,x',
        'm,1,2024-01-01 10:00,y',
        't,1,2024-01-01 10:00,x',
        'm,,2024-01-01 10:00,z',
      ),
    ],
    withTables(
      {
        table: 'tickets',
        columns: { ticket_id: { kind: 'text', column: 'ticket' }, subject: { kind: 'text', column: 'text' } },
        requires: ['ticket_id'],
        where: { column: 'kind', is: ['t'] },
      },
      { ...messages, where: { column: 'kind', is: ['m'] } },
    ),
  );
  expect(report.sources).toMatchObject([{ rowsRead: 4, rowsLoaded: 3, rowsRejected: 1, rowsDuplicate: 1 }]);
  expect(
    await rows(
      'select (select count(*) from tickets) as tickets, (select count(*) from messages) as messages',
    ),
  ).toEqual([{ tickets: 1, messages: 1 }]);
  await engine.close();
});
