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
    share: 'percent',
    target: unit,
    attainment: 'percent',
  };
  if (unit === 'duration') Object.assign(own, { mean: unit, median: unit, p90: unit, stddev: unit });
  return own;
}

export function isNumeric(kind: Kind): boolean {
  return kind === 'integer' || kind === 'decimal' || kind === 'float';
}

export function isTemporal(kind: Kind): boolean {
  return kind === 'date' || kind === 'timestamp';
}

function unitByName(name: string, kind: Kind): Unit | null {
  return isNumeric(kind) && /_seconds$/.test(name) ? 'duration' : null;
}
