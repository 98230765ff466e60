import type { Engine } from '#engine';
import { businessCalendars, setCalendars, type CalendarRule, type CalendarSpec } from '#import';

/** Keeps a calendar of the workspace, in the place of an earlier one of its name. */
export async function saveCalendar(engine: Engine, spec: CalendarSpec): Promise<void> {
  const { calendars, rules } = await businessCalendars.read(engine);
  const others = calendars.filter(({ name }) => name !== spec.name);
  await setCalendars(engine, { calendars: [...others, spec], rules });
}

/** Forgets a calendar of the workspace, and the rules that name it. */
export async function deleteCalendar(engine: Engine, name: string): Promise<void> {
  const own = await businessCalendars.read(engine);
  await setCalendars(engine, {
    calendars: own.calendars.filter((other) => other.name !== name),
    rules: own.rules.filter(({ calendar }) => calendar !== name),
  });
}

export async function setCalendarRules(engine: Engine, rules: readonly CalendarRule[]): Promise<void> {
  const { calendars } = await businessCalendars.read(engine);
  await setCalendars(engine, { calendars, rules });
}
