import { quoteIdentifier, quoteLiteral } from '#sql';
import { msToWallClock, wallClockToMs, wallClockToUtc, type Period, type WallClock } from '#time';
import { workspaceSource } from './calendar/calendar.ts';

/** Which rows of a table are the workspace's own, not a source's. */
export const isOwnSql = `source_id = ${quoteLiteral(workspaceSource)}`;

/** The columns of a span in a table that keeps its last second. */
export interface SpanColumns {
  readonly from: string;
  readonly to: string;
}

/** A span as `from_at` and `to_at`, written out. The last second of a day is the end of that day: a midnight may be meant to be part of it where people wrote it. */
export function spanReadSql({ from, to }: SpanColumns): string {
  const [begin, end] = [quoteIdentifier(from), quoteIdentifier(to)];
  const written = "'%Y-%m-%d %H:%M:%S'";
  return `strftime(${begin}, ${written}) as from_at,
  strftime(case when strftime(${end}, '%H:%M:%S') = '23:59:59' then ${end} + interval 1 second else ${end} end, ${written}) as to_at`;
}

/** A span as the columns of a row, on the wall and in UTC; an end at midnight as the last second before it. */
export function spanWrittenSql(columns: SpanColumns, { from, to }: Period, zone: string): string {
  const last = to?.endsWith(' 00:00:00') ? msToWallClock((wallClockToMs(to) ?? 0) - 1000) : to;
  const instants = [
    { column: columns.from, at: from },
    { column: columns.to, at: last },
  ];
  return instants
    .flatMap(({ column, at }) => [
      `${timestamp(at)} as ${quoteIdentifier(column)}`,
      `${timestamp(at && wallClockToUtc(at, zone))} as ${quoteIdentifier(`${column}_utc`)}`,
    ])
    .join(', ');
}

export function word(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function timestamp(at: WallClock | null): string {
  return at === null ? 'null::timestamp' : `timestamp ${quoteLiteral(at)}`;
}
