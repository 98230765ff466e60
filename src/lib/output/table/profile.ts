import { quoteIdentifier } from '#sql';
import { toNumber, type Column, type Table, type Value } from '#table';

/** What a column holds, counted over all of its rows. */
export interface ColumnProfile {
  readonly rows: number;
  readonly nulls: number;
  readonly distinct: number;
  readonly min: Value;
  readonly max: Value;
}

/** The query behind a column's profile; `relation` is already quoted. */
export function profileSql(relation: string, column: Pick<Column, 'name' | 'kind'>): string {
  const name = quoteIdentifier(column.name);
  const edges = unordered.has(column.kind)
    ? 'null as low, null as high'
    : `min(${name}) as low, max(${name}) as high`;
  return `select count(*) as row_count, count(*) - count(${name}) as null_count, count(distinct ${name}) as distinct_count, ${edges} from ${relation}`;
}

export function toProfile(table: Table): ColumnProfile {
  const at = (index: number): Value => table.columns[index]?.at(0) ?? null;
  return {
    rows: toNumber(at(0)) ?? 0,
    nulls: toNumber(at(1)) ?? 0,
    distinct: toNumber(at(2)) ?? 0,
    min: at(3),
    max: at(4),
  };
}

const unordered = new Set<string>(['list', 'struct', 'map', 'blob', 'interval']);
