import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { setWorkspaceZone } from '#import';
import { findKpi, measure, unusualDays, type Measurement } from '#kpi';
import { testCases } from './asked.ts';
import { forecastCases } from './cases/volume-forecast.ts';
import { volumeCases } from './cases/volume.ts';
import { fill, type World } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

async function measured(id: string, world: World, asOf: string, variant = ''): Promise<Measurement> {
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  await fill(engine, world);
  return measure(engine, null, kpi, { variant, period: null, asOf });
}

testCases(() => engine, volumeCases);

test('what is left out of a backlog, and how wrong a forecast was, stand beside the value', async () => {
  const reopened: World = {
    tickets: {
      columns: 'ticket_id, created_at, status, last_solved_at, reopens',
      values: `('1', '2026-03-01', 'open', null, 0), ('2', '2026-03-01', 'open', '2026-03-02', 1)`,
    },
  };
  const backlog = await measured('backlog', reopened, '2026-03-04 00:00:00', 'snapshot');
  expect([backlog.value, backlog.extras]).toEqual([1, { left_out: 1 }]);
  const doubling = forecastCases.find(({ title }) => title.includes('doubles'))?.world ?? {};
  const forecast = await measured('volume_forecast', doubling, '2026-03-02 15:00:00');
  expect([forecast.value, forecast.interval, forecast.extras]).toEqual([
    28 * 8,
    null,
    { error: 4 / 8, baseline_error: 4 / 8 },
  ]);
});

test('a backlog is compared with that at the end of the period before, however long that was', async () => {
  const kpi = findKpi('backlog');
  if (!kpi) throw new Error('no backlog');
  // a and b are there when March ends, a when February does; c is gone by then.
  await fill(engine, {
    status_periods: {
      columns: 'ticket_id, status, from_at, to_at',
      values: `('a', 'open', '2026-02-10', null), ('b', 'new', '2026-03-05', null), ('c', 'open', '2026-01-10', '2026-02-20'), ('c', 'solved', '2026-02-20', null)`,
    },
  });
  const period = { from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' };
  const { value, previous } = await measure(engine, null, kpi, { period, asOf: '2026-04-02 00:00:00' });
  expect([value, previous?.period.to, previous?.value, previous?.change, previous?.relative]).toEqual([
    2,
    '2026-03-01 00:00:00',
    1,
    2 - 1,
    1,
  ]);
  const before = { from: '2025-01-01 00:00:00', to: '2025-02-01 00:00:00' };
  expect((await measure(engine, null, kpi, { period: before, asOf: '2026-04-02 00:00:00' })).status).toBe(
    'no_data',
  );
});

test('an age is what has passed: in New York the night of 8 March 2026 has an hour less', async () => {
  await fill(engine, {
    tickets: { columns: 'ticket_id, created_at, status', values: `('1', '2026-03-08 06:00', 'open')` },
  });
  const kpi = findKpi('backlog_age');
  if (!kpi) throw new Error('no backlog_age');
  // Created at one in the morning; at four, two hours later.
  await setWorkspaceZone(engine, 'America/New_York');
  const { value, n } = await measure(engine, null, kpi, { period: null, asOf: '2026-03-08 04:00:00' });
  await setWorkspaceZone(engine, 'UTC');
  expect([value, n]).toEqual([2 * 3600, 1]);
});

test('untouched tickets: the last three days are too young to judge, and say so; a day before them stands out', async () => {
  const dayMs = 86_400_000;
  const dayAt = (index: number): string =>
    new Date(Date.UTC(2026, 0, 30) + index * dayMs).toISOString().slice(0, 10);
  // 30 January to 30 March, 25 a day, all acted on but those of the 25th and of the last three days.
  const tickets = Array.from({ length: 60 }, (_, day) =>
    Array.from(
      { length: 25 },
      (_, index) => `('${day} ${index}', '${dayAt(day)}', 'open', ${[54, 57, 58, 59].includes(day) ? 0 : 1})`,
    ),
  );
  await fill(engine, {
    tickets: { columns: 'ticket_id, created_at, status, agent_actions', values: tickets.flat().join(', ') },
  });
  const kpi = findKpi('untouched_rate');
  if (!kpi) throw new Error('no untouched_rate');
  const asOf = '2026-03-31 00:00:00';
  const days = await unusualDays(engine, null, kpi, { period: null, asOf });
  expect(days?.map(({ day, value, direction }) => [day, value, direction])).toEqual([
    ['2026-03-25', 1, 'up'],
  ]);
  const notes = async (to: string) => {
    const period = { from: '2026-03-01 00:00:00', to: `${to} 00:00:00` };
    return (await measure(engine, null, kpi, { period, asOf })).notes;
  };
  expect(await notes('2026-03-29')).toEqual([{ code: 'kpi.note.settling', params: { count: 3 } }]);
  expect(await notes('2026-03-28')).toEqual([]);
});
