import { isJsonObject, mainOf, type DatumRow, type JsonObject } from '#output';
import type { Column, Table } from '#table';
import { rowOfMark } from './nearest-row.ts';

interface Charted {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly table: Table;
}

/** What a mark stands for: columns, and a row that has its values in them. */
export interface MarkKey {
  readonly column: Column;
  readonly row: number;
}

/** The columns by which a chart's marks are told apart; none where the spec makes rows of its own, of which the cell knows nothing. */
export function keyColumns({ spec: written, table }: Charted): Table['columns'] {
  const spec = isJsonObject(written) ? mainOf(written) : {};
  const channels = channelsOf(spec);
  const isMade = channels.some((each) => ['bin', 'timeUnit'].some((key) => Boolean(each[key])));
  if (isMade || 'transform' in spec) return [];
  const names = channels.filter(isKey).map(({ field }) => field);
  return table.columns.filter(({ name }) => names.includes(name));
}

/** What one of them stands for, as far as it says it. */
export function markKeys(chart: Charted, mark: DatumRow): readonly MarkKey[] {
  const found = keyColumns(chart)
    .filter(({ name }) => name in mark)
    .map((column) => ({ column, row: rowOfMark(chart.table, column.name, mark[column.name] ?? null) }));
  return found.every((key): key is MarkKey => key.row !== null) ? found : [];
}

function channelsOf({ encoding, layer }: Readonly<Record<string, unknown>>): JsonObject[] {
  const own = isJsonObject(encoding) ? Object.values(encoding).filter(isJsonObject) : [];
  return [...own, ...(Array.isArray(layer) ? layer.filter(isJsonObject).flatMap(channelsOf) : [])];
}

/** What tells marks apart: names and instants, not what is measured. */
function isKey({ type, aggregate }: JsonObject): boolean {
  return type !== 'quantitative' && aggregate === undefined;
}
