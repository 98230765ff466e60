import { text, type Text } from '#errors';
import type { Engine } from '#engine';
import { markedEvents } from '#import';
import type { Locale } from '#messages';
import { isGrain, msToWallClock, wallClockToMs } from '#time';
import { isJsonObject, type JsonObject } from './json.ts';
import { mainOf, overlaid } from './landmarks.ts';
import { encodingOf, fieldIn, layersOf } from './mark.ts';
import type { DatumRow } from './rows.ts';

/** Something that happened, as a chart marks it: an instant, or a span whose end is no part of it. */
export interface ChartEvent {
  readonly label: string;
  readonly from: string;
  readonly to: string | null;
}

interface ReadOptions {
  readonly engine: Engine;
  readonly book: string;
  readonly signal?: AbortSignal | undefined;
}

/** The events that a chart can mark: none where it is not over time. */
export async function chartEvents(
  spec: JsonObject,
  { engine, book, signal }: ReadOptions,
): Promise<ChartEvent[]> {
  if (timeOf(spec) === null) return [];
  const events = await markedEvents(engine, { book, signal });
  return events.map(({ label, from, to }) => ({ label, from, to }));
}

/** Whether events can be marked on a chart. */
export function isOverTime(spec: Readonly<Record<string, unknown>>): boolean {
  return isJsonObject(spec) && timeOf(spec) !== null;
}

export interface EventOptions {
  readonly events: readonly ChartEvent[];
  readonly rows: readonly DatumRow[];
  readonly locale: Locale;
}

/** The events within the time that the rows are of, as rules and bands with their names; the spec as it is where there are none. */
export function withEvents(spec: JsonObject, options: EventOptions): JsonObject {
  const time = timeOf(spec);
  const placed = placedEvents(spec, options);
  if (time === null || placed.length === 0) return spec;
  const { timeUnit: _timeUnit, ...axis } = time;
  const x = { title: fieldIn(time), ...axis, field: 'at' };
  const spans = placed.flatMap((event) => (event.to === null ? [] : [band(event, x)]));
  const rules = placed.map((event) => rule(event, x));
  const names = placed.flatMap((event) => (event.lane === null ? [] : [name(event, x)]));
  return overlaid(spec, { below: spans, above: [...rules, ...names] });
}

/** What was marked, for those who do not see it, or see a name cut. */
export function eventsCaption(spec: JsonObject, options: EventOptions): Text[] {
  const placed = placedEvents(spec, options);
  if (placed.length === 0) return [];
  const named = placed.slice(0, mostNamed).map(({ label, when }) => `${label} (${when})`);
  const more = placed.length - named.length;
  return [text('output.chart.caption.events', { events: named.join('; ') + (more > 0 ? '; …' : '') })];
}

interface Placed {
  readonly label: string;
  readonly at: string;
  readonly to: string | null;
  /** When it was, in words. */
  readonly when: string;
  /** The line that its name is written on; null where there is no room for it. */
  readonly lane: number | null;
  readonly isLate: boolean;
}

const [mostNamed, lanes, letter, nameWidth, usualWidth] = [12, 4, 6.2, 180, 680] as const;
const dayMs = 86_400_000;

function placedEvents(spec: JsonObject, { events, rows, locale }: EventOptions): Placed[] {
  const column = fieldIn(timeOf(spec) ?? undefined) ?? '';
  const times = [...new Set(rows.map((row) => wallClockToMs(String(row[column] ?? '').replace('T', ' '))))]
    .filter((time) => time !== null)
    .sort((a, b) => a - b);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || events.length === 0) return [];
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const end = last + (steps.length === 0 ? dayMs : Math.min(...steps));
  const taken: number[] = Array.from({ length: lanes }, () => -Infinity);
  return events.flatMap(({ label, from, to }): Placed[] => {
    const [begins, ends] = [wallClockToMs(from), to === null ? null : wallClockToMs(to)];
    if (begins === null || begins >= end || (ends ?? begins + 1) <= first) return [];
    const at = Math.max(begins, first);
    const place = ((at - first) / Math.max(end - first, 1)) * usualWidth;
    const width = Math.min(label.length * letter, nameWidth) + 10;
    const isLate = place + width > usualWidth;
    const start = isLate ? place - width : place;
    const lane = taken.findIndex((until) => until <= start);
    if (lane >= 0) taken[lane] = start + width;
    return [
      {
        ...{ label, isLate, lane: lane < 0 ? null : lane, at: dateTime(at) },
        to: ends === null || ends - at <= dayMs ? null : dateTime(Math.min(ends, end)),
        when: whenText(begins, ends, locale),
      },
    ];
  });
}

function whenText(from: number, to: number | null, locale: Locale): string {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return to === null || to - from <= dayMs ? days.format(from) : days.formatRange(from, to - 1);
}

function dateTime(ms: number): string {
  return msToWallClock(ms).replace(' ', 'T');
}

function band({ at, to }: Placed, x: JsonObject): JsonObject {
  return {
    data: { values: [{ at, to }] },
    mark: { type: 'rect', color: 'gray', opacity: 0.15 },
    encoding: { x, x2: { field: 'to' } },
  };
}

function rule({ at, label, when }: Placed, x: JsonObject): JsonObject {
  const tooltip = ['label', 'when'].map((field) => ({ field, type: 'nominal', title: ' ' }));
  return {
    data: { values: [{ at, label, when }] },
    mark: { type: 'rule', strokeDash: [2, 3], opacity: 0.8 },
    encoding: { x, tooltip },
  };
}

function name({ at, label, lane, isLate }: Placed, x: JsonObject): JsonObject {
  return {
    data: { values: [{ at, label }] },
    mark: {
      ...{ type: 'text', baseline: 'top', fontSize: 11, limit: nameWidth },
      ...(isLate ? { align: 'right', dx: -4 } : { align: 'left', dx: 4 }),
    },
    encoding: { x, y: { value: 2 + 14 * (lane ?? 0) }, text: { field: 'label', type: 'nominal' } },
  };
}

/** The axis of time that a chart of days, weeks or months has; null for one that has none, or is of several. */
function timeOf(written: JsonObject): JsonObject | null {
  const spec = mainOf(written);
  const { row, column, facet } = encodingOf(spec);
  if (row || column || facet || !('mark' in spec || 'layer' in spec)) return null;
  const found = [spec, ...layersOf(spec)]
    .map((each) => encodingOf(each)['x'])
    .find((x) => isJsonObject(x) && x['type'] === 'temporal' && isGrain(fieldIn(x)));
  return isJsonObject(found) ? found : null;
}
