import { afterAll, beforeAll, expect, test } from 'vitest';
import { findKpi, pastValues } from '#kpi';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import type { Period } from '#time';
import { fill } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await fill(engine, {
    tickets: {
      columns: 'ticket_id, created_at',
      values: `('0', '2025-12-20 10:00'), ('1', '2026-01-05 10:00'), ('2', '2026-01-20 10:00'), ('3', '2026-03-02 10:00'), ('4', '2026-03-11 10:00')`,
    },
  });
});
afterAll(() => engine.close());

async function past(id: string, period: Period | null, asOf: string | null = null) {
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  const values = await pastValues(engine, null, kpi, { period, asOf });
  return values.map(({ period: { from, to }, value }) => [from?.slice(0, 10), to?.slice(0, 10), value]);
}

test('the months before a month are its past; of that in which the data begin not all is known', async () => {
  const march = { from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' };
  expect(await past('tickets_created', march)).toEqual([
    ['2026-01-01', '2026-02-01', 2],
    ['2026-02-01', '2026-03-01', 0],
    ['2026-03-01', '2026-04-01', 2],
  ]);
});

test('where the data end within a month each is of the same days', async () => {
  const march = { from: '2026-03-01 00:00:00', to: '2026-03-13 00:00:00', wholeTo: '2026-04-01 00:00:00' };
  expect(await past('tickets_created', march, '2026-03-12 09:00:00')).toEqual([
    ['2026-01-01', '2026-01-13', 1],
    ['2026-02-01', '2026-02-13', 0],
    ['2026-03-01', '2026-03-13', 2],
  ]);
});

test('a period that is open has no past', async () => {
  expect([
    await past('tickets_created', null),
    await past('tickets_created', { from: null, to: null }),
  ]).toEqual([[], []]);
});
