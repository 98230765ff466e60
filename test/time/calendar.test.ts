import { describe, expect, test } from 'vitest';
import {
  brazilianHolidays,
  businessSeconds,
  isDay,
  offsetAt,
  wallClockToMs,
  type BusinessCalendar,
  type OpenHours,
} from '#time';

const utc = (text: string): number => wallClockToMs(text) ?? Number.NaN;
const hour = 3600;

function hoursOn(weekdays: readonly number[], opens: number, closes: number): OpenHours[] {
  return weekdays.map((weekday) => ({
    weekday,
    opensSecond: opens * hour,
    closesSecond: closes * hour,
  }));
}

const week = [1, 2, 3, 4, 5];
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const office: BusinessCalendar = { zone: 'UTC', hours: hoursOn(week, 9, 18), holidays: [] };

function counted(calendar: BusinessCalendar, from: string, to: string): number | null {
  return businessSeconds(calendar, utc(from), utc(to));
}

/** Minute by minute, by what the platform's clock shows: an oracle that shares nothing with the implementation. */
function countedByMinutes({ zone, hours, holidays }: BusinessCalendar, from: number, to: number): number {
  let seconds = 0;
  for (let at = from; at < to; at += 60_000) {
    const wall = at + offsetAt(zone, at) * 1000;
    const isOpen = [0, 1].some((daysAgo) => {
      const day = Math.floor(wall / 86_400_000) - daysAgo;
      if (holidays.includes(new Date(day * 86_400_000).toISOString().slice(0, 10))) return false;
      const second = (wall - day * 86_400_000) / 1000;
      const weekday = new Date(day * 86_400_000).getUTCDay() || 7;
      return hours.some(
        (stretch) =>
          stretch.weekday === weekday &&
          second >= stretch.opensSecond &&
          second <
            (stretch.closesSecond > stretch.opensSecond
              ? stretch.closesSecond
              : stretch.closesSecond + 86_400),
      );
    });
    if (isOpen) seconds += 60;
  }
  return seconds;
}

