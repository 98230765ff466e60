import { isNumeric, isTemporal } from '../table/columns.ts';
import type { Bins, ChartChoice, ChartColumn, Sort } from './choice.ts';
import type { Json, JsonObject } from './json.ts';
import { controlKind, waterfallKind } from './kinds.ts';
import { withInterval } from './layers.ts';
import { fieldOf } from './mark.ts';

type Kind = ChartColumn['kind'];
type Channel = 'x' | 'y' | 'color';

interface Known extends ChartChoice {
  readonly kindOf: (name: string) => Kind;
}

/** As many small charts as stand side by side in a cell. */
const facetColumns = 3;

/** The spec of a choice, as short as it can be written: titles, units, tooltips and theme come when it is drawn. */
export function toSpec(choice: ChartChoice, columns: readonly ChartColumn[]): JsonObject {
  const known: Known = {
    ...choice,
    kindOf: (name) => columns.find((column) => column.name === name)?.kind ?? 'text',
  };
  const { mark, x, y } = known;
  switch (mark) {
    case 'arc':
      return arcSpec(known);
    case 'timeline':
      return timelineSpec(known);
    case 'control':
      return x && y ? controlKind({ x: channel(x, known), y: channel(y, known) }) : plainSpec(known);
    case 'waterfall':
      return x && y ? waterfallKind({ x: { field: fieldOf(x) }, y: channel(y, known) }) : plainSpec(known);
    default:
      return unitSpec(known);
  }
}

/** What lies along the axis of names, and what is measured: the channels of either; null where there is none. */
export function axesOf(
  { mark, x, y, aggregate }: ChartChoice,
  kindOf: (name: string) => Kind,
): { readonly measure: Channel | null; readonly names: 'x' | 'y' | null } {
  const isNumber = (name: string | null) => name !== null && isNumeric(kindOf(name));
  const isNamed = (name: string | null) => name !== null && !isNumber(name) && !isTemporal(kindOf(name));
  const names = isNamed(y) ? 'y' : isNamed(x) ? 'x' : null;
  if (mark === 'rect') return { measure: 'color', names };
  if (aggregate === 'count' && (x === null || y === null)) return { measure: y === null ? 'y' : 'x', names };
  return { measure: isNumber(y) ? 'y' : isNumber(x) ? 'x' : null, names };
}

function unitSpec(known: Known): JsonObject {
  const { mark, interval, facet, aggregate, bins, colour, tooltip = [], kindOf } = known;
  const encoding = positions(known);
  const isPlain = !colour && !facet && !aggregate && !bins && tooltip.length === 0;
  const { x, y } = encoding;
  const layered = interval && isPlain && x && y ? withInterval(mark, { x, y }) : null;
  if (layered) return layered;
  if (colour) encoding['color'] = channel(colour, known);
  const { measure } = axesOf(known, kindOf);
  const isCounted = aggregate === 'count';
  if (aggregate && measure && (encoding[measure] || isCounted))
    encoding[measure] = { ...encoding[measure], aggregate, type: 'quantitative' };
  if (facet) encoding['facet'] = { ...channel(facet, known), columns: facetColumns };
  const told = tooltip.flatMap((name) => tooltipOf(name, known) ?? []);
  return {
    mark: mark === 'line' ? { type: 'line', point: true } : mark,
    encoding: told.length === 0 ? encoding : { ...encoding, tooltip: told },
  };
}

function positions(known: Known): Record<string, JsonObject> {
  const { x, y, mark, bins, kindOf } = known;
  const { measure, names } = axesOf(known, kindOf);
  const encoding: Record<string, JsonObject> = {};
  for (const [at, name] of [
    ['x', x],
    ['y', y],
  ] as const) {
    if (name === null) continue;
    const isBinned = bins && at !== measure && isNumeric(kindOf(name));
    const plain = isBinned ? { ...channel(name, known), bin: binOf(bins) } : placed(name, known);
    const sort = at === names && (mark !== 'bar' || measure) ? sortOf(known, measure) : undefined;
    encoding[at] = sort === undefined ? plain : { ...plain, sort };
  }
  return encoding;
}

function placed(name: string, known: Known): JsonObject {
  const isText = known.kindOf(name) === 'text';
  return known.mark === 'rect'
    ? { field: fieldOf(name), type: isText ? 'nominal' : 'ordinal' }
    : channel(name, known);
}

function binOf(bins: Bins): Json {
  return bins === 'some' ? true : { maxbins: bins };
}

function sortOf({ mark, sort }: Known, measure: Channel | null): Json | undefined {
  const wanted = sort ?? usualSort(mark);
  switch (wanted) {
    case 'largest':
      return measure === null ? undefined : `-${measure}`;
    case 'smallest':
      return measure === null ? undefined : measure;
    case 'name':
      return undefined;
    case 'nameDown':
      return 'descending';
    case 'rows':
      return null;
  }
}

/** The order that a chart has where nobody chose one. */
export function usualSort(mark: ChartChoice['mark']): Sort {
  return mark === 'bar' ? 'largest' : 'name';
}

/** Of marks of many rows a tooltip tells what they are by, and one number of the rest. */
function tooltipOf(name: string, known: Known): JsonObject | null {
  const { x, y, colour, facet, aggregate, bins, kindOf } = known;
  const { measure } = axesOf(known, kindOf);
  const measured = measure === 'x' ? x : measure === 'y' ? y : measure === 'color' ? colour : null;
  const isKey = [x, y, colour, facet].includes(name) && name !== measured;
  if (isKey && bins && isNumeric(kindOf(name))) return { ...channel(name, known), bin: binOf(bins) };
  if (!aggregate || isKey) return channel(name, known);
  return isNumeric(kindOf(name)) && aggregate !== 'count' ? { ...channel(name, known), aggregate } : null;
}

function arcSpec({ x, y }: Known): JsonObject {
  const encoding: Record<string, Json> = {};
  if (y) encoding['theta'] = { field: fieldOf(y), type: 'quantitative' };
  if (x) encoding['color'] = { field: fieldOf(x), type: 'nominal' };
  return { mark: { type: 'arc', innerRadius: 50 }, encoding };
}

/** A bar from each beginning to its end, or a stroke where it is but an instant, the earliest on top. */
function timelineSpec(known: Known): JsonObject {
  const { x, y, end, colour, tooltip = [] } = known;
  const encoding: Record<string, Json> = {};
  const sort = x && { field: fieldOf(x), op: 'min' };
  if (y) encoding['y'] = { field: fieldOf(y), type: 'nominal', ...(sort ? { sort } : {}) };
  if (x) encoding['x'] = channel(x, known);
  if (end) encoding['x2'] = { field: fieldOf(end) };
  if (colour) encoding['color'] = channel(colour, known);
  if (tooltip.length > 0) encoding['tooltip'] = tooltip.map((name) => channel(name, known));
  return { mark: end ? 'bar' : 'tick', encoding };
}

/** What is not whole yet is drawn as a line or as bars, so that there is something to see. */
function plainSpec(known: Known): JsonObject {
  return unitSpec({ ...known, mark: known.mark === 'control' ? 'line' : 'bar' });
}

function channel(name: string, { kindOf }: Known): JsonObject {
  return { field: fieldOf(name), type: typeOf(kindOf(name)) };
}

function typeOf(kind: Kind): string {
  if (isTemporal(kind)) return 'temporal';
  return isNumeric(kind) ? 'quantitative' : 'nominal';
}
