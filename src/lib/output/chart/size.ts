import type { Chart } from './build.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { columnsAlong, encodingOf, fieldIn, isDiscrete, layersOf, markType } from './mark.ts';
import type { DatumRow } from './rows.ts';

/** Fills the width of the page where the spec says none, and takes a calm height where a scale needs one. */
export function withSize(spec: JsonObject, rows: readonly DatumRow[] = []): JsonObject {
  if (!('mark' in spec) && !('layer' in spec)) return spec;
  const encoding = encodingOf(spec);
  if ('facet' in encoding || 'row' in encoding || 'column' in encoding) return withFacetHeight(spec);
  const added: Record<string, Json> = {};
  if (!('width' in spec)) added['width'] = 'container';
  if (!('height' in spec)) added['height'] = isDiscrete(encoding['y']) ? { step: stepOf(spec) } : 240;
  if (!('autosize' in spec))
    added['autosize'] = { type: isDiscrete(encoding['y']) ? 'fit-x' : 'fit', contains: 'padding' };
  return { ...withBarWidth(spec, rows), ...added };
}

/** Small charts are low, so that several rows of them are seen at once. */
function withFacetHeight(spec: JsonObject): JsonObject {
  return 'height' in spec || isDiscrete(encodingOf(spec)['y']) ? spec : { ...spec, height: 150 };
}

const [leastFacet, aboutFacets, betweenFacets] = [180, 70, 24] as const;

/** As many small charts side by side as the page has room for, which share it; where the spec says no width. */
export function fitFacets(spec: JsonObject, room: number): JsonObject {
  const { facet, spec: small } = spec;
  if (isJsonObject(facet) && isJsonObject(small)) {
    const fitted = fittedTo(room, { columns: spec['columns'], small: [small, ...layersOf(small)] });
    return fitted ? { ...spec, columns: fitted.columns, spec: { ...small, width: fitted.width } } : spec;
  }
  const encoding = encodingOf(spec);
  const { facet: by } = encoding;
  const fitted = isJsonObject(by) ? fittedTo(room, { columns: by['columns'], small: [spec] }) : null;
  if (!fitted || !isJsonObject(by)) return spec;
  const { columns, width } = fitted;
  return { ...spec, width, encoding: { ...encoding, facet: { ...by, columns } } };
}

interface Small {
  readonly columns: Json | undefined;
  /** A small chart and what it is made of. */
  readonly small: readonly JsonObject[];
}

/** Null where a width is told, or goes with the names along x. */
function fittedTo(room: number, { columns: own, small }: Small): { columns: number; width: number } | null {
  if (small.some((each) => 'width' in each || isDiscrete(encodingOf(each)['x']))) return null;
  const most = typeof own === 'number' ? own : 3;
  const columns = Math.max(1, Math.min(most, Math.floor((room - aboutFacets) / leastFacet)));
  return { columns, width: Math.max(100, Math.floor((room - aboutFacets) / columns - betweenFacets)) };
}

/** Bars with two ends are many: a ticket each. */
function stepOf(spec: JsonObject): number {
  return 'x2' in encodingOf(spec) ? 14 : 22;
}

/** Bars over time are as wide as the time between them, about. */
function withBarWidth(spec: JsonObject, rows: readonly DatumRow[]): JsonObject {
  const { mark } = spec;
  const { x, x2 } = encodingOf(spec);
  const own = isJsonObject(mark) ? mark : { type: mark ?? null };
  const isOverTime = markType(spec) === 'bar' && isJsonObject(x) && x['type'] === 'temporal' && !x2;
  if (!isOverTime || 'size' in own || 'width' in own || 'timeUnit' in x) return spec;
  const column = fieldIn(x) ?? '';
  const times = [...new Set(rows.map((row) => Date.parse(String(row[column]))))]
    .filter((time) => !Number.isNaN(time))
    .sort((a, b) => a - b);
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const places = steps.length === 0 ? 1 : ((times.at(-1) ?? 0) - (times[0] ?? 0)) / Math.min(...steps) + 1;
  return { ...spec, mark: { ...own, size: Math.round(Math.min(40, Math.max(1, 480 / places))) } };
}

/** A built chart in a larger place, so high: what is drawn side by side, or names its width, stays as wide as it is. */
export function enlarged({ spec, rows }: Chart, height: number): JsonObject {
  const { facet, spec: small } = spec;
  if (isJsonObject(facet) && isJsonObject(small)) {
    const higher = facetHeight(facet, { columns: spec['columns'], rows, height });
    return typeof small['height'] === 'number' ? { ...spec, spec: { ...small, height: higher } } : spec;
  }
  const own = spec['height'];
  const by = encodingOf(spec)['facet'];
  if (isJsonObject(by) && typeof own === 'number')
    return { ...spec, height: facetHeight(by, { columns: by['columns'], rows, height }) };
  if (typeof own === 'number') return { ...spec, height };
  const column = columnsAlong(spec, 'y')[0];
  if (!isJsonObject(own) || typeof own['step'] !== 'number' || column === undefined) return spec;
  const names = new Set(rows.map((row) => row[column])).size;
  const step = Math.floor((height - aboutFacets) / Math.max(names, 1));
  return { ...spec, height: { step: Math.max(own['step'], Math.min(step, 110)) } };
}

interface FacetRows {
  readonly columns: Json | undefined;
  readonly rows: readonly DatumRow[];
  readonly height: number;
}

function facetHeight(facet: JsonObject, { columns, rows, height }: FacetRows): number {
  const members = new Set(rows.map((row) => row[fieldIn(facet) ?? ''])).size;
  const across = typeof columns === 'number' ? columns : 3;
  const down = Math.max(1, Math.ceil(members / across));
  return Math.max(150, Math.floor((height - aboutFacets) / down - 2 * betweenFacets));
}
