import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import {
  departureText,
  findKpi,
  isShownAs,
  matchesByChance,
  readReported,
  readTyped,
  reconcile,
  writeTyped,
  type Attempt,
  type Kpi,
  type Reconciliation,
} from '#kpi';
import { tell } from '#messages';
import { bindParameters } from '#sql';
import { toNumber } from '#table';
import type { Period } from '#time';
import { fill, type World } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

function kpi(id: string): Kpi {
  const found = findKpi(id);
  if (!found) throw new Error(`no KPI ${id}`);
  return found;
}

const days = (from: string, to: string): Period => ({ from: `${from} 00:00:00`, to: `${to} 00:00:00` });

async function found(
  id: string,
  reported: string,
  {
    period,
    limitMs,
    now,
    zones,
  }: { period?: Period; limitMs?: number; now?: () => number; zones?: string[] } = {},
) {
  const result = await reconcile(engine, null, kpi(id), {
    reported,
    period: period ?? null,
    asOf: '2026-03-10 00:00:00',
    limitMs: limitMs ?? 600_000,
    now,
    zones,
  });
  if (result === null) throw new Error('cannot be read');
  return result;
}

/** The ways that come to the number, in words. */
async function ways(...parameters: Parameters<typeof found>): Promise<string[]> {
  const { attempts } = await found(...parameters);
  return attempts
    .filter(({ matches }) => matches)
    .map(
      ({ departures }) =>
        departures
          .map((each) => tell('en', departureText(each, { kpi: kpi(parameters[0]), locale: 'en' })))
          .join(', ') || 'as it is',
    );
}

