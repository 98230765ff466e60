import type { Scope } from '#import';
import { say, type Locale } from '#messages';
import { formatValue } from '#table';
import { dayMs, daysOf, wallClockToMs, type Period, type WallClock } from '#time';

/** A period in words: its first and its last day, both part of it, or the instants that it lies between. */
export function periodText(period: Period, locale: Locale): string {
  const { from, to } = period;
  if (from === null && to === null) return say(locale, 'reporting.periodAll');
  const { first, last } = isOfDays(period) ? daysOf(period) : { first: from, last: to };
  const [begin, end] = [momentText(first ?? '', locale), momentText(last ?? '', locale)];
  if (to === null) return say(locale, 'reporting.periodFrom', { from: begin });
  if (from === null) return say(locale, 'reporting.periodTo', { to: end });
  if (first === last) return begin;
  const code = isOfDays(period) ? 'reporting.periodDays' : 'reporting.periodValue';
  return say(locale, code, { from: begin, to: end });
}

/** A day, or the minute of an instant, as the reader writes days; nobody asks for the second. */
export function momentText(at: WallClock, locale: Locale): string {
  const days = Math.floor((wallClockToMs(at) ?? NaN) / dayMs);
  if (Number.isNaN(days)) return at;
  const day = formatValue(days, { kind: 'date', type: 'DATE' }, { locale });
  const minute = at.slice(11, 16);
  return minute === '' ? day : `${day} ${minute}`;
}

/** What the rows were filtered by. */
export function filterText(scope: Scope, locale: Locale): string {
  const filters = Object.entries(scope).map(([name, values]) => `${name}: ${values.join(', ')}`);
  return filters.join('; ') || say(locale, 'reporting.filterAll');
}

function isOfDays({ from, to }: Period): boolean {
  return [from, to].every((at) => at === null || at.endsWith(' 00:00:00'));
}
