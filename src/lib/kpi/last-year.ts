import { dayMs, msToWallClock, wallClockToMs, type Period } from '#time';

/**
 * The same period a year before. What begins on 29 February began on the 28th, what ends where that day begins ended with the
 * 28th: days keep their length. Null for a period with an open end.
 */
export function samePeriodLastYear({ from, to }: Period): Period | null {
  const start = from === null ? null : wallClockToMs(from);
  const end = to === null ? null : wallClockToMs(to);
  if (start === null || end === null || end <= start) return null;
  return { from: msToWallClock(yearBefore(start)), to: msToWallClock(endBefore(end)) };
}

function yearBefore(ms: number): number {
  const date = new Date(ms);
  const day = isLeapDay(date) ? 28 : date.getUTCDate();
  const timeOfDay = ((ms % dayMs) + dayMs) % dayMs;
  return Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), day) + timeOfDay;
}

function endBefore(ms: number): number {
  return isLeapDay(new Date(ms)) && ms % dayMs === 0 ? yearBefore(ms) + dayMs : yearBefore(ms);
}

function isLeapDay(date: Date): boolean {
  return date.getUTCMonth() === 1 && date.getUTCDate() === 29;
}
