import type { Calendar, CalendarHours, CalendarSpec } from '#import';
import type { Locale } from '#messages';
import { formatNumber } from '#table';
import { closingSecond, daySeconds, isDay } from '#time';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Monday to Friday, nine to six with a pause at noon: something to change. */
export function newCalendar(name: string): CalendarSpec {
  const hours = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: 9 * 3600, closes: 12 * 3600 },
    { weekday, opens: 13 * 3600, closes: 18 * 3600 },
  ]);
  return { name, zone: null, hours, holidays: [] };
}

/** A calendar as its form edits it. */
export function toSpec({ name, zone, hours, holidays }: Calendar): CalendarSpec {
  return { name, zone, hours, holidays };
}

/** The name of a weekday, 1 = Monday, in a language. */
export function weekdayName(weekday: number, locale: string): string {
  const monday = Date.UTC(2024, 0, 1);
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(monday + (weekday - 1) * 86_400_000));
}

/** A second of the day as a time field writes it; what lies beyond midnight is a time of the next day. */
export function toClock(second: number): string {
  const minutes = Math.floor((second % daySeconds) / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The second of the day that a time field holds; null while it is empty. */
export function fromClock(clock: string): number | null {
  const match = /^(\d{2}):(\d{2})/.exec(clock);
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 : null;
}

/** Whether a stretch runs past midnight. */
export function isOvernight({ opens, closes }: CalendarHours): boolean {
  return closes <= opens || closes > daySeconds;
}

/** Seconds open a week; stretches that overlap count once. */
export function weekSeconds(hours: readonly CalendarHours[]): number {
  const week = 7 * daySeconds;
  const spans = hours
    .flatMap(({ weekday, opens, closes }) => {
      const from = (weekday - 1) * daySeconds + opens;
      const to =
        (weekday - 1) * daySeconds + closingSecond({ weekday, opensSecond: opens, closesSecond: closes });
      return to <= week ? [[from, to] as const] : [[from, week] as const, [0, to - week] as const];
    })
    .toSorted((a, b) => a[0] - b[0]);
  let reached = 0;
  let open = 0;
  for (const [from, to] of spans) {
    open += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return open;
}

/** Seconds as hours and minutes, `44 h`: nobody counts a working week in days of 24 hours. */
export function writtenHours(seconds: number, locale: Locale): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.round((seconds % 3600) / 60)];
  const rest = minutes > 0 ? ` ${minutes} min` : '';
  return `${formatNumber(hours, locale)} h${rest}`;
}

/** The same hours on Tuesday to Friday as on Monday. */
export function likeMonday(hours: readonly CalendarHours[]): CalendarHours[] {
  const monday = hours.filter(({ weekday }) => weekday === 1);
  const weekend = hours.filter(({ weekday }) => weekday > 5);
  return [...[1, 2, 3, 4, 5].flatMap((weekday) => monday.map((each) => ({ ...each, weekday }))), ...weekend];
}

export interface ReadDays {
  /** As `2026-12-25`, in order. */
  readonly days: readonly string[];
  readonly unread: readonly string[];
}

/** Days as people write them, one a line, by commas or semicolons; the day before the month where both could be. */
export function parseDays(text: string): ReadDays {
  const lines = text
    .split(/[\n;,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const read = lines.map((line) => ({ line, day: toDay(line) }));
  return {
    days: [...new Set(read.flatMap(({ day }) => day ?? []))].toSorted(),
    unread: read.filter(({ day }) => day === null).map(({ line }) => line),
  };
}

const months: readonly string[] = [
  'jan',
  'fev feb',
  'mar',
  'abr apr',
  'mai may',
  'jun',
  'jul',
  'ago aug',
  'set sep',
  'out oct',
  'nov',
  'dez dec',
];

function toDay(line: string): string | null {
  const iso = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(line);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const parts = /(\d{1,2})[./-](\d{1,2})[./-](\d{4})/.exec(line);
  if (parts) return dayOf(parts[3], parts[2], parts[1]);
  const words = /(\d{1,2})º?\s*(?:de\s+)?(\p{L}{3})\p{L}*\.?\s*(?:de\s+)?(\d{4})/iu.exec(line);
  return words ? dayOf(words[3], monthOf(words[2] ?? ''), words[1]) : null;
}

function monthOf(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return String(months.findIndex((names) => names.split(' ').includes(plain)) + 1);
}

function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}
