import type { Period } from './period.ts';
import { dayMs, msToWallClock, wallClockToMs } from './wall-clock.ts';

/** The first and the last day of a period, both part of it; empty where it is open. */
export function daysOf({ from, to }: Period): { readonly first: string; readonly last: string } {
  return { first: from?.slice(0, 10) ?? '', last: to === null ? '' : shifted(to, -dayMs).slice(0, 10) };
}

/** The period of days, both included; open where one is empty. */
export function periodOfDays(first: string, last: string): Period {
  return { from: first === '' ? null : `${first} 00:00:00`, to: last === '' ? null : shifted(last, dayMs) };
}

function shifted(day: string, by: number): string {
  return msToWallClock((wallClockToMs(day) ?? 0) + by);
}
