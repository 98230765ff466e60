import type { Locale } from '#messages';
import { derivedColumns } from './kpi-rows.ts';
import type { Field } from './fields.ts';
import { chartFormat } from './format.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { encodingOf, fieldIn, layersOf, markType } from './mark.ts';

interface TooltipOptions {
  readonly fields: ReadonlyMap<string, Field>;
  readonly locale: Locale;
}

/** What a reader asks of a mark besides what it shows, where the rows have it. */
const alsoTold = [
  'actual',
  'value',
  'n',
  'seconds',
  'agents_online',
  'share',
  'satisfied',
  'channel',
  'subject',
] as const;

/** Marks tell on hover what they show and what it rests on, unless the spec decides; paths tell it at their points. */
export function withTooltips(spec: JsonObject, options: TooltipOptions): JsonObject {
  return tooltipped(spec, { ...options, outer: {}, isPlain: isPlain(spec) });
}

interface Context extends TooltipOptions {
  /** The encoding that a layer shares with the others. */
  readonly outer: JsonObject;
  readonly isPlain: boolean;
}

function tooltipped(spec: JsonObject, context: Context): JsonObject {
  const outer = { ...context.outer, ...encodingOf(spec) };
  const layers = layersOf(spec);
  if (layers.length > 0)
    return { ...spec, layer: layers.map((layer) => tooltipped(layer, { ...context, outer })) };
  const type = markType(spec);
  if (type === null || type === 'rule' || type === 'text' || 'tooltip' in outer) return spec;
  if (type === 'area' && 'y2' in outer) return spec;
  const own = spec['mark'];
  const mark: JsonObject = isJsonObject(own) ? own : { type };
  if ('tooltip' in mark) return spec;
  return { ...spec, mark: markWithTooltip(mark, tooltipOf(outer, context), 'opacity' in outer) };
}

/** An encoded opacity wins over a mark's own: points that only listen are hidden in another way then. */
function markWithTooltip(mark: JsonObject, tooltip: Json, isOpacityTold: boolean): JsonObject {
  const { type, point } = mark;
  if (type !== 'line' && type !== 'area') return { ...mark, tooltip };
  const hidden: JsonObject = isOpacityTold ? { fillOpacity: 0, strokeOpacity: 0 } : { opacity: 0 };
  const points = isJsonObject(point) ? point : point === true ? {} : { ...hidden, size: 120 };
  return { ...mark, point: { ...points, tooltip } };
}

/** Aggregates and bins have columns of their own: Vega-Lite knows what those are called. */
function tooltipOf(encoding: JsonObject, { fields, locale, isPlain }: Context): Json {
  if (!isPlain) return true;
  const shown = Object.entries(encoding)
    .flatMap(([name, each]) => (name === 'opacity' ? [] : [fieldIn(each)]))
    .filter((column) => column !== null);
  const told = [...new Set([...shown, ...alsoTold])].filter((column) => !isDerived(column, fields));
  const items = told.flatMap((column) => itemOf(fields.get(column), locale));
  return items.length === 0
    ? true
    : { expr: `{${[...items, ...intervalItem(encoding, fields, locale)].join(', ')}}` };
}

function isDerived(column: string, fields: ReadonlyMap<string, Field>): boolean {
  return derivedColumns.some((derived) => derived === column) && fields.has('value');
}

function itemOf(field: Field | undefined, locale: Locale): string[] {
  if (!field) return [];
  const value = `datum[${JSON.stringify(field.name)}]`;
  const written = `${chartFormat}(${value}, ${JSON.stringify(`${locale} ${field.format ?? 'text'}`)})`;
  return [`${JSON.stringify(field.title ?? field.name)}: ${written}`];
}

/** Both ends as one line; a row without an interval has none. */
function intervalItem(encoding: JsonObject, fields: ReadonlyMap<string, Field>, locale: Locale): string[] {
  const low = fields.get('low');
  if (!low || !('value' in encoding || fields.has('value'))) return [];
  const format = JSON.stringify(`${locale} ${low.format ?? 'number'}`);
  const ends = ['low', 'high'].map((end) => `${chartFormat}(datum[${JSON.stringify(end)}], ${format})`);
  return [`${JSON.stringify(low.title ?? '')}: isValid(datum["low"]) ? ${ends.join(' + " – " + ')} : "—"`];
}

/** Whether each mark is one row. */
function isPlain(spec: JsonObject): boolean {
  if ('transform' in spec) return false;
  const channels = Object.values(encodingOf(spec));
  return (
    channels.every(
      (each) =>
        !isJsonObject(each) || !['aggregate', 'bin', 'timeUnit'].some((key) => key in each && each[key]),
    ) && layersOf(spec).every(isPlain)
  );
}
