import { say, type Locale } from '#messages';
import { formatField, withoutZeros } from './format.ts';
import type { Datum, DatumRow } from './rows.ts';

/** What the bins of a distribution are called, by where they begin: `0–15 s`, `30 s–1 min`, `3`, `8 or more`. */
export function binLabels(
  rows: readonly DatumRow[],
  format: string | null,
  locale: Locale,
): Map<Datum | undefined, string> {
  const edges = rows.flatMap(({ bin_from, bin_to }) => [bin_from, bin_to]);
  const isWhole = format === 'count' && edges.every((edge) => edge === null || Number.isInteger(edge));
  return new Map(
    rows.map(({ bin_from: from, bin_to: to }) => [from, labelOf(from, to, { format, locale, isWhole })]),
  );
}

interface LabelOptions {
  readonly format: string | null;
  readonly locale: Locale;
  /** Whether only whole numbers fall into the bins: 3 to 5 then means 3 or 4. */
  readonly isWhole: boolean;
}

function labelOf(
  from: Datum | undefined,
  to: Datum | undefined,
  { format, locale, isWhole }: LabelOptions,
): string {
  const written = (edge: Datum | undefined): string =>
    withoutZeros(formatField(edge, format ?? 'number', locale));
  if (typeof from !== 'number' || typeof to !== 'number')
    return say(locale, 'output.chart.orMore', { value: written(from) });
  if (isWhole && to - from <= 1) return written(from);
  const [low, high] = [written(from), written(isWhole ? to - 1 : to)];
  const [, unit = ''] = /[\d.,]+([^\d.,]+)$/.exec(high) ?? [];
  const isSameUnit = unit !== '' && (from === 0 || low.endsWith(unit));
  return `${isSameUnit ? low.replace(/[^\d.,−-]+$/, '') : low}–${high}`;
}
