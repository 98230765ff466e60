import { quoteLiteral } from '#sql';
import { dayTextSql } from '../survey/survey.ts';
import { offsetSuffix, type DateDecision } from '../survey/dates.ts';
import { monthNames } from '../vocabulary/months.ts';

/** An instant as two expressions: the clock as written, and how far it says to be ahead of UTC (NULL = it does not say). */
export interface InstantSql {
  readonly clock: string;
  readonly offsetSeconds: string | null;
}

/** A cell, and perhaps another with the time of day, as an instant. */
export function instantSql(cell: string, decision: DateDecision, time: string | null): InstantSql {
  if (decision.way === 'seconds')
    return epoch(`make_timestamp(cast(round(try_cast(${cell} as double) * 1000000) as bigint))`);
  if (decision.way === 'milliseconds') return epoch(`make_timestamp(try_cast(${cell} as bigint) * 1000)`);
  const bare = decision.offsets
    ? `regexp_replace(${cell}, '(:\\d{2}(?:\\.\\d+)?) *(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})$', '\\1')`
    : cell;
  const clock = clockSql(bare, decision);
  const withTime = time === null ? clock : `cast(${clock} as date) + ${timeOfDaySql(time)}`;
  return { clock: withTime, offsetSeconds: decision.offsets ? offsetSql(cell) : null };
}

/** A cell as a DATE. */
export function daySql(cell: string, decision: DateDecision): string {
  return `cast(${instantSql(cell, decision, null).clock} as date)`;
}

function epoch(clock: string): InstantSql {
  return { clock, offsetSeconds: '0' };
}

function clockSql(cell: string, decision: DateDecision): string {
  if (decision.way === 'iso') return `try_cast(${cell} as timestamp)`;
  if (decision.way === 'serial') {
    return `(timestamp '1899-12-30 00:00:00' + to_seconds(cast(round(try_cast(replace(${cell}, ',', '.') as double) * 86400) as bigint)))`;
  }
  const blanks = decision.monthNames || decision.formats.some((format) => format.includes(' '));
  const dayOf = blanks ? dayTextSql(cell) : `split_part(split_part(${cell}, ' ', 1), 'T', 1)`;
  const day = strptimeSql(decision.monthNames ? monthsAsNumbers(dayOf) : dayOf, decision.formats);
  if (decision.daysOnly) return day;
  const rest = blanks
    ? `regexp_extract(${cell}, '(?i)\\d{1,2}[:h]\\d{2}.*$')`
    : `substr(${cell}, coalesce(nullif(instr(${cell}, ' '), 0), instr(${cell}, 'T')) + 1)`;
  const isTimed = `contains(${cell}, ':') or contains(${cell}, 'h')`;
  return `(cast(${day} as date) + case when ${isTimed} then ${timeOfDaySql(rest)} else time '00:00:00' end)`;
}

function strptimeSql(text: string, formats: readonly string[]): string {
  if (formats.length === 0) return 'null::timestamp';
  const tried = formats.map((format) => `try_strptime(${text}, ${quoteLiteral(format)})`);
  return tried.length === 1 ? tried[0]! : `coalesce(${tried.join(', ')})`;
}

/** `22 de abril de 2015`, `1-Jan-21`, `Apr 22, 2015` → numbers with blanks between them. */
function monthsAsNumbers(text: string): string {
  const words = `regexp_replace(strip_accents(lower(${text})), '^[a-z-]{2,14}\\.?, +|(\\d)(st|nd|rd|th)|\\bde\\b', '\\1', 'g')`;
  const tidy = `trim(regexp_replace(${words}, '[^a-z0-9]+', ' ', 'g'))`;
  return monthNames.reduce((sql, names, index) => {
    const longestFirst = [...names].sort((a, b) => b.length - a.length).join('|');
    return `regexp_replace(${sql}, '\\b(${longestFirst})\\b', '${index + 1}')`;
  }, tidy);
}

const twelveHourFormats = ['%I:%M:%S %p', '%I:%M %p', '%I:%M:%S%p', '%I:%M%p', '%I:%M:%S.%f %p'];

/**
 * A time of day as TIME: `9:12`, `3:53:50 PM`, `0.384` of a day, a sheet's `1899-12-30 09:12:00`, `14h05`. Each format is tried
 * only on what the one before could not read, for a failed `try_strptime` costs ten times a good one; and a cast to TIME
 * overlooks `PM`, so that the twelve-hour clock comes first.
 */
export function timeOfDaySql(cell: string): string {
  const marked = `replace(${cell}, '.m.', 'm')`;
  const twelve = twelveHourFormats
    .map((format) => `try_strptime(${marked}, ${quoteLiteral(format)})`)
    .join(', ');
  const fraction = `try_cast(${cell} as double)`;
  return `case when ${cell} ilike '%m' or ${cell} ilike '%m.' then cast(coalesce(${twelve}) as time)
    when contains(${cell}, ':') then try_cast(${cell} as time)
    when contains(${cell}, 'h') then cast(try_strptime(${cell}, '%Hh%M') as time)
    when ${fraction} >= 0 and ${fraction} < 1 then time '00:00:00' + to_seconds(cast(round(${fraction} * 86400) as bigint)) end`;
}

function offsetSql(cell: string): string {
  const suffix = `regexp_extract(${cell}, '${offsetSuffix}', 1)`;
  const digits = `replace(substr(${suffix}, 2), ':', '')`;
  const seconds = `(try_cast(substr(${digits}, 1, 2) as integer) * 3600 + try_cast(substr(${digits}, 3, 2) as integer) * 60)`;
  return `case when ${suffix} in ('Z', 'UTC', 'GMT') then 0 when ${suffix} like '-%' then -${seconds} when ${suffix} like '+%' then ${seconds} end`;
}
