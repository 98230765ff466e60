import type { Late } from '#explain';
import { say, type Locale } from '#messages';
import { dayText, effectText, valueText } from '#output';
import { formatNumber, type Unit } from '#table';

/** Which days are still coming in, how much of them is missing, and what the numbers are without them. */
export function lateText(late: Late, written: { readonly unit: Unit; readonly locale: Locale }): string {
  const { locale } = written;
  const { day, n, missing, before, after, change, interval } = late;
  return say(locale, 'explaining.late', {
    day: dayText(day, locale),
    n: formatNumber(n, locale),
    missing: formatNumber(missing, locale),
    before: valueText(before.value, written),
    nBefore: formatNumber(before.n, locale),
    after: valueText(after.value, written),
    nAfter: formatNumber(after.n, locale),
    change: effectText(change, written),
    interval: interval
      ? say(locale, 'explaining.interval', {
          low: effectText(interval[0], written),
          high: effectText(interval[1], written),
        })
      : '',
  });
}
