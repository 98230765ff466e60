import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { explain, explanationSql } from '#explain';
import { jsonRows } from '#export';
import { findKpi, type Kpi } from '#kpi';
import { fill } from '../kpi/world.ts';
import { inPeriods } from './every-decomposition.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

function csat(): Kpi {
  const kpi = findKpi('csat');
  if (!kpi) throw new Error('no csat');
  return kpi;
}

interface Service {
  readonly day: string;
  /** How many days later each was rated. */
  readonly delays: readonly number[];
  readonly good: number;
}

/** Of twenty answers ten come on the day, six on the next, four on the third after. */
const usually = [...Array<number>(10).fill(0), ...Array<number>(6).fill(1), ...Array<number>(4).fill(3)];
const settled = ['01-20', '01-21', '01-22', '01-23', '01-24'].map((day) => ({
  day,
  delays: usually,
  good: 15,
}));
const world: readonly Service[] = [
  ...settled,
  { day: '02-10', delays: usually, good: 12 },
  { day: '02-18', delays: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1], good: 3 },
  { day: '02-19', delays: [0, 0, 0, 0, 0], good: 1 },
];

async function answered(services: readonly Service[], sentColumn = 'sent_at'): Promise<void> {
  const all = services.flatMap(({ day, delays, good }) =>
    delays.map((delay, index) => ({ at: `timestamp '2026-${day} 10:00:00'`, delay, isGood: index < good })),
  );
  await fill(engine, {
    tickets: {
      columns: 'ticket_id, channel, last_solved_at',
      values: all
        .map(({ at }, id) => `('${id}', 'chat', ${sentColumn === 'last_solved_at' ? at : 'null'})`)
        .join(','),
    },
    ratings: {
      columns: 'rating_id, ticket_id, kind, sent_at, rated_at, bucket, is_latest',
      values: all
        .map(
          ({ at, delay, isGood }, id) =>
            `('${id}', '${id}', 'csat', ${sentColumn === 'sent_at' ? at : 'null'}, ${at} + interval ${delay} day, '${isGood ? 'positive' : 'negative'}', true)`,
        )
        .join(','),
    },
  });
}

async function lateDays() {
  const table = await inPeriods(engine, explanationSql(csat()).late ?? '');
  return jsonRows(table).map(({ day, n, arrived, missing }) => [
    String(day).slice(5, 10),
    Number(n),
    Number(arrived),
    Number(Number(missing).toFixed(9)),
  ]);
}

// By the end of the 19th half of a day’s answers are in on the day itself, 80 % after one day and after two.
// 17th: none in, of 20 a day as before a fifth. 18th: 12 ÷ 0.8 − 12. 19th: 5 ÷ 0.5 − 5.
const expected = [
  ['02-17', 0, 0.8, 4],
  ['02-18', 12, 0.8, 3],
  ['02-19', 5, 0.5, 5],
];

test('days are still coming in until 95 % of the answers would be there, by how late they were before', async () => {
  await answered(world);
  expect(await lateDays()).toEqual(expected);
});

test('where no survey says when it was sent, the day its ticket was solved counts', async () => {
  await answered(world, 'last_solved_at');
  expect(await lateDays()).toEqual(expected);
});

test('nothing is said where delays are not known, where they are none, or of few answers', async () => {
  await answered(world, 'neither');
  const unknown = await lateDays();
  await answered(world.map((each) => ({ ...each, delays: each.delays.map(() => 0) })));
  const none = await lateDays();
  await answered(world.slice(3));
  expect([unknown, none, await lateDays()]).toEqual([[], [], []]);
});

test('an explanation says what is kept out, what is missing, and what both periods are without it', async () => {
  await answered(world);
  const before = { from: '2026-01-01 00:00:00', to: '2026-02-10 00:00:00' };
  const after = { from: '2026-02-10 00:00:00', to: '2026-03-29 00:00:00' };
  const { late, after: whole } = await explain(engine, null, csat(), { before, after });
  // 75 of 100 and 12 of 20; the variances 76 × 26 ÷ 102² ÷ 100 and 13 × 9 ÷ 22² ÷ 20: 1.96 √0.0139861 = 0.231792.
  const rounded = late?.interval?.map((end) => Number(end.toFixed(5)));
  expect([whole.n, { ...late, interval: rounded, change: Number(late?.change.toFixed(9)) }]).toEqual([
    37,
    {
      day: '2026-02-17',
      n: 17,
      missing: 12,
      before: { value: 0.75, n: 100 },
      after: { value: 0.6, n: 20 },
      change: -0.15,
      interval: [-0.38179, 0.08179],
    },
  ]);
});
