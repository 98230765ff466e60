import { tell, type Locale } from '#messages';
import { pathText, type Measurement } from '#kpi';
import { formatNumber, formatValue, noValue } from '#table';

/** A measurement in words, for a terminal. */
export function formatMeasurement(
  measurement: Measurement,
  locale: Locale,
): { value: string; n: string; note: string } {
  const { value, unit, n, path, reason, notes } = measurement;
  const shown =
    value === null ? noValue : formatValue(value, { kind: 'float', type: 'DOUBLE' }, { locale, unit });
  const said = reason === null ? [] : [tell(locale, reason)];
  const note = [...said, ...notes.map((each) => tell(locale, each))].join(' ');
  return {
    value: shown,
    n: n === null ? noValue : formatNumber(n, locale),
    note: note === '' && path !== null ? tell(locale, pathText(path)) : note,
  };
}
