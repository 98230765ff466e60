import type { Locale } from '#messages';
import type { Table, Unit } from '#table';
import { columnFormats, type ColumnUnits } from '../table/columns.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { toRows, type DatumRow } from './rows.ts';
import { withSize } from './size.ts';
import { withUnits } from './units.ts';

/** A spec that is safe to hand to Vega-Lite together with its data. */
export interface Chart {
  readonly spec: JsonObject;
  readonly rows: readonly DatumRow[];
}

export interface ChartOptions {
  readonly locale: Locale;
  readonly units?: ColumnUnits;
}

/** More marks than this ask first: a chart that is a wall tells nothing. */
export const pointLimit = 5_000;

const dataName = 'result';

/**
 * Puts a table's rows into a spec. `usermeta` goes before anything else looks at it: vega-embed lets
 * a spec's `usermeta.embedOptions` override the host's safety options.
 */
export function buildChart(spec: JsonObject, table: Table, { locale, units = {} }: ChartOptions): Chart {
  const { usermeta: _usermeta, $schema: _schema, ...rest } = spec;
  const rows = toRows(table);
  const drawn = withUnits(withSize(withTooltip(rest)), { locale, units: unitsOf(table, units), rows });
  const own = rest['data'];
  if (isJsonObject(own) && 'values' in own) return { spec: drawn, rows };
  const name = isJsonObject(own) && typeof own['name'] === 'string' ? own['name'] : dataName;
  const datasets = isJsonObject(rest['datasets']) ? rest['datasets'] : {};
  return { spec: { ...drawn, data: { name }, datasets: { ...datasets, [name]: rows } }, rows };
}

/** A plain mark tells its values on hover, unless the spec decides. */
function withTooltip(spec: JsonObject): JsonObject {
  const { mark } = spec;
  if (typeof mark === 'string') return { ...spec, mark: { type: mark, tooltip: true } };
  return isJsonObject(mark) && !('tooltip' in mark) ? { ...spec, mark: { ...mark, tooltip: true } } : spec;
}

function unitsOf(table: Table, units: ColumnUnits): Record<string, Unit> {
  const known: Record<string, Unit> = {};
  for (const { name, unit } of columnFormats(table.columns, units)) if (unit) known[name] = unit;
  return known;
}

/** A column's name as a Vega-Lite field: a dot or a bracket in it is part of the name. */
export function fieldOf(column: string): string {
  return column.replace(/[\\.[\]]/g, '\\$&');
}
