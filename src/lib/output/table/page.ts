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

/** One page of a relation (already quoted). A table keeps the order it was made in, which pages rely on. */
export function pageSql(
  relation: string,
  columns: readonly string[],
  { offset, limit, sort, filter }: PageQuery,
): string {
  const order = sort ? ` order by ${quoteIdentifier(sort.column)} ${sort.direction} nulls last` : '';
  return `select * from ${relation}${where(columns, filter)}${order} limit ${Math.max(0, limit)} offset ${Math.max(0, offset)}`;
}

export function countSql(relation: string, columns: readonly string[], filter: string): string {
  return `select count(*) as row_count from ${relation}${where(columns, filter)}`;
}

function where(columns: readonly string[], filter: string): string {
  const wanted = filter.trim();
  if (wanted === '' || columns.length === 0) return '';
  const text = columns.map((name) => `${quoteIdentifier(name)}::varchar`).join(', ');
  return ` where contains(strip_accents(lower(concat_ws(' ', ${text}))), strip_accents(lower(${quoteLiteral(wanted)})))`;
}
