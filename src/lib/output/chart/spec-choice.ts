import {
  aggregates,
  marks,
  type Aggregate,
  type Bins,
  type ChartChoice,
  type Mark,
  type Sort,
} from './choice.ts';
import { usualSort } from './choice-spec.ts';
import { isJsonObject, sameJson, type Json, type JsonObject } from './json.ts';
import { readKind } from './kinds.ts';
import { withInterval } from './layers.ts';
import { encodingOf, fieldIn, isDiscrete, layersOf, markType } from './mark.ts';

/** The choice that a spec is, or null when it says more than the builder can. */
export function toChoice(spec: JsonObject): ChartChoice | null {
  if ('layer' in spec) return readKind(spec) ?? layeredChoice(spec);
  if (!isJsonObject(spec['encoding'])) return null;
  const encoding = encodingOf(spec);
  if (isTimeline(spec)) return timelineChoice(encoding);
  const mark = markIn(spec);
  if (!mark || 'x2' in encoding || 'y2' in encoding) return null;
  const field = (name: string): string | null => fieldIn(encoding[name]);
  if (mark === 'arc') return { mark, x: field('color'), y: field('theta'), colour: null };
  const facet = field('facet');
  const aggregate = firstOf(['y', 'x', 'color'], (name) => aggregateIn(encoding[name]));
  const bins = firstOf(['x', 'y'], (name) => binsIn(encoding[name]));
  const sort = sortIn(encoding) ?? usualSort(mark);
  return {
    mark,
    x: field('x'),
    y: field('y'),
    colour: field('color'),
    ...(facet === null ? {} : { facet }),
    ...(aggregate === undefined ? {} : { aggregate }),
    ...(bins === undefined ? {} : { bins }),
    ...(sort === usualSort(mark) ? {} : { sort }),
    ...tooltipIn(encoding),
  };
}

/** A line or bars with their interval, exactly as the builder writes them. */
function layeredChoice(spec: JsonObject): ChartChoice | null {
  for (const layer of layersOf(spec)) {
    const mark = markIn(layer);
    const { x, y } = { ...encodingOf(spec), ...encodingOf(layer) };
    if (!mark || !isJsonObject(x) || !isJsonObject(y)) continue;
    const own = withInterval(mark, { x, y });
    const { encoding = null, layer: layers = null } = spec;
    if (!own || !sameJson(own, { encoding, layer: layers })) continue;
    const sort = mark === 'bar' ? (sortIn({ x, y }) ?? 'largest') : usualSort(mark);
    const isUsual = sort === usualSort(mark);
    return { mark, x: fieldIn(x), y: fieldIn(y), colour: null, interval: true, ...(isUsual ? {} : { sort }) };
  }
  return null;
}

/** Bars from a beginning to an end along time, or strokes at their instants. */
function isTimeline(spec: JsonObject): boolean {
  const { x, x2, y2 } = encodingOf(spec);
  const type = markType(spec);
  const isOne = type === 'tick' || (type === 'bar' && fieldIn(x2) !== null);
  return isOne && y2 === undefined && isJsonObject(x) && x['type'] === 'temporal';
}

function timelineChoice(encoding: JsonObject): ChartChoice {
  const end = fieldIn(encoding['x2']);
  return {
    mark: 'timeline',
    x: fieldIn(encoding['x']),
    y: fieldIn(encoding['y']),
    colour: fieldIn(encoding['color']),
    ...(end === null ? {} : { end }),
    ...tooltipIn(encoding),
  };
}

function tooltipIn({ tooltip }: JsonObject): { tooltip?: readonly string[] } {
  const told = Array.isArray(tooltip) ? tooltip.flatMap((each: Json) => fieldIn(each) ?? []) : [];
  return told.length === 0 ? {} : { tooltip: told };
}

/** The order of the axis of names; undefined where it is the builder's usual or its own. */
function sortIn({ x, y }: JsonObject): Sort | undefined {
  const names = isDiscrete(y) ? y : isDiscrete(x) ? x : null;
  if (!isJsonObject(names)) return undefined;
  const { sort } = names;
  if (sort === undefined || sort === 'ascending') return 'name';
  if (sort === 'descending') return 'nameDown';
  if (sort === null) return 'rows';
  if (isJsonObject(sort)) return sort['order'] === 'ascending' ? 'smallest' : 'largest';
  return typeof sort === 'string' && sort.startsWith('-') ? 'largest' : 'smallest';
}

function binsIn(definition: Json | undefined): Bins | undefined {
  const bin = isJsonObject(definition) ? definition['bin'] : undefined;
  if (bin === true) return 'some';
  const most = isJsonObject(bin) ? bin['maxbins'] : undefined;
  return typeof most === 'number' ? most : undefined;
}

function aggregateIn(definition: Json | undefined): Aggregate | undefined {
  const written = isJsonObject(definition) ? definition['aggregate'] : null;
  return aggregates.find((known) => known === written);
}

function markIn(spec: JsonObject): Mark | undefined {
  const type = markType(spec);
  return marks.find((known) => known === type);
}

function firstOf<T>(names: readonly string[], read: (name: string) => T | undefined): T | undefined {
  return names.reduce<T | undefined>((found, name) => found ?? read(name), undefined);
}
