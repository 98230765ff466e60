import type { Locale } from '#messages';
import type { Unit } from '#table';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { chartLocales } from './locale.ts';
import type { DatumRow } from './rows.ts';
import { durationTicks } from './ticks.ts';

/** The format type that the chart's host registers to write durations; the `format` carries the language. */
export const durationFormat = 'deskbookDuration';

interface UnitOptions {
  readonly units: Readonly<Record<string, Unit>>;
  readonly locale: Locale;
  readonly rows: readonly DatumRow[];
}

/** Gives axes, legends and tooltips of columns with a unit its way of writing, where the spec does not say its own. */
export function withUnits(spec: JsonObject, options: UnitOptions): JsonObject {
  const entries = Object.entries(spec).map(([key, value]): [string, Json] => {
    if (key === 'datasets' || key === 'data') return [key, value];
    if (key === 'encoding' && isJsonObject(value)) return [key, encodingWithUnits(value, options)];
    return [key, childWithUnits(value, options)];
  });
  return Object.fromEntries(entries);
}

function childWithUnits(value: Json, options: UnitOptions): Json {
  if (Array.isArray(value)) return value.map((item: Json) => childWithUnits(item, options));
  return isJsonObject(value) ? withUnits(value, options) : value;
}

function encodingWithUnits(encoding: JsonObject, options: UnitOptions): JsonObject {
  return Object.fromEntries(
    Object.entries(encoding).map(([name, definition]): [string, Json] => [
      name,
      Array.isArray(definition)
        ? definition.map((item: Json) => channelWithUnit(name, item, options))
        : channelWithUnit(name, definition, options),
    ]),
  );
}

function channelWithUnit(name: string, definition: Json, options: UnitOptions): Json {
  if (!isJsonObject(definition) || typeof definition['field'] !== 'string') return definition;
  const field = definition['field'].replace(/\\(.)/g, '$1');
  if (definition['type'] === 'temporal') return channelWithTime(name, definition, options.locale);
  const unit = options.units[field];
  const format = formatOf(unit, options.locale);
  if (!format || definition['type'] !== 'quantitative' || definition['bin']) return definition;
  const guide = guideOf(name);
  if (guide === null) return 'format' in definition ? definition : { ...definition, ...format };
  const own = definition[guide];
  if (own === null || own === false) return definition;
  const settings = isJsonObject(own) ? own : {};
  if ('format' in settings || 'labelExpr' in settings) return definition;
  const ticks = unit === 'duration' && guide === 'axis' ? ticksOf(definition, field, options.rows) : {};
  return { ...definition, [guide]: { ...ticks, ...settings, ...format } };
}

/** Vega's own dates are English in their order; other languages put the day first. */
function channelWithTime(name: string, definition: JsonObject, locale: Locale): Json {
  const format = chartLocales[locale].axis;
  const own = definition['axis'];
  if (!format || guideOf(name) !== 'axis' || own === null || 'timeUnit' in definition) return definition;
  const settings = isJsonObject(own) ? own : {};
  return 'format' in settings || 'labelExpr' in settings
    ? definition
    : { ...definition, axis: { ...settings, format } };
}

/** Only where an axis shows the rows' own values: sums and stacks reach further than any row. */
function ticksOf(definition: JsonObject, field: string, rows: readonly DatumRow[]): Record<string, Json> {
  if ('aggregate' in definition || 'stack' in definition) return {};
  const values = rows.map((row) => row[field]).filter((value) => typeof value === 'number');
  const ticks = durationTicks(Math.max(0, ...values));
  return ticks && rows.length <= pointsWithTicks ? { values: ticks } : {};
}

const pointsWithTicks = 5_000;

function formatOf(unit: Unit | undefined, locale: Locale): Record<string, Json> | null {
  if (unit === 'percent') return { format: '.1~%' };
  if (unit === 'duration') return { formatType: durationFormat, format: locale };
  return null;
}

function guideOf(channel: string): 'axis' | 'legend' | null {
  if (/^(x|y)(2|Offset)?$/.test(channel)) return 'axis';
  return /^(color|fill|stroke|size|opacity|shape)$/.test(channel) ? 'legend' : null;
}
