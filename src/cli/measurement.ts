import { tell, type Locale } from '#messages';
import { pathText, type Kpi, type Measurement } from '#kpi';
import { changeText, headlineOf, targetText, valueText } from '#output';
import { formatNumber, noValue } from '#table';

/** A measurement in words, for a terminal. */
export function formatMeasurement(
  measurement: Measurement,
  { better, locale }: { readonly better: Kpi['better']; readonly locale: Locale },
): { value: string; n: string; note: string } {
  const { value, unit, n, path, reason, notes } = measurement;
  const said = reason === null ? [] : [tell(locale, reason)];
  const judged = judgements(measurement, { better, locale });
  const note = [...said, ...judged, ...notes.map((each) => tell(locale, each))].join(' ');
  return {
    value: value === null ? noValue : valueText(value, { unit, locale }),
    n: n === null ? noValue : formatNumber(n, locale),
    note: note === '' && path !== null ? tell(locale, pathText(path)) : note,
  };
}

/** What a value is against the period before, the year before and its target; a starting point that nobody set says nothing here. */
export function judgements(
  measurement: Measurement,
  { better, locale }: { readonly better: Kpi['better']; readonly locale: Locale },
): string[] {
  const { unit, change, lastYear, target } = headlineOf(measurement, better);
  const written = { unit, locale };
  return [
    ...(change ? [`${changeText(change, { ...written, basis: 'change' })}.`] : []),
    ...(lastYear ? [`${changeText(lastYear, { ...written, basis: 'lastYear' })}.`] : []),
    ...(target && !target.isStart ? [targetText(target, written)] : []),
  ];
}
