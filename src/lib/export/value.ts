import { formatValue, toIso, toNumber, type Column, type Table, type Value } from '#table';

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** A value as a file holds it: exact, instants as `YYYY-MM-DD HH:MM:SS`, unknown as nothing. */
export function exactText(value: Value, column: Pick<Column, 'kind' | 'type'>): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'object') return formatValue(value, column, { locale: 'en' });
  return toIso(value, column.kind) ?? String(value);
}

/** A value as JSON has it: numbers where they are exact, else their text. */
export function toJson(value: Value, column: Pick<Column, 'kind' | 'type'>): JsonValue {
  if (value === null || typeof value === 'boolean') return value;
  if (column.kind === 'list' && Array.isArray(value)) return value.map(plainJson);
  if (typeof value === 'object') return formatValue(value, column, { locale: 'en' });
  const iso = toIso(value, column.kind);
  if (iso !== null) return iso;
  if (column.kind === 'decimal' || typeof value === 'bigint') return exactNumber(value);
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** The rows of a table as JSON objects. */
export function jsonRows(table: Table): Record<string, JsonValue>[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, toJson(column.at(row), column)])),
  );
}

function exactNumber(value: string | number | bigint): JsonValue {
  const number = toNumber(value);
  const isExact =
    typeof value === 'bigint' ? number !== null && Number.isSafeInteger(number) : number !== null;
  return isExact ? number : String(value);
}

function plainJson(value: Value): JsonValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value;
  return typeof value === 'bigint' ? exactNumber(value) : null;
}
