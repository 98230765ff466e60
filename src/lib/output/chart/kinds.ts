import { text, type Text } from '#errors';
import type { ChartChoice } from './choice.ts';
import { sameJson, type Json, type JsonObject } from './json.ts';
import { encodingOf, fieldIn, layersOf } from './mark.ts';

interface Axes {
  readonly x: JsonObject;
  readonly y: JsonObject;
}

/** Columns that these charts compute of one of their rows', and are written as that one is. */
const computed = [
  'limit_low',
  'limit_high',
  'centre_line',
  'running_before',
  'running_after',
  'running_total',
];

/** Told apart by shape too, and by those who do not tell red from green. */
const colours = { usual: '#3f8fd2', unusual: '#d9541e' } as const;

/**
 * Rows in the order of x as a control chart of single values (XmR): the limits are 2.66 mean moving ranges about the mean, and not
 * below 0 for what never is.
 */
export function controlKind({ x, y }: Axes): JsonObject {
  const [time, value] = [x['field'] ?? '', y['field'] ?? ''];
  const datum = datumOf(y);
  const quantity = (field: string): JsonObject => ({ field, type: 'quantitative' });
  const flag = (unusual: Json, usual: Json) => ({
    condition: { test: 'datum.is_outside', value: unusual },
    value: usual,
  });
  return {
    transform: [
      { window: [{ op: 'lag', field: value, as: 'point_before' }], sort: [{ field: time }] },
      {
        calculate: `isValid(${datum}) && isValid(datum.point_before) ? abs(${datum} - datum.point_before) : null`,
        as: 'moving_range',
      },
      {
        joinaggregate: [
          { op: 'mean', field: value, as: 'centre_line' },
          { op: 'mean', field: 'moving_range', as: 'mean_range' },
          { op: 'min', field: value, as: 'least' },
        ],
      },
      {
        calculate: 'max(datum.centre_line - 2.66 * datum.mean_range, datum.least < 0 ? -MAX_VALUE : 0)',
        as: 'limit_low',
      },
      { calculate: 'datum.centre_line + 2.66 * datum.mean_range', as: 'limit_high' },
      {
        calculate: `isValid(${datum}) && (${datum} < datum.limit_low || ${datum} > datum.limit_high)`,
        as: 'is_outside',
      },
    ],
    encoding: { x, tooltip: [x, y] },
    layer: [
      {
        mark: { type: 'area', opacity: 0.16 },
        encoding: { y: quantity('limit_low'), y2: { field: 'limit_high' } },
      },
      {
        mark: { type: 'line', strokeDash: [5, 4], strokeWidth: 1.2 },
        encoding: { y: quantity('centre_line') },
      },
      { mark: { type: 'line', strokeWidth: 1, opacity: 0.5 }, encoding: { y } },
      {
        mark: { type: 'point', size: 55, opacity: 1 },
        encoding: {
          y,
          color: flag(colours.unusual, colours.usual),
          shape: flag('triangle-up', 'circle'),
        },
      },
    ],
  };
}

/** Rows in their order as steps up and down from 0, and what they come to. */
export function waterfallKind({ x, y }: Axes): JsonObject {
  const [name, value] = [x['field'] ?? '', y['field'] ?? ''];
  const datum = datumOf(y);
  const step = { field: name, type: 'ordinal', sort: null };
  return {
    transform: [
      { window: [{ op: 'sum', field: value, as: 'running_after' }] },
      { calculate: `datum.running_after - ${datum}`, as: 'running_before' },
    ],
    encoding: { x: step },
    layer: [
      {
        mark: 'bar',
        encoding: {
          y: { field: 'running_before', type: 'quantitative' },
          y2: { field: 'running_after' },
          color: { condition: { test: `${datum} < 0`, value: colours.unusual }, value: colours.usual },
          tooltip: [step, y],
        },
      },
      {
        transform: [
          { aggregate: [{ op: 'sum', field: value, as: 'running_total' }] },
          { calculate: '"Total"', as: name },
        ],
        mark: { type: 'bar', color: 'gray' },
        encoding: {
          y: { field: 'running_total', type: 'quantitative' },
          tooltip: [{ field: 'running_total', type: 'quantitative' }],
        },
      },
    ],
  };
}

/** The control chart or waterfall that a spec is, exactly as it is written above. */
export function readKind(spec: JsonObject): ChartChoice | null {
  const { transform, encoding, layer } = spec;
  const { x, tooltip } = encodingOf(spec);
  const across = Array.isArray(tooltip) ? tooltip[0] : x;
  const layers = layersOf(spec);
  const told = encodingOf(layers[0] ?? {})['tooltip'];
  const written = Array.isArray(tooltip) ? tooltip[1] : Array.isArray(told) ? told[1] : null;
  if (!isAxis(across) || !isAxis(written)) return null;
  const own = { transform: transform ?? null, encoding: encoding ?? null, layer: layer ?? null };
  const choice = { x: fieldIn(across), y: fieldIn(written), colour: null };
  const axes = { x: across, y: written };
  if (sameJson(controlKind(axes), own)) return { mark: 'control', ...choice };
  return sameJson(waterfallKind(axes), own) ? { mark: 'waterfall', ...choice } : null;
}

/** The column of its rows that a chart computes others of, and those. */
export function computedOf(
  spec: JsonObject,
): { readonly from: string; readonly names: readonly string[] } | null {
  const from = readKind(spec)?.y;
  return from ? { from, names: computed } : null;
}

/** What the marks of these charts mean. */
export function kindCaption(spec: JsonObject): Text[] {
  const mark = readKind(spec)?.mark;
  return mark === 'control' || mark === 'waterfall' ? [text(`output.chart.caption.${mark}`)] : [];
}

function isAxis(definition: Json | undefined): definition is JsonObject {
  return fieldIn(definition) !== null;
}

/** The value of a channel's column in an expression. */
function datumOf(channel: JsonObject): string {
  return `datum[${JSON.stringify(fieldIn(channel))}]`;
}
