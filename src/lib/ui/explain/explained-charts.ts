import type { Explanation, ExplanationSql } from '#explain';
import type { JsonObject } from '#output';

/** A chart of more bars is no picture any more. */
export const shownBars = 15;

/** Bars of what the segments gave that gave most, by mix and rate where there are two; in the order of the rows. */
export function partsSpec({ isCount, definition: { unit } }: ExplanationSql, title: string): JsonObject {
  const isSplit = !isCount && unit !== 'duration';
  const y = { field: 'segment', type: 'nominal', sort: null, title: null };
  const axis: JsonObject = unit === 'percent' ? { axis: { format: '+.1%' } } : {};
  const x: JsonObject = { field: isSplit ? 'size' : 'effect', type: 'quantitative', title, ...axis };
  return {
    width: 'container',
    height: { step: 22 },
    transform: [
      { window: [{ op: 'row_number', as: 'row' }] },
      { filter: `datum.row <= ${shownBars}` },
      ...(isSplit ? [{ fold: ['mix', 'rate'], as: ['part', 'size'] }] : []),
    ],
    mark: 'bar',
    encoding: { y, x, ...(isSplit ? { color: { field: 'part', type: 'nominal', title: null } } : {}) },
  };
}

/** The days of a segment, with the day that the change most likely began on. */
export function trendSpec(
  { isCount, definition: { unit } }: ExplanationSql,
  { causes, changePoint }: Explanation,
): JsonObject {
  const isPart = unit === 'percent' || unit === 'score' || unit === 'nps';
  const x = { field: 'day', type: 'temporal', title: null };
  const y: JsonObject = {
    field: 'value',
    type: 'quantitative',
    ...(isPart ? { scale: { zero: false } } : {}),
  };
  const days = { mark: isCount ? 'bar' : { type: 'line', point: true }, encoding: { x, y } };
  if (isCount || causes.length === 0 || changePoint === null)
    return { width: 'container', height: 240, ...days };
  const began = {
    data: { values: [{ day: changePoint.day }] },
    mark: { type: 'rule', strokeDash: [4, 4] },
    encoding: { x },
  };
  return { width: 'container', height: 240, layer: [days, began] };
}
