import { quoteLiteral } from '#sql';
import { closingSecond, zoneTransitions, type Instant, type ZoneTransition } from '#time';
import type { Calendar } from './calendar.ts';

/** A calendar under the number by which rows refer to it, in the zone that holds for it. */
export interface NumberedCalendar extends Calendar {
  readonly number: number;
  readonly zone: string;
}

export interface OpenDaysOptions {
  readonly table: string;
  readonly calendars: readonly NumberedCalendar[];
  readonly from: Instant;
  readonly to: Instant;
}

const dayMs = 86_400_000;

/**
 * SQL that makes a table of a row per calendar and UTC day: `open` (microseconds open since the first day), and the lists `opens`
 * and `closes` (microseconds) of the spans that are open on it. What was open until an instant is then a lookup by its day.
 */
export function openDaysSql({ table, calendars, from, to }: OpenDaysOptions): string {
  const first = Math.floor(from / dayMs) - 2;
  const last = Math.floor(to / dayMs) + 2;
  const hours = calendars.flatMap(({ number, hours }) =>
    hours.map(({ weekday, opens, closes }) => {
      const closing = closingSecond({ weekday, opensSecond: opens, closesSecond: closes });
      return `(${number}, ${weekday}, ${opens}, ${closing})`;
    }),
  );
  const holidays = calendars.flatMap(({ number, holidays }) =>
    holidays.map((day) => `(${number}, date ${quoteLiteral(day)})`),
  );
  const offsets = calendars.flatMap(({ number, zone }) =>
    offsetRows(number, zoneTransitions(zone, first * dayMs, (last + 1) * dayMs)),
  );
  return `create or replace temp table ${table} as
with hours(calendar, weekday, opens, closes) as (values ${hours.join(', ')}),
holidays(calendar, day) as (values ${[...holidays, '(-1, null::date)'].join(', ')}),
offsets(calendar, starts, ends, seconds) as (values ${offsets.join(', ')}),
days as (select day_number, date '1970-01-01' + day_number::integer as day from range(${first}, ${last} + 1) d(day_number)),
stretches as (select calendar, day_number * 86400 + opens as opens, day_number * 86400 + closes as closes
  from days join hours on isodow(day) = weekday anti join holidays using (calendar, day)),
spans as (select calendar, greatest(opens - seconds, starts) as opens, least(closes - seconds, ends) as closes
  from stretches join offsets using (calendar) where opens - seconds < ends and closes - seconds > starts),
reached as (select *, max(closes) over (partition by calendar order by opens, closes rows between unbounded preceding and 1 preceding) as before from spans),
islands as (select *, sum((before is null or opens > before)::integer) over (partition by calendar order by opens, closes) as island from reached),
whole as (select calendar, min(opens) as opens, max(closes) as closes from islands group by calendar, island),
cut as (select calendar, day_number, greatest(opens, day_number * 86400) as opens, least(closes, (day_number + 1) * 86400) as closes
  from (select *, unnest(range(floor(opens / 86400)::bigint, floor((closes - 1) / 86400)::bigint + 1)) as day_number from whole)),
daily as (select calendar, day_number, list(opens * 1000000 order by opens) as opens, list(closes * 1000000 order by opens) as closes,
  sum(closes - opens) * 1000000 as length from cut group by all),
numbered(calendar) as (values ${calendars.map(({ number }) => `(${number})`).join(', ')})
select calendar, day_number as day, opens, closes,
  cast(sum(coalesce(length, 0)) over (partition by calendar order by day_number) - coalesce(length, 0) as bigint) as open
from numbered cross join days left join daily using (calendar, day_number)`;
}

/** Seconds of an instant at which an offset begins and ends to hold, the first and the last without limit. */
function offsetRows(calendar: number, transitions: readonly ZoneTransition[]): string[] {
  const limit = 100_000_000_000;
  return transitions.map(({ fromUtcSeconds, offsetSeconds }, index) => {
    const starts = index === 0 ? -limit : fromUtcSeconds;
    const ends = transitions[index + 1]?.fromUtcSeconds ?? limit;
    return `(${calendar}, ${starts}, ${ends}, ${offsetSeconds})`;
  });
}

/** SQL that makes a table of plain columns out of one with lists of at most so many spans: many rows are joined to it. */
export function flatDaysSql(table: string, listed: string, spans: number): string {
  const columns = places(spans).map(
    (place) =>
      `coalesce(opens[${place}], 0) as opens_${place}, coalesce(closes[${place}], 0) as closes_${place}`,
  );
  return `create or replace temp table ${table} as select ${['calendar', 'day', 'open', ...columns].join(', ')} from ${listed}`;
}

/** SQL of the microseconds that were open until an instant (microseconds), by the alias of its day's row; NULL where it has none. */
export function openUntilSql(instant: string, day: string, spans: number): string {
  const parts = places(spans).map(
    (place) => `greatest(least(${instant}, ${day}.closes_${place}) - ${day}.opens_${place}, 0)`,
  );
  return [`${day}.open`, ...parts].join(' + ');
}

/** SQL of whether an instant (microseconds) is open, by the alias of its day's row; NULL where it has none. */
export function isOpenSql(instant: string, day: string, spans: number): string {
  const open = places(spans).map(
    (place) => `(${instant} >= ${day}.opens_${place} and ${instant} < ${day}.closes_${place})`,
  );
  return `case when ${day}.day is not null then ${['false', ...open].join(' or ')} end`;
}

function places(spans: number): number[] {
  return Array.from({ length: spans }, (_, index) => index + 1);
}