describe('business seconds', () => {
  test('are those of opening hours, within a day and over a night', () => {
    expect(counted(office, '2026-03-02 10:00', '2026-03-02 12:30')).toBe(2.5 * hour);
    expect(counted(office, '2026-03-02 17:00', '2026-03-03 10:00')).toBe(2 * hour);
    expect(counted(office, '2026-03-02 03:00', '2026-03-02 23:00')).toBe(9 * hour);
  });

  test('leave out the weekend', () => {
    expect(counted(office, '2026-03-06 17:30', '2026-03-09 09:15')).toBe(0.75 * hour);
    expect(counted(office, '2026-03-07 10:00', '2026-03-08 20:00')).toBe(0);
  });

  test('leave out a holiday', () => {
    const calendar = { ...office, holidays: ['2026-03-03'] };
    expect(counted(calendar, '2026-03-02 17:00', '2026-03-04 10:00')).toBe(2 * hour);
    expect(counted(calendar, '2026-03-03 09:00', '2026-03-03 18:00')).toBe(0);
  });

  test('of one instant are none, and of an interval that runs backwards unknown', () => {
    expect(counted(office, '2026-03-02 10:00', '2026-03-02 10:00')).toBe(0);
    expect(counted(office, '2026-03-02 10:00', '2026-03-02 09:59:59')).toBeNull();
  });

  test('of a calendar that never closes are the seconds that passed, also over the nights when clocks change', () => {
    const always = { zone: 'America/New_York', hours: hoursOn(everyDay, 0, 24), holidays: [] };
    expect(counted(always, '2026-03-01 00:00:07', '2026-11-30 12:34:56')).toBe(
      (utc('2026-11-30 12:34:56') - utc('2026-03-01 00:00:07')) / 1000,
    );
    const midnightToMidnight = { ...always, hours: hoursOn(everyDay, 0, 0) };
    expect(counted(midnightToMidnight, '2026-03-01 00:00', '2026-03-02 00:00')).toBe(24 * hour);
  });

  test('past midnight belong to the day on which the stretch began', () => {
    const night = { zone: 'UTC', hours: hoursOn([5], 22, 6), holidays: [] };
    expect(counted(night, '2026-03-06 21:00', '2026-03-07 12:00')).toBe(8 * hour);
    expect(counted(night, '2026-03-06 01:00', '2026-03-06 05:00')).toBe(0);
    expect(counted({ ...night, hours: hoursOn([5], 22, 30) }, '2026-03-07 05:00', '2026-03-07 07:00')).toBe(
      hour,
    );
  });

  test('past midnight of a holiday’s eve are open, and those of the holiday’s own evening are not', () => {
    const nights = { zone: 'UTC', hours: hoursOn(everyDay, 22, 6), holidays: ['2026-12-25'] };
    expect(counted(nights, '2026-12-25 00:00', '2026-12-25 12:00')).toBe(6 * hour);
    expect(counted(nights, '2026-12-25 12:00', '2026-12-26 12:00')).toBe(0);
  });

  test('of stretches that overlap count once', () => {
    const hours = [...hoursOn([1], 9, 14), ...hoursOn([1], 12, 18), ...hoursOn([7], 20, 10)];
    expect(counted({ zone: 'UTC', hours, holidays: [] }, '2026-03-01 00:00', '2026-03-03 00:00')).toBe(
      (4 + 18) * hour,
    );
  });

  test('go by the clock of the calendar’s zone', () => {
    const calendar = { ...office, zone: 'America/Sao_Paulo' };
    expect(counted(calendar, '2026-03-02 11:00', '2026-03-02 13:00')).toBe(hour);
    expect(counted({ ...office, zone: '+05:30' }, '2026-03-02 03:00', '2026-03-02 04:00')).toBe(0.5 * hour);
  });

  test('of the night on which clocks are set forward are an hour fewer', () => {
    const nights = { zone: 'Europe/Berlin', hours: hoursOn([6], 22, 6), holidays: [] };
    expect(counted(nights, '2026-03-28 12:00', '2026-03-29 12:00')).toBe(7 * hour);
    const opensInTheGap = { ...nights, hours: hoursOn([7], 2.5, 6) };
    expect(counted(opensInTheGap, '2026-03-29 00:00', '2026-03-29 12:00')).toBe(3 * hour);
  });

  test('of the night on which clocks are set back are an hour more', () => {
    const nights = { zone: 'Europe/Berlin', hours: hoursOn([6], 22, 6), holidays: [] };
    expect(counted(nights, '2026-10-24 12:00', '2026-10-25 12:00')).toBe(9 * hour);
  });

  test('round to whole seconds once, at the end', () => {
    expect(businessSeconds(office, utc('2026-03-02 17:59:59') + 600, utc('2026-03-03 09:00:00') + 300)).toBe(
      1,
    );
  });

  test('are what a walk minute by minute finds, in zones of every kind', () => {
    let state = 7;
    const random = (limit: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * limit);
    };
    const zones = [
      'America/Sao_Paulo',
      'Europe/Lisbon',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Apia',
    ];
    for (let round = 0; round < 30; round++) {
      const zone = zones[round % zones.length]!;
      const hours = Array.from({ length: 1 + random(6) }, () => ({
        weekday: 1 + random(7),
        opensSecond: random(1440) * 60,
        closesSecond: random(1440) * 60,
      }));
      const from = utc(zone === 'Pacific/Apia' ? '2011-12-27' : '2018-10-25') + random(20_000) * 60_000;
      const to = from + random(14_000) * 60_000;
      const holidays = [new Date(from + 2 * 86_400_000).toISOString().slice(0, 10)];
      const calendar = { zone, hours, holidays };
      expect({ round, seconds: businessSeconds(calendar, from, to) }).toEqual({
        round,
        seconds: countedByMinutes(calendar, from, to),
      });
    }
  });
});

describe('days', () => {
  test('Brazil’s national holidays follow Easter, and the law of 2023', () => {
    expect(brazilianHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-21',
      '2026-05-01',
      '2026-09-07',
      '2026-10-12',
      '2026-11-02',
      '2026-11-15',
      '2026-11-20',
      '2026-12-25',
    ]);
    expect(brazilianHolidays(2023)).toHaveLength(9);
  });

  test('Good Friday is where the almanac has it', () => {
    const fridays = [2000, 2008, 2011, 2019, 2024, 2025, 2038].map((year) =>
      brazilianHolidays(year).find((day) => /-0[34]-/.test(day) && !day.endsWith('-04-21')),
    );
    expect(fridays).toEqual([
      undefined,
      '2008-03-21',
      '2011-04-22',
      '2019-04-19',
      '2024-03-29',
      '2025-04-18',
      '2038-04-23',
    ]);
    expect(brazilianHolidays(2000).filter((day) => day === '2000-04-21')).toHaveLength(1);
  });

  test('a day is one that exists', () => {
    expect(['2024-02-29', '2026-02-29', '2026-2-1', '2026-02-01 10:00', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
