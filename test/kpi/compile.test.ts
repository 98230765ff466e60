import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { compile, findKpi, setPeriod, type CompileOptions, type Kpi } from '#kpi';
import { bindParameters } from '#sql';
import { formatRows } from './rows.ts';
import { shop } from './shop.ts';
import { fill } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await fill(engine, shop);
});
afterAll(() => engine.close());

function kpi(id: string): Kpi {
  const found = findKpi(id);
  if (!found) throw new Error(`no KPI ${id}`);
  return found;
}

type Cut = Omit<CompileOptions, 'kpi'> & { readonly from?: string; readonly to?: string };

/** The rows of a cut over March 2026 unless told otherwise, each as its values with commas between. */
async function rows(
  id: string,
  { from = '2026-03-01', to = '2026-04-01', ...options }: Cut,
): Promise<string[]> {
  const sql = compile({ kpi: kpi(id), ...options });
  return formatRows(await engine.query(`${setPeriod({ from, to }, null)};\n${bindParameters(sql).sql}`));
}

describe('a count by time', () => {
  test('fills days without tickets with 0, from the first to the last day of the data', async () => {
    const days = await rows('tickets_created', { shape: 'trend', from: '2026-02-01', to: '2026-03-06' });
    expect(days).toEqual([
      '2026-03-01, 1, 1',
      '2026-03-02, 2, 2',
      '2026-03-03, 0, 0',
      '2026-03-04, 1, 1',
      '2026-03-05, 0, 0',
    ]);
  });

  test('begins with the period where the data began before', async () => {
    expect(await rows('tickets_created', { shape: 'trend', from: '2026-03-02', to: '2026-03-04' })).toEqual([
      '2026-03-02, 2, 2',
      '2026-03-03, 0, 0',
    ]);
  });

  test('weeks begin on Monday, or on the day that is set', async () => {
    const to = '2026-03-09';
    expect(await rows('tickets_created', { shape: 'trend', grain: 'week', to })).toEqual([
      '2026-02-23, 1, 1',
      '2026-03-02, 3, 3',
    ]);
    expect(await rows('tickets_created', { shape: 'trend', grain: 'week', to, weekStart: 7 })).toEqual([
      '2026-03-01, 4, 4',
      '2026-03-08, 0, 0',
    ]);
    expect(await rows('tickets_created', { shape: 'trend', grain: 'week', to, weekStart: 6 })).toEqual([
      '2026-02-28, 4, 4',
      '2026-03-07, 0, 0',
    ]);
  });

  test('months, quarters and hours', async () => {
    expect(await rows('tickets_created', { shape: 'trend', grain: 'month' })).toEqual(['2026-03-01, 5, 5']);
    expect(await rows('tickets_created', { shape: 'trend', grain: 'quarter' })).toEqual(['2026-01-01, 5, 5']);
    const hours = await rows('tickets_created', { shape: 'trend', grain: 'hour', to: '2026-03-02 02:00' });
    expect(hours).toEqual([
      '2026-03-01 23:00:00, 1, 1',
      '2026-03-02 00:00:00, 1, 1',
      '2026-03-02 01:00:00, 0, 0',
    ]);
  });

  test('without a period the undated are counted in a line of their own', async () => {
    expect(await rows('tickets_created', { shape: 'trend', grain: 'month', withPeriod: false })).toEqual([
      '2026-03-01, 5, 5',
      'NULL, 1, 1',
    ]);
  });

  test('by channel every channel has every day, the unknown channel too', async () => {
    expect(
      await rows('tickets_created', {
        shape: 'trend',
        by: 'channel',
        from: '2026-03-01',
        to: '2026-03-05',
        grain: 'day',
      }),
    ).toEqual([
      '2026-03-01, chat, 0, 0',
      '2026-03-01, email, 1, 1',
      '2026-03-01, NULL, 0, 0',
      '2026-03-02, chat, 2, 2',
      '2026-03-02, email, 0, 0',
      '2026-03-02, NULL, 0, 0',
      '2026-03-03, chat, 0, 0',
      '2026-03-03, email, 0, 0',
      '2026-03-03, NULL, 0, 0',
      '2026-03-04, chat, 0, 0',
      '2026-03-04, email, 0, 0',
      '2026-03-04, NULL, 1, 1',
    ]);
  });

  test('a stock is shown by when it was opened, whatever the period', async () => {
    expect(
      await rows('unresolved_tickets', {
        shape: 'trend',
        grain: 'month',
        from: '2030-01-01',
        to: '2031-01-01',
      }),
    ).toEqual(['2026-03-01, 2, 2', 'NULL, 0, 0'].slice(0, 1));
  });
});

describe('a rate by time', () => {
  test('leaves a gap where there is nothing to take it of', async () => {
    expect(await rows('csat', { shape: 'trend', grain: 'day' })).toEqual([
      '2026-03-04, 1, 1',
      '2026-03-10, 0.5, 2',
    ]);
  });
});

