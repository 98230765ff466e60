import { say, type Locale } from '#messages';
import type { WeekStart } from '#time';
import { binLabels } from './bin-labels.ts';
import type { Field } from './fields.ts';
import { chartFormat, formatField } from './format.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { chartLocales } from './locale.ts';
import { columnsAlong, fieldIn, isDiscrete } from './mark.ts';
import type { Datum, DatumRow } from './rows.ts';
import { statusScale } from './statuses.ts';
import { durationTicks } from './ticks.ts';
import { isCount, withCount, withTitle } from './titles.ts';

export interface GuideOptions {
  readonly fields: ReadonlyMap<string, Field>;
  readonly locale: Locale;
  readonly rows: readonly DatumRow[];
  readonly weekStart: WeekStart;
}

/** The columns along each axis, gathered over all layers: they share it. */
interface Shown extends GuideOptions {
  readonly along: Readonly<Record<'x' | 'y', readonly string[]>>;
}

/**
 * Gives axes and legends their titles in plain words, their units, and their order where the spec does not say its own:
 * it says what to draw, and how it reads follows the reader.
 */
export function withGuides(spec: JsonObject, options: GuideOptions): JsonObject {
  return dressed(spec, { ...options, along: { x: columnsAlong(spec, 'x'), y: columnsAlong(spec, 'y') } });
}

function dressed(spec: JsonObject, shown: Shown): JsonObject {
  const entries = Object.entries(spec).map(([key, value]): [string, Json] => {
    if (key === 'datasets' || key === 'data') return [key, value];
    if (key === 'encoding' && isJsonObject(value)) return [key, dressedEncoding(value, shown)];
    return [key, dressedChild(value, shown)];
  });
  return Object.fromEntries(entries);
}

function dressedChild(value: Json, shown: Shown): Json {
  if (Array.isArray(value)) return value.map((item: Json) => dressedChild(item, shown));
  return isJsonObject(value) ? dressed(value, shown) : value;
}

function dressedEncoding(encoding: JsonObject, shown: Shown): JsonObject {
  const written = withSpan(encoding, shown);
  return Object.fromEntries(
    Object.entries(written).map(([name, definition]): [string, Json] => [
      name,
      Array.isArray(definition)
        ? definition.map((item: Json) => dressedChannel(name, item, shown))
        : dressedChannel(name, definition, shown),
    ]),
  );
}

/** What has a beginning and an end is on an axis of time; a colour goes round it too, so that the shortest is seen. */
function withSpan(encoding: JsonObject, { locale }: Shown): JsonObject {
  const { x, x2, y, color, stroke } = encoding;
  if (!isJsonObject(x) || x['type'] !== 'temporal' || x2 === undefined || !isDiscrete(y)) return encoding;
  const titled = 'title' in x ? x : { ...x, title: say(locale, 'output.column.time') };
  const isPlain = isJsonObject(color) && 'field' in color && stroke === undefined;
  return { ...encoding, x: titled, ...(isPlain ? { stroke: color } : {}) };
}

function dressedChannel(name: string, definition: Json, shown: Shown): Json {
  const field = fieldIn(definition);
  const guide = guideOf(name);
  if (isCount(definition)) return guide === null ? definition : withCount(definition, { ...shown, guide });
  if (!isJsonObject(definition) || field === null || /^[xy]2$|^detail$|^order$/.test(name)) return definition;
  const known = shown.fields.get(field);
  const titled = withTitle(definition, known, { ...shown, guide });
  if (guide === null || !known) return known ? withFormat(titled, known, shown) : titled;
  const own = definition[guide];
  if (own === null || own === false) return titled;
  const settings = isJsonObject(own) ? own : {};
  const derived = { ...scaleOf(name, definition, shown), ...titled };
  if ('format' in settings || 'labelExpr' in settings) return derived;
  const labels = labelsOf(name, definition, known, shown);
  return Object.keys(labels).length === 0 ? derived : { ...derived, [guide]: { ...labels, ...settings } };
}

/** A text or a tooltip that a spec asks for itself. */
function withFormat(definition: JsonObject, { format }: Field, { locale }: Shown): JsonObject {
  if (format === null || 'format' in definition || 'aggregate' in definition || 'timeUnit' in definition)
    return definition;
  return { ...definition, formatType: chartFormat, format: `${locale} ${format}` };
}

function labelsOf(name: string, definition: JsonObject, field: Field, shown: Shown): JsonObject {
  if ('timeUnit' in definition) return {};
  const { locale } = shown;
  const { format } = field;
  const isAxis = guideOf(name) === 'axis';
  if (definition['type'] === 'temporal') return isAxis ? timeLabels(field, shown) : {};
  if (isDiscrete(definition)) return discreteLabels(name, field, shown);
  if (format === 'percent') return { formatType: chartFormat, format: `${locale} share` };
  if (format === 'count') return isAxis ? { tickMinStep: 1 } : {};
  if (format !== 'duration') return {};
  const written = { formatType: chartFormat, format: `${locale} duration` };
  if (definition['bin']) return written;
  const ticks = isAxis ? ticksOf(name, definition, shown) : legendTicks(field, shown);
  return ticks ? { values: ticks, ...written } : written;
}

