import { quoteIdentifier } from '#sql';
import { toNumber, type Column, type Kind, type Table, type Value } from '#table';
import { comparedAs, hasRange, type FilteredColumn } from './filter.ts';

/** How a column's values lie over all of its rows. */
export type Distribution =
  | {
      readonly kind: 'bins';
      readonly bins: readonly number[];
      readonly low: Value;
      readonly high: Value;
      readonly nulls: number;
    }
  /** The most frequent values, and how many others there are. */
  | {
      readonly kind: 'values';
      readonly values: readonly CountedValue[];
      readonly distinct: number;
      readonly rows: number;
      readonly nulls: number;
    };

export interface CountedValue {
  readonly value: Value;
  readonly count: number;
}

export const binCount = 20;
const mostValues = 8;

/** The query behind a column's distribution; `relation` is already quoted. */
export function distributionSql(relation: string, column: FilteredColumn): string {
  return hasRange(column.kind) ? binsSql(relation, column) : topSql(relation, column, mostValues);
}

export function toDistribution(table: Table, { kind }: Pick<Column, 'kind'>): Distribution {
  return hasRange(kind) ? toBins(table) : toValues(table);
}

/** The values of a column that are there most, each with its rows; NULL among them. */
export function valuesSql(relation: string, column: FilteredColumn, limit: number): string {
  const name = quoteIdentifier(column.name);
  return `select ${comparedAs(name, column)} as value, count(*) as n from ${relation} group by 1 order by n desc, value limit ${limit}`;
}

export function toCountedValues({ columns, rowCount }: Table): CountedValue[] {
  const [value, count] = columns;
  return Array.from({ length: rowCount }, (_, row) => ({
    value: value?.at(row) ?? null,
    count: toNumber(count?.at(row)) ?? 0,
  }));
}

/** Values that are no number, such as infinity, are in no bin. */
function binsSql(relation: string, { name, kind }: FilteredColumn): string {
  const column = quoteIdentifier(name);
  const bounded = kind === 'integer' || kind === 'decimal' ? 'true' : `isfinite(${column})`;
  const [x, low, high] = [column, 'low', 'high'].map((each) => asDouble(each, kind));
  const bin = `least(${binCount - 1}, coalesce(floor(${binCount} * (${x} - ${low}) / nullif(${high} - ${low}, 0)), 0))::integer`;
  return (
    `with edges as (select min(${column}) as low, max(${column}) as high from ${relation} where ${bounded}) ` +
    `select case when ${column} is null then -1 when not ${bounded} then -2 else ${bin} end as bin, count(*) as n, ` +
    `any_value(low) as low, any_value(high) as high from ${relation}, edges group by 1`
  );
}

function asDouble(value: string, kind: Kind): string {
  if (kind === 'date') return `(${value} - date '1970-01-01')::double`;
  return kind === 'timestamp' ? `epoch_us(${value})::double` : `${value}::double`;
}

function topSql(relation: string, column: FilteredColumn, limit: number): string {
  const name = comparedAs(quoteIdentifier(column.name), column);
  return (
    `select value, n, count(value) over () as distinct_count, sum(n) over () as row_count, ` +
    `coalesce(sum(n) filter (where value is null) over (), 0) as null_count ` +
    `from (select ${name} as value, count(*) as n from ${relation} group by 1) ` +
    `order by value is null, n desc, value limit ${limit}`
  );
}

function toBins({ columns, rowCount }: Table): Distribution {
  const [bin, count, low, high] = columns;
  const bins = Array.from({ length: binCount }, () => 0);
  let nulls = 0;
  for (let row = 0; row < rowCount; row++) {
    const [at, n] = [toNumber(bin?.at(row)) ?? -2, toNumber(count?.at(row)) ?? 0];
    if (at === -1) nulls = n;
    else if (at >= 0) bins[at] = n;
  }
  return { kind: 'bins', bins, low: low?.at(0) ?? null, high: high?.at(0) ?? null, nulls };
}

function toValues(table: Table): Distribution {
  const [, , distinct, rows, nulls] = table.columns.map((column) => toNumber(column.at(0)) ?? 0);
  return {
    kind: 'values',
    values: toCountedValues(table).filter(({ value }) => value !== null),
    distinct: distinct ?? 0,
    rows: rows ?? 0,
    nulls: nulls ?? 0,
  };
}
