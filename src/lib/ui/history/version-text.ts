import type { Locale } from '#messages';
import type { Version, Workspace } from '#workspace';

/** When a version was kept, by the clock of the reader's machine. */
export function versionTime(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** How a version came to be kept. */
export function versionReason({ why, of }: Version, { t }: Pick<Workspace, 't'>): string {
  return t(`history.why.${why}`, { of: of ?? '' });
}
