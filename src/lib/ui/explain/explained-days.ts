import { say, type Locale } from '#messages';
import { dayText } from '#output';
import { daysOf, periodOfDays, type Period } from '#time';

/** The period of days, both included; null where one is missing, or the last comes first. */
export function closedPeriod(first: string, last: string): Period | null {
  const period = periodOfDays(first, last);
  return period.from !== null && period.to !== null && period.from < period.to ? period : null;
}

export function spanText(period: Period, locale: Locale): string {
  const { first, last } = daysOf(period);
  return say(locale, 'explaining.span', { from: dayText(first, locale), to: dayText(last, locale) });
}
