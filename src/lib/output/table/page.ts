import { quoteIdentifier, quoteLiteral } from '#sql';

export interface Sort {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

/** Which rows of a relation to look at. */
export interface PageQuery {
  readonly offset: number;
  readonly limit: number;
  readonly sort: Sort | null;
  /** Rows with this text in any column, whatever its case and accents; empty for all. */
  readonly filter: string;
}

/** A relation to page through: already quoted; a table has a row's place to keep its order by, a view has not. */
export interface PagedRelation {
  readonly relation: string;
  readonly storedAs: 'table' | 'view';
  readonly columns: readonly string[];
}

/** One page, by a total order wherever there is one, so that no row is on two pages. */
export function pageSql(
  { relation, storedAs, columns }: PagedRelation,
  { offset, limit, sort, filter }: PageQuery,
): string {
  const keys = [
    ...(sort ? [`${quoteIdentifier(sort.column)} ${sort.direction} nulls last`] : []),
    ...(storedAs === 'table' ? ['rowid'] : sort ? columns.map(quoteIdentifier) : []),
  ];
  const order = keys.length > 0 ? ` order by ${keys.join(', ')}` : '';
  return `select * from ${relation}${where(columns, filter)}${order} limit ${Math.max(0, limit)} offset ${Math.max(0, offset)}`;
}

export function countSql({ relation, columns }: PagedRelation, filter: string): string {
  return `select count(*) as row_count from ${relation}${where(columns, filter)}`;
}

function where(columns: readonly string[], filter: string): string {
  const wanted = filter.trim();
  if (wanted === '' || columns.length === 0) return '';
  const text = columns.map((name) => `${quoteIdentifier(name)}::varchar`).join(', ');
  return ` where contains(strip_accents(lower(concat_ws(' ', ${text}))), strip_accents(lower(${quoteLiteral(wanted)})))`;
}