describe('a number as a screen shows it', () => {
  const seconds = (value: number, step: number) => ({ value, step });

  test('is read by its signs; what is ambiguous is read in each way', () => {
    expect([
      readReported('1234', 'count'),
      readReported('1,234', 'count'),
      readReported('1,234', 'number'),
      readReported('1.234.567', 'count'),
      readReported('1 234,5', 'number'),
      readReported('87.3%', 'percent'),
      readReported('0,87', 'percent'),
      readReported('4h 12m', 'duration'),
      readReported('3,5 horas', 'duration'),
      readReported('1:02:35', 'duration'),
      readReported('2:35', 'duration'),
      readReported('90', 'duration'),
      readReported('many', 'count'),
      readReported('', 'count'),
    ]).toEqual([
      [{ value: 1234, step: 1 }],
      [{ value: 1234, step: 1 }],
      [
        { value: 1234, step: 1 },
        { value: 1.234, step: 0.001 },
      ],
      [{ value: 1234567, step: 1 }],
      [{ value: 1234.5, step: 0.1 }],
      [{ value: expect.closeTo(0.873, 12), step: 0.001 }],
      [
        { value: 0.87, step: 0.01 },
        { value: 0.0087, step: 0.0001 },
      ],
      [seconds(15_120, 60)],
      [seconds(12_600, 360)],
      [seconds(3755, 1)],
      [seconds(155, 1), seconds(9300, 60)],
      [seconds(90, 1), seconds(5400, 60), seconds(324_000, 3600), seconds(7_776_000, 86_400)],
      [],
      [],
    ]);
  });

  test('is read with its currency, its scale or its thousands', () => {
    expect([
      readReported('R$ 1.234,50', 'money'),
      readReported('99.90 €', 'money'),
      readReported('4.2/5', 'score'),
      readReported('1.2k', 'count'),
      readReported('3 mil', 'count'),
    ]).toEqual([
      [{ value: 1234.5, step: 0.01 }],
      [{ value: 99.9, step: 0.01 }],
      [{ value: 4.2, step: 0.1 }],
      [{ value: 1200, step: 100 }],
      [{ value: 3000, step: 1000 }],
    ]);
  });

  test('typed by somebody, means what it means in their language', () => {
    expect([
      readTyped('1.234', 'count', 'pt-BR'),
      readTyped('1.234', 'number', 'en'),
      readTyped('1,234', 'count', 'en'),
      readTyped('85 %', 'percent', 'en'),
      readTyped('0,9', 'percent', 'pt-BR'),
      readTyped('4h', 'duration', 'en'),
      readTyped('1 d 2h 30min', 'duration', 'pt-BR'),
      readTyped('1,5 h', 'duration', 'pt-BR'),
      readTyped('4', 'duration', 'en'),
      readTyped('2:30', 'duration', 'en'),
      readTyped('soon', 'duration', 'en'),
    ]).toEqual([1234, 1.234, 1234, 0.85, 0.9, 14_400, 95_400, 5400, null, null, null]);
  });

  test('is written so that it reads back as the same', () => {
    const written = [
      writeTyped(0.824, 'percent', 'pt-BR'),
      writeTyped(95_461.5, 'duration', 'en'),
      writeTyped(86_400, 'duration', 'en'),
      writeTyped(0, 'duration', 'en'),
      writeTyped(1234.5, 'money', 'pt-BR'),
    ];
    expect(written).toEqual(['82,4%', '1d 2h 31m 1.5s', '1d', '0s', '1234,5']);
    expect(readTyped('82,4%', 'percent', 'pt-BR')).toBeCloseTo(0.824, 12);
    expect(readTyped('1d 2h 31m 1.5s', 'duration', 'en')).toBe(95_461.5);
  });

  test('is that of every value that it rounds, or that it cuts off', () => {
    const shown = { value: 87.3, step: 0.1 };
    expect([87.25, 87.349, 87.399, 87.2499, 87.4].map((value) => isShownAs(value, shown))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('reconciling', () => {
  // Wall clock three hours behind UTC. March 2: a at 22:30 (the 3rd in UTC), b and c by day; d is merged; e the day after.
  const world: World = {
    sources: {
      columns: 'source_id, vendor, time_zone',
      values: `('s', 'zendesk', 'America/Sao_Paulo')`,
    },
    tickets: {
      columns:
        'ticket_id, created_at, created_at_utc, last_solved_at, last_solved_at_utc, status, resolution_seconds',
      values: `('a', '2026-03-02 22:30', '2026-03-03 01:30', '2026-03-03 22:30', '2026-03-04 01:30', 'solved', 86400),
        ('b', '2026-03-02 10:00', '2026-03-02 13:00', '2026-03-02 11:00', '2026-03-02 14:00', 'solved', 3600),
        ('c', '2026-03-02 11:00', '2026-03-02 14:00', null, null, 'open', null),
        ('d', '2026-03-02 12:00', '2026-03-02 15:00', null, null, 'merged', null),
        ('e', '2026-03-03 09:00', '2026-03-03 12:00', '2026-03-03 19:00', '2026-03-03 22:00', 'solved', 36000)`,
    },
  };
  const monday = days('2026-03-02', '2026-03-03');

  async function load(): Promise<void> {
    await fill(engine, { tickets: world['tickets']! });
    const base = `${engine.database}.base`;
    await engine.exec(`delete from ${base}.sources;
insert into ${base}.sources by name select 's' as source_id, 'zendesk' as vendor, 'America/Sao_Paulo' as time_zone;
delete from ${base}.settings where name = 'workspace_zone';
insert into ${base}.settings values ('workspace_zone', 'America/Sao_Paulo')`);
  }

  test('finds the number as it is first, then each respect that gives it, and none that changes nothing', async () => {
    await load();
    expect((await ways('tickets_created', '4', { period: monday }))[0]).toBe('as it is');
    const three = await ways('tickets_created', '3', { period: monday });
    expect(three.slice(0, 3)).toEqual([
      'by the variant “without merged, spam and deleted”',
      'by days of the zone UTC',
      'without merged tickets',
    ]);
    expect((await ways('tickets_created', '5', { period: monday }))[0]).toBe('with the last day included');
  });

  test('puts respects together: UTC and no merged tickets leave two', async () => {
    await load();
    expect(await ways('tickets_created', '2', { period: monday })).toContain(
      'by days of the zone UTC, without merged tickets',
    );
  });

  test('tries the other dates: two of the tickets were solved on the 3rd, and two opened there by UTC', async () => {
    await load();
    const tuesday = days('2026-03-03', '2026-03-04');
    expect((await ways('tickets_created', '2', { period: tuesday })).slice(0, 2)).toEqual([
      'by days of the zone UTC',
      'by another date: when it was last solved (last_solved_at)',
    ]);
  });

  test('reads durations in any unit, and tries mean, median and 90th percentile', async () => {
    await load();
    // 1, 10 and 24 hours: the mean is 11 h 40 min, the median 10 h.
    expect([await ways('resolution_time', '11h 40min'), await ways('resolution_time', '10')]).toEqual([
      ['as it is'],
      ['by the variant “median”'],
    ]);
  });

  test('says how near the others come, each with SQL that gives its value', async () => {
    await load();
    const { attempts, tried, possible } = await found('tickets_created', '7', { period: monday });
    expect([attempts.some(({ matches }) => matches), tried === possible]).toEqual([false, true]);
    const [nearest] = attempts;
    const table = await engine.query(bindParameters(nearest?.sql ?? '').sql);
    expect([
      nearest?.value,
      nearest?.difference,
      nearest?.relative,
      toNumber(table.columns[0]?.at(0) ?? null),
    ]).toEqual([5, -2, -2 / 7, 5]);
  });

  test('of surveys goes by the dates of their tickets too', async () => {
    await fill(engine, {
      tickets: {
        columns: 'ticket_id, created_at',
        values: `('a', '2026-03-02'), ('b', '2026-03-02'), ('c', '2026-03-03')`,
      },
      ratings: {
        columns: 'rating_id, ticket_id, kind, rated_at, bucket, is_latest',
        values: `('r', 'a', 'csat', '2026-03-05', 'positive', true), ('s', 'b', 'csat', '2026-03-06', 'negative', true), ('t', 'c', 'csat', '2026-03-02 12:00', 'positive', true)`,
      },
    });
    expect(await ways('csat', '50%', { period: monday })).toContain(
      'by a date of the ticket: when it was opened (created_at)',
    );
  });

  test('stops at its time limit, having tried at least the KPI as it is', async () => {
    await load();
    let clock = 0;
    const { tried, possible, attempts } = await found('tickets_created', '4', {
      period: monday,
      limitMs: 2,
      now: () => clock++,
    });
    expect([tried, possible > tried, attempts[0]?.departures]).toEqual([2, true, []]);
  });

  test('tells what it found as it goes, and stopped, answers with what it has', async () => {
    await load();
    const told: Reconciliation[] = [];
    const stop = new AbortController();
    const result = await reconcile(engine, null, kpi('tickets_created'), {
      reported: '4',
      period: monday,
      asOf: null,
      now: () => 0,
      signal: stop.signal,
      onProgress: (found) => {
        told.push(found);
        stop.abort();
      },
    });
    expect(told).toEqual([result]);
    expect([result?.tried, result?.attempts.map(({ value, n }) => [value, n])]).toEqual([1, [[4, 4]]]);
  });

  test('has nothing to say to what is no number, or of a KPI that is a table', async () => {
    await load();
    const options = { period: null, asOf: null };
    expect([
      await reconcile(engine, null, kpi('tickets_created'), { reported: 'many', ...options }),
      await reconcile(engine, null, kpi('case_list'), { reported: '3', ...options }),
    ]).toEqual([null, null]);
  });
});

describe('chance', () => {
  const attempt = (difference: number, matches: boolean): Attempt => ({
    departures: [],
    value: 82 + difference,
    unit: 'number',
    n: 10,
    matches,
    difference,
    relative: null,
    step: 1,
    sql: '',
  });

  test('is expected to match as often as others come near: 37 within ten steps of a step and a half let expect three', () => {
    const others = Array.from({ length: 37 }, (_, index) => attempt(index % 2 ? 3 : -9.5, false));
    const far = Array.from({ length: 100 }, () => attempt(11, false));
    // 37 in 20 − 1.5 steps are two a step, and what is shown as the number is one and a half steps wide.
    expect(matchesByChance([attempt(0, true), ...others, ...far])).toBeCloseTo(3, 12);
  });

  test('is none where nothing comes near', () => {
    expect(matchesByChance([attempt(0, true), attempt(40, false)])).toBe(0);
  });
});
