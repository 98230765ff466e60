import { expect, test } from 'vitest';
import { importFiles, type Mapping, type TableMapping } from '#import';
import { csv, imported, rowsAsText, told } from './files.ts';

function mapping(...tables: TableMapping[]): Mapping {
  return { deskbook: 1, vendor: 'desk', timeZone: null, tables, dateOrders: {}, vocabularies: {} };
}

const tickets = mapping({
  table: 'tickets',
  columns: {
    ticket_id: { kind: 'id', column: 'id' },
    subject: { kind: 'text', column: 'subject' },
    tags: { kind: 'list', column: 'tags', separator: ',' },
    created_at: { kind: 'instant', column: 'created' },
  },
  requires: ['ticket_id'],
  customFields: ['plan'],
});
const links = mapping({
  table: 'tickets',
  columns: {
    ticket_id: { kind: 'id', column: 'ticket' },
    tags: { kind: 'list', column: 'tag', separator: '\n' },
    customer_id: { kind: 'id', column: 'customer' },
    subject: { kind: 'text', column: 'title' },
  },
  requires: ['ticket_id'],
  customFields: ['plan', 'tier'],
  completes: true,
});
const mappings = { 'tickets.csv': tickets, 'links.csv': links };

const ticketFile = csv(
  'tickets.csv',
  'id,subject,tags,created,plan',
  '1,,"b,a",2026-01-05 10:00:00,gold',
  '2,kept,,2026-01-06 10:00:00,',
  '3,plain,,2026-01-07 10:00:00,',
);
const linkFile = csv(
  'links.csv',
  'ticket,tag,customer,title,plan,tier',
  '1,c,,first,silver,',
  '1,a,C1,second,,2',
  '1,"x, y",C9,,,3',
  '2,d,,never,,',
  '1,c,,first,silver,',
  '9,e,C2,lost,,',
  '9,f,C2,lost,,',
  ',g,,,,',
);
const whole = [
  {
    ticket_id: '1',
    subject: 'first',
    tags: ['b', 'a', 'c', 'x, y'],
    customer_id: 'C1',
    plan: 'gold',
    tier: '2',
  },
  { ticket_id: '2', subject: 'kept', tags: ['d'], customer_id: null, plan: null, tier: null },
  { ticket_id: '3', subject: 'plain', tags: null, customer_id: null, plan: null, tier: null },
];
const query = `select ticket_id, subject, tags, customer_id, custom_fields['plan'] as plan, custom_fields['tier'] as tier from tickets order by ticket_id`;
const unmet = '2 rows of links.csv complete nothing: no row of the table tickets has their keys.';

test('rows complete those of other files: what is empty is filled, lists and maps are united, nothing is overwritten, no row is made', async () => {
  for (const files of [
    [ticketFile, linkFile],
    [linkFile, ticketFile],
  ]) {
    const { engine, report, rows } = await imported(files, { mappings });
    expect(await rows(query)).toEqual(whole);
    expect(report.sources).toHaveLength(1);
    expect(report.sources[0]).toMatchObject({ rowsRead: 11, rowsLoaded: 10, rowsRejected: 1 });
    expect(told(report).notes).toEqual([unmet]);
    await engine.close();
  }
});

test('they complete rows of an earlier import, too, and a later state of those rows keeps what completed them', async () => {
  const { engine } = await imported([ticketFile], { mappings });
  const second = await importFiles(engine, [linkFile], { mappings });
  expect(second.sources.map(({ joined }) => joined)).toEqual([true]);
  expect(await rowsAsText(engine, query)).toEqual(whole);
  const later = csv('tickets2.csv', 'id,subject,created', '2,changed,2026-01-06 10:00:00');
  const narrow = mapping({
    ...tickets.tables[0]!,
    columns: {
      ticket_id: { kind: 'id', column: 'id' },
      subject: { kind: 'text', column: 'subject' },
      created_at: { kind: 'instant', column: 'created' },
    },
    customFields: [],
  });
  await importFiles(engine, [later], { mappings: { 'tickets2.csv': narrow } });
  expect(await rowsAsText(engine, query)).toEqual(
    whole.map((row) => (row.ticket_id === '2' ? { ...row, subject: 'changed' } : row)),
  );
  await engine.close();
});
