import type { Kpi, Measurement } from '#kpi';
import type { Locale } from '#messages';
import { headlineOf } from './measurement.ts';
import { beginsText, changeText, targetText } from './words.ts';

/** What a value is against the period before, the year before and its target; a starting point that nobody set says nothing here. */
export function judgements(
  measurement: Measurement,
  { better, locale }: { readonly better: Kpi['better']; readonly locale: Locale },
): string[] {
  const { unit, change, lastYear, begins, target } = headlineOf(measurement, better);
  const written = { unit, locale };
  return [
    ...(change ? [`${changeText(change, { ...written, basis: 'change' })}.`] : []),
    ...(begins ? [beginsText(begins, locale)] : []),
    ...(lastYear ? [`${changeText(lastYear, { ...written, basis: 'lastYear' })}.`] : []),
    ...(target && !target.isStart ? [targetText(target, written)] : []),
  ];
}
