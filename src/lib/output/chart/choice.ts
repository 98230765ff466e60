import type { Column, Kind } from '#table';
import { isNumeric, isTemporal } from '../table/columns.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { withInterval } from './layers.ts';
import { encodingOf, fieldIn, fieldOf, layersOf, markType } from './mark.ts';

export const marks = ['line', 'area', 'bar', 'point', 'arc', 'rect'] as const;
export type Mark = (typeof marks)[number];
/** How the rows of one mark become one number. */
export const aggregates = ['sum', 'mean', 'median', 'min', 'max'] as const;
export type Aggregate = (typeof aggregates)[number];
export type ChartColumn = Pick<Column, 'name' | 'kind'>;

/** What the chart builder asks; it is a whole Vega-Lite spec and can be read back from one. */
export interface ChartChoice {
  readonly mark: Mark;
  readonly x: string | null;
  readonly y: string | null;
  readonly colour: string | null;
  /** Whether lines and bars of a KPI have their 95 % interval, and its target, about them. */
  readonly interval?: boolean;
  /** The column with a small chart for each of its values. */
  readonly facet?: string | null;
  readonly aggregate?: Aggregate | null;
}

/** The chart to begin with, from the columns alone; null when nothing in it can be drawn. */
export function chooseChart(columns: readonly ChartColumn[]): ChartChoice | null {
  const time = columns.find(({ kind }) => isTemporal(kind));
  const words = columns.filter(({ kind }) => kind === 'text' || kind === 'boolean');
  const number =
    columns.find(({ name, kind }) => name === 'value' && isNumeric(kind)) ?? firstNumber(columns);
  if (!number) return null;
  const colour = words[0]?.name ?? null;
  if (time) return { mark: 'line', x: time.name, y: number.name, colour };
  if (colour) return { mark: 'bar', x: number.name, y: colour, colour: words[1]?.name ?? null };
  const other = columns.find(({ name, kind }) => isNumeric(kind) && name !== number.name);
  return other ? { mark: 'point', x: number.name, y: other.name, colour: null } : null;
}

/** As many small charts as stand side by side in a cell. */
const facetColumns = 3;

/** The spec of a choice, as short as it can be written: titles, units, tooltips and theme come when it is drawn. */
export function toSpec(choice: ChartChoice, columns: readonly ChartColumn[]): JsonObject {
  const { mark, x, y, colour, interval, facet, aggregate } = choice;
  const kindOf = (name: string): Kind => columns.find((column) => column.name === name)?.kind ?? 'text';
  if (mark === 'arc') return arcSpec(x, y);
  const encoding: Record<string, JsonObject> = {};
  if (x) encoding['x'] = channel(x, kindOf(x));
  if (y) encoding['y'] = channel(y, kindOf(y));
  if (mark === 'bar' && x && y) {
    if (isNumeric(kindOf(x)) && kindOf(y) === 'text')
      encoding['y'] = { ...channel(y, kindOf(y)), sort: '-x' };
    if (isNumeric(kindOf(y)) && kindOf(x) === 'text')
      encoding['x'] = { ...channel(x, kindOf(x)), sort: '-y' };
  }
  if (interval && !colour && !facet && !aggregate && encoding['x'] && encoding['y']) {
    const layered = withInterval(mark, { x: encoding['x'], y: encoding['y'] });
    if (layered) return layered;
  }
  if (colour) encoding['color'] = channel(colour, kindOf(colour));
  const measure = y && isNumeric(kindOf(y)) ? 'y' : x && isNumeric(kindOf(x)) ? 'x' : null;
  if (aggregate && measure) encoding[measure] = { ...encoding[measure], aggregate };
  if (facet) encoding['facet'] = { ...channel(facet, kindOf(facet)), columns: facetColumns };
  return { mark: mark === 'line' ? { type: 'line', point: true } : mark, encoding };
}

/** The choice that a spec is, or null when it says more than the builder can. */
export function toChoice(spec: JsonObject): ChartChoice | null {
  if ('layer' in spec) return layeredChoice(spec);
  const mark = markIn(spec);
  if (!mark || !isJsonObject(spec['encoding'])) return null;
  const encoding = encodingOf(spec);
  const field = (name: string): string | null => fieldIn(encoding[name]);
  if ('x2' in encoding || 'y2' in encoding) return null;
  if (mark === 'arc') return { mark, x: field('color'), y: field('theta'), colour: null };
  const facet = field('facet');
  const aggregate = aggregateIn(encoding['y']) ?? aggregateIn(encoding['x']);
  return {
    mark,
    x: field('x'),
    y: field('y'),
    colour: field('color'),
    ...(facet === null ? {} : { facet }),
    ...(aggregate === undefined ? {} : { aggregate }),
  };
}

/** A line or bars with their interval, exactly as the builder writes them. */
function layeredChoice(spec: JsonObject): ChartChoice | null {
  for (const layer of layersOf(spec)) {
    const mark = markIn(layer);
    const { x, y } = { ...encodingOf(spec), ...encodingOf(layer) };
    if (!mark || !isJsonObject(x) || !isJsonObject(y)) continue;
    const own = withInterval(mark, { x, y });
    const { encoding, layer: layers } = spec;
    if (own && JSON.stringify(own) === JSON.stringify({ encoding, layer: layers }))
      return { mark, x: fieldIn(x), y: fieldIn(y), colour: null, interval: true };
  }
  return null;
}

/** The spec as a cell's text: what fits in a line stands in one. */
export function writeSpec(spec: JsonObject): string {
  return inLines(spec, '');
}

const lineWidth = 96;

function written(value: Json, indent: string): string {
  const line = inOneLine(value);
  return indent.length + line.length <= lineWidth ? line : inLines(value, indent);
}

function inLines(value: Json, indent: string): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((item: Json) => deeper + written(item, deeper)).join(',\n')}\n${indent}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${deeper}${JSON.stringify(key)}: ${written(item, deeper)}`,
  );
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

function inOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => inOneLine(item)).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${inOneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function markIn(spec: JsonObject): Mark | undefined {
  const type = markType(spec);
  return marks.find((known) => known === type);
}

function aggregateIn(definition: Json | undefined): Aggregate | undefined {
  const written = isJsonObject(definition) ? definition['aggregate'] : null;
  return aggregates.find((known) => known === written);
}

function arcSpec(category: string | null, value: string | null): JsonObject {
  const encoding: Record<string, Json> = {};
  if (value) encoding['theta'] = { field: fieldOf(value), type: 'quantitative' };
  if (category) encoding['color'] = { field: fieldOf(category), type: 'nominal' };
  return { mark: { type: 'arc', innerRadius: 50 }, encoding };
}

function channel(name: string, kind: Kind): JsonObject {
  return { field: fieldOf(name), type: typeOf(kind) };
}

function typeOf(kind: Kind): string {
  if (isTemporal(kind)) return 'temporal';
  return isNumeric(kind) ? 'quantitative' : 'nominal';
}

function firstNumber(columns: readonly ChartColumn[]): ChartColumn | undefined {
  return columns.find(({ kind }) => isNumeric(kind));
}
