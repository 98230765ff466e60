import { msToWallClock, wallClockToMs, type Period, type WallClock } from '#time';
import type { Moment } from './compare.ts';

/** What both exports can tell of: everything up to the earlier one's last instant, that included, of a period if there is one. */
export function commonMoment(end: WallClock | null, period: Period | null = null): Moment {
  const ms = end === null ? null : wallClockToMs(end);
  const after = ms === null ? null : msToWallClock(ms + 1000);
  const to = period?.to != null && (after === null || period.to < after) ? period.to : after;
  return { period: { from: period?.from ?? null, to }, asOf: end };
}
