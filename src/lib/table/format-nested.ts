import type { Value } from './table.ts';
import { typeTree, type TypeTree } from './type.ts';

type FormatInner = (value: Value, type: TypeTree) => string;

/** Lists, structs and maps as DuckDB's own shell writes them, their parts formatted each by its type. */
export function formatNested(value: Value, type: string, format: FormatInner): string {
  const tree = typeTree(type);
  if (tree.kind === 'list' && isList(value))
    return `[${value.map((item) => inner(item, tree.element, format)).join(', ')}]`;
  if (tree.kind === 'map' && isList(value))
    return `{${value.map((entry) => formatEntry(entry, tree, format)).join(', ')}}`;
  if (tree.kind === 'struct' && isStruct(value)) return formatStruct(value, tree, format);
  return String(value);
}

function formatStruct(
  value: { readonly [field: string]: Value },
  tree: TypeTree,
  format: FormatInner,
): string {
  const fields = (tree.fields ?? []).filter(({ name }) => name in value);
  return `{${fields.map(({ name, tree: field }) => `${name}: ${inner(value[name] ?? null, field, format)}`).join(', ')}}`;
}

function formatEntry(entry: Value, tree: TypeTree, format: FormatInner): string {
  if (!isStruct(entry)) return String(entry);
  return `${inner(entry['key'] ?? null, tree.key, format)}: ${inner(entry['value'] ?? null, tree.element, format)}`;
}

function inner(value: Value, tree: TypeTree | undefined, format: FormatInner): string {
  return tree ? format(value, tree) : String(value);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isStruct(value: Value): value is { readonly [field: string]: Value } {
  return (
    value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}
