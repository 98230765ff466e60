import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { findKpi, judgeDays, unusualDays, type DayValue, type Kpi } from '#kpi';
import { dayMs, msToWallClock } from '#time';
import { fill } from './world.ts';

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

const monday = Date.UTC(2026, 0, 5);
const dayAt = (index: number): string => msToWallClock(monday + index * dayMs).slice(0, 10);

/** Days from Monday 5 January on, each with its value by the day's number. */
function days(count: number, value: (index: number) => Partial<DayValue>): DayValue[] {
  return Array.from({ length: count }, (_, index) => ({
    day: dayAt(index),
    value: 0,
    n: 100,
    stddev: null,
    ...value(index),
  }));
}

const everything = { asOf: null, from: '', to: '9999' };
const count = kpi('tickets_created').definition;
const share = kpi('csat').definition;

describe('unusual days', () => {
  test('are told from the same weekday: a quiet Sunday is usual, a Monday as quiet is not', () => {
    // 100 on weekdays, 9 on Sundays; on day 63, a Monday, 9 as well. √100 = 10, and the median of eight weeks adds to it.
    const found = judgeDays(
      days(70, (index) => ({ value: index % 7 === 6 || index === 63 ? 9 : 100 })),
      { definition: count, ...everything },
    );
    expect(found).toEqual([
      {
        day: dayAt(63),
        value: 9,
        n: 100,
        expected: 100,
        score: -91 / (10 * Math.sqrt(1 + Math.PI / 16)),
        direction: 'down',
      },
    ]);
  });

  test('of rare shares are seldom: three cases of a hundred where most weeks had none are chance, ten are not', () => {
    // One in a hundred is always possible: √(0.01 × 0.99 ÷ 100) = 0.00995; 0.03 is 2.8 of the widened spread away, 0.1 is 9.2.
    const found = (last: number) =>
      judgeDays(
        days(70, (index) => ({ value: index === 69 ? last : 0 })),
        { definition: share, ...everything },
      ).map(({ day }) => day);
    expect([found(0.03), found(0.1)]).toEqual([[], [dayAt(69)]]);
  });

  test('of small counts are seldom: three where one was usual is chance', () => {
    const days70 = (last: number) => days(70, (index) => ({ value: index === 69 ? last : 1 }));
    const found = (last: number) =>
      judgeDays(days70(last), { definition: count, ...everything }).map(({ day }) => day);
    expect([found(3), found(6)]).toEqual([[], [dayAt(69)]]);
  });

  test('are told by how much a weekday varies anyway, and what was seen twice before is usual', () => {
    // Mondays of 60 and 140 in turn: the median is 100, the deviation of all 40, the spread 1.4826 × 40.
    const value = (index: number, last: number) => (index === 63 ? last : (index / 7) % 2 === 0 ? 60 : 140);
    const mondays = (last: number) =>
      days(64, (index) => ({ value: index % 7 === 0 ? value(index, last) : null }));
    const found = (last: number) => judgeDays(mondays(last), { definition: count, ...everything });
    expect([found(250), found(340).map(({ score }) => score)]).toEqual([
      [],
      [240 / (1.4826 * 40 * Math.sqrt(1 + Math.PI / 2 / 8))],
    ]);
  });

  test('of a share are told by its n, and a day of fewer than 20 is not judged', () => {
    const found = (value: number, n: number) =>
      judgeDays(
        days(70, (index) => ({ value: index === 69 ? value : 0.8, n: index === 69 ? n : 100 })),
        { definition: share, ...everything },
      ).map(({ score }) => Number(score.toFixed(2)));
    // √(0.8 × 0.2 ÷ 100) = 0.04 times √(1 + π/16) = 0.04376; of 400 half of that.
    expect([found(0.68, 100), found(0.6, 100), found(0.68, 400), found(0, 19)]).toEqual([
      [],
      [-4.57],
      [-5.49],
      [],
    ]);
  });

  test('need four weeks to compare with, and whole days: neither the first of the data nor that of the as-of instant', () => {
    const value = (index: number) => ({ value: index === 0 || index >= 34 ? 0 : 100 });
    const found = (asOf: string | null) =>
      judgeDays(days(37, value), { definition: count, ...everything, asOf }).map(({ day }) => day);
    // Day 35 has five Mondays before it, of which the first is that of the incomplete day.
    expect([found(null), found(`${dayAt(36)} 17:00:00`), found(`${dayAt(36)} 00:00:00`)]).toEqual([
      [dayAt(36), dayAt(35), dayAt(34)],
      [dayAt(35), dayAt(34)],
      [dayAt(35), dayAt(34)],
    ]);
  });

  test('are those of the period', () => {
    const found = judgeDays(
      days(70, (index) => ({ value: index >= 63 ? 0 : 100 })),
      { definition: count, asOf: null, from: dayAt(64), to: dayAt(66) },
    );
    expect(found.map(({ day }) => day)).toEqual([dayAt(65), dayAt(64)]);
  });

  test('are found in the data: a day without tickets among days of twenty', async () => {
    await fill(engine, {
      tickets: {
        columns: 'ticket_id, created_at',
        values: Array.from({ length: 70 * 20 }, (_, index) => index)
          .filter((index) => Math.floor(index / 20) !== 65)
          .map((index) => `('${index}', '${dayAt(Math.floor(index / 20))} 10:00')`)
          .join(', '),
      },
    });
    const asOf = `${dayAt(70)} 00:00:00`;
    const found = async (id: string) => unusualDays(engine, null, kpi(id), { period: null, asOf });
    const score = -20 / (Math.sqrt(20) * Math.sqrt(1 + Math.PI / 16));
    expect([
      await found('tickets_created'),
      await found('csat'),
      await found('unresolved_tickets'),
      await found('resolution_time'),
      await found('case_list'),
    ]).toEqual([
      [{ day: dayAt(65), value: 0, n: 0, expected: 20, score, direction: 'down' }],
      null,
      null,
      null,
      null,
    ]);
  });
});
