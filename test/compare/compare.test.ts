import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareExports, withDatabase, type Comparison } from '#compare';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { findKpi, type Kpi } from '#kpi';
import { fill, type World } from '../kpi/world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

const tickets = 'ticket_id, created_at, status, last_solved_at, resolution_seconds';
const ratings = 'rating_id, ticket_id, kind, sent_at, rated_at, scale, score, score_raw, bucket, is_latest';
const rated = (id: string, isContent: boolean): string =>
  `('r${id}', '${id}', 'csat', '2026-03-04', '2026-03-05', '1-5', ${isContent ? "5, '5', 'positive'" : "1, '1', 'negative'"}, true)`;

/** Ticket 5 goes away, 4 is merged, 3 is rated late, the customer of 1 has another mind, 6 is new; 2 stays. */
const lastWeek: World = {
  tickets: {
    columns: tickets,
    values: `
      ('1', '2026-03-02', 'solved', '2026-03-03', 100), ('2', '2026-03-02', 'solved', '2026-03-03', 100),
      ('3', '2026-03-02', 'solved', '2026-03-03', 100), ('4', '2026-03-02', 'solved', '2026-03-03', 100),
      ('5', '2026-03-02', 'solved', '2026-03-03', 600)`,
  },
  ratings: { columns: ratings, values: [rated('1', true), rated('2', false), rated('5', false)].join(', ') },
};
const thisWeek: World = {
  tickets: {
    columns: tickets,
    values: `
      ('1', '2026-03-02', 'solved', '2026-03-03', 100), ('2', '2026-03-02', 'solved', '2026-03-03', 100),
      ('3', '2026-03-02', 'solved', '2026-03-03', 100), ('4', '2026-03-02', 'merged', '2026-03-03', 100),
      ('6', '2026-03-03', 'solved', '2026-03-04', 100)`,
  },
  ratings: {
    columns: ratings,
    values: [rated('1', false), rated('2', false), rated('3', true), rated('6', true)].join(', '),
  },
};

async function compared(before: World, after: World, ids: readonly string[]): Promise<Comparison> {
  const kpis = ids.map((id) => findKpi(id)).filter((kpi): kpi is Kpi => kpi !== undefined);
  await fill(engine, after);
  return withDatabase(engine, 'earlier_export', async (earlier) => {
    await fill(earlier, before);
    return withDatabase(engine, 'mixed_exports', (mixed) =>
      compareExports(
        engine,
        { earlier: earlier.database, later: engine.database, mixture: mixed.database },
        { period: { from: null, to: '2026-03-08 00:00:00' }, asOf: '2026-03-08 00:00:00', kpis },
      ),
    );
  });
}

test('what changed between two exports is told by its reasons, and they add up', async () => {
  const { units, changed, same } = await compared(lastWeek, thisWeek, ['csat', 'resolution_time']);
  expect(units).toEqual({ gone: 1, merged: 1, rated: 1, changed: 1, new: 1, rest: 0 });
  expect(same).toBe(0);
  const [csat, resolution] = changed;
  // 1 of 3 · without ticket 5: 1 of 2 · with the rating of 3: 2 of 3 · ticket 1 discontent: 1 of 3 · with ticket 6: 2 of 4
  expect([csat?.earlier, csat?.later]).toEqual([
    { value: 1 / 3, n: 3 },
    { value: 1 / 2, n: 4 },
  ]);
  expect(csat?.because.map(({ reason, effect }) => [reason, Number(effect.toFixed(9))])).toEqual([
    ['gone', Number((1 / 2 - 1 / 3).toFixed(9))],
    ['rated', Number((2 / 3 - 1 / 2).toFixed(9))],
    ['changed', Number((1 / 3 - 2 / 3).toFixed(9))],
    ['new', Number((1 / 2 - 1 / 3).toFixed(9))],
  ]);
  // Five that took 100, 100, 100, 100 and 600; the one of 600 is gone, and all others took 100.
  expect([resolution?.earlier.value, resolution?.later.value, resolution?.because]).toEqual([
    200,
    100,
    [{ reason: 'gone', effect: -100 }],
  ]);
});

test('the same export twice has nothing to tell', async () => {
  const { units, changed, same } = await compared(lastWeek, lastWeek, [
    'csat',
    'resolution_time',
    'handle_time',
  ]);
  expect(units).toEqual({ gone: 0, merged: 0, rated: 0, changed: 0, new: 0, rest: 0 });
  expect([changed, same]).toEqual([[], 2]);
});
