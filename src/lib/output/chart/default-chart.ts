import type { Definition } from '#kpi';
import type { Unit } from '#table';
import { isNumeric, isTemporal } from '../table/columns.ts';
import { chooseChart, type ChartColumn } from './choice.ts';
import { toSpec } from './choice-spec.ts';
import type { JsonObject } from './json.ts';
import { withInterval } from './layers.ts';
import { fieldOf } from './mark.ts';
import type { ChartSubject } from './subject.ts';

/**
 * The chart to begin with: what the KPI's file says of the cut, drawn from its columns; of a result that is no KPI's, what its
 * columns suggest. Null where a table says it better.
 */
export function defaultChart(
  subject: Pick<ChartSubject, 'kpi' | 'cut' | 'definition'> | null,
  columns: readonly ChartColumn[],
): JsonObject | null {
  if (!subject) return fromColumns(columns);
  const { kpi, cut, definition } = subject;
  if (cut === 'distribution') return histogram(columns);
  switch (kpi.charts[cut]) {
    case 'value':
    case 'table':
      return null;
    case 'heatmap':
      return heatmap(columns) ?? bars(columns, definition);
    case 'timeline':
      return timeline(columns);
    case 'forecast':
      return forecast(columns);
    case 'area':
      return overTime(columns, { mark: { type: 'area', line: true, opacity: 0.3 } });
    case 'line':
      return line(columns, definition.unit) ?? fromColumns(columns);
    case 'bar':
      return overTime(columns, { mark: 'bar' }) ?? bars(columns, definition) ?? fromColumns(columns);
  }
}

function fromColumns(columns: readonly ChartColumn[]): JsonObject | null {
  const choice = chooseChart(columns);
  return choice && toSpec(choice, columns);
}

/** One line with its interval; several lines without, which would hide one another. */
function line(columns: readonly ChartColumn[], unit: Unit): JsonObject | null {
  const [time, second] = columns;
  if (!time || !isTemporal(time.kind) || !has(columns, 'value') || second?.kind === 'text') return null;
  const isPart = unit === 'percent' || unit === 'score' || unit === 'nps';
  const y = { ...quantity('value'), ...(isPart ? { scale: { zero: false } } : {}) };
  return withInterval('line', { x: { field: fieldOf(time.name), type: 'temporal' }, y });
}

function overTime(columns: readonly ChartColumn[], drawn: JsonObject): JsonObject | null {
  const [time, second] = columns;
  if (!time || !isTemporal(time.kind) || !has(columns, 'value') || second?.kind === 'text') return null;
  return {
    ...drawn,
    encoding: { x: { field: fieldOf(time.name), type: 'temporal' }, y: quantity('value') },
  };
}

/** The longest first; what has an order of its own keeps it. */
function bars(columns: readonly ChartColumn[], { shape, unit }: Definition): JsonObject | null {
  const [key] = columns;
  if (!key || !has(columns, 'value')) return null;
  const field = fieldOf(key.name);
  if (isNumeric(key.kind))
    return withInterval('bar', { x: { field, type: 'ordinal' }, y: quantity('value') });
  if (key.kind !== 'text' && key.kind !== 'boolean') return null;
  const axes = { x: quantity('value'), y: { field, type: 'nominal', sort: '-x' } };
  const hasInterval = shape !== 'custom' || unit !== 'count';
  return hasInterval ? withInterval('bar', axes) : { mark: 'bar', encoding: axes };
}

/** Bins are as wide as they are: each has a place of its own, in their order. */
function histogram(columns: readonly ChartColumn[]): JsonObject | null {
  if (!has(columns, 'bin_from')) return null;
  return { mark: 'bar', encoding: { x: { field: 'bin_from', type: 'ordinal' }, y: quantity('n') } };
}

/** The two keys down and across, the value as the colour. */
function heatmap(columns: readonly ChartColumn[]): JsonObject | null {
  const [down, across] = columns;
  if (!down || !across || isMeasure(across) || !has(columns, 'value')) return null;
  return {
    mark: 'rect',
    encoding: {
      x: { field: fieldOf(across.name), type: 'ordinal' },
      y: { field: fieldOf(down.name), type: 'ordinal' },
      color: quantity('value'),
    },
  };
}

/** A bar for each ticket, from its opening on, in the colours of its statuses. */
function timeline(columns: readonly ChartColumn[]): JsonObject | null {
  if (!['ticket_id', 'status', 'from_at', 'to_at', 'created_at'].every((name) => has(columns, name)))
    return null;
  return {
    mark: 'bar',
    encoding: {
      y: { field: 'ticket_id', type: 'nominal', sort: { field: 'created_at' } },
      x: { field: 'from_at', type: 'temporal' },
      x2: { field: 'to_at' },
      color: { field: 'status', type: 'nominal' },
    },
  };
}

/** What came in, and what is expected: dashed, with the band that it should stay in. */
function forecast(columns: readonly ChartColumn[]): JsonObject | null {
  const [time] = columns;
  if (!time || !has(columns, 'actual')) return null;
  return {
    encoding: { x: { field: fieldOf(time.name), type: 'temporal' } },
    layer: [
      {
        mark: { type: 'area', opacity: 0.18 },
        encoding: { y: quantity('low'), y2: { field: 'high' } },
      },
      { mark: 'line', encoding: { y: quantity('actual') } },
      { mark: { type: 'line', strokeDash: [6, 4] }, encoding: { y: quantity('value') } },
    ],
  };
}

/** The columns that every cut of a KPI ends on. */
function isMeasure({ name }: ChartColumn): boolean {
  return name === 'value' || name === 'numerator';
}

function quantity(field: string): JsonObject {
  return { field, type: 'quantitative' };
}

function has(columns: readonly ChartColumn[], name: string): boolean {
  return columns.some((column) => column.name === name);
}
