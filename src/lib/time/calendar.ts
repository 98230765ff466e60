import { dayMs, msToWallClock, wallClockToMs, type Instant } from './wall-clock.ts';
import { zoneTransitions } from './zones.ts';

/**
 * A stretch of opening hours on a weekday (1 = Monday to 7 = Sunday), in seconds of the day it begins on. One that closes at or
 * before it opens runs past midnight, and so does one that closes after 86400: 22:00 to 06:00 is `79200, 21600` or `79200, 108000`.
 */
export interface OpenHours {
  readonly weekday: number;
  readonly opensSecond: number;
  readonly closesSecond: number;
}

/** When a team is at work, by the clock on the wall of a zone. */
export interface BusinessCalendar {
  readonly zone: string;
  readonly hours: readonly OpenHours[];
  /** Days (`2026-12-25`) on which no stretch begins. */
  readonly holidays: readonly string[];
}

export const daySeconds = 86_400;

/** Where a stretch ends, counted from the midnight before it begins: beyond 86400 where it runs past the next one. */
export function closingSecond({ opensSecond, closesSecond }: OpenHours): number {
  return closesSecond > opensSecond ? closesSecond : closesSecond + daySeconds;
}

/**
 * Seconds between two instants at which the clock on the wall stood within opening hours; null where the second comes before the
 * first. Part of a stretch after midnight belongs to the day it began on. Where clocks are set back, an hour on the wall that
 * comes twice is open twice; one that is skipped is not open.
 */
export function businessSeconds(calendar: BusinessCalendar, from: Instant, to: Instant): number | null {
  if (to < from) return null;
  const transitions = zoneTransitions(calendar.zone, from, to);
  const parts = transitions.map(({ fromUtcSeconds, offsetSeconds }, index) => {
    const next = transitions[index + 1];
    const start = index === 0 ? from : fromUtcSeconds * 1000;
    const end = next ? next.fromUtcSeconds * 1000 : to;
    return openOnWall(calendar, start + offsetSeconds * 1000, end + offsetSeconds * 1000);
  });
  return Math.round(parts.reduce((sum, part) => sum + part, 0) / 1000);
}

/** Open milliseconds between two readings of a clock that is not changed in between. */
function openOnWall({ hours, holidays }: BusinessCalendar, from: number, to: number): number {
  const closed = new Set(holidays);
  const spans: (readonly [number, number])[] = [];
  for (let day = Math.floor(from / dayMs) * dayMs - 2 * dayMs; day < to; day += dayMs) {
    if (closed.has(msToWallClock(day).slice(0, 10))) continue;
    const weekday = new Date(day).getUTCDay() || 7;
    for (const stretch of hours.filter((each) => each.weekday === weekday)) {
      const opens = Math.max(from, day + stretch.opensSecond * 1000);
      const closes = Math.min(to, day + closingSecond(stretch) * 1000);
      if (opens < closes) spans.push([opens, closes]);
    }
  }
  return covered(spans);
}

/** The length of a union of spans: what overlaps counts once. */
function covered(spans: readonly (readonly [number, number])[]): number {
  let reached = -Infinity;
  let length = 0;
  for (const [opens, closes] of [...spans].sort((a, b) => a[0] - b[0])) {
    length += Math.max(0, closes - Math.max(opens, reached));
    reached = Math.max(reached, closes);
  }
  return length;
}

/** Brazil's national holidays of a year as days, in order; Good Friday included, carnival and Corpus Christi (optional) not. */
export function brazilianHolidays(year: number): string[] {
  const easter = easterSunday(year);
  const fixed = ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '12-25'];
  const recent = year >= 2024 ? ['11-20'] : [];
  const days = [...fixed, ...recent].map((day) => `${String(year).padStart(4, '0')}-${day}`);
  return [...new Set([...days, msToWallClock(easter - 2 * dayMs).slice(0, 10)])].sort();
}

/** Easter of the Gregorian calendar, by the Meeus/Jones/Butcher algorithm. */
export function easterSunday(year: number): Instant {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}

/** Whether a text is a day that exists, `2026-12-25`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && wallClockToMs(text) !== null;
}
