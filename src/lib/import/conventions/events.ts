import { checkEvent, ownEvents, setMarkedEvents, type EventSpec } from '../events.ts';
import type { Convention } from './convention.ts';
import { readSpan, writtenSpan } from './days.ts';
import { ListFile, rewritten, type Entry } from './list-file.ts';

/** The events that the workspace marks, in `events.yaml`. */
export const events: Convention<readonly EventSpec[]> = {
  name: 'events',
  parse(source) {
    const file = new ListFile(source, ['events']);
    const value = file.entries('events', ['label', 'kind', 'from', 'through']).flatMap(toEvent);
    return file.reading(value);
  },
  serialize: (value, before, about) => rewritten(before, about, { events: value.map(toFields) }),
  check: (value) => value.forEach(checkEvent),
  isEmpty: (value) => value.length === 0,
  read: ownEvents,
  write: setMarkedEvents,
};

function toEvent(entry: Entry): EventSpec[] {
  const label = entry.needed('label', entry.text('label') || null);
  const kind = entry.text('kind');
  const { from, to } = readSpan(entry);
  const begins = entry.needed('from', from);
  return label === null || begins === null ? [] : [{ label, kind, from: begins, to }];
}

function toFields({ label, kind, from, to }: EventSpec): Readonly<Record<string, unknown>> {
  return { label, ...(kind === null ? {} : { kind }), ...writtenSpan({ from, to }) };
}
