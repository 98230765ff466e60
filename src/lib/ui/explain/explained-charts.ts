import { controlKindOf, type Explanation, type ExplanationSql } from '#explain';
import { say, type Locale } from '#messages';
import { controlChart, type ControlWords, type JsonObject } from '#output';
import { spanText } from './explained-days.ts';

/** A chart of more bars is no picture any more. */
export const shownBars = 15;

/** Bars of what the segments gave that gave most, by mix and rate where there are two; in the order of the rows. */
export function partsSpec({ isCount, definition: { unit } }: ExplanationSql, title: string): JsonObject {
  const isSplit = !isCount && unit !== 'duration';
  const y = { field: 'segment', type: 'nominal', sort: null, title: null };
  const axis: JsonObject = unit === 'percent' ? { axis: { format: '+.1%' } } : {};
  const x: JsonObject = { field: isSplit ? 'size' : 'effect', type: 'quantitative', title, ...axis };
  return {
    width: 'container',
    height: { step: 22 },
    transform: [
      { window: [{ op: 'row_number', as: 'row' }] },
      { filter: `datum.row <= ${shownBars}` },
      ...(isSplit ? [{ fold: ['mix', 'rate'], as: ['part', 'size'] }] : []),
    ],
    mark: 'bar',
    encoding: { y, x, ...(isSplit ? { color: { field: 'part', type: 'nominal', title: null } } : {}) },
  };
}

/** The days of a segment as a control chart, with the days that the change most likely began on. */
export function trendSpec(
  { isCount, definition: { unit } }: ExplanationSql,
  { causes, changePoint }: Explanation,
  { title, locale }: { readonly title: string; readonly locale: Locale },
): JsonObject {
  const isDated = !isCount && causes.length > 0 && changePoint !== null;
  return controlChart({
    words: controlWords(title, locale),
    moment: isDated
      ? { day: changePoint.day, from: changePoint.interval[0], to: changePoint.interval[1] }
      : null,
    isPart: unit === 'percent' || unit === 'score' || unit === 'nps',
    isCount,
  });
}

function controlWords(value: string, locale: Locale): ControlWords {
  return {
    value,
    expected: say(locale, 'explaining.control.expected'),
    low: say(locale, 'explaining.control.low'),
    high: say(locale, 'explaining.control.high'),
    usual: say(locale, 'explaining.control.usual'),
    outside: say(locale, 'explaining.control.isOutside'),
    arriving: say(locale, 'explaining.control.isArriving'),
  };
}

/** What the marks of such a chart mean, as sentences. */
export function trendMeaning(
  { isCount, definition }: ExplanationSql,
  { causes, changePoint, late, before, after }: Explanation,
  locale: Locale,
): string {
  const isDated = !isCount && causes.length > 0 && changePoint !== null;
  const spans = { before: spanText(before.period, locale), after: spanText(after.period, locale) };
  return [
    say(locale, `explaining.control.${controlKindOf(definition)}`),
    say(locale, 'explaining.control'),
    ...(isDated ? [say(locale, 'explaining.control.moment', spans)] : []),
    ...(late ? [say(locale, 'explaining.control.arriving')] : []),
  ].join(' ');
}
