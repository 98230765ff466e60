import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { canExplain, explanationSql } from '#explain';
import { findKpi, type Kpi } from '#kpi';
import { rowsOf } from '#table';
import { randomWorld } from '../kpi/random-world.ts';
import { fill } from '../kpi/world.ts';
import { distances, inPeriods, unboundExplanations } from './every-decomposition.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

function kpiNamed(id: string): Kpi {
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  return kpi;
}

const golden = 'test/explain/golden.sql';

/** What the first steps of an explanation look like, of each kind of value. `UPDATE=1` writes the file anew. */
function examples(): string {
  const [csat, created, contact, reply] = [
    'csat',
    'tickets_created',
    'first_contact_resolution',
    'first_response_time',
  ].map((id) => explanationSql(kpiNamed(id)));
  const low = { dimension: 'channel × type', member: 'chat × —' };
  const chat = { dimension: 'channel', member: 'chat' };
  return [
    ['csat by channel', csat?.decomposition('channel')],
    ['csat by channel × type', csat?.decomposition('channel × type')],
    ['csat, what the parts add up to', csat?.whole('by_channel')],
    ['csat by day in a segment', csat?.trend(low)],
    ['csat, the low ratings of a segment', csat?.rows(low, { isLow: true })],
    [
      'csat, the ratings by the hour of their ticket',
      csat?.rows({ dimension: 'hour', member: null }, { isLow: false }),
    ],
    ['tickets_created by team', created?.decomposition('team')],
    ['tickets_created, what the parts add up to', created?.whole('by_team')],
    ['first_contact_resolution by agent', contact?.decomposition('agent')],
    ['csat by day in a segment, against what was usual', csat?.control(low, 'why_late')],
    ['csat, the days whose answers are still coming in', csat?.late],
    ['tickets_created by day in a segment, against what was usual', created?.control(chat, null)],
    ['first_response_time by day in a segment, against what was usual', reply?.control(chat, null)],
  ]
    .map(([title, sql]) => `-- ${title}\n${sql}\n`)
    .join('\n');
}

test('the SQL of an explanation is what an analyst would write', () => {
  const text = examples();
  if (process.env['UPDATE'] === '1') writeFileSync(golden, text);
  expect(existsSync(golden) ? readFileSync(golden, 'utf8') : 'no golden').toBe(text);
});

test('what is no sum over dated rows has no decomposition', () => {
  const can = (id: string, variant = '') => canExplain(kpiNamed(id), variant);
  expect([
    can('csat'),
    can('tickets_created'),
    can('first_response_time'),
    can('first_response_time', 'median'),
    can('backlog'),
    can('case_list'),
  ]).toEqual([true, true, true, false, false, false]);
  expect(() => explanationSql(kpiNamed('backlog')).decomposition('channel')).toThrow('explain.noParts');
});

describe('by hand', () => {
  test('a segment that fell, one that is new, one that is gone, one without a name', async () => {
    // Before: chat 8 of 10, email 6 of 6, none 2 of 4: 16 of 20. After: chat 4 of 10, phone 5 of 5, none 3 of 5: 12 of 20.
    const rating = (at: string, channel: string | null, good: number, all: number) =>
      Array.from({ length: all }, (_, index) => ({ at, channel, isGood: index < good }));
    const rated = [
      ...rating('2026-01-10', 'chat', 8, 10),
      ...rating('2026-01-10', 'email', 6, 6),
      ...rating('2026-01-10', null, 2, 4),
      ...rating('2026-02-20', 'chat', 4, 10),
      ...rating('2026-02-20', 'phone', 5, 5),
      ...rating('2026-02-20', null, 3, 5),
      ...rating('2026-04-20', 'chat', 3, 9),
    ];
    await fill(engine, {
      tickets: {
        columns: 'ticket_id, channel',
        values: rated
          .map(({ channel }, index) => `('${index}', ${channel === null ? 'null' : `'${channel}'`})`)
          .join(','),
      },
      ratings: {
        columns: 'rating_id, ticket_id, kind, rated_at, bucket, is_latest',
        values: rated
          .map(
            ({ at, isGood }, index) =>
              `('${index}', '${index}', 'csat', '${at}', '${isGood ? 'positive' : 'negative'}', true)`,
          )
          .join(','),
      },
    });
    const sql = explanationSql(kpiNamed('csat'));
    const table = await inPeriods(engine, sql.decomposition('channel'));
    const rounded = rowsOf(table).map((row) =>
      Object.values(row).map((value) => (typeof value === 'number' ? Number(value.toFixed(9)) : value)),
    );
    // Middle ½ × (80 % + 60 %) = 70 %. chat: 0 × …, ½ × −40. email: −30 % × 30 points. phone: 25 % × 30 points.
    // None: 5 % × (55 − 70) points, 22.5 % × 10 points.
    expect(rounded).toEqual([
      ['chat', 0.8, 0.4, 0, -0.2, -0.2, 10n, 10n, 0.5, 0.5],
      ['email', 1, null, -0.09, 0, -0.09, 6n, 0n, 0.3, 0],
      ['phone', null, 1, 0.075, 0, 0.075, 0n, 5n, 0, 0.25],
      [null, 0.5, 0.6, -0.0075, 0.0225, 0.015, 4n, 5n, 0.2, 0.25],
    ]);
  });
});

// There are hundreds of them.
const patience = 120_000;

test(
  'every decomposition of the catalogue follows the rule on random rows, and every step binds',
  async () => {
    await fill(engine, randomWorld(11));
    const found = await distances(engine);
    expect(Object.entries(found).filter(([, far]) => !(far <= 1e-12))).toEqual([]);
    expect(Object.keys(found).length).toBeGreaterThan(100);
    expect(await unboundExplanations(engine)).toEqual([]);
  },
  patience,
);
