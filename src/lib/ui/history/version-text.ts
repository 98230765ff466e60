import type { Locale } from '#messages';
import type { Version, Workspace } from '#workspace';

/** When a version was kept, by the clock of the reader's machine. */
export function versionTime(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** The same, as short as a list needs it: the day only where it is another one. */
export function shortTime(at: number, locale: Locale, now = Date.now()): string {
  const isOf = (other: Date, part: 'getFullYear' | 'toDateString') => new Date(at)[part]() === other[part]();
  const today = new Date(now);
  if (isOf(today, 'toDateString')) return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
  const year = isOf(today, 'getFullYear') ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, {
    year,
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}

/** How a version came to be kept. */
export function versionReason({ why, of }: Version, { t }: Pick<Workspace, 't'>): string {
  return t(`history.why.${why}`, { of: of ?? '' });
}
