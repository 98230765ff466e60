import { describe, expect, test } from 'vitest';
import { availability, findKpi, kpiProfile, measure, type Kpi } from '#kpi';
import { deleteCalendar, saveCalendar, setCalendarRules } from '../support/calendars.ts';
import { tell } from '#messages';
import { sharedEngine } from '../support/engine.ts';
import { fill, type World } from './world.ts';

const engine = sharedEngine();

function kpi(id: string): Kpi {
  const found = findKpi(id);
  if (!found) throw new Error(`no KPI ${id}`);
  return found;
}

async function answer(id: string, variant: string): Promise<unknown> {
  const { status, value, n, reason } = await measure(engine(), null, kpi(id), {
    variant,
    period: null,
    asOf: null,
  });
  return status === 'not_computable' && reason ? tell('en', reason) : { value, n };
}

/** Answered, solved and assigned over a weekend, and a call at nine minus one minute; the vendor's own figures beside them. */
const weekend: World = {
  tickets: {
    columns:
      'ticket_id, channel, created_at, assigned_at, first_human_reply_at, first_solved_at, last_solved_at, first_response_seconds, first_resolution_seconds, resolution_seconds, wait_seconds, reported_first_response_business_seconds, reported_resolution_business_seconds, reported_wait_business_seconds',
    values: `('1', 'email', '2026-03-06 17:00', '2026-03-06 17:10', '2026-03-09 09:30', '2026-03-09 10:00', '2026-03-09 12:00', 232200, 234000, 241200, 600, 11, 22, 33),
      ('2', 'chat', '2026-03-06 17:00', '2026-03-06 17:10', '2026-03-09 09:30', '2026-03-09 10:00', '2026-03-09 12:00', 232200, 234000, 241200, 600, null, null, null)`,
  },
  calls: {
    columns: 'call_id, started_at, answered_at, outcome, wait_seconds',
    values: `('c1', '2026-03-09 08:59', '2026-03-09 09:02', 'answered', 180)`,
  },
};

async function withCalendar(): Promise<void> {
  await fill(engine(), weekend);
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 9 * 3600, closes: 18 * 3600 }));
  await saveCalendar(engine(), { name: 'Office', hours, holidays: [] });
  await setCalendarRules(engine(), [
    { channel: 'email', calendar: 'Office' },
    { channel: 'phone', calendar: 'Office' },
  ]);
}

describe('business hours', () => {
  const noCalendar =
    'Needs business hours: no calendar is set that holds for these tickets. Set one, with the teams and channels it holds for.';

  test('cannot be computed without a calendar, and the others that can are named', async () => {
    await fill(engine(), weekend);
    for (const id of ['first_response_time', 'resolution_time', 'wait_time'])
      expect([id, await answer(id, 'business')]).toEqual([id, noCalendar]);
    const profile = await kpiProfile(engine());
    const found = availability(kpi('first_response_time'), profile, { variant: 'business' });
    expect(found.status === 'not_computable' && found.alternatives).toContain('business+reported');
  });

  test('count the seconds of the calendar that holds for a ticket; one without a calendar is left out', async () => {
    await withCalendar();
    expect(await answer('first_response_time', 'business')).toEqual({ value: 5400, n: 1 });
    expect(await answer('resolution_time', 'business')).toEqual({ value: 14_400, n: 1 });
    expect(await answer('resolution_time', 'first+business')).toEqual({ value: 7200, n: 1 });
    expect(await answer('wait_time', 'business')).toEqual({ value: (600 + 120) / 2, n: 2 });
    expect(await answer('first_response_time', 'calendar')).toEqual({ value: 232_200, n: 2 });
  });

  test('of a night shift leave out the hour that a night of changed clocks loses, and the nights of holidays', async () => {
    // From eleven on Saturday to five on Sunday: five hours, for there is no two o'clock. The night from Monday to Tuesday is a holiday's.
    await fill(engine(), {
      tickets: {
        columns:
          'ticket_id, created_at, created_at_utc, first_human_reply_at, first_human_reply_at_utc, first_response_seconds',
        values: `('1', '2026-03-07 23:00', '2026-03-08 04:00', '2026-03-08 05:00', '2026-03-08 09:00', 5 * 3600), ('2', '2026-03-09 21:00', '2026-03-10 01:00', '2026-03-10 23:00', '2026-03-11 03:00', 26 * 3600)`,
      },
    });
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 22 * 3600, closes: 6 * 3600 }));
    await saveCalendar(engine(), {
      name: 'Nights',
      zone: 'America/New_York',
      hours,
      holidays: ['2026-03-09'],
    });
    await setCalendarRules(engine(), [{ calendar: 'Nights' }]);
    expect([
      await answer('first_response_time', 'business'),
      await answer('first_response_time', 'p90+business'),
    ]).toEqual([
      { value: ((5 + 1) * 3600) / 2, n: 2 },
      { value: (1 + 0.9 * 4) * 3600, n: 2 },
    ]);
  });

  test('as the vendor reports them are another source, with a calendar or without', async () => {
    await withCalendar();
    const reported = async () => [
      await answer('first_response_time', 'business+reported'),
      await answer('resolution_time', 'business+reported'),
      await answer('wait_time', 'business+reported'),
    ];
    const figures = [11, 22, 33].map((value) => ({ value, n: 1 }));
    expect(await reported()).toEqual(figures);
    await deleteCalendar(engine(), 'Office');
    expect(await reported()).toEqual(figures);
    expect(await answer('first_response_time', 'business')).toBe(noCalendar);
  });

  test('are not defined from the assignment', async () => {
    await withCalendar();
    expect(await answer('first_response_time', 'from_assignment+business')).toMatch(/from_creation/);
  });
});
