import type { Scope } from '#import';
import { say, type Locale } from '#messages';
import type { Period } from '#time';

/** A period in words, its last day not among them. */
export function periodText({ from, to }: Period, locale: Locale): string {
  if (from === null && to === null) return say(locale, 'cli.report.periodAll');
  const open = say(locale, 'cli.report.open');
  return say(locale, 'cli.report.periodValue', { from: from ?? open, to: to ?? open });
}

/** What the rows were filtered by. */
export function filterText(scope: Scope, locale: Locale): string {
  const filters = Object.entries(scope).map(([name, values]) => `${name}: ${values.join(', ')}`);
  return filters.join('; ') || say(locale, 'cli.report.filterAll');
}
