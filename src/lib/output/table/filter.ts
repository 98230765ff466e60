import { quoteLiteral, writeIdentifier } from '#sql';
import type { Column, Kind, Value } from '#table';

/** What a column's values must be for its row to be shown; a row is asked one thing of a column at a time. */
export type ColumnFilter =
  | { readonly kind: 'values'; readonly column: FilteredColumn; readonly values: readonly Value[] }
  /** Both bounds are included and null is none; of moments the bounds are days. */
  | { readonly kind: 'range'; readonly column: FilteredColumn; readonly from: Value; readonly to: Value }
  | { readonly kind: 'empty' | 'notEmpty'; readonly column: FilteredColumn };

export type FilteredColumn = Pick<Column, 'name' | 'type' | 'kind'>;

/** Whether values of the kind lie between others. */
export function hasRange(kind: Kind): boolean {
  return ['integer', 'decimal', 'float', 'date', 'timestamp'].includes(kind);
}

/** The condition as a person would write it. */
export function filterSql(filter: ColumnFilter): string {
  const name = writeIdentifier(filter.column.name);
  switch (filter.kind) {
    case 'empty':
      return `${name} is null`;
    case 'notEmpty':
      return `${name} is not null`;
    case 'values':
      return valuesSql(name, filter);
    case 'range':
      return rangeSql(name, filter);
  }
}

/** Of what is nested only the text is compared. */
export function comparedAs(name: string, { kind }: FilteredColumn): string {
  return ['list', 'struct', 'map', 'interval', 'blob'].includes(kind) ? `${name}::varchar` : name;
}

function valuesSql(name: string, { column, values }: Extract<ColumnFilter, { kind: 'values' }>): string {
  const known = values.filter((value) => value !== null);
  const listed = known.map((value) => literal(value, column)).join(', ');
  const isOne = `${comparedAs(name, column)} in (${listed})`;
  if (known.length === values.length) return known.length === 0 ? 'false' : isOne;
  return known.length === 0 ? `${name} is null` : `(${isOne} or ${name} is null)`;
}

function rangeSql(name: string, { column, from, to }: Extract<ColumnFilter, { kind: 'range' }>): string {
  const isMoment = column.kind === 'timestamp';
  const least =
    from === null ? [] : [`${name} >= ${isMoment ? dayStart(from, column) : literal(from, column)}`];
  const most =
    to === null
      ? []
      : [isMoment ? `${name} < ${dayStart(to, column, 1)}` : `${name} <= ${literal(to, column)}`];
  return [...least, ...most].join(' and ') || 'true';
}

/** Where a day begins; with its offset where the column has one, so that no zone is looked up. */
function dayStart(day: Value, { type }: FilteredColumn, later = 0): string {
  const written = quoteLiteral(Number(day) + later, 'date');
  const found = /^DATE '(.*)'$/.exec(written)?.[1];
  return type === 'TIMESTAMP WITH TIME ZONE' && found ? `TIMESTAMPTZ '${found} 00:00:00+00'` : written;
}

function literal(value: Value, { kind, type }: FilteredColumn): string {
  const isNumber = kind === 'integer' || kind === 'decimal' || kind === 'float';
  if (isNumber && typeof value === 'number' && Number.isFinite(value))
    return value < 0 ? `(${value})` : String(value);
  const written = quoteLiteral(value, kind);
  return type === 'TIMESTAMP WITH TIME ZONE'
    ? written.replace(/^TIMESTAMP '(.*)'$/, `TIMESTAMPTZ '$1+00'`)
    : written;
}
