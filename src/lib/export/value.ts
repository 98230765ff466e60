import {
  formatValue,
  toIso,
  toNumber,
  typeTree,
  type Column,
  type Table,
  type TypeTree,
  type Value,
} from '#table';

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** A value as a file holds it: exact, instants as `YYYY-MM-DD HH:MM:SS`, unknown as nothing. */
export function exactText(value: Value, column: Pick<Column, 'kind' | 'type'>): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'object') return formatValue(value, column, { locale: 'en' });
  return toIso(value, column.kind) ?? String(value);
}

/** A value as JSON has it: numbers where they are exact, else their text; lists, structs and maps as such. */
export function toJson(value: Value, column: Pick<Column, 'kind' | 'type'>): JsonValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'object')
    return nestedJson(value, typeTree(column.type)) ?? formatValue(value, column, { locale: 'en' });
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

function nestedJson(
  value: Exclude<Value, null | boolean | number | bigint | string>,
  { kind, element, key, fields }: TypeTree,
): JsonValue {
  if (kind === 'struct' && fields && !isList(value)) {
    const parts = new Map(Object.entries(value));
    const named = fields.filter(({ name }) => parts.has(name));
    return Object.fromEntries(named.map(({ name, tree }) => [name, toJson(parts.get(name) ?? null, tree)]));
  }
  if (!element || !isList(value)) return null;
  if (kind === 'list') return value.map((item) => toJson(item, element));
  return Object.fromEntries(
    value.map((entry) => {
      const { key: name = null, value: part = null } = isEntry(entry) ? entry : {};
      return [name === null || !key ? '' : exactText(name, key), toJson(part, element)];
    }),
  );
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isEntry(value: Value): value is { readonly [field: string]: Value } {
  return value !== null && typeof value === 'object' && 'key' in value;
}
