import type { KpiTargetSpec } from '#import';
import { say, type Locale } from '#messages';
import { dayText } from '#output';
import {
  allTime,
  dayMs,
  daysOf,
  msToWallClock,
  parsePeriod,
  resolvePeriod,
  wallClockToMs,
  type WallClock,
} from '#time';

/** From when to when a target holds; null is open, and the end is not part of it. */
export type Span = Pick<KpiTargetSpec, 'from' | 'to'>;

export const spanKinds = ['always', 'month', 'quarter', 'range'] as const;
export type SpanKind = (typeof spanKinds)[number];

/** A month or a quarter that a target can be for, as a period is written: `2026-03`, `2026-Q1`. */
export function spanChoices(kind: 'month' | 'quarter', asOf: WallClock): string[] {
  const [year = 0, month = 1] = asOf.split('-').map(Number);
  const size = kind === 'month' ? 1 : 3;
  const now = Math.floor((year * 12 + month - 1) / size);
  const around = kind === 'month' ? 12 : 4;
  return Array.from({ length: 2 * around + 1 }, (_, index) => {
    const first = (now - around + index) * size;
    const inYear = first % 12;
    const written = kind === 'month' ? String(inYear + 1).padStart(2, '0') : `Q${Math.floor(inYear / 3) + 1}`;
    return `${Math.floor(first / 12)}-${written}`;
  });
}

/** The span of a month or a quarter as it is written. */
export function spanOf(written: string): Span {
  const spec = parsePeriod(written);
  const { from, to } = 'code' in spec ? allTime : resolvePeriod(spec, { asOf: null });
  return { from, to };
}

/** How the form edits a span: a month and a quarter as such, any other days one by one. */
export function spanKind(span: Span): { readonly kind: SpanKind; readonly written: string } {
  const { from, to } = span;
  if (from === null && to === null) return { kind: 'always', written: '' };
  const month = from?.slice(0, 7) ?? '';
  const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  const isSpan = (written: string): boolean => {
    const other = spanOf(written);
    return from !== null && other.from === from && other.to === to;
  };
  if (isSpan(month)) return { kind: 'month', written: month };
  if (isSpan(quarter)) return { kind: 'quarter', written: quarter };
  return { kind: 'range', written: '' };
}

/** The end of the day that an instant lies in. */
export function endOfDay(at: WallClock): WallClock {
  return msToWallClock((wallClockToMs(at.slice(0, 10)) ?? 0) + dayMs);
}

/** When a target holds, in words. */
export function spanText(span: Span, locale: Locale): string {
  const { kind, written } = spanKind(span);
  if (kind === 'always') return say(locale, 'targets.always');
  if (kind === 'month') return monthText(written, locale);
  if (kind === 'quarter') return quarterText(written, locale);
  const { first, last } = daysOf(span);
  const [from, to] = [dayText(first, locale), dayText(last, locale)];
  if (last === '') return say(locale, 'targets.since', { from });
  return first === '' ? say(locale, 'targets.until', { to }) : say(locale, 'targets.between', { from, to });
}

/** `2026-03` as `March 2026`. */
export function monthText(written: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${written}-01T00:00:00Z`),
  );
}

/** `2026-Q1` as `Q1 2026`. */
export function quarterText(written: string, locale: Locale): string {
  const [year = '', quarter = ''] = written.split('-Q');
  return say(locale, 'targets.quarterOf', { quarter, year });
}
