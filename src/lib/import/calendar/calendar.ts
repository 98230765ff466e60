import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber, type Value } from '#table';

/** One stretch of opening hours, in seconds of the day on which it begins; a closing at or before the opening is on the next day. */
export interface CalendarHours {
  /** 1 = Monday to 7 = Sunday. */
  readonly weekday: number;
  readonly opens: number;
  readonly closes: number;
}

/** What a calendar says, as a screen edits it. */
export interface CalendarSpec {
  readonly name: string;
  /** Null or absent for the workspace's zone. */
  readonly zone?: string | null;
  readonly hours: readonly CalendarHours[];
  /** Days such as `2026-12-25`. */
  readonly holidays: readonly string[];
}

export interface Calendar extends Required<CalendarSpec> {
  /** `workspace` for calendars made here; a source may bring its own. */
  readonly sourceId: string;
}

/** Which calendar holds for whom; null or absent holds for all. */
export interface CalendarRule {
  readonly team?: string | null;
  readonly channel?: string | null;
  readonly calendar: string;
}

/** A rule, and whose it is: the workspace's holds for every source. */
export interface OwnedRule extends Required<CalendarRule> {
  readonly sourceId: string;
}

/** The calendars and the rules of the workspace. */
export interface WorkspaceCalendars {
  readonly calendars: readonly CalendarSpec[];
  readonly rules: readonly CalendarRule[];
}

/** Whose calendars and rules those are that were made here. */
export const workspaceSource = 'workspace';

/** Every calendar, the workspace's own first. */
export async function calendars(engine: Engine): Promise<Calendar[]> {
  const hours = await ownedRows(engine, 'business_hours', ['calendar', 'weekday', 'opens_second']);
  const days = await ownedRows(engine, 'holidays', ['calendar', 'day']);
  const first = new Map(hours.toReversed().map((row) => [keyOf(row), row]));
  return [...first].toReversed().map(([key, row]) => ({
    sourceId: word(row, 'source_id') ?? '',
    name: word(row, 'calendar') ?? '',
    zone: word(row, 'zone'),
    hours: hours.filter((each) => keyOf(each) === key).flatMap(toHours),
    holidays: [
      ...new Set(days.filter((each) => keyOf(each) === key).flatMap((each) => word(each, 'day') ?? [])),
    ],
  }));
}

/** The calendars and the rules that were made here. */
export async function ownCalendars(engine: Engine): Promise<WorkspaceCalendars> {
  const own = (await calendars(engine)).filter(({ sourceId }) => sourceId === workspaceSource);
  return {
    calendars: own.map(({ name, zone, hours, holidays }) => ({ name, zone, hours, holidays })),
    rules: await calendarRules(engine),
  };
}

/** The rules of the workspace, in the order in which they were set. */
export async function calendarRules(engine: Engine): Promise<Required<CalendarRule>[]> {
  const rules = (await everyRule(engine)).filter(({ sourceId }) => sourceId === workspaceSource);
  return rules.map(({ team, channel, calendar }) => ({ team, channel, calendar }));
}

/** The rules of the workspace and those that sources bring, the workspace's first. */
export async function everyRule(engine: Engine): Promise<OwnedRule[]> {
  const rows = await ownedRows(engine, 'calendar_rules', ['source_row']);
  return rows.map((row) => ({
    sourceId: word(row, 'source_id') ?? '',
    team: word(row, 'team'),
    channel: word(row, 'channel'),
    calendar: word(row, 'calendar') ?? '',
  }));
}

type Row = Readonly<Record<string, Value>>;

async function ownedRows(engine: Engine, table: string, order: readonly string[]): Promise<Row[]> {
  const day = table === 'holidays' ? `replace (strftime(day, '%Y-%m-%d') as day)` : '';
  const result = await engine.query(
    `select * ${day} from ${quoteRelation(engine.database, 'base', table)} where calendar is not null
order by source_id <> ${quoteLiteral(workspaceSource)}, source_id, ${order.map(quoteIdentifier).join(', ')}`,
  );
  return [...rowsOf(result)];
}

function toHours(row: Row): CalendarHours[] {
  const [weekday, opens, closes] = ['weekday', 'opens_second', 'closes_second'].map((name) =>
    toNumber(row[name] ?? null),
  );
  const isWhole = typeof weekday === 'number' && typeof opens === 'number' && typeof closes === 'number';
  return isWhole ? [{ weekday, opens, closes }] : [];
}

function keyOf(row: Row): string {
  return JSON.stringify([word(row, 'source_id'), word(row, 'calendar')]);
}

function word(row: Row, name: string): string | null {
  const value = row[name];
  return typeof value === 'string' ? value : null;
}
