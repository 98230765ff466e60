import type { Locale } from '#messages';
import { wallClockToMs } from '#time';

/** A day, or the day of an instant, in words: `Mar 3, 2026`. What is none is given back as it is. */
export function dayText(day: string, locale: Locale): string {
  const ms = wallClockToMs(day);
  if (ms === null) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(ms);
}
