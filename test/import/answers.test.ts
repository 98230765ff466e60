import { expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import { dropRaw, prepareDatabase, proposeMapping, readFile, type Field, type Mapping } from '#import';
import { csv, imported } from './files.ts';

const file = csv(
  'zendesk.csv',
  'Id,Requester,Requester id,Assignee,Group,Subject,Status,Created at,Updated at,Solved at,Satisfaction Score,Satisfaction comment,Group stations,Reopens,Replies,First reply time in minutes',
  '1,Ana,71,Rui,Support,Where is it,Solved,2024-03-30 23:30,2024-04-02 10:00,2024-03-31 02:30,Good,Thank you,1,0,1,5',
  '2,Bia,72,,Support,Refund,Open,2024-03-31 01:30,2024-04-02 10:00,,Bad,,1,0,1,',
  '3,Caio,73,Rui,Billing,Invoice,Closed,2024-10-27 01:30,2024-10-29 10:00,2024-10-27 03:15,Offered,,1,0,2,7',
  '4,Davi,74,Eva,Billing,Broken,Pending,,2024-10-29 10:00,,Good,late,1,0,2,7',
  '5,Eli,75,Eva,Billing,Broken,Pending,2024-06-01 08:00,2024-10-29 10:00,,Unoffered,,1,0,2,7',
  '5,Eli,75,Eva,Billing,Broken,Solved,2024-06-01 08:00,2024-10-30 10:00,2024-10-30 09:00,Bad,,1,1,3,7',
  '6,Flo,76,Eva,Billing,Broken,Solved,2024-06-01 08:00,2024-10-30 10:00,2024-10-30 09:00,,,1,1,3,7',
  ',Gil,77,Eva,Billing,No id,Solved,2024-06-01 08:00,2024-10-30 10:00,2024-10-30 09:00,Good,,1,1,3,7',
);

async function proposed(): Promise<Mapping> {
  const engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  const [raw] = await readFile(engine, file);
  if (!raw) throw new Error('a file gives a table');
  const { mapping } = await proposeMapping(engine, raw);
  await dropRaw(engine, raw);
  await engine.close();
  return mapping;
}

/** The same, said in a way that is not recognised as the ticket's own id: the tickets are looked up then. */
function lookingUp(mapping: Mapping): Mapping {
  const around = (field: Field | undefined): Field => ({ kind: 'first', of: field ? [field] : [] });
  return {
    ...mapping,
    tables: mapping.tables.map((table) =>
      table.table === 'ratings'
        ? { ...table, columns: { ...table.columns, rating_id: around(table.columns['rating_id']) } }
        : table,
    ),
  };
}

test('answers in the rows of their tickets are what they are when their tickets are looked up', async () => {
  const mapping = await proposed();
  const answers = async (each: Mapping) => {
    const { rows } = await imported([file], { mappings: { '*': each }, timeZone: 'Europe/Lisbon' });
    return rows('select * exclude (source_id) from ratings order by rating_id');
  };
  const together = await answers(mapping);
  expect(together).toEqual(await answers(lookingUp(mapping)));
  expect(
    together.map(({ rating_id, rated_at, rated_at_utc, rated_at_basis, agent_id, is_latest, bucket }) => [
      ...[rating_id, rated_at, rated_at_utc, rated_at_basis, agent_id, is_latest, bucket],
    ]),
  ).toEqual([
    ['1', '2024-03-31 02:30:00', '2024-03-31 01:30:00', 'solved', 'Rui', true, 'positive'],
    ['2', '2024-03-31 02:30:00', '2024-03-31 01:30:00', 'created', null, true, 'negative'],
    ['3', null, null, null, 'Rui', false, null],
    ['4', null, null, null, 'Eva', true, 'positive'],
    ['5', '2024-10-30 09:00:00', '2024-10-30 09:00:00', 'solved', 'Eva', true, 'negative'],
  ]);
});
