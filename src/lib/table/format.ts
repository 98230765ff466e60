import type { Locale } from '#messages';
import { calendarDay, isInfiniteDay, isoTime, pad, splitMicros, toIso, toNumber } from './convert.ts';
import { formatNested } from './format-nested.ts';
import type { Column, Interval, Value } from './table.ts';

/** What a number measures; durations are seconds, percents fractions of 1, NPS −100 to 100. */
export type Unit = 'count' | 'percent' | 'duration' | 'score' | 'money' | 'nps' | 'number';

export interface FormatOptions {
  readonly locale: Locale;
  readonly unit?: Unit | undefined;
  /** ISO code, where the data names one. */
  readonly currency?: string | undefined;
  /** In a column, where decimals stand below one another. */
  readonly aligned?: boolean | undefined;
}

/** Stands for NULL: unknown is never shown as a zero or as nothing at all. */
export const noValue = '—';

/** One value as a person reads it. Text is shown as it is, so that identifiers stay what they were. */
export function formatValue(
  value: Value,
  column: Pick<Column, 'kind' | 'type'>,
  options: FormatOptions,
): string {
  if (value === null) return noValue;
  switch (column.kind) {
    case 'boolean':
    case 'text':
      return String(value);
    case 'integer':
    case 'decimal':
    case 'float':
      return formatMeasure(value, options);
    case 'date':
      return typeof value === 'number' ? formatDate(value, options.locale) : String(value);
    case 'time':
      return toIso(value, 'time') ?? String(value);
    case 'timestamp':
      return formatTimestamp(value, column.type, options.locale);
    case 'interval':
      return isInterval(value) ? formatInterval(value) : String(value);
    case 'blob':
      return value instanceof Uint8Array ? formatBlob(value) : String(value);
    case 'list':
    case 'struct':
    case 'map':
      return formatNested(value, column.type, (inner, type) =>
        formatValue(inner, type, { locale: options.locale }),
      );
  }
}

/** Exact for integers and decimals of any length; other numbers to three significant digits, or two places. */
export function formatNumber(value: number | bigint | string, locale: Locale): string {
  if (typeof value === 'bigint') return wholeNumber(locale).format(value);
  if (typeof value === 'string') return formatDecimal(value, locale);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  if (Number.isInteger(value)) return wholeNumber(locale).format(value);
  const rounding = Math.abs(value) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 };
  return numberFormat(locale, rounding).format(value);
}

export function formatPercent(fraction: number, locale: Locale, aligned = false): string {
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: aligned ? 2 : 1,
    maximumFractionDigits: 2,
  }).format(fraction);
}

/** A fraction as a whole percent: a confidence, a progress, not a measurement. */
export function formatShare(fraction: number, locale: Locale): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(fraction);
}

export function formatMoney(amount: number, locale: Locale, currency?: string): string {
  const style = currency ? ({ style: 'currency', currency } as const) : {};
  return numberFormat(locale, { ...style, minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    amount,
  );
}

/** The two largest parts, rounded: `2 d 3 h`, `1 h 12 min`, `3 min 45 s`, `17.03 s`. A day here is 24 hours. */
export function formatDuration(seconds: number, locale: Locale): string {
  if (!Number.isFinite(seconds)) return formatNumber(seconds, locale);
  if (seconds < 0) return `−${formatDuration(-seconds, locale)}`;
  if (seconds < 59.995) return `${numberFormat(locale, { maximumFractionDigits: 2 }).format(seconds)} s`;
  if (seconds < 3599.5) return twoParts(Math.round(seconds), 60, 'min', 's', locale);
  if (seconds < 86_370) return twoParts(Math.round(seconds / 60), 60, 'h', 'min', locale);
  return twoParts(Math.round(seconds / 3600), 24, 'd', 'h', locale);
}

function twoParts(total: number, size: number, large: string, small: string, locale: Locale): string {
  const rest = total % size;
  const whole = `${formatNumber((total - rest) / size, locale)} ${large}`;
  return rest === 0 ? whole : `${whole} ${rest} ${small}`;
}

function formatMeasure(value: Value, { locale, unit, currency, aligned }: FormatOptions): string {
  const number = toNumber(value);
  if (number === null) return String(value);
  switch (unit) {
    case 'percent':
      return formatPercent(number, locale, aligned);
    case 'duration':
      return formatDuration(number, locale);
    case 'money':
      return formatMoney(number, locale, currency);
    case 'score':
      return numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(number);
    case 'nps':
      return numberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(number);
    case 'count':
    case 'number':
    case undefined:
      if (typeof value === 'bigint' || typeof value === 'string') return formatNumber(value, locale);
      if (unit === undefined) return formatPlain(number, locale);
      return formatNumber(unit === 'count' ? Math.round(number) : number, locale);
  }
}

/** A number of which nothing is known: enough digits to tell two results apart. */
function formatPlain(number: number, locale: Locale): string {
  if (Number.isInteger(number) || !Number.isFinite(number) || Math.abs(number) >= 1e6)
    return formatNumber(number, locale);
  return numberFormat(locale, { maximumSignificantDigits: 6 }).format(number);
}

/** Decimal text digit by digit: a number would round it. */
function formatDecimal(text: string, locale: Locale): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '0', fraction] = match;
  const written = sign + wholeNumber(locale).format(BigInt(whole));
  return fraction === undefined ? written : `${written}${locale === 'en' ? '.' : ','}${fraction}`;
}

function formatDate(days: number, locale: Locale): string {
  if (locale === 'en' || isInfiniteDay(days)) return toIso(days, 'date') ?? '';
  const { year, month, day } = calendarDay(days);
  return `${pad(day)}/${pad(month)}/${year > 0 ? pad(year, 4) : `${pad(1 - year, 4)} a.C.`}`;
}

function formatTimestamp(value: Value, type: string, locale: Locale): string {
  const parts = typeof value === 'bigint' ? splitMicros(value) : null;
  if (!parts) return toIso(value, 'timestamp') ?? String(value);
  const zone = type === 'TIMESTAMP WITH TIME ZONE' ? '+00' : '';
  return `${formatDate(parts.days, locale)} ${isoTime(parts.micros)}${zone}`;
}

function formatInterval({ months, days, micros }: Interval): string {
  const years = Math.trunc(months / 12);
  const parts = [
    years === 0 ? '' : `${years} y`,
    months % 12 === 0 ? '' : `${months % 12} mo`,
    days === 0 ? '' : `${days} d`,
    micros === 0n ? '' : `${micros < 0n ? '-' : ''}${isoTime(micros < 0n ? -micros : micros)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '00:00:00' : parts.join(' ');
}

function formatBlob(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, 32), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return bytes.length > 32 ? `0x${shown}…` : `0x${shown}`;
}

function isInterval(value: Value): value is Interval {
  return value !== null && typeof value === 'object' && 'months' in value && 'micros' in value;
}

function wholeNumber(locale: Locale): Intl.NumberFormat {
  return numberFormat(locale, { maximumFractionDigits: 0 });
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs a hundred times what using it does. What is rounded to zero has no sign. */
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
  formats.set(key, known);
  return known;
}
