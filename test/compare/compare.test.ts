import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  commonMoment,
  compareExports,
  rowsBehind,
  withDatabase,
  type AskedKpi,
  type CompareOptions,
  type Comparison,
  type Sides,
} from '#compare';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { findKpi } from '#kpi';
import { rowsOf } from '#table';
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

const end = '2026-03-08 00:00:00';
const span = { end, earlier: commonMoment(end), later: null };

function asked(...ids: readonly string[]): readonly AskedKpi[] {
  return ids.flatMap((id) => {
    const kpi = findKpi(id);
    return kpi ? [{ kpi, variant: '' }] : [];
  });
}

async function within<Result>(
  before: World,
  after: World,
  use: (sides: Sides) => Promise<Result>,
): Promise<Result> {
  await fill(engine, after);
  return withDatabase(engine, 'earlier_export', async (earlier) => {
    await fill(earlier, before);
    return withDatabase(engine, 'mixed_exports', (mixed) =>
      use({ earlier: earlier.database, later: engine.database, mixture: mixed.database }),
    );
  });
}

function compared(
  before: World,
  after: World,
  ids: readonly string[],
  options: CompareOptions = span,
): Promise<Comparison> {
  return within(before, after, (sides) => compareExports(engine, sides, { ...options, kpis: asked(...ids) }));
}

/** Effects as they are written down here: to nine places. */
function rounded(because: Comparison['changed'][number]['because'] | undefined) {
  return because?.map(({ reason, effect }) => [reason, Number(effect.toFixed(9))]);
}

