import { businessCalendars } from './calendars.ts';
import { toCopy, type ConventionCopy } from './convention.ts';
import { events } from './events.ts';
import { targets } from './targets.ts';

/** Everything that a workspace keeps in a file of its own. */
export const conventions: readonly ConventionCopy[] = [
  toCopy(targets),
  toCopy(events),
  toCopy(businessCalendars),
];

export { businessCalendars, events, targets };
