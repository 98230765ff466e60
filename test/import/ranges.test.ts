import { expect, test } from 'vitest';
import type { Mapping } from '#import';
import { csv, imported } from './files.ts';

const mapping: Mapping = {
  deskbook: 1,
  vendor: 'desk',
  timeZone: null,
  tables: [
    {
      table: 'tickets',
      columns: {
        ticket_id: { kind: 'id', column: 'id' },
        agent_id: { kind: 'text', column: 'agent' },
        created_at: { kind: 'instant', column: 'created' },
      },
      requires: ['ticket_id'],
    },
    {
      table: 'agents',
      distinct: true,
      columns: { agent_id: { kind: 'text', column: 'agent' } },
      requires: ['agent_id'],
    },
  ],
  dateOrders: {},
  vocabularies: {},
};

test('rows that are written range by range are all there once, without those that are refused or repeated', async () => {
  const lines = Array.from(
    { length: 500_000 },
    (_, row) => `${row},a${row % 7},2024-0${1 + (row % 9)}-01 10:00`,
  );
  lines[10] = '10,a,b,c,d,e';
  lines[245_760] = '5,a5,2024-06-01 10:00';
  lines[245_761] = ',a1,2024-01-01 10:00';
  lines[491_519] = '491519,a1,no date at all';
  const { engine, report, rows } = await imported([csv('all.csv', 'id,agent,created', lines.join('\n'))], {
    mappings: { '*': mapping },
  });
  expect(report.sources).toMatchObject([
    { rowsRead: 500_000, rowsLoaded: 499_997, rowsRejected: 3, rowsDuplicate: 1 },
  ]);
  expect(
    await rows(
      `select count(*) as n, count(distinct ticket_id) as ids, bool_and(ticket_id::bigint + 1 = source_row) as placed, min(source_row) as first, max(source_row) as last, (select count(*) from agents) as agents from tickets`,
    ),
  ).toEqual([{ n: 499_996, ids: 499_996, placed: true, first: 1, last: 500_000, agents: 7 }]);
  await engine.close();
});
