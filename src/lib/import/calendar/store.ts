import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { closingSecond, daySeconds, isDay, isZone } from '#time';
import { applyCalendars } from './apply.ts';
import {
  calendars,
  workspaceSource,
  type CalendarHours,
  type CalendarRule,
  type CalendarSpec,
} from './calendar.ts';

/** Keeps a calendar of the workspace, in the place of an earlier one of its name, and counts its hours. */
export async function saveCalendar(engine: Engine, spec: CalendarSpec): Promise<void> {
  check(spec);
  const { name, zone = null, hours, holidays } = spec;
  const own = `${quoteLiteral(workspaceSource)} as source_id, ${quoteLiteral(name)} as calendar`;
  const stretches = hours.map(({ weekday, opens, closes }) => {
    const closing = closingSecond({ weekday, opensSecond: opens, closesSecond: closes });
    return `insert into ${base(engine, 'business_hours')} by name select ${own}, ${weekday} as weekday, ${opens} as opens_second, ${closing} as closes_second, ${quoteLiteral(zone)}::varchar as zone`;
  });
  const days = [...new Set(holidays)].map(
    (day) =>
      `insert into ${base(engine, 'holidays')} by name select ${own}, date ${quoteLiteral(day)} as day`,
  );
  await transact(engine, [...forget(engine, name), ...stretches, ...days]);
  await applyCalendars(engine);
}

/** Forgets a calendar of the workspace, and the workspace's rules that name it. */
export async function deleteCalendar(engine: Engine, name: string): Promise<void> {
  await transact(engine, [...forget(engine, name), forgetIn(engine, 'calendar_rules', name)]);
  await applyCalendars(engine);
}

/** Replaces the workspace's rules. */
export async function setCalendarRules(engine: Engine, rules: readonly CalendarRule[]): Promise<void> {
  const known = new Set((await calendars(engine)).map(({ name }) => name));
  const unknown = rules.find(({ calendar }) => !known.has(calendar));
  if (unknown) throw new ImportError('import.calendar.unknown', { calendar: unknown.calendar });
  const inserts = rules.map(
    ({ team = null, channel = null, calendar }, index) =>
      `insert into ${base(engine, 'calendar_rules')} by name select ${quoteLiteral(workspaceSource)} as source_id, ${quoteLiteral(team)}::varchar as team, ${quoteLiteral(channel)}::varchar as channel, ${quoteLiteral(calendar)} as calendar, ${index + 1} as source_row`,
  );
  await transact(engine, [forgetIn(engine, 'calendar_rules', null), ...inserts]);
  await applyCalendars(engine);
}

function check({ name, zone, hours, holidays }: CalendarSpec): void {
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

function forget(engine: Engine, name: string): string[] {
  return ['business_hours', 'holidays'].map((table) => forgetIn(engine, table, name));
}

/** Without a name, all that the workspace has there. */
function forgetIn(engine: Engine, table: string, name: string | null): string {
  const named = name === null ? '' : ` and calendar = ${quoteLiteral(name)}`;
  return `delete from ${base(engine, table)} where source_id = ${quoteLiteral(workspaceSource)}${named}`;
}

async function transact(engine: Engine, statements: readonly string[]): Promise<void> {
  try {
    await engine.exec(['begin transaction', ...statements, 'commit'].join(';\n'));
  } catch (error) {
    await engine.exec('rollback').catch(() => undefined);
    throw error;
  }
}

function base(engine: Engine, table: string): string {
  return quoteRelation(engine.database, 'base', table);
}
