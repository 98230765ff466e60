import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { explain, type ExplainOptions, type Explanation } from '#explain';
import { prepareDatabase } from '#import';
import { findKpi } from '#kpi';
import { randomWorld } from '../kpi/random-world.ts';
import { refill } from '../kpi/world.ts';
import { after, before, plant, plantedKinds } from '../support/causes.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
});
afterAll(() => engine.close());

function ask(id: string, periods: Partial<Pick<ExplainOptions, 'before' | 'after'>> = {}) {
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  return explain(engine, null, kpi, { before, after, ...periods });
}

/** What the parts of each dimension add up to; pairs are parts of others. */
function sums({ parts }: Explanation): Map<string, number> {
  const found = new Map<string, number>();
  for (const { dimension, mix, rate } of parts)
    if (!dimension.includes(' × ')) found.set(dimension, (found.get(dimension) ?? 0) + mix + rate);
  return found;
}

describe.each(plantedKinds.filter((kind) => kind !== 'nothing'))('a planted %s', (kind) => {
  test('is named first, and its day lies within the interval', async () => {
    const planted = plant(kind, 1);
    await refill(engine, planted.world);
    const found = await ask('csat');
    const first = found.causes[0] ?? found.suspect;
    expect(planted.causes).toContainEqual({
      kind: first?.kind,
      dimension: first?.dimension,
      member: first?.member,
    });
    expect(found.parts[0]).toMatchObject({ dimension: first?.dimension, member: first?.member });
    const [from = '', to = ''] = found.changePoint?.interval ?? [];
    if (planted.from !== null) expect([from <= planted.from, planted.from <= to]).toEqual([true, true]);
    const odd = [...sums(found)].filter(([, sum]) => Math.abs(sum - found.change) > 1e-12);
    expect(odd).toEqual([]);
  });
});

test('where nothing was planted, no cause is clear', async () => {
  await refill(engine, plant('nothing', 1).world);
  const { causes, verdict } = await ask('csat');
  expect([causes, verdict.code]).toEqual([[], 'explain.verdict.noise']);
});

test('a count’s parts are differences of counts', async () => {
  await refill(engine, plant('mix', 1).world);
  const found = await ask('tickets_created');
  expect([found.before.value + found.change, ...new Set(sums(found).values())]).toEqual([
    found.after.value,
    found.change,
  ]);
});

test('counts of periods of unequal length are held against the pace of the earlier one, and have no level to date', async () => {
  await refill(engine, plant('nothing', 1).world);
  const found = await ask('tickets_created', {
    before: { from: '2026-03-02 00:00:00', to: '2026-03-16 00:00:00' },
    after: { from: '2026-03-16 00:00:00', to: '2026-04-13 00:00:00' },
  });
  const { causes, verdict, caution, changePoint } = found;
  expect({ causes, verdict: verdict.code, caution, changePoint }).toEqual({
    causes: [],
    verdict: 'explain.verdict.noise',
    caution: { code: 'explain.caution.lengths', params: { expected: found.before.value * 2 } },
    changePoint: null,
  });
  expect((await ask('tickets_created')).caution).toBeNull();
});

describe('where the data begin within the earlier period', () => {
  const march = { from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' };
  const april = { from: '2026-04-01 00:00:00', to: '2026-05-01 00:00:00' };
  /** A ticket every day from a day of March to its end, and two on each of the thirty days of April. */
  const since = (first: number) => {
    const days = Array.from({ length: 32 - first }, (_, index) => `2026-03-${first + index}`);
    const twice = Array.from(
      { length: 60 },
      (_, index) => `2026-04-${String((index % 30) + 1).padStart(2, '0')}`,
    );
    const lines = [...days, ...twice].map(
      (day, index) => `${index}|${day} 12:00|${index % 2 ? 'email' : 'chat'}`,
    );
    return refill(engine, { tickets: { columns: 'ticket_id, created_at, channel', lines } });
  };

  test('a count is held against the pace of the days that there are', async () => {
    await since(12);
    const { before, after, change, caution } = await ask('tickets_created', { before: march, after: april });
    // Twenty in twenty days are thirty in thirty.
    expect({ before, after, change, caution }).toEqual({
      before: { period: { ...march, from: '2026-03-12 00:00:00' }, value: 20, n: 20 },
      after: { period: april, value: 60, n: 60 },
      change: 40,
      caution: { code: 'explain.caution.begins', params: { expected: 30 } },
    });
  });

  test('and less than a week of it explains nothing', async () => {
    await since(26);
    const asked = ask('tickets_created', { before: march, after: april });
    await expect(asked).rejects.toThrow('explain.fewDays');
  });
});

test('what a value is made of is no dimension of it', async () => {
  await refill(engine, randomWorld(5, 600));
  const january = { from: '2026-01-01 00:00:00', to: '2026-02-01 00:00:00' };
  const february = { from: '2026-02-01 00:00:00', to: '2026-03-01 00:00:00' };
  const looked = async (id: string) => {
    const { parts } = await ask(id, { before: january, after: february });
    const names = new Set(parts.map(({ dimension }) => dimension));
    return ['hour', 'first_response', 'reopened'].filter((name) => names.has(name));
  };
  expect([await looked('first_response_time'), await looked('reopen_rate'), await looked('csat')]).toEqual([
    ['hour', 'reopened'],
    ['hour', 'first_response'],
    ['hour', 'first_response', 'reopened'],
  ]);
});

test('what is no sum over rows, and a period without rows, cannot be explained', async () => {
  await expect(ask('backlog')).rejects.toThrow('explain.noParts');
  const empty = { from: '2001-01-01 00:00:00', to: '2001-02-01 00:00:00' };
  await expect(ask('csat', { before: empty })).rejects.toThrow('explain.noRows');
});