test('what changed between two exports is told by its reasons, and they add up', async () => {
  const { units, changed, same } = await compared(lastWeek, thisWeek, ['csat', 'resolution_time']);
  expect(units).toEqual({ gone: 1, merged: 1, rated: 1, changed: 1, new: 1, since: 0 });
  expect(same).toEqual([]);
  const [csat, resolution] = changed;
  // 1 of 3 · without ticket 5: 1 of 2 · with the rating of 3: 2 of 3 · ticket 1 discontent: 1 of 3 · with ticket 6: 2 of 4
  expect([csat?.earlier, csat?.later]).toEqual([
    { value: 1 / 3, n: 3 },
    { value: 1 / 2, n: 4 },
  ]);
  expect(rounded(csat?.because)).toEqual([
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
  expect(units).toEqual({ gone: 0, merged: 0, rated: 0, changed: 0, new: 0, since: 0 });
  expect([changed, same.map(({ kpi, later }) => [kpi, later.value])]).toEqual([
    [],
    [
      ['csat', 1 / 3],
      ['resolution_time', 200],
    ],
  ]);
});

/** A week on: 7 was opened after the earlier export's end, and 2 was rated and took longer than it had seemed. */
const nextWeek: World = {
  tickets: {
    columns: tickets,
    values: `
      ('1', '2026-03-02', 'solved', '2026-03-03', 100), ('2', '2026-03-02', 'solved', '2026-03-04', 500),
      ('3', '2026-03-02', 'solved', '2026-03-03', 100), ('4', '2026-03-02', 'solved', '2026-03-03', 100),
      ('5', '2026-03-02', 'solved', '2026-03-03', 600), ('7', '2026-03-09', 'solved', '2026-03-10', 300)`,
  },
  ratings: {
    columns: ratings,
    values: [
      rated('1', true),
      rated('2', false),
      rated('3', true),
      rated('5', false),
      rated('7', true).replace('2026-03-05', '2026-03-11'),
    ].join(', '),
  },
};

test('what was opened after the earlier export’s end is left out, or is a part of its own', async () => {
  const before = {
    ...lastWeek,
    ratings: { columns: ratings, values: [rated('1', true), rated('5', false)].join(', ') },
  };
  const common = await compared(before, nextWeek, ['csat', 'tickets_created', 'resolution_time']);
  expect(common.units).toEqual({ gone: 0, merged: 0, rated: 2, changed: 0, new: 0, since: 1 });
  // 1 of 2 · with 2 (discontent) and 3 (content): 2 of 4, the same value on more rows; five tickets before and after.
  expect(common.same.map(({ kpi, earlier, later }) => [kpi, earlier, later])).toEqual(
    [
      ['csat', { value: 1 / 2, n: 2 }, { value: 1 / 2, n: 4 }],
      ['tickets_created', { value: 5, n: 5 }, { value: 5, n: 5 }],
    ].sort(),
  );
  // Rated as it was, ticket 2 changed too: (100 + 100 + 100 + 100 + 600) / 5, then (100 + 500 + 100 + 100 + 600) / 5.
  expect(common.changed.map(({ kpi, because }) => [kpi, because])).toEqual([
    ['resolution_time', [{ reason: 'changed', effect: 80 }]],
  ]);
  const whole = await compared(before, nextWeek, ['csat', 'tickets_created', 'resolution_time'], {
    end,
    earlier: { period: null, asOf: end },
    later: { period: null, asOf: '2026-03-11 00:00:00' },
  });
  // 2 of 4, then 3 of 5 with ticket 7; six tickets; (1400 + 300) / 6 after 280.
  expect(Object.fromEntries(whole.changed.map(({ kpi, because }) => [kpi, rounded(because)]))).toEqual({
    csat: [['since', 0.1]],
    tickets_created: [['since', 1]],
    resolution_time: [
      ['changed', 80],
      ['since', Number((1700 / 6 - 280).toFixed(9))],
    ],
  });
});

test('each part opens the rows that it is about', async () => {
  const rows = await within(lastWeek, thisWeek, async (sides) => {
    const kpis = asked('csat');
    await compareExports(engine, sides, { ...span, kpis });
    const words = { earlier: 'before', later: 'after' };
    const behind = async (reason: 'gone' | 'changed' | 'rated', of: AskedKpi | null) => {
      const table = await rowsBehind(engine, sides, { options: span, reason, asked: of, words });
      return rowsOf(await engine.query(`select export, ticket_id from ${table}`));
    };
    const [csat = null] = kpis;
    return [await behind('changed', csat), await behind('rated', csat), await behind('gone', null)];
  });
  expect(rows).toEqual([
    [
      { export: 'before', ticket_id: '1' },
      { export: 'after', ticket_id: '1' },
    ],
    [{ export: 'after', ticket_id: '3' }],
    [{ export: 'before', ticket_id: '5' }],
  ]);
});

test('a notebook’s filters hold for both exports', async () => {
  const chat = (world: World, ids: string): World => ({
    ...world,
    tickets: {
      columns: `${tickets}, channel`,
      values: (world['tickets']?.values ?? '').replace(
        /\('(\d)'([^)]*)\)/g,
        (_, id: string, rest: string) => `('${id}'${rest}, '${ids.includes(id) ? 'chat' : 'email'}')`,
      ),
    },
  });
  const { units, changed } = await compared(chat(lastWeek, '125'), chat(thisWeek, '16'), ['csat'], {
    ...span,
    filters: { channel: ['chat'] },
  });
  // Of 1, 2 and 5 one is content · without 5: 1 of 2 · 1 has another mind, 2 came by e-mail: 0 of 1 · with 6: 1 of 2.
  expect(units).toEqual({ gone: 1, merged: 0, rated: 0, changed: 2, new: 1, since: 0 });
  expect(changed.map(({ later, because }) => [later.n, rounded(because)])).toEqual([
    [
      2,
      [
        ['gone', Number((1 / 6).toFixed(9))],
        ['changed', -0.5],
        ['new', 0.5],
      ],
    ],
  ]);
});

test('two exports with nothing in common are refused', async () => {
  const others: World = {
    tickets: { columns: tickets, values: `('9', '2026-03-02', 'solved', '2026-03-03', 100)` },
  };
  await expect(compared(lastWeek, others, ['csat'])).rejects.toMatchObject({
    text: { code: 'compare.nothingInCommon' },
  });
});
