import { expect, test } from 'vitest';
import type { Mapping, TableMapping } from '#import';
import { csv, imported, told } from './files.ts';

function mapped(...tables: TableMapping[]): { mappings: Record<string, Mapping> } {
  return {
    mappings: {
      '*': { deskbook: 1, vendor: 'log', timeZone: null, tables, dateOrders: {}, vocabularies: {} },
    },
  };
}

const ticketOf = (columns: TableMapping['columns'] = {}): TableMapping => ({
  table: 'tickets',
  columns: {
    ticket_id: { kind: 'id', column: 'id' },
    subject: { kind: 'text', column: 'subject' },
    ...columns,
  },
  requires: ['ticket_id'],
});

test('rows are chosen by their words, whatever their case and accents; those that nothing takes are told', async () => {
  const { engine, report, rows } = await imported(
    [
      csv(
        'mixed.csv',
        'kind,id,subject',
        'Chamado,1,first',
        'CHAMADO ,2,second',
        'Avaliação,3,an answer',
        'Total,,2',
        '?,5,unsaid',
        'Chamado,,lost',
      ),
    ],
    mapped(
      { ...ticketOf(), where: { column: 'kind', is: ['chamado'] } },
      {
        table: 'messages',
        columns: { message_id: { kind: 'id', column: 'id' }, body: { kind: 'text', column: 'subject' } },
        requires: ['message_id'],
        where: { column: 'kind', is: ['avaliacao'] },
      },
      {
        table: 'agents',
        columns: { agent_id: { kind: 'text', column: 'subject' } },
        requires: ['agent_id'],
        distinct: true,
      },
    ),
  );
  expect(report.sources[0]).toMatchObject({ rowsRead: 6, rowsLoaded: 5, rowsRejected: 1 });
  expect(told(report)).toMatchObject({
    notes: [
      '2 rows were left out, as the mapping asks: what they say in “kind” is not wanted. They count as loaded.',
      '2 tickets have no date of creation.',
    ],
    rejections: [['“id” is empty: the row cannot be told from others.', 1]],
  });
  expect(
    await rows(
      `select (select list(ticket_id order by ticket_id) from tickets) as tickets, (select list(message_id) from messages) as messages, (select list(agent_id order by agent_id) from agents) as agents`,
    ),
  ).toEqual([{ tickets: ['1', '2'], messages: ['3'], agents: ['an answer', 'first', 'second'] }]);
  await engine.close();
});

test('“none of these” takes what is empty; an empty word takes nothing else', async () => {
  const file = csv('t.csv', 'id,subject', '1,a', '2,', '3,?', '4,B');
  const ids = 'select list(ticket_id order by ticket_id) as ids from tickets';
  const choices = [
    { where: { column: 'subject', is: ['b'], not: true }, ids: ['1', '2', '3'] },
    { where: { column: 'subject', is: [''] }, ids: ['2', '3'] },
    { where: { column: 'subject', is: [''], not: true }, ids: ['1', '4'] },
    { where: { column: 'subject', is: ['c'] }, ids: null },
  ];
  for (const choice of choices) {
    const { engine, report, rows } = await imported([file], mapped({ ...ticketOf(), where: choice.where }));
    expect(await rows(ids)).toEqual([{ ids: choice.ids }]);
    expect(report.sources[0]).toMatchObject({ rowsRead: 4, rowsLoaded: 4, rowsRejected: 0 });
    await engine.close();
  }
});

test('a column of more words than are surveyed is compared in SQL, with the same result', async () => {
  const lines = Array.from({ length: 2100 }, (_, index) => `${index},wórd ${index}`);
  const { engine, rows } = await imported(
    [csv('many.csv', 'id,subject', ...lines, 'a,', 'b,N/A')],
    mapped({ ...ticketOf(), where: { column: 'subject', is: ['WORD 7', 'word 2099', ''] } }),
  );
  expect(await rows('select list(ticket_id order by ticket_id) as ids from tickets')).toEqual([
    { ids: ['2099', '7', 'a', 'b'] },
  ]);
  await engine.close();
});

const log = csv(
  'log.csv',
  'id,subject,step,at,state',
  'A,a2,10,1/3/2024 09:00,Closed',
  'A,a1,9,28/2/2024 10:00,New',
  'A,a3,10,1/3/2024 09:00,Closed',
  'B,b1,1,2/1/2024 10:00,?',
  'B,b2,2,3/1/2024 10:00,New',
  'B,b3,,4/1/2024 10:00,New',
  'B,b2,2,3/1/2024 10:00,New',
);

test('of a log the last row counts: numbers by their size, dates by their day, and ties by the file', async () => {
  const latest = async (by: readonly string[]) => {
    const { engine, report, rows } = await imported(
      [log],
      mapped({ ...ticketOf(), latest: { of: 'id', by } }),
    );
    const found = await rows('select list(subject order by ticket_id) as subjects from tickets');
    await engine.close();
    const [source] = report.sources;
    return [found[0]?.['subjects'], source?.rowsRead, source?.rowsLoaded, source?.rowsDuplicate];
  };
  expect(await latest(['step'])).toEqual([['a3', 'b2'], 7, 7, 1]);
  expect(await latest(['at'])).toEqual([['a3', 'b3'], 7, 7, 1]);
  expect(await latest(['step', 'subject'])).toEqual([['a3', 'b2'], 7, 7, 1]);
  expect(await latest([])).toEqual([['a3', 'b3'], 7, 7, 1]);
});

const changes: TableMapping = {
  table: 'ticket_events',
  columns: {
    event_id: { kind: 'row', prefix: 'state ' },
    ticket_id: { kind: 'id', column: 'id' },
    at: { kind: 'instant', column: 'at' },
    kind: { kind: 'constant', value: 'status' },
    from_value: { kind: 'before', column: 'state', vocabulary: 'status' },
    to_value: { kind: 'word', column: 'state', vocabulary: 'status' },
    actor_id: { kind: 'before', column: 'subject', vocabulary: null },
  },
  requires: ['ticket_id'],
  changes: { of: 'state', per: 'id', by: ['at'] },
};

test('the changes of a log: the first one counts, what held nothing is none, and what was before is known', async () => {
  const { engine, report, rows } = await imported(
    [log],
    mapped({ ...ticketOf(), latest: { of: 'id', by: ['step'] } }, changes),
  );
  expect(
    await rows(
      `select ticket_id, "at", from_value, to_value, actor_id from ticket_events order by ticket_id, "at"`,
    ),
  ).toEqual([
    { ticket_id: 'A', at: '2024-02-28 10:00:00', from_value: null, to_value: 'new', actor_id: null },
    { ticket_id: 'A', at: '2024-03-01 09:00:00', from_value: 'new', to_value: 'closed', actor_id: 'a1' },
    { ticket_id: 'B', at: '2024-01-03 10:00:00', from_value: null, to_value: 'new', actor_id: 'b1' },
  ]);
  expect(report.sources[0]).toMatchObject({ rowsRead: 7, rowsLoaded: 7 });
  await engine.close();
});
