import { quoteIdentifier, quoteLiteral, writeIdentifier } from '#sql';
import { filterSql, type ColumnFilter } from './filter.ts';

export interface Sort {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

/** Which rows to look at, and in which order. */
export interface RowQuery {
  readonly sort: Sort | null;
  /** Rows with this text in any column, whatever its case and accents; empty for all. */
  readonly search: string;
  /** Conditions on columns, all of which a row meets. */
  readonly filters: readonly ColumnFilter[];
}

/** One page of them. */
export interface PageQuery extends RowQuery {
  readonly offset: number;
  readonly limit: number;
}

export const everything: RowQuery = { sort: null, search: '', filters: [] };

/** A relation to page through: already quoted; a table has a row's place to keep its order by, a view has not. */
export interface PagedRelation {
  readonly relation: string;
  readonly storedAs: 'table' | 'view';
  readonly columns: readonly string[];
}

/** One page, by a total order wherever there is one, so that no row is on two pages. */
export function pageSql(
  { relation, storedAs, columns }: PagedRelation,
  { offset, limit, sort, ...query }: PageQuery,
): string {
  const keys = [
    ...(sort ? [`${quoteIdentifier(sort.column)} ${sort.direction} nulls last`] : []),
    ...(storedAs === 'table' ? ['rowid'] : sort ? columns.map(quoteIdentifier) : []),
  ];
  const order = keys.length > 0 ? ` order by ${keys.join(', ')}` : '';
  return `select * from ${relation}${where(columns, query)}${order} limit ${Math.max(0, limit)} offset ${Math.max(0, offset)}`;
}

export function countSql({ relation, columns }: PagedRelation, query: Omit<RowQuery, 'sort'>): string {
  return `select count(*) as row_count from ${relation}${where(columns, query)}`;
}

/** What a grid shows, as a person would write it: the cell that gives the same rows. */
export function cellSql(
  { relation, columns }: Omit<PagedRelation, 'storedAs'>,
  {
    shown,
    ...query
  }: RowQuery & { /** Null for all columns, in their own order. */ readonly shown: readonly string[] | null },
): string {
  const { sort } = query;
  const conditions = conditionsOf(columns, query).join('\n  and ');
  return [
    `select ${shown?.map(writeIdentifier).join(', ') ?? '*'}`,
    `from ${relation}`,
    ...(conditions === '' ? [] : [`where ${conditions}`]),
    ...(sort ? [`order by ${orderText(sort)}`] : []),
  ].join('\n');
}

/** `n desc nulls last`. */
export function orderText({ column, direction }: Sort): string {
  return `${writeIdentifier(column)}${direction === 'desc' ? ' desc' : ''} nulls last`;
}

function where(columns: readonly string[], query: Omit<RowQuery, 'sort'>): string {
  const conditions = conditionsOf(columns, query);
  return conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
}

function conditionsOf(columns: readonly string[], { search, filters }: Omit<RowQuery, 'sort'>): string[] {
  return [...filters.map(filterSql), ...searchSql(columns, search)];
}

function searchSql(columns: readonly string[], search: string): string[] {
  const wanted = search.trim();
  if (wanted === '' || columns.length === 0) return [];
  const text = columns.map((name) => `${writeIdentifier(name)}::varchar`).join(', ');
  return [
    `contains(strip_accents(lower(concat_ws(' ', ${text}))), strip_accents(lower(${quoteLiteral(wanted)})))`,
  ];
}
