import { isJsonObject, isTemporal, mainOf, type DatumRow, type JsonObject } from '#output';
import { writeIdentifier, quoteLiteral } from '#sql';
import { toIso, type Column, type Table } from '#table';
import { rowOfMark } from './nearest-row.ts';

interface Charted {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly table: Table;
  /** The cell that the chart is of. */
  readonly cell: string;
}

/** The query for the rows that a mark is of; null where the spec makes rows of its own, of which the cell knows nothing. */
export function rowsBehind({ spec: written, table, cell }: Charted, mark: DatumRow): string | null {
  const spec = isJsonObject(written) ? mainOf(written) : {};
  const channels = channelsOf(spec);
  const isMade = channels.some((each) => ['bin', 'timeUnit'].some((key) => Boolean(each[key])));
  if (isMade || 'transform' in spec) return null;
  const names = channels.filter(isKey).map(({ field }) => field);
  const keys = table.columns.filter(({ name }) => names.includes(name) && name in mark);
  const conditions = keys.map((column) => condition(column, table, mark));
  if (conditions.length === 0 || conditions.includes(null)) return null;
  return `select *\nfrom ${writeIdentifier(cell)}\nwhere ${conditions.join('\n  and ')}`;
}

function channelsOf({ encoding, layer }: Readonly<Record<string, unknown>>): JsonObject[] {
  const own = isJsonObject(encoding) ? Object.values(encoding).filter(isJsonObject) : [];
  return [...own, ...(Array.isArray(layer) ? layer.filter(isJsonObject).flatMap(channelsOf) : [])];
}

/** What tells marks apart: names and instants, not what is measured. */
function isKey({ type, aggregate }: JsonObject): boolean {
  return type !== 'quantitative' && aggregate === undefined;
}

function condition(column: Column, table: Table, mark: DatumRow): string | null {
  const { name, kind } = column;
  const row = rowOfMark(table, name, mark[name] ?? null);
  if (row === null) return null;
  const value = column.at(row);
  const left = writeIdentifier(name);
  if (value === null) return `${left} is null`;
  if (isTemporal(kind)) return `${left} = ${quoteLiteral(toIso(value, kind) ?? '')}::${kind}`;
  if (['number', 'bigint', 'boolean'].includes(typeof value)) return `${left} = ${String(value)}`;
  return typeof value === 'string' ? `${left} = ${quoteLiteral(value)}` : null;
}
