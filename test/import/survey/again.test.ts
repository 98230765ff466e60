import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import type { Mapping } from '#import';
import { dropRaw, readFile } from '../../../src/lib/import/readers/reader.ts';
import { surveyTable } from '../../../src/lib/import/survey/survey.ts';
import { inputFile } from '../readers/reading.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

const mapping: Mapping = {
  deskbook: 1,
  vendor: 'desk',
  timeZone: null,
  tables: [
    {
      table: 'tickets',
      columns: {
        ticket_id: { kind: 'id', column: 'Id' },
        created_at: { kind: 'instant', column: 'Created at' },
      },
      requires: ['ticket_id'],
    },
  ],
  dateOrders: {},
  vocabularies: {},
};

it('the rows are asked once for a mapping, and again for another one', async () => {
  const [raw] = await readFile(
    engine,
    inputFile('Id,Status,Created at\n1,Open,03/04/2024\n2,Solved,05/06/2024'),
  );
  if (!raw) throw new Error('nothing was read');
  const first = await surveyTable(engine, raw, mapping);
  const again = await surveyTable(engine, raw, { ...mapping });
  const other = await surveyTable(engine, raw, { ...mapping, dateOrders: { 'Created at': 'dmy' } });
  await dropRaw(engine, raw);
  expect([again === first, first.dates['Created at']?.formats, other.dates['Created at']?.formats]).toEqual([
    true,
    ['%m/%d/%Y'],
    ['%d/%m/%Y'],
  ]);
});
