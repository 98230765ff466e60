import { expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import { importFiles, prepareDatabase } from '#import';
import { csv, rowsAsText } from './files.ts';

test('a database of an earlier version opens, keeps its rows and gains the columns and tables that it lacks', async () => {
  const engine = await openNodeEngine({ threads: 1 });
  await engine.exec(`create schema base;
create table base.settings (name VARCHAR, value VARCHAR);
insert into base.settings values ('schema_version', '1'), ('workspace_zone', 'UTC');
create table base.tickets (source_id VARCHAR, ticket_id VARCHAR, status VARCHAR, created_at TIMESTAMP, created_at_utc TIMESTAMP, source_file VARCHAR, source_row BIGINT);
create view main.tickets as select * from base.tickets;
insert into base.tickets values ('old', 'T1', 'open', '2024-01-01 10:00:00', '2024-01-01 10:00:00', 'old.csv', 1)`);
  await prepareDatabase(engine);
  expect(
    await rowsAsText(
      engine,
      'select ticket_id, status, created_at, reported_reopens, reported_solved_at, reported_solved_at_utc, wait_business_seconds from tickets',
    ),
  ).toEqual([
    {
      ticket_id: 'T1',
      status: 'open',
      created_at: '2024-01-01 10:00:00',
      reported_reopens: null,
      reported_solved_at: null,
      reported_solved_at_utc: null,
      wait_business_seconds: null,
    },
  ]);
  expect(await rowsAsText(engine, 'select count(*) as n from base.names')).toEqual([{ n: 0 }]);
  await importFiles(engine, [csv('tickets.csv', 'ticket_id,status,created_at', 'T2,open,2024-02-01 10:00')]);
  expect(await rowsAsText(engine, 'select ticket_id from tickets order by 1')).toEqual([
    { ticket_id: 'T1' },
    { ticket_id: 'T2' },
  ]);
  await engine.close();
});
