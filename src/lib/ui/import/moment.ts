import type { Locale } from '#messages';

/** A wall clock (`2026-03-10 09:15:00`) as people write it, to the minute. */
export function writtenMoment(clock: string, locale: Locale): string {
  const moment = new Date(`${clock.replace(' ', 'T')}Z`);
  if (Number.isNaN(moment.getTime())) return clock;
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return format.format(moment);
}
