import { text } from '#errors';
import { closingSecond, daySeconds, isDay, isZone } from '#time';
import {
  ownCalendars,
  type CalendarHours,
  type CalendarRule,
  type CalendarSpec,
  type WorkspaceCalendars,
} from '../calendar/calendar.ts';
import { checkCalendar, setCalendars } from '../calendar/store.ts';
import type { Convention } from './convention.ts';
import { ListFile, rewritten, type Entry } from './list-file.ts';

/** When teams are at work, and which calendar holds for whom, in `calendars.yaml`. */
export const businessCalendars: Convention<WorkspaceCalendars> = {
  name: 'calendars',
  parse(source) {
    const file = new ListFile(source, ['calendars', 'rules']);
    const names = new Set<string>();
    const found = file.entries('calendars', ['name', 'zone', 'hours', 'holidays']).flatMap((entry) => {
      const read = toCalendar(entry);
      const name = read[0]?.name ?? '';
      if (names.has(name)) entry.wrong('name', text('conventions.twice', { name }));
      names.add(name);
      return read;
    });
    const rules = file.entries('rules', ['calendar', 'team', 'channel']).flatMap(toRule);
    return file.reading({ calendars: found, rules });
  },
  serialize: ({ calendars, rules }, before, about) =>
    rewritten(before, about, {
      calendars: calendars.map(calendarFields),
      rules: rules.map(ruleFields),
    }),
  check: ({ calendars }) => calendars.forEach(checkCalendar),
  isEmpty: ({ calendars, rules }) => calendars.length + rules.length === 0,
  read: ownCalendars,
  write: setCalendars,
};

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function toCalendar(entry: Entry): CalendarSpec[] {
  const name = entry.needed('name', entry.text('name') || null);
  const zone = entry.text('zone');
  const week = entry.needed('hours', entry.fields('hours', weekdays));
  const holidays = entry.texts('holidays');
  if (zone !== null && !isZone(zone)) entry.wrong('zone', text('import.zone.unknown', { zone }));
  const day = holidays.find((each) => !isDay(each));
  if (day !== undefined) entry.wrong('holidays', text('import.calendar.day', { calendar: name ?? '', day }));
  const hours = week === null ? [] : weekdays.flatMap((weekday, at) => toHours(week, weekday, at + 1));
  if (week !== null && !weekdays.some((weekday) => week.has(weekday)))
    entry.wrong('hours', text('import.calendar.noHours', { calendar: name ?? '' }));
  return name === null ? [] : [{ name, zone, hours, holidays }];
}

function toHours(week: Entry, field: string, weekday: number): CalendarHours[] {
  const written = week.text(field);
  if (written === null) return [];
  return written.split(',').flatMap((stretch) => {
    const [opens, closes] = stretch.split(/[-–]/).map(toSecond);
    const isRead = typeof opens === 'number' && typeof closes === 'number' && opens < daySeconds;
    if (isRead && stretch.split(/[-–]/).length === 2) return [{ weekday, opens, closes }];
    week.wrong(field, text('conventions.noHours', { value: written }));
    return [];
  });
}

function toSecond(clock: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(clock.trim());
  const [hours = 0, minutes = 0, seconds = 0] = (match?.slice(1) ?? []).map((part) => Number(part ?? 0));
  const second = hours * 3600 + minutes * 60 + seconds;
  return match === null || minutes > 59 || seconds > 59 || second > daySeconds ? null : second;
}

function toRule(entry: Entry): CalendarRule[] {
  const calendar = entry.needed('calendar', entry.text('calendar') || null);
  const [team, channel] = [entry.text('team'), entry.text('channel')];
  return calendar === null ? [] : [{ team, channel, calendar }];
}

function calendarFields({ name, zone, hours, holidays }: CalendarSpec): Readonly<Record<string, unknown>> {
  const week = weekdays.flatMap((weekday, at) => {
    const stretches = hours.filter((each) => each.weekday === at + 1).map(writtenHours);
    return stretches.length === 0 ? [] : [[weekday, stretches.join(', ')] as const];
  });
  return {
    name,
    ...(typeof zone === 'string' ? { zone } : {}),
    hours: Object.fromEntries(week),
    ...(holidays.length === 0 ? {} : { holidays }),
  };
}

function ruleFields({ team, channel, calendar }: CalendarRule): Readonly<Record<string, unknown>> {
  const whom = { ...(team ? { team } : {}), ...(channel ? { channel } : {}) };
  return { calendar, ...whom };
}

/** A stretch that ends on the next day ends at or before the time that it begins with. */
function writtenHours({ weekday, opens, closes }: CalendarHours): string {
  const end = closingSecond({ weekday, opensSecond: opens, closesSecond: closes });
  return `${clock(opens)}-${clock(end > daySeconds ? end - daySeconds : end)}`;
}

function clock(second: number): string {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  const shown = parts[2] === 0 ? parts.slice(0, 2) : parts;
  return shown.map((part) => String(part).padStart(2, '0')).join(':');
}
