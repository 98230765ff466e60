import type { Scope } from '#import';
import { say, type Locale } from '#messages';
import { daysOf, type Period } from '#time';

/** A period in words: its first and its last day, both part of it, or the instants that it lies between. */
export function periodText(period: Period, locale: Locale): string {
  const { from, to } = period;
  if (from === null && to === null) return say(locale, 'reporting.periodAll');
  const { first, last } = isOfDays(period) ? daysOf(period) : { first: from, last: to };
  if (to === null) return say(locale, 'reporting.periodFrom', { from: first ?? '' });
  if (from === null) return say(locale, 'reporting.periodTo', { to: last ?? '' });
  if (first === last) return first ?? '';
  const code = isOfDays(period) ? 'reporting.periodDays' : 'reporting.periodValue';
  return say(locale, code, { from: first ?? '', to: last ?? '' });
}

/** What the rows were filtered by. */
export function filterText(scope: Scope, locale: Locale): string {
  const filters = Object.entries(scope).map(([name, values]) => `${name}: ${values.join(', ')}`);
  return filters.join('; ') || say(locale, 'reporting.filterAll');
}

function isOfDays({ from, to }: Period): boolean {
  return [from, to].every((at) => at === null || at.endsWith(' 00:00:00'));
}
