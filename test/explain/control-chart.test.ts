import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { canExplain, controlKindOf, explanationSql } from '#explain';
import { catalogue, findKpi, hasDimension } from '#kpi';
import { jsonRows } from '#export';
import { fill } from '../kpi/world.ts';
import { inPeriods } from './every-decomposition.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

function sqlOf(id: string) {
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  return explanationSql(kpi);
}

/** The chart of a KPI in chats: day, value, expected, limits, standing; before ends and after begins on 10 February. */
async function chats(id: string, late: string | null = null) {
  const table = await inPeriods(engine, sqlOf(id).control({ dimension: 'channel', member: 'chat' }, late));
  return jsonRows(table).map(({ day, value, expected, low_limit: low, high_limit: high, standing }) => [
    String(day).slice(5, 10),
    ...[value, expected, low, high].map((each) => Number(Number(each).toFixed(4))),
    standing,
  ]);
}

interface Answers {
  readonly day: string;
  readonly good: number;
  readonly n: number;
}

async function rated(days: readonly Answers[]): Promise<void> {
  const all = days.flatMap(({ day, good, n }) =>
    Array.from({ length: n }, (_, index) => ({ day, isGood: index < good })),
  );
  await fill(engine, {
    tickets: { columns: 'ticket_id, channel', values: all.map((_, id) => `('${id}', 'chat')`).join(',') },
    ratings: {
      columns: 'rating_id, ticket_id, kind, rated_at, bucket, is_latest',
      values: all
        .map(
          ({ day, isGood }, id) =>
            `('${id}', '${id}', 'csat', '2026-${day}', '${isGood ? 'positive' : 'negative'}', true)`,
        )
        .join(','),
    },
  });
}

test('a share’s limits are wider where fewer answered (p-chart)', async () => {
  await rated([
    ...['01-05', '01-06', '01-07', '01-08'].map((day) => ({ day, good: 8, n: 10 })),
    { day: '02-20', good: 4, n: 10 },
    { day: '02-21', good: 1, n: 4 },
  ]);
  // 0.8 ± 3 √(0.16 ÷ 10) = 0.8 ± 0.3795; with four answers ± 3 × 0.2.
  const before = ['01-05', '01-06', '01-07', '01-08'].map((day) => [day, 0.8, 0.8, 0.4205, 1, 'usual']);
  expect(await chats('csat')).toEqual([
    ...before,
    ['02-20', 0.4, 0.8, 0.4205, 1, 'outside'],
    ['02-21', 0.25, 0.8, 0.2, 1, 'usual'],
  ]);
});

test('weekdays are expected to be what they were, as far as they differ by more than chance', async () => {
  const weeks = [5, 12, 19, 26];
  const day = (date: number): string => `01-${String(date).padStart(2, '0')}`;
  await rated([
    ...weeks.map((monday) => ({ day: day(monday), good: 90, n: 100 })),
    ...weeks.map((monday) => ({ day: day(monday + 1), good: 70, n: 100 })),
    { day: '02-16', good: 80, n: 100 },
    { day: '02-17', good: 70, n: 100 },
  ]);
  // Each weekday lies 0.1 from 0.8; its variance is 0.16 ÷ 400; 2 × 0.01 ÷ 0.0004 = 50; 1 − 1 ÷ 50 of the distance is kept: 0.098.
  // Monday 3 √(0.898 × 0.102 ÷ 100) = 0.0908, Tuesday 3 √(0.702 × 0.298 ÷ 100) = 0.1372.
  expect((await chats('csat')).slice(-2)).toEqual([
    ['02-16', 0.8, 0.898, 0.8072, 0.9888, 'outside'],
    ['02-17', 0.7, 0.702, 0.5648, 0.8392, 'usual'],
  ]);
});

test('a count strays as its days before did, days without rows among them (u-chart)', async () => {
  const created = (day: string, n: number): string[] =>
    Array.from({ length: n }, () => `2026-${day} 12:00:00`);
  const all = [
    ...[created('02-06', 4), created('02-07', 4), created('02-09', 8)].flat(),
    ...[created('02-10', 15), created('02-11', 14)].flat(),
  ];
  await fill(engine, {
    tickets: {
      columns: 'ticket_id, channel, created_at',
      values: all.map((at, id) => `('${id}', 'chat', '${at}')`).join(','),
    },
  });
  // 4, 4, 0 and 8 are 4 on average, 2 by chance; in such steps 0, 2 and 4, on average 2: 2 ÷ 1.128 × 3 × 2 = 10.6383.
  expect(await chats('tickets_created')).toEqual([
    ['02-06', 4, 4, 0, 14.6383, 'usual'],
    ['02-07', 4, 4, 0, 14.6383, 'usual'],
    ['02-08', 0, 4, 0, 14.6383, 'usual'],
    ['02-09', 8, 4, 0, 14.6383, 'usual'],
    ['02-10', 15, 4, 0, 14.6383, 'outside'],
    ['02-11', 14, 4, 0, 14.6383, 'usual'],
  ]);
});

test('a mean keeps within its usual steps (XmR), and days still coming in are not judged', async () => {
  const days: readonly (readonly [string, number])[] = [
    ['02-06', 100],
    ['02-07', 120],
    ['02-08', 100],
    ['02-09', 120],
    ['02-10', 170],
    ['02-11', 60],
    ['02-12', 900],
  ];
  await fill(engine, {
    tickets: {
      columns: 'ticket_id, channel, first_human_reply_at, first_response_seconds',
      values: days.map(([day, seconds], id) => `('${id}', 'chat', '2026-${day}', ${seconds})`).join(','),
    },
  });
  await engine.exec("create or replace temp view late_days as select date '2026-02-12' as day");
  // Steps of 20 about 110: 3 × 20 ÷ 1.128 = 53.1915.
  expect((await chats('first_response_time', 'late_days')).slice(-4)).toEqual([
    ['02-09', 120, 110, 56.8085, 163.1915, 'usual'],
    ['02-10', 170, 110, 56.8085, 163.1915, 'outside'],
    ['02-11', 60, 110, 56.8085, 163.1915, 'usual'],
    ['02-12', 900, 110, 56.8085, 163.1915, 'arriving'],
  ]);
});

test('the kind of chart follows the shape of the KPI', () => {
  const kinds = Object.fromEntries(
    ['csat', 'reopen_rate', 'tickets_created', 'nps', 'resolution_time'].map((id) => [
      id,
      controlKindOf(sqlOf(id).definition),
    ]),
  );
  expect(kinds).toEqual({
    csat: 'p',
    reopen_rate: 'p',
    tickets_created: 'u',
    nps: 'xmr',
    resolution_time: 'xmr',
  });
});

test('every control chart and every watermark of the catalogue binds', async () => {
  const failures: string[] = [];
  for (const kpi of catalogue.filter((each) => canExplain(each))) {
    const sql = explanationSql(kpi);
    const dimension = ['channel', 'network', 'agent'].find((each) => hasDimension(kpi, sql.definition, each));
    const texts = [
      () => sql.control({ dimension: dimension ?? '', member: null }, null),
      () => sql.late ?? 'select 1',
    ];
    for (const text of texts)
      await Promise.resolve()
        .then(() => inPeriods(engine, `explain ${text()}`))
        .catch((error: unknown) => failures.push(`${kpi.id}: ${String(error)}`));
  }
  expect(failures).toEqual([]);
});