/** Few days are named as they are, of many every so many; instants by the day, or by the hour within a few. */
function timeLabels({ name, format }: Field, shown: Shown): JsonObject {
  const { axis, day } = chartLocales[shown.locale];
  const times = format === 'date' ? daysAlong(name, shown) : timesIn(shown.along.x, shown.rows);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || first === last) return { format: axis };
  const written = first.slice(0, 4) === last.slice(0, 4) ? day : `${day} %Y`;
  if (format !== 'date') {
    const days = (Date.parse(last) - Date.parse(first)) / dayMs;
    if (days < 2) return { format: axis };
    return { format: written, tickCount: { interval: 'day', step: Math.ceil(days / namedDays) } };
  }
  if (times.length > mostDays) return { format: axis };
  const step = Math.ceil(times.length / namedDays);
  const isByDay = Date.parse(times[1] ?? '') - Date.parse(first) < 1.5 * dayMs;
  const whole = isByDay && step > 2 ? Math.ceil(step / 7) * 7 : step;
  return { values: times.filter((_, index) => index % whole === 0).map(dateTimeOf), format: written };
}

/** Layers share an axis: it names the days of the column that has most of them. */
function daysAlong(name: string, { along, fields, rows }: Shown): string[] {
  const others = along.x.filter((column) => fields.get(column)?.format === 'date');
  return [name, ...others]
    .map((column) => timesIn([column], rows))
    .reduce((most, each) => (each.length > most.length ? each : most));
}

function timesIn(columns: readonly string[], rows: readonly DatumRow[]): string[] {
  const times = rows.flatMap((row) => columns.map((column) => row[column]));
  return [...new Set(times)].filter((time) => typeof time === 'string').sort();
}

const [mostDays, namedDays, dayMs] = [120, 12, 86_400_000] as const;

/** As Vega-Lite names an instant by the wall clock. */
function dateTimeOf(day: string): JsonObject {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  return { year, month, date };
}

/** Values side by side: written level where there is room, numbers as many of them as find some. */
function discreteLabels(name: string, { name: column, format, kind }: Field, shown: Shown): JsonObject {
  const { locale, rows } = shown;
  const bins = column === 'bin_from' ? binLabels(rows, format, locale) : null;
  const written = (value: Datum | undefined): string =>
    bins?.get(value) ?? (format === null ? String(value) : formatField(value, format, locale));
  const labels: Record<string, Json> = bins
    ? { labelExpr: `${JSON.stringify(Object.fromEntries(bins))}[datum.value]` }
    : format === null
      ? {}
      : { formatType: chartFormat, format: `${locale} ${format}` };
  if (name !== 'x') return labels;
  const texts = [...new Set(rows.map((row) => row[column]))].map(written);
  const width = texts.reduce((most, text) => Math.max(most, text.length), 0) * letter + gap;
  if (width * texts.length > usualWidth) return { ...labels, labelAngle: -35 };
  return { ...labels, labelAngle: 0, ...(kind === 'integer' ? { labelOverlap: true } : {}) };
}

const [letter, gap, usualWidth] = [6, 6, 720] as const;

/** An order and an extent that every reader knows: all hours of the day, the weekdays from the week's start. */
function scaleOf(name: string, definition: JsonObject, { fields, rows, weekStart }: Shown): JsonObject {
  const column = fieldIn(definition) ?? '';
  if ('scale' in definition || !isDiscrete(definition)) return {};
  const isWhole = fields.get(column)?.kind === 'integer';
  if (column === 'hour' && isWhole)
    return { scale: { domain: Array.from({ length: 24 }, (_, hour) => hour) } };
  if (column === 'weekday' && isWhole)
    return { scale: { domain: Array.from({ length: 7 }, (_, day) => ((day + weekStart - 1) % 7) + 1) } };
  if (column === 'status' && guideOf(name) === 'legend') return { scale: statusScale(rows) };
  return {};
}

/** Only where an axis shows the rows' own values: sums and stacks reach further than any row. */
function ticksOf(name: string, definition: JsonObject, shown: Shown): number[] | null {
  const isMany = shown.rows.length > pointsWithTicks;
  if ('aggregate' in definition || 'stack' in definition || isMany) return null;
  const { longest, shortest } = durationsOf(shown.along[name.startsWith('y') ? 'y' : 'x'], shown);
  return durationTicks(longest, shortest);
}

/** Round durations within what the colours show; null where there are too few to read a scale by. */
function legendTicks({ name }: Field, { rows }: Shown): number[] | null {
  const values = rows.map((row) => row[name]).filter((value) => typeof value === 'number');
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const within = (durationTicks(most) ?? []).filter((tick) => tick >= least);
  return within.length < 2 ? null : within;
}

const pointsWithTicks = 5_000;

function durationsOf(
  columns: readonly string[],
  { fields, rows }: GuideOptions,
): { readonly longest: number; readonly shortest: number } {
  const durations = columns.filter((column) => fields.get(column)?.format === 'duration');
  let [longest, shortest] = [0, 0];
  for (const row of rows)
    for (const column of durations) {
      longest = Math.max(longest, Number(row[column] ?? 0));
      shortest = Math.min(shortest, Number(row[column] ?? 0));
    }
  return { longest, shortest };
}

function guideOf(channel: string): 'axis' | 'legend' | null {
  if (/^(x|y)(Offset)?$/.test(channel)) return 'axis';
  return /^(color|fill|stroke|size|opacity|shape)$/.test(channel) ? 'legend' : null;
}
