import { isTemporal } from '../table/columns.ts';
import type { Field } from './fields.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { overlaid } from './landmarks.ts';
import { encodingOf, fieldIn, layersOf, markType } from './mark.ts';
import type { Datum } from './rows.ts';

/** What rows were chosen by: a column, and their value in it. */
export interface MarkedValue {
  readonly column: string;
  readonly value: Datum;
}

interface Context {
  readonly marked: readonly MarkedValue[];
  readonly fields: ReadonlyMap<string, Field>;
  /** The encoding that a layer shares with the others. */
  readonly outer: JsonObject;
}

/** A chart with the chosen rows told from the rest, which is pale; null for one that none of them can be told in. */
export function withMarked(spec: JsonObject, { marked, fields }: Omit<Context, 'outer'>): JsonObject | null {
  const outer = encodingOf(spec);
  const layers = layersOf(spec);
  if (layers.length === 0) {
    const drawn = markedUnit(spec, { marked, fields, outer: {} });
    return drawn && asOne(spec, drawn);
  }
  const drawn = layers.map((layer) =>
    'transform' in spec ? null : markedUnit(layer, { marked, fields, outer }),
  );
  if (drawn.every((each) => each === null)) return null;
  return { ...spec, layer: layers.flatMap((layer, index) => drawn[index] ?? [layer]) };
}

const [pale, ringSize] = [0.15, 150] as const;
const paths = ['line', 'area', 'trail'];

/** A unit with its other marks pale; a path, of which a row is but a point, with a ring there. */
function markedUnit(unit: JsonObject, context: Context): JsonObject[] | null {
  const type = markType(unit);
  const encoding = { ...context.outer, ...encodingOf(unit) };
  const told = toldBy(unit, encoding, context);
  if (type === null || told.length === 0) return null;
  const test = told.map((each) => testOf(each, context.fields)).join(' && ');
  const wholes = ['color', 'stroke', 'detail', 'strokeDash', 'facet'].map((name) => fieldIn(encoding[name]));
  if (!paths.includes(type) || told.every(({ column }) => wholes.includes(column)))
    return paleUnit(unit, { encoding, test });
  return type === 'line' ? ringedUnit(unit, { encoding, test }) : null;
}

interface Test {
  readonly encoding: JsonObject;
  readonly test: string;
}

function paleUnit(unit: JsonObject, { encoding, test }: Test): JsonObject[] | null {
  const own = isJsonObject(encoding['opacity']) ? encoding['opacity'] : {};
  if ('field' in own) return null;
  const { condition = [] } = own;
  const others: readonly Json[] = Array.isArray(condition) ? condition : [condition];
  const opacity = { ...own, condition: [{ test: `!(${test})`, value: pale }, ...others] };
  return [{ ...unit, encoding: { ...encodingOf(unit), opacity } }];
}

/** Dashed lines are what others are compared with. */
function ringedUnit(unit: JsonObject, { encoding, test }: Test): JsonObject[] | null {
  const { mark } = unit;
  const { x, y, color, facet } = encoding;
  if ((isJsonObject(mark) && 'strokeDash' in mark) || facet || !x || !y) return null;
  const ring: JsonObject = {
    transform: [{ filter: test }],
    mark: { type: 'point', filled: false, size: ringSize, strokeWidth: 3, opacity: 1, tooltip: null },
    encoding: { x, y, ...(color ? { color } : {}) },
  };
  return [unit, ring];
}

/** The chosen values that a mark still has: what makes one of many rows keeps only what it is by. */
function toldBy(unit: JsonObject, encoding: JsonObject, { marked, fields }: Context): readonly MarkedValue[] {
  const channels = Object.values(encoding).filter(isJsonObject);
  const isMade = (channel: JsonObject) =>
    ['aggregate', 'bin', 'timeUnit'].some((key) => Boolean(channel[key]));
  const isPlain = !('transform' in unit) && !channels.some(isMade);
  const kept = channels.filter((channel) => !isMade(channel)).map(fieldIn);
  return marked.filter(({ column }) => fields.has(column) && (isPlain || kept.includes(column)));
}

/** An instant is a text in the rows, and a number once it is on an axis of time. */
function testOf({ column, value }: MarkedValue, fields: ReadonlyMap<string, Field>): string {
  const datum = `datum[${JSON.stringify(column)}]`;
  if (value === null) return `!isValid(${datum})`;
  const kind = fields.get(column)?.kind;
  const isTime = kind !== undefined && isTemporal(kind) && typeof value === 'string';
  const equal = `${datum} === ${JSON.stringify(value)}`;
  return isTime ? `(${equal} || toNumber(${datum}) === ${Date.parse(value)})` : equal;
}

function asOne(spec: JsonObject, [first = {}, ...rings]: readonly JsonObject[]): JsonObject {
  return rings.length === 0 ? first : overlaid(spec, { above: rings });
}
