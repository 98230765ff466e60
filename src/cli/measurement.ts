import { tell, type Locale } from '#messages';
import { pathText, type Kpi, type Measurement } from '#kpi';
import { judgements, valueText } from '#output';
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
