import type { Kind, Value } from './table.ts';

const microsPerDay = 86_400_000_000n;
/** DuckDB's infinite dates and timestamps. */
const infiniteDay = 2_147_483_647;
const infiniteMicros = 9_223_372_036_854_775_807n;

/** The value as a number to draw or compare with, rounded where it must be; null for what is none. */
export function toNumber(value: Value | undefined): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isNaN(number) ? null : number;
}

/** A date, time or timestamp as ISO text of its own clock: `2026-01-05`, `14:30:00`, `2026-01-05 14:30:00`. */
export function toIso(value: Value, kind: Kind): string | null {
  if (kind === 'date' && typeof value === 'number') return isoDate(value);
  if (kind === 'time' && typeof value === 'bigint') return isoTime(value);
  if (kind === 'timestamp' && typeof value === 'bigint') return isoTimestamp(value);
  return null;
}

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Proleptic Gregorian; Howard Hinnant's civil_from_days, exact over DuckDB's whole range, which Date's is not. */
export function calendarDay(daysSince1970: number): CalendarDay {
  const z = daysSince1970 + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Whole days since 1970 and the microseconds into the day; null for the infinite ones. */
export function splitMicros(micros: bigint): { days: number; micros: bigint } | null {
  if (micros >= infiniteMicros || micros <= -infiniteMicros) return null;
  const into = ((micros % microsPerDay) + microsPerDay) % microsPerDay;
  return { days: Number((micros - into) / microsPerDay), micros: into };
}

export function isInfiniteDay(days: number): boolean {
  return Math.abs(days) >= infiniteDay;
}

export function isoDate(days: number): string {
  if (isInfiniteDay(days)) return days > 0 ? 'infinity' : '-infinity';
  const { year, month, day } = calendarDay(days);
  const written = `${pad(year > 0 ? year : 1 - year, 4)}-${pad(month)}-${pad(day)}`;
  return year > 0 ? written : `${written} (BC)`;
}

export function isoTime(micros: bigint): string {
  const seconds = Number(micros / 1_000_000n);
  const rest = Number(micros % 1_000_000n);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) =>
    pad(part),
  );
  return clock.join(':') + (rest === 0 ? '' : `.${pad(rest, 6).replace(/0+$/, '')}`);
}

function isoTimestamp(micros: bigint): string {
  const parts = splitMicros(micros);
  if (!parts) return micros > 0n ? 'infinity' : '-infinity';
  return `${isoDate(parts.days)} ${isoTime(parts.micros)}`;
}

export function pad(part: number, width = 2): string {
  return String(part).padStart(width, '0');
}