describe('a breakdown', () => {
  test('keeps the rows without a member, and its parts add up to the whole', async () => {
    expect(await rows('tickets_created', { shape: 'breakdown', withPeriod: false })).toEqual([
      'email, 3, 3',
      'chat, 2, 2',
      'NULL, 1, 1',
    ]);
  });

  test('shows agents by name, by id where the name is unknown', async () => {
    expect(await rows('tickets_created', { shape: 'breakdown', by: 'agent', withPeriod: false })).toEqual([
      'Ana Lima, 2, 2',
      'Bia Reis, 2, 2',
      'x, 1, 1',
      'NULL, 1, 1',
    ]);
  });

  test('by tag a ticket counts once for each of its tags, and one without tags stays', async () => {
    expect(await rows('tickets_created', { shape: 'breakdown', by: 'tag', withPeriod: false })).toEqual([
      'NULL, 3, 3',
      'a, 2, 2',
      'b, 2, 2',
    ]);
  });

  test('of ratings keeps those without a ticket; agents come from the rating, else from its ticket', async () => {
    expect(await rows('csat', { shape: 'breakdown' })).toEqual(['chat, 0, 1', 'email, 1, 1', 'NULL, 1, 1']);
    expect(await rows('csat', { shape: 'breakdown', by: 'agent' })).toEqual([
      'Bia Reis, 0.5, 2',
      'Ana Lima, 1, 1',
    ]);
    expect(await rows('csat', { shape: 'breakdown', by: 'customer' })).toEqual([
      'Davi, 0.5, 2',
      'Caio, 1, 1',
    ]);
  });

  test('of contacts reads a call’s own agent, and its ticket’s type', async () => {
    // Tickets 1, 3, 4, 5, 6 have no call but 5 has: contacts are k1, k2, k3 and tickets 1, 3, 4, 6; only calls have waits.
    expect(await rows('wait_time', { shape: 'breakdown', by: 'agent' })).toEqual([
      'Ana Lima, 20, NULL, 1',
      'Bia Reis, 30, NULL, 1',
    ]);
    expect(await rows('wait_time', { shape: 'breakdown', by: 'type' })).toEqual([
      'delivery, 25, 7.0710678118654755, 2',
    ]);
  });

  test('by status shows reopened as a status', async () => {
    expect(await rows('tickets_by_status', { shape: 'breakdown' })).toEqual([
      'closed, 2, 2',
      'merged, 1, 1',
      'open, 1, 1',
      'reopened, 1, 1',
      'solved, 1, 1',
    ]);
  });

  test('by an account’s own field, and by live service', async () => {
    expect(await rows('tickets_created', { shape: 'breakdown', by: 'field:Produto' })).toEqual([
      'NULL, 4, 4',
      'x, 1, 1',
    ]);
    expect(await rows('tickets_created', { shape: 'breakdown', by: 'service' })).toEqual([
      'asynchronous, 2, 2',
      'live, 2, 2',
      'NULL, 1, 1',
    ]);
  });

  test('of closes goes by who closed', async () => {
    expect(await rows('closed_per_agent', { shape: 'breakdown' })).toEqual([
      'Ana Lima, 1, 1, 1, 1',
      'Bia Reis, 2, 1, 2, 1',
    ]);
  });

  test('by an unknown dimension is refused', () => {
    expect(() => compile({ kpi: kpi('csat'), shape: 'breakdown', by: 'weather' })).toThrow(
      'kpi.dimension.unknown',
    );
  });
});

describe('the rows behind a value', () => {
  test('are those that count, with what their ticket says', async () => {
    expect(await rows('csat', { shape: 'rows' })).toEqual([
      '1, email, Ana Lima, 2026-03-04 00:00:00, 5, NULL',
      '3, chat, Bia Reis, 2026-03-10 00:00:00, 2, NULL',
      'NULL, NULL, Bia Reis, 2026-03-10 00:00:00, 4, NULL',
    ]);
  });

  test('a case has one row, with its last rating', async () => {
    const list = await rows('case_list', { shape: 'rows' });
    expect([list.length, list[0]]).toEqual([
      5,
      '1, email, 2026-03-01 23:59:59, 2026-03-05 00:00:00, closed, Ana Lima, 3600, 5',
    ]);
    expect((await rows('case_list', { shape: 'rows', withPeriod: false })).length).toBe(6);
  });
});

test('parts add up: a breakdown’s n, but for tags, is the headline’s', async () => {
  const failures: string[] = [];
  for (const id of [
    'tickets_created',
    'first_response_time',
    'csat',
    'abandonment_rate',
    'wait_time',
    'service_level',
  ]) {
    const headline = compile({
      kpi: kpi(id),
      shape: 'headline',
      withPeriod: false,
      variant: id === 'service_level' ? 'B' : '',
    });
    for (const by of ['channel', 'type', 'team', 'agent', 'customer', 'segment', 'status', 'service']) {
      const parts = compile({
        kpi: kpi(id),
        shape: 'breakdown',
        by,
        withPeriod: false,
        variant: id === 'service_level' ? 'B' : '',
      });
      const [sum] = formatRows(
        await engine.query(`select (select sum(n) from (${parts})) = (select n from (${headline}))`),
      );
      if (sum !== 'true') failures.push(`${id} by ${by}`);
    }
  }
  expect(failures).toEqual([]);
});
