import { text, type Text } from '#errors';
import type { Locale } from '#messages';
import type { Field } from './fields.ts';
import { formatField, withoutZeros } from './format.ts';
import { isJsonObject, sameJson, type Json, type JsonObject } from './json.ts';
import { columnsAlong, encodingOf, layersOf } from './mark.ts';

/** What a chart is read by: a line, what should be reached, what is usual, and what somebody notes at a place. */
export const landmarkKinds = ['line', 'target', 'band', 'note'] as const;
export type LandmarkKind = (typeof landmarkKinds)[number];
export type Axis = 'x' | 'y';

export interface Landmark {
  readonly kind: LandmarkKind;
  /** The axis that it stands on; a note's is x. */
  readonly axis: Axis;
  /** A number, an instant by the wall clock, or a name. */
  readonly at: number | string;
  /** The other end of a band; how high a note stands, null for on top. */
  readonly to: number | string | null;
  readonly label: string;
}

/** A chart without its landmarks, and these; one that was changed by hand is part of the chart. */
export interface SplitChart {
  readonly main: JsonObject;
  readonly landmarks: readonly Landmark[];
}

export function splitLandmarks(spec: JsonObject): SplitChart {
  const { facet, columns, spec: small, ...top } = spec;
  if (!isJsonObject(facet) || !isJsonObject(small)) return splitLayers(spec);
  const { main, landmarks } = splitLayers(small);
  if (landmarks.length === 0) return { main: spec, landmarks };
  const by = columns === undefined ? facet : { ...facet, columns };
  return { main: { ...top, ...main, encoding: { ...encodingOf(main), facet: by } }, landmarks };
}

function splitLayers(spec: JsonObject): SplitChart {
  const layers = layersOf(spec);
  const read = layers.map(readLayer);
  const landmarks = read.filter((each) => each !== null);
  const [first, ...others] = layers.filter((_, index) => read[index] === null);
  if (landmarks.length === 0 || !first) return { main: spec, landmarks: [] };
  const { layer: _layer, ...outer } = spec;
  const isOne = others.length === 0 && !('encoding' in spec);
  return { main: isOne ? { ...outer, ...first } : { ...spec, layer: [first, ...others] }, landmarks };
}

/** The chart alone, as everything that reads its rows should see it. */
export function mainOf(spec: JsonObject): JsonObject {
  return splitLandmarks(spec).main;
}

export interface LandmarkAxis {
  readonly axis: Axis;
  readonly type: 'number' | 'time';
}

/** The axes that landmarks can stand on, that of what is measured first; what is on them. */
export function landmarkAxes(main: JsonObject): readonly LandmarkAxis[] {
  const { row, column } = encodingOf(main);
  if (row || column || !('mark' in main || 'layer' in main)) return [];
  const encodings = [main, ...layersOf(main)].map(encodingOf);
  return (['y', 'x'] as const).flatMap((axis): LandmarkAxis[] => {
    const types = encodings.flatMap(({ [axis]: each }) => (isJsonObject(each) ? [each['type']] : []));
    if (types.includes('quantitative')) return [{ axis, type: 'number' }];
    return types.includes('temporal') ? [{ axis, type: 'time' }] : [];
  });
}

/** The landmarks upon a chart, in the spec as it is written. */
export function withLandmarks(main: JsonObject, landmarks: readonly Landmark[]): JsonObject {
  if (landmarks.length === 0) return main;
  const above = landmarks.map(layerOf);
  const { facet, ...encoding } = encodingOf(main);
  if (!isJsonObject(facet)) return overlaid(main, { above });
  const { columns, ...by } = facet;
  const { width, height, mark, transform, ...top } = main;
  const small = definedOf({ width, height, mark, transform, encoding });
  const { encoding: _encoding, ...outer } = top;
  return { ...outer, facet: by, ...definedOf({ columns }), spec: overlaid(small, { above }) };
}

interface Layers {
  readonly below?: readonly JsonObject[];
  readonly above?: readonly JsonObject[];
}

/** Layers about a chart, which read nothing of its rows. */
export function overlaid(spec: JsonObject, { below = [], above = [] }: Layers): JsonObject {
  const { mark, layer, encoding, transform, params, ...outer } = spec;
  const own = definedOf({ mark, layer, encoding, transform, params });
  return { ...outer, layer: [...below, own, ...above] };
}

function definedOf(parts: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(parts).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}

export interface LandmarkOptions {
  readonly fields: ReadonlyMap<string, Field>;
  readonly locale: Locale;
}

/** The same as they are drawn: what has no words of its own says its place. */
export function drawnLandmarks(
  main: JsonObject,
  landmarks: readonly Landmark[],
  options: LandmarkOptions,
): readonly Landmark[] {
  return landmarks.map((landmark) => ({
    ...landmark,
    label: landmark.label || placeText(main, landmark, options),
  }));
}

/** What stands upon the chart, for those who do not see it. */
export function landmarksCaption(
  drawn: readonly Landmark[],
  main: JsonObject,
  options: LandmarkOptions,
): Text[] {
  if (drawn.length === 0) return [];
  const told = drawn.map((landmark) => {
    const place = placeText(main, landmark, options);
    return landmark.label === place ? place : `${landmark.label} (${place})`;
  });
  return [text('output.chart.caption.landmarks', { landmarks: told.join('; ') })];
}

