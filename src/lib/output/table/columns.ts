import type { Column, Kind, Unit } from '#table';

/** How a column is shown in a grid. */
export interface ColumnFormat {
  readonly name: string;
  readonly unit: Unit | null;
  readonly align: 'start' | 'end';
}

export type ColumnUnits = Readonly<Record<string, Unit>>;

export function columnFormats(
  columns: readonly Pick<Column, 'name' | 'kind'>[],
  units: ColumnUnits = {},
): ColumnFormat[] {
  return columns.map(({ name, kind }) => ({
    name,
    unit: units[name] ?? unitByName(name, kind),
    align: isNumeric(kind) || kind === 'interval' ? 'end' : 'start',
  }));
}

/** Units of the columns that a KPI's SQL returns; its own `value` has the KPI's. */
export function kpiUnits(unit: Unit): ColumnUnits {
  const own: Record<string, Unit> = {
    value: unit,
    n: 'count',
    bin_from: unit,
    bin_to: unit,
    target: unit,
    attainment: 'percent',
  };
  for (const name of besideShares) own[name] = 'percent';
  for (const name of besideDurations) own[name] = 'duration';
  if (unit === 'duration') Object.assign(own, { mean: unit, median: unit, p90: unit, stddev: unit });
  return own;
}

/** Columns that the catalogue's own SQL puts beside a value. */
const besideDurations = [
  'first_response_low',
  'first_response_high',
  'response_low',
  'response_high',
] as const;
const besideShares = [
  'acceptance',
  'baseline_error',
  'csat',
  'csat_high',
  'csat_low',
  'error',
  'growth',
  'reopen_rate',
  'reopened',
  'reopened_high',
  'reopened_low',
  'share',
] as const;

export function isNumeric(kind: Kind): boolean {
  return kind === 'integer' || kind === 'decimal' || kind === 'float';
}

export function isTemporal(kind: Kind): boolean {
  return kind === 'date' || kind === 'timestamp';
}

function unitByName(name: string, kind: Kind): Unit | null {
  return isNumeric(kind) && /_seconds$/.test(name) ? 'duration' : null;
}
