import { isNumeric, isTemporal } from '../table/columns.ts';
import type { Column, Kind } from '#table';
import { fieldOf } from './build.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

export const marks = ['line', 'area', 'bar', 'point', 'arc', 'rect'] as const;
export type Mark = (typeof marks)[number];
export type ChartColumn = Pick<Column, 'name' | 'kind'>;
export type KpiShape =
  | 'headline'
  | 'trend'
  | 'breakdown'
  | 'table'
  | 'extremes'
  | 'distribution'
  | 'percentiles'
  | 'cohort'
  | 'rows';

/** What the chart builder asks; it is a whole Vega-Lite spec and can be read back from one. */
export interface ChartChoice {
  readonly mark: Mark;
  readonly x: string | null;
  readonly y: string | null;
  readonly colour: string | null;
}

/** The chart to begin with, from the shape of a KPI or of the columns alone; null when nothing in it can be drawn. */
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

/** The spec of a choice, as short as it can be written: units, tooltips and theme come when it is drawn. */
export function toSpec({ mark, x, y, colour }: ChartChoice, columns: readonly ChartColumn[]): JsonObject {
  const kindOf = (name: string): Kind => columns.find((column) => column.name === name)?.kind ?? 'text';
  if (mark === 'arc') return arcSpec(x, y);
  const encoding: Record<string, Json> = {};
  if (x) encoding['x'] = channel(x, kindOf(x));
  if (y) encoding['y'] = channel(y, kindOf(y));
  if (mark === 'bar' && x && y) {
    if (isNumeric(kindOf(x)) && kindOf(y) === 'text')
      encoding['y'] = { ...channel(y, kindOf(y)), sort: '-x' };
    if (isNumeric(kindOf(y)) && kindOf(x) === 'text')
      encoding['x'] = { ...channel(x, kindOf(x)), sort: '-y' };
  }
  if (colour) encoding['color'] = channel(colour, kindOf(colour));
  return { mark: mark === 'line' ? { type: 'line', point: true } : mark, encoding };
}

/** The choice that a spec is, or null when it says more than the builder can. */
export function toChoice(spec: JsonObject): ChartChoice | null {
  const type = isJsonObject(spec['mark']) ? spec['mark']['type'] : spec['mark'];
  const mark = marks.find((known) => known === type);
  const encoding = spec['encoding'];
  if (!mark || !isJsonObject(encoding)) return null;
  const field = (name: string): string | null => {
    const definition = encoding[name];
    const value = isJsonObject(definition) ? definition['field'] : null;
    return typeof value === 'string' ? value.replace(/\\(.)/g, '$1') : null;
  };
  if (mark === 'arc') return { mark, x: field('color'), y: field('theta'), colour: null };
  return { mark, x: field('x'), y: field('y'), colour: field('color') };
}

/** The default chart of a table: `columns` decide, a headline has none. */
export function defaultChart(shape: KpiShape | null, columns: readonly ChartColumn[]): JsonObject | null {
  if (shape === 'headline' || shape === 'rows') return null;
  if (shape === 'distribution' && columns.some(({ name }) => name === 'bin_from')) return histogram;
  if (shape === 'table' || shape === 'cohort') return heatmap(columns);
  const choice = chooseChart(columns);
  return choice && toSpec(choice, columns);
}

/** Bins are as wide as they are: each has a place of its own, in their order. */
const histogram: JsonObject = {
  mark: 'bar',
  encoding: {
    x: { field: 'bin_from', type: 'ordinal' },
    y: { field: 'n', type: 'quantitative' },
  },
};

/** The two keys across and down, the value as the colour. */
function heatmap(columns: readonly ChartColumn[]): JsonObject | null {
  const [down, across] = columns;
  if (!down || !across || !columns.some(({ name }) => name === 'value')) return null;
  return {
    mark: 'rect',
    encoding: {
      x: { field: fieldOf(across.name), type: 'ordinal' },
      y: { field: fieldOf(down.name), type: 'ordinal' },
      color: { field: 'value', type: 'quantitative' },
    },
  };
}

/** The spec as a cell's text. */
export function writeSpec(spec: JsonObject): string {
  return JSON.stringify(spec, null, 2).replace(
    /\{\s+([^{}]{1,90}?)\s+\}/g,
    (_, inner: string) => `{ ${inner.replace(/\s*\n\s*/g, ' ')} }`,
  );
}

function arcSpec(category: string | null, value: string | null): JsonObject {
  const encoding: Record<string, Json> = {};
  if (value) encoding['theta'] = { field: fieldOf(value), type: 'quantitative' };
  if (category) encoding['color'] = { field: fieldOf(category), type: 'nominal' };
  return { mark: { type: 'arc', innerRadius: 50 }, encoding };
}

function channel(name: string, kind: Kind): Record<string, Json> {
  return { field: fieldOf(name), type: typeOf(kind) };
}

function typeOf(kind: Kind): string {
  if (isTemporal(kind)) return 'temporal';
  return isNumeric(kind) ? 'quantitative' : 'nominal';
}

function firstNumber(columns: readonly ChartColumn[]): ChartColumn | undefined {
  return columns.find(({ kind }) => isNumeric(kind));
}
