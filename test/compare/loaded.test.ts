import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  commonMoment,
  compareExports,
  databaseLike,
  databaseOf,
  detachDatabases,
  withDatabase,
  type Comparison,
} from '#compare';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { exclude, importFiles, knownSources, prepareDatabase, type InputFile } from '#import';
import { findKpi } from '#kpi';
import { rowsOf } from '#table';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  await importFiles(engine, [file('monday.csv', '1', '2')], { into: 'monday' });
  await importFiles(engine, [file('friday.csv', '2', '3', '4')], { into: 'friday' });
});
afterAll(() => engine.close());

function file(name: string, ...ids: readonly string[]): InputFile {
  const rows = ids.map((id) => `${id},2026-03-02 1${id}:00:00,chat`);
  const blob = new Blob([['ticket_id,created_at,channel', ...rows].join('\n')]);
  return { name, size: blob.size, blob };
}

async function compared(earlier: string, later: string): Promise<Comparison> {
  const end = '2026-03-02 14:00:00';
  return withDatabase(engine, 'mixed', (mixed) =>
    compareExports(
      engine,
      { earlier, later, mixture: mixed.database },
      {
        end,
        earlier: commonMoment(end),
        later: null,
        kpis: [findKpi('tickets_created')].flatMap((kpi) => (kpi ? [{ kpi, variant: '' }] : [])),
      },
    ),
  );
}

test('two sources of what is loaded are compared as if they were one', async () => {
  const monday = await databaseOf(engine, 'earlier_side', { source: 'monday', as: 'monday' });
  const friday = await databaseOf(engine, 'later_side', { source: 'friday', as: 'monday' });
  const sources = await knownSources(friday);
  const { units, changed } = await compared(monday.database, friday.database);
  await detachDatabases(engine, ['earlier_side', 'later_side', 'was_never_there']);
  expect(sources.map(({ sourceId, files }) => [sourceId, files.map(({ name }) => name)])).toEqual([
    ['monday', ['friday.csv']],
  ]);
  expect(units).toEqual({ gone: 1, merged: 0, rated: 0, changed: 0, new: 2, since: 0 });
  expect(changed.map(({ earlier, later }) => [earlier.value, later.value])).toEqual([[2, 3]]);
});

test('a file read beside what is loaded leaves out the rows that are left out there, and nothing is written to these', async () => {
  await exclude(engine, { finding: 'test', table: 'tickets', where: `ticket_id = '4'` });
  const aside = await databaseLike(engine, 'later_side');
  await importFiles(aside, [file('later.csv', '2', '4', '5')], { into: 'friday' });
  const shown = await engine.query(
    `select (select list(ticket_id order by ticket_id) from later_side.main.tickets) as aside, (select count(*)::integer from base.tickets) as loaded`,
  );
  await detachDatabases(engine, ['later_side']);
  expect(rowsOf(shown)).toEqual([{ aside: ['2', '5'], loaded: 5 }]);
});
