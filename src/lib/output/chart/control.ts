import type { JsonObject } from './json.ts';

/** Days that a change may have begun on, each `YYYY-MM-DD`. */
export interface ChangeMoment {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

export interface ControlWords {
  readonly value: string;
  readonly expected: string;
  readonly low: string;
  readonly high: string;
  readonly usual: string;
  readonly outside: string;
  readonly arriving: string;
}

export interface ControlOptions {
  readonly words: ControlWords;
  /** When the change most likely began; columns of the rows where it is a query that dates it, null where nobody does. */
  readonly moment: ChangeMoment | 'columns' | null;
  /** A value that need not be seen from zero on. */
  readonly isPart: boolean;
  readonly isCount: boolean;
}

/** Told apart by shape too, and by those who do not tell red from green. */
const colours = { usual: '#3f8fd2', outside: '#d9541e', arriving: '#8a8a8a' } as const;
const shapes = { usual: 'circle', outside: 'triangle-up', arriving: 'cross' } as const;
const standings = ['usual', 'outside', 'arriving'] as const;

/**
 * Rows of `day`, `value`, `expected`, `low_limit`, `high_limit` and `standing` as a control chart: the limits as a band, what was
 * expected as a dashed line, days outside in another shape and colour, days still coming in greyed, the moment of change as a rule
 * within the days that it may have been.
 */
export function controlChart({ words, moment, isPart, isCount }: ControlOptions): JsonObject {
  const x = { field: 'day', type: 'temporal', title: null };
  const measure = (field: string): JsonObject => ({
    field,
    type: 'quantitative',
    title: words.value,
    ...(isPart ? { scale: { zero: false } } : {}),
  });
  return {
    width: 'container',
    height: 260,
    layer: [
      ...arrivingDays(x),
      ...momentLayers(moment),
      {
        mark: { type: 'area', opacity: 0.16, interpolate: 'step' },
        encoding: { x, y: measure('low_limit'), y2: { field: 'high_limit' } },
      },
      {
        mark: { type: 'line', strokeDash: [5, 4], strokeWidth: 1.2, interpolate: 'step', tooltip: null },
        encoding: { x, y: measure('expected') },
      },
      {
        mark: { type: 'line', strokeWidth: 1, opacity: 0.45, tooltip: null },
        encoding: { x, y: measure('value') },
      },
      {
        mark: { type: 'point', filled: true, size: 55, opacity: 1 },
        encoding: { x, y: measure('value'), ...standingOf(words), tooltip: told(words, isCount) },
      },
    ],
  };
}

function standingOf({ usual, outside, arriving }: ControlWords): JsonObject {
  const names = JSON.stringify({ usual, outside, arriving });
  const shared = { field: 'standing', type: 'nominal', title: null };
  const legend = { labelExpr: `${names}[datum.value]` };
  const domain = [...standings];
  return {
    color: { ...shared, legend, scale: { domain, range: domain.map((each) => colours[each]) } },
    shape: { ...shared, legend, scale: { domain, range: domain.map((each) => shapes[each]) } },
  };
}

function told(words: ControlWords, isCount: boolean): JsonObject[] {
  const quantity = (field: string, title: string): JsonObject => ({ field, type: 'quantitative', title });
  return [
    { field: 'day', type: 'temporal' },
    quantity('value', words.value),
    quantity('expected', words.expected),
    quantity('low_limit', words.low),
    quantity('high_limit', words.high),
    ...(isCount ? [] : [quantity('n', 'n')]),
  ];
}

/** Days whose answers are not all in, each as wide as it is. */
function arrivingDays(x: JsonObject): JsonObject[] {
  return [
    {
      transform: [{ filter: "datum.standing === 'arriving'" }],
      mark: { type: 'rect', color: colours.arriving, opacity: 0.18, tooltip: null },
      encoding: { x: { ...x, timeUnit: 'yearmonthdate' } },
    },
  ];
}

function momentLayers(moment: ControlOptions['moment']): JsonObject[] {
  if (moment === null) return [];
  const at = (field: string): JsonObject => ({ field, type: 'temporal', title: null });
  const own: JsonObject =
    moment === 'columns'
      ? { transform: [{ filter: 'toNumber(datum.day) === toNumber(datum.began)' }] }
      : { data: { values: [timesOf(moment)] } };
  return [
    {
      ...own,
      mark: { type: 'rect', color: colours.outside, opacity: 0.12, tooltip: null },
      encoding: { x: at('began_from'), x2: { field: 'began_until' } },
    },
    {
      ...own,
      mark: { type: 'rule', color: colours.outside, strokeDash: [4, 4], strokeWidth: 1.5 },
      encoding: { x: at('began') },
    },
  ];
}

/** By the wall clock: a day alone would be read as one of Greenwich. The last day ends where the next begins. */
function timesOf({ day, from, to }: ChangeMoment): JsonObject {
  const next = new Date(`${to}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return {
    began: `${day}T00:00:00`,
    began_from: `${from}T00:00:00`,
    began_until: `${next.toISOString().slice(0, 10)}T00:00:00`,
  };
}
