import { quoteIdentifier, quoteLiteral } from '#sql';
import { kindOf, type Value } from '#table';

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

export type Comparison = 'is' | 'isNot' | 'contains' | 'below' | 'atLeast' | 'above' | 'atMost';

/** One condition on a column; `type` is the column's, so that the value is compared as what it is. */
export type Filter = NullFilter | ValueFilter;

interface NullFilter {
  readonly comparison: 'isNull' | 'isNotNull';
  readonly column: string;
}

interface ValueFilter {
  readonly comparison: Comparison;
  readonly column: string;
  readonly type: string;
  readonly value: Value;
}

export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
  readonly orderBy?: readonly Order[];
  readonly filter?: readonly Filter[];
}

/** SQL of one page. The order is total, so that pages neither overlap nor leave rows out. */
export function pageSql(
  relation: string,
  storedAs: 'table' | 'view',
  { offset, limit, orderBy = [], filter }: PageRequest,
): string {
  const keys = orderBy.map(
    ({ column, descending }) => `${quoteIdentifier(column)} ${descending ? 'desc' : 'asc'} nulls last`,
  );
  const ties = storedAs === 'table' ? ['rowid'] : keys.length === 0 ? ['all'] : ['columns(*)'];
  return `select * from ${relation}${whereSql(filter)} order by ${[...keys, ...ties].join(', ')} limit ${limit} offset ${offset}`;
}

function whereSql(filter: readonly Filter[] = []): string {
  return filter.length === 0 ? '' : ` where ${filter.map(condition).join(' and ')}`;
}

const operators = {
  below: '<',
  atLeast: '>=',
  above: '>',
  atMost: '<=',
  is: 'is not distinct from',
  isNot: 'is distinct from',
};

function condition(filter: Filter): string {
  const column = quoteIdentifier(filter.column);
  switch (filter.comparison) {
    case 'isNull':
      return `${column} is null`;
    case 'isNotNull':
      return `${column} is not null`;
    case 'contains':
      return `contains(lower(${column}::varchar), lower(${quoteLiteral(String(filter.value))}))`;
    default:
      return `${column} ${operators[filter.comparison]} ${quoteLiteral(filter.value, kindOf(filter.type))}`;
  }
}
