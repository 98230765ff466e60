import type { JsonObject } from './json.ts';

interface Axes {
  readonly x: JsonObject;
  readonly y: JsonObject;
}

/** A line or bars with the 95 % interval and the target about them, and pale where they rest on few rows; null for other marks. */
export function withInterval(mark: string, { x, y }: Axes): JsonObject | null {
  if (mark === 'line' && isMeasure(y)) return lineWithBand(x, y);
  if (mark !== 'bar') return null;
  if (isMeasure(x)) return barsWithWhiskers({ along: 'x', by: 'y' }, x, y);
  return isMeasure(y) ? barsWithWhiskers({ along: 'y', by: 'x' }, y, x) : null;
}

function lineWithBand(time: JsonObject, measure: JsonObject): JsonObject {
  return {
    encoding: { x: time },
    layer: [
      { mark: { type: 'area', opacity: 0.18 }, encoding: { y: quantity('low'), y2: { field: 'high' } } },
      { mark: { type: 'line', strokeDash: [6, 4], color: 'gray' }, encoding: { y: quantity('target') } },
      { mark: 'line', encoding: { y: measure } },
      { mark: 'point', encoding: { y: measure, opacity: paleIfFew(1) } },
    ],
  };
}

function barsWithWhiskers(
  { along, by }: { readonly along: 'x' | 'y'; readonly by: 'x' | 'y' },
  measure: JsonObject,
  key: JsonObject,
): JsonObject {
  const { sort } = key;
  const order = sort === along ? 'ascending' : 'descending';
  const isByValue = typeof sort === 'string' && sort.endsWith(along);
  const sorted = isByValue ? { ...key, sort: { field: 'value', op: 'max', order } } : key;
  return {
    encoding: { [by]: sorted },
    layer: [
      { mark: 'bar', encoding: { [along]: measure, opacity: paleIfFew(0.75) } },
      { mark: 'rule', encoding: { [along]: quantity('low'), [`${along}2`]: { field: 'high' } } },
      { mark: 'tick', encoding: { [along]: quantity('target') } },
    ],
  };
}

function paleIfFew(value: number): JsonObject {
  return { condition: { test: 'datum.few', value: 0.3 }, value };
}

function quantity(field: string): JsonObject {
  return { field, type: 'quantitative' };
}

function isMeasure({ type }: JsonObject): boolean {
  return type === 'quantitative';
}
