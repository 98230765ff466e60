import { assert } from '#errors';
import { metric, type Metric } from '../canonical/metrics.ts';
import type { DurationUnit, Field, RowFilter, TableMapping } from '../mapping.ts';
import type { RawTable } from '../readers/reader.ts';
import { meaning, plainWord, vocabulary } from '../vocabulary/index.ts';
import { periodOf } from './period-line.ts';
import { columnUnder, headerIndex } from './template.ts';

/** What tells one row of a sheet of sums from another. */
export type PeriodAxis = 'day' | 'agent' | 'team' | 'site' | 'channel' | 'label';

/** A sheet that arrives summed or averaged; headers as in a template, parted by `|`. */
export interface PeriodSheet {
  /** Whose sheet of what: with the axes that it has, what one row stands for. */
  readonly report: string;
  readonly axes: Readonly<Partial<Record<PeriodAxis, string>>>;
  /** By metric. */
  readonly metrics: Readonly<Record<string, string>>;
}

const axisNames = ['day', 'agent', 'team', 'site', 'channel', 'label'] as const;

/** First cells of rows that sum up the others. */
const totals = [
  'total',
  'totals',
  'total geral',
  'grand total',
  'totais',
  'totales',
  'soma',
  'sum',
  'average',
  'media',
  'promedio',
  'all',
  'all agents',
  'todos',
  'todos os agentes',
  'todos los agentes',
  'in total',
  'no total',
];

/** The metrics that a sheet has, by their columns. */
export function metricsOf(raw: RawTable, sheet: PeriodSheet): ReadonlyMap<string, string> {
  const headers = headerIndex(raw);
  return new Map(
    Object.entries(sheet.metrics).flatMap(([id, words]) => {
      const column = columnUnder(headers, words);
      return column === null ? [] : [[id, column] as const];
    }),
  );
}

/** One table mapping a metric; rows of totals are left out, averages keep what they rest on. */
export function periodFacts(raw: RawTable, sheet: PeriodSheet): TableMapping[] {
  const columns = metricsOf(raw, sheet);
  const axes = axesOf(raw, sheet, new Set(columns.values()));
  const period = periodFields(raw, axes);
  if (columns.size === 0 || period === null) return [];
  const grain = `${sheet.report} by ${[...axes.keys()].join(' and ') || 'period'}`;
  const where = notTotals(axes);
  const shared = { grain_id: constant(grain), ...period, ...placeFields(raw, axes) };
  const required = Object.keys(placeFields(raw, axes)).filter((name) => name !== 'channel');
  return [...columns].map(([id, column], index) => ({
    table: 'period_facts',
    requires: index === 0 ? [...required, ...(axes.has('day') ? ['from_at'] : [])] : ['value'],
    ...(where ? { where } : {}),
    columns: { ...shared, ...figure(metricNamed(id), column, columns, raw) },
  }));
}

function metricNamed(id: string): Metric {
  const found = metric(id);
  assert(found, 'sheets speak of known metrics');
  return found;
}

function axesOf(
  raw: RawTable,
  sheet: PeriodSheet,
  taken: ReadonlySet<string>,
): ReadonlyMap<PeriodAxis, string> {
  const headers = headerIndex(raw);
  const found = new Map<PeriodAxis, string>();
  for (const axis of axisNames) {
    const column = columnUnder(headers, sheet.axes[axis] ?? '');
    if (column !== null && !taken.has(column) && ![...found.values()].includes(column))
      found.set(axis, column);
  }
  return found;
}

function constant(value: string): Field {
  return { kind: 'constant', value };
}

/** A row's own day, or the period that the lines around the table name. Without either the figures have no time. */
function periodFields(
  raw: RawTable,
  axes: ReadonlyMap<PeriodAxis, string>,
): Readonly<Record<string, Field>> | null {
  const column = axes.get('day');
  if (column !== undefined)
    return { from_at: { kind: 'instant', column }, to_at: { kind: 'instant', column, daysLater: 1 } };
  const period = periodOf([...raw.decisions.preamble, ...raw.decisions.footer]);
  return period ? { from_at: constant(period.from), to_at: constant(period.to) } : {};
}

/** A channel is often the name of a site or inbox of one's own: it is one of the known channels only if all of its words are. */
function placeFields(raw: RawTable, axes: ReadonlyMap<PeriodAxis, string>): Readonly<Record<string, Field>> {
  const fields: Record<string, Field> = {};
  for (const [axis, column] of axes) {
    const words = (raw.columns.find(({ name }) => name === column)?.samples ?? []).filter(
      (word) => !totals.includes(plainWord(word)),
    );
    const isKnown = words.every((word) => meaning(vocabulary('channel')!, word) !== null);
    if (axis === 'day') continue;
    if (axis === 'channel' && isKnown) fields['channel'] = { kind: 'word', column, vocabulary: 'channel' };
    else if (axis === 'channel') fields['site'] ??= { kind: 'text', column };
    else fields[axis === 'agent' ? 'agent_id' : axis] = { kind: 'text', column };
  }
  return fields;
}

function notTotals(axes: ReadonlyMap<PeriodAxis, string>): RowFilter | null {
  const [column] = axes.values();
  return column === undefined ? null : { column, is: totals, not: true };
}

function figure(
  { id, unit, weights }: Metric,
  column: string,
  columns: ReadonlyMap<string, string>,
  raw: RawTable,
): Readonly<Record<string, Field>> {
  const isShare = unit === 'percent' && !hasSign(raw, column);
  const number: Field = { kind: 'number', column, ...(isShare ? { per: 100 } : {}) };
  const value: Field = unit === 'seconds' ? { kind: 'duration', column, unit: unitOf(raw, column) } : number;
  const rests = weights.find((each) => columns.has(each)) ?? weights[0];
  const weight = rests === undefined ? undefined : columns.get(rests);
  return {
    metric: constant(id),
    unit: constant(unit),
    value,
    ...(rests === undefined ? {} : { weight_metric: constant(rests) }),
    ...(weight === undefined ? {} : { weight: { kind: 'number', column: weight } }),
  };
}

function unitOf(raw: RawTable, column: string): DurationUnit {
  const header = plainWord(raw.columns.find(({ name }) => name === column)?.header ?? column);
  if (/\b(min|mins|minutes|minutos)\b/.test(header)) return 'minutes';
  return /\b(h|hr|hrs|hours|horas)\b/.test(header) ? 'hours' : 'seconds';
}

/** `85%` is read as 0.85; of `85` one has to know that it is a percentage. */
function hasSign(raw: RawTable, column: string): boolean {
  const values = raw.columns.find(({ name }) => name === column)?.samples ?? [];
  return (
    values.some((value) => value.includes('%')) || values.every((value) => /^[01]([.,]\d+)?$/.test(value))
  );
}