function placeText(main: JsonObject, { kind, axis, at, to }: Landmark, options: LandmarkOptions): string {
  const ends = kind === 'band' && to !== null ? [at, to] : [at];
  return ends.map((end) => written(main, axis, end, options)).join('–');
}

function written(
  main: JsonObject,
  axis: Axis,
  at: number | string,
  { fields, locale }: LandmarkOptions,
): string {
  const known = columnsAlong(main, axis)
    .map((column) => fields.get(column))
    .find((field) => field !== undefined);
  if (typeof at === 'number') return withoutZeros(formatField(at, known?.format ?? 'number', locale));
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(at);
  if (isDay) return formatField(`${at}T00:00:00`, 'date', locale);
  return /^\d{4}-\d{2}-\d{2}T/.test(at) ? formatField(at, 'timestamp', locale) : at;
}

/** One landmark as a layer of its own; its name tells its kind and keeps it apart from others. */
function layerOf(landmark: Landmark, index: number): JsonObject {
  const { label } = landmark;
  const words = label === '' ? [] : [wordsOf(landmark)];
  return {
    name: `${landmark.kind}_${index + 1}`,
    data: { values: [{}] },
    layer: [...shapesOf(landmark), ...words],
  };
}

function shapesOf({ kind, axis, at, to }: Landmark): JsonObject[] {
  const place = { datum: datumOf(at) };
  switch (kind) {
    case 'line':
      return [{ mark: { type: 'rule', strokeDash: [3, 3], strokeWidth: 1 }, encoding: { [axis]: place } }];
    case 'target':
      return [{ mark: { type: 'rule', strokeDash: [8, 4], strokeWidth: 2 }, encoding: { [axis]: place } }];
    case 'band':
      return [
        {
          mark: { type: 'rect', color: 'gray', opacity: 0.18 },
          encoding: { [axis]: place, [`${axis}2`]: { datum: datumOf(to ?? at) } },
        },
      ];
    case 'note':
      return [
        {
          mark: { type: 'point', shape: 'triangle-down', color: 'gray', size: 60, yOffset: -6 },
          encoding: { x: place, y: heightOf(to) },
        },
      ];
  }
}

function wordsOf({ kind, axis, at, to, label }: Landmark): JsonObject {
  const own = { type: 'text', text: label, fontSize: 11, limit: 140 };
  const place = { datum: datumOf(at) };
  if (kind === 'note')
    return {
      mark: { ...own, align: 'center', baseline: 'bottom', dy: -12 },
      encoding: { x: place, y: heightOf(to) },
    };
  if (axis === 'y')
    return {
      mark: { ...own, align: 'left', dx: 4 },
      encoding: { y: place, x: { value: 'width' } },
    };
  return {
    mark: { ...own, align: 'center', baseline: 'bottom' },
    encoding: { x: place, y: { value: -3 } },
  };
}

function heightOf(to: Landmark['to']): JsonObject {
  return to === null ? { value: 28 } : { datum: datumOf(to) };
}

/** As Vega-Lite names an instant by the wall clock. */
function datumOf(at: number | string): Json {
  const found = typeof at === 'string' ? /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(at) : null;
  if (!found) return at;
  const [year = 0, month = 0, date = 0, hours, minutes] = found.slice(1).map((part) => part && Number(part));
  const time = { year, month, date };
  return hours === undefined || hours === '' ? time : { ...time, hours, minutes: minutes ?? 0 };
}

/** Null for a layer that is none, or is not exactly as it would be written. */
function readLayer(layer: JsonObject, index: number): Landmark | null {
  const [, kind = ''] = /^([a-z]+)_\d+$/.exec(String(layer['name'])) ?? [];
  const known = landmarkKinds.find((each) => each === kind);
  const [shape, words] = layersOf(layer);
  if (!known || !shape) return null;
  const { x, y, x2, y2 } = encodingOf(shape);
  const axis = known === 'note' || datumIn(y) === null ? 'x' : 'y';
  const end = known === 'note' ? y : (x2 ?? y2);
  const at = datumIn(axis === 'x' ? x : y);
  if (at === null) return null;
  const mark = words?.['mark'];
  const label = isJsonObject(mark) && typeof mark['text'] === 'string' ? mark['text'] : '';
  const landmark: Landmark = { kind: known, axis, at, to: datumIn(end), label };
  const own = { ...layerOf(landmark, index), name: layer['name'] ?? null };
  return sameJson(own, layer) ? landmark : null;
}

function datumIn(definition: Json | undefined): number | string | null {
  const datum = isJsonObject(definition) ? definition['datum'] : null;
  if (typeof datum === 'number' || typeof datum === 'string') return datum;
  if (!isJsonObject(datum)) return null;
  const { year, month, date, hours, minutes } = datum;
  const padded = (part: Json | undefined) => String(part).padStart(2, '0');
  const day = `${String(year)}-${padded(month)}-${padded(date)}`;
  return hours === undefined ? day : `${day}T${padded(hours)}:${padded(minutes ?? 0)}`;
}
