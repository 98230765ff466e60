import type { Locale } from '#messages';
import { say } from '#messages';
import { dayMs, msToWallClock, wallClockToMs, type Period } from '#time';

/** The first and the last day of a period, for inputs; empty where it is open. */
export function daysOf({ from, to }: Period): { readonly first: string; readonly last: string } {
  const end = to === null ? null : wallClockToMs(to);
  return {
    first: from?.slice(0, 10) ?? '',
    last: end === null ? '' : msToWallClock(end - dayMs).slice(0, 10),
  };
}

/** The period of days, both included; null where one is missing. */
export function periodOfDays(first: string, last: string): Period | null {
  const [from, to] = [wallClockToMs(first), wallClockToMs(last)];
  if (from === null || to === null || to < from) return null;
  return { from: msToWallClock(from), to: msToWallClock(to + dayMs) };
}

export function dayText(day: string, locale: Locale): string {
  const ms = wallClockToMs(day);
  if (ms === null) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(ms);
}

export function spanText(period: Period, locale: Locale): string {
  const { first, last } = daysOf(period);
  return say(locale, 'explaining.span', { from: dayText(first, locale), to: dayText(last, locale) });
}
