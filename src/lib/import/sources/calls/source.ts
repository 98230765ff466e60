import { text } from '#errors';
import type { Field, TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import { dateWay } from '../../survey/dates.ts';
import { isNullWord, meaning, vocabulary } from '../../vocabulary/index.ts';
import { metricsOf, periodFacts } from '../period-facts.ts';
import type { Recognition, Source } from '../source.ts';
import { columnUnder, fit, headerIndex } from '../template.ts';
import { agents, calls, ratings, tickets, traits } from './mapping.ts';
import { sums } from './sums.ts';

/** A call-centre sheet: one row a call, whoever's telephone system it came from. */
export const callSheet: Source = { vendor: 'calls', title: null, recognise, tables };

function recognise(raw: RawTable): Recognition {
  const summed = summedFigures(raw);
  if (summed > 0)
    return {
      score: Math.min(0.9, 0.4 + summed * 0.1),
      why: [text('import.why.callSums', { found: summed })],
    };
  const headers = headerIndex(raw);
  const has = (words: string) => columnUnder(headers, words) !== null;
  const found = Object.values(traits).filter(has).length;
  const speaksOfCalls = has(traits.call) && (has(traits.wait) || has(traits.talk) || has(traits.answered));
  const score = speaksOfCalls ? Math.min(1, 0.3 + found * 0.12) : 0;
  return { score, why: score === 0 ? [] : [text('import.why.calls', { found })] };
}

/** Calls that are counted by day or agent are sums: two kinds of them, and no call of its own. */
function summedFigures(raw: RawTable): number {
  const metrics = metricsOf(raw, sums);
  const counted = [...metrics.keys()].filter((name) => name.startsWith('calls_'));
  const areNumbers = counted.every((name) => {
    const column = raw.columns.find((each) => each.name === metrics.get(name));
    return column?.samples.every((value) => isNullWord(value) || /^[\d.,\s]+$/.test(value));
  });
  const isOneCall = columnUnder(headerIndex(raw), traits.call) !== null;
  return counted.length >= 2 && areNumbers && !isOneCall ? metrics.size : 0;
}

function tables(raw: RawTable): TableMapping[] {
  if (summedFigures(raw) > 0) return periodFacts(raw, sums);
  const fitted = [calls, tickets, ratings, agents].flatMap((template) => fit(template, raw) ?? []);
  return fitted.flatMap((table) => {
    if (table.table === 'ratings' && !('score' in table.columns)) return [];
    const columns = Object.entries(table.columns).flatMap(([name, field]) => {
      const usable = asItsSamplesSay(field, raw);
      return usable && wordsAreKnown(usable, raw) ? [[name, usable] as const] : [];
    });
    return [{ ...table, columns: Object.fromEntries(columns) }];
  });
}

/** `call_started` may hold an instant or a time of day, and `AvgTalkDuration` seconds or a fraction of a day: the first values tell. */
function asItsSamplesSay(field: Field, raw: RawTable): Field | null {
  if (field.kind === 'first') {
    const of = field.of.flatMap((each) => asItsSamplesSay(each, raw) ?? []);
    return of.length === 0 ? null : of.length === 1 ? of[0]! : { ...field, of: of.slice(0, 1) };
  }
  if (field.kind === 'instant') {
    const isDate = dateWay(samplesOf(raw, field.column)) !== null;
    if (!isDate) return null;
    return field.time !== undefined &&
      dateWay(samplesOf(raw, field.time)) !== null &&
      !isSheetTime(raw, field.time)
      ? null
      : field;
  }
  if (field.kind === 'duration')
    return { ...field, unit: isDayFraction(samplesOf(raw, field.column)) ? 'days' : field.unit };
  return field;
}

/** A column of words is a column of outcomes or states only if its words are. */
function wordsAreKnown(field: Field, raw: RawTable): boolean {
  if (field.kind !== 'word' || field.vocabulary === 'priority') return true;
  const known = vocabulary(field.vocabulary);
  return known === undefined || samplesOf(raw, field.column).some((word) => meaning(known, word) !== null);
}

function samplesOf(raw: RawTable, column: string): readonly string[] {
  return (raw.columns.find(({ name }) => name === column)?.samples ?? []).filter(
    (value) => !isNullWord(value),
  );
}

function isSheetTime(raw: RawTable, column: string): boolean {
  return samplesOf(raw, column).every((value) => /^(1899|1900)-/.test(value));
}

export function isDayFraction(samples: readonly string[]): boolean {
  const numbers = samples.map(Number).filter((number) => number !== 0);
  return (
    numbers.length > 0 &&
    numbers.every((number) => number > 0 && number < 1.5) &&
    samples.some((value) => /\.\d{4,}/.test(value))
  );
}
