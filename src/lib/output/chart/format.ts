import { text } from '#errors';
import { isLocale, say, tell, type Locale } from '#messages';
import { formatPercent, formatValue, noValue, type Unit } from '#table';

/** The format type that the chart's host registers; the `format` beside it says the language and how to write: `en duration`. */
export const chartFormat = 'deskbookFormat';

/** How a field's values are written: by unit, as a day or an instant, as a weekday, or as one of the words of a vocabulary. */
export type FieldFormat = Unit | 'date' | 'timestamp' | 'weekday' | 'text' | `word.${Vocabulary}`;

export type Vocabulary =
  'channel' | 'status' | 'priority' | 'stage' | 'author' | 'answer' | 'service' | 'outcome';

/** What stands behind `deskbookFormat` in an expression. */
export function formatDatum(value: unknown, format: unknown): string {
  const [locale, as = ''] = (typeof format === 'string' ? format : '').split(' ');
  return formatField(value, as, isLocale(locale) ? locale : 'en');
}

export function formatField(value: unknown, as: string, locale: Locale): string {
  const unit = units.find((known) => known === as);
  if (value === null || value === undefined || value === '')
    return unit ? noValue : say(locale, 'output.chart.unknown');
  if (as === 'date' || as === 'timestamp') return formatTime(value, as, locale);
  if (as === 'weekday') return weekdayName(Number(value), locale);
  if (as.startsWith('word.')) return wordName(String(value), as.slice('word.'.length), locale);
  if (as === 'text' || typeof value !== 'number') return String(value);
  if (as === 'share') return withoutZeros(formatPercent(value, locale));
  return formatValue(value, { kind: 'float', type: 'DOUBLE' }, { locale, unit: unit ?? 'number' });
}

const units: readonly Unit[] = ['count', 'percent', 'duration', 'score', 'money', 'nps', 'number'];

/** Round shares and scores need no decimals. */
export function withoutZeros(written: string): string {
  return written.replace(/[.,]0{1,2}(?=%?$)/, '');
}

/** Monday is 1; 4 January 2021 was one. */
export function weekdayName(weekday: number, locale: Locale): string {
  const day = new Date(Date.UTC(2021, 0, 3 + weekday));
  return Number.isNaN(day.getTime()) ? String(weekday) : weekdays[locale].format(day);
}

const weekdays = {
  en: new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }),
  'pt-BR': new Intl.DateTimeFormat('pt-BR', { weekday: 'short', timeZone: 'UTC' }),
};

/** The word as a reader says it; another one as it is. Explanations after a colon are for larger places. */
function wordName(word: string, vocabulary: string, locale: Locale): string {
  const code = codeOf(word, vocabulary);
  const said = tell(locale, text(code));
  return said === code ? word : (said.split(':')[0] ?? word);
}

function codeOf(word: string, vocabulary: string): string {
  if (vocabulary === 'answer' || vocabulary === 'service') return `output.word.${word}`;
  return word === 'reopened' ? 'output.word.reopened' : `meaning.${vocabulary}.${word}`;
}

/** Wall clock, as the grid writes it. Vega holds it as an instant of the browser's own zone. */
function formatTime(value: unknown, as: 'date' | 'timestamp', locale: Locale): string {
  const micros = microsOf(value);
  if (micros === null) return String(value);
  if (as === 'date') {
    const days = Number(micros / 86_400_000_000n);
    return formatValue(days, { kind: 'date', type: 'DATE' }, { locale });
  }
  return formatValue(micros, { kind: 'timestamp', type: 'TIMESTAMP' }, { locale }).replace(
    /:\d\d(\.\d+)?$/,
    '',
  );
}

function microsOf(value: unknown): bigint | null {
  if (typeof value === 'string') {
    const ms = Date.parse(`${value}Z`);
    return Number.isNaN(ms) ? null : BigInt(ms) * 1000n;
  }
  if (typeof value !== 'number' && !(value instanceof Date)) return null;
  const date = new Date(value);
  const wall = date.getTime() - date.getTimezoneOffset() * 60_000;
  return Number.isNaN(wall) ? null : BigInt(Math.round(wall)) * 1000n;
}
