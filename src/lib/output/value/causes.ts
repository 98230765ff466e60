import type { Cause } from '#explain';
import { say, type Locale } from '#messages';
import { formatNumber, type Unit } from '#table';
import { dimensionText } from './dimension-text.ts';
import { valueText } from './words.ts';

interface Written {
  readonly unit: Unit;
  readonly locale: Locale;
}

/** A part of a change with its sign, shares in points. */
export function effectText(effect: number, { unit, locale }: Written): string {
  const sign = effect > 0 ? '+' : effect < 0 ? '−' : '';
  const size = Math.abs(effect);
  if (unit !== 'percent') return sign + valueText(size, { locale, unit: unit === 'nps' ? 'number' : unit });
  return (
    sign +
    say(locale, 'output.value.points', { difference: formatNumber(Math.round(size * 1000) / 10, locale) })
  );
}

/** What a cause says, in a sentence that its interval carries. */
export function causeText({ kind, dimension, member, effect, interval }: Cause, written: Written): string {
  const { locale } = written;
  return say(locale, `output.cause.${kind}`, {
    dimension: dimensionText(dimension, locale),
    member: member ?? say(locale, 'output.cause.unknown'),
    effect: effectText(effect, written),
    low: effectText(interval[0], written),
    high: effectText(interval[1], written),
  });
}
