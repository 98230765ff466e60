import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { closingSecond, daySeconds, isDay, isZone } from '#time';
import { transact } from '../load/transaction.ts';
import { isOwnSql } from '../own-rows.ts';
import { applyCalendars } from './apply.ts';
import {
  calendars,
  workspaceSource,
  type Calendar,
  type CalendarHours,
  type CalendarRule,
  type CalendarSpec,
  type WorkspaceCalendars,
} from './calendar.ts';

/** Replaces the calendars and the rules of the workspace, and counts the hours anew. */
export async function setCalendars(engine: Engine, own: WorkspaceCalendars): Promise<void> {
  const { rules } = own;
  own.calendars.forEach(checkCalendar);
  const known = new Set([...own.calendars, ...(await broughtCalendars(engine))].map(({ name }) => name));
  const unknown = rules.find(({ calendar }) => !known.has(calendar));
  if (unknown) throw new ImportError('import.calendar.unknown', { calendar: unknown.calendar });
  const tables = ['business_hours', 'holidays', 'calendar_rules'];
  await transact(engine, [
    ...tables.map((table) => `delete from ${base(engine, table)} where ${isOwnSql}`),
    ...own.calendars.flatMap((calendar) => calendarSql(engine, calendar)),
    ...rules.map((rule, index) => ruleSql(engine, rule, index + 1)),
  ]);
  await applyCalendars(engine);
}

/** Throws where a calendar is not possible. */
export function checkCalendar({ name, zone, hours, holidays }: CalendarSpec): void {
  if (name.trim() === '') throw new ImportError('import.calendar.noName');
  if (typeof zone === 'string' && !isZone(zone)) throw new ImportError('import.zone.unknown', { zone });
  if (hours.length === 0) throw new ImportError('import.calendar.noHours', { calendar: name });
  if (!hours.every(isPossible)) throw new ImportError('import.calendar.hours', { calendar: name });
  const day = holidays.find((each) => !isDay(each));
  if (day !== undefined) throw new ImportError('import.calendar.day', { calendar: name, day });
}

function isPossible({ weekday, opens, closes }: CalendarHours): boolean {
  if (![weekday, opens, closes].every(Number.isInteger)) return false;
  if (weekday < 1 || weekday > 7 || opens < 0 || opens >= daySeconds || closes < 0) return false;
  return closes <= opens + daySeconds;
}

async function broughtCalendars(engine: Engine): Promise<Calendar[]> {
  return (await calendars(engine)).filter(({ sourceId }) => sourceId !== workspaceSource);
}

function calendarSql(engine: Engine, { name, zone = null, hours, holidays }: CalendarSpec): string[] {
  const own = `${ownSql} ${quoteLiteral(name)} as calendar`;
  const stretches = hours.map(({ weekday, opens, closes }) => {
    const closing = closingSecond({ weekday, opensSecond: opens, closesSecond: closes });
    return `insert into ${base(engine, 'business_hours')} by name ${own}, ${weekday} as weekday, ${opens} as opens_second, ${closing} as closes_second, ${quoteLiteral(zone)}::varchar as zone`;
  });
  const days = [...new Set(holidays)].map(
    (day) => `insert into ${base(engine, 'holidays')} by name ${own}, date ${quoteLiteral(day)} as day`,
  );
  return [...stretches, ...days];
}

function ruleSql(engine: Engine, rule: CalendarRule, row: number): string {
  const { team = null, channel = null, calendar } = rule;
  return `insert into ${base(engine, 'calendar_rules')} by name ${ownSql} ${quoteLiteral(team)}::varchar as team, ${quoteLiteral(channel)}::varchar as channel, ${quoteLiteral(calendar)} as calendar, ${row} as source_row`;
}

const ownSql = `select ${quoteLiteral(workspaceSource)} as source_id,`;

function base(engine: Engine, table: string): string {
  return quoteRelation(engine.database, 'base', table);
}
