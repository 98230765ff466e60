import { toIso, typeTree, type Interval, type TypeTree, type Value } from '#table';

/** The text that DuckDB casts back into the value. */
export function stagingText(value: Value, type: string): string | null {
  if (typeof value === 'string' && type === 'VARCHAR') return value;
  return value === null ? null : write(value, typeTree(type));
}

function write(value: Value, tree: TypeTree): string {
  switch (tree.kind) {
    case 'date':
    case 'time':
    case 'timestamp':
      return toIso(value, tree.kind) ?? String(value);
    case 'interval':
      return isInterval(value)
        ? `${value.months} months ${value.days} days ${value.micros} microseconds`
        : String(value);
    case 'blob':
      return value instanceof Uint8Array ? blobText(value) : String(value);
    case 'list':
      return isList(value) ? `[${value.map((item) => part(item, tree.element)).join(', ')}]` : String(value);
    case 'map':
      return isList(value) ? `{${value.map((entry) => writeEntry(entry, tree)).join(', ')}}` : String(value);
    case 'struct':
      return isStruct(value) ? writeStruct(value, tree) : String(value);
    default:
      return String(value);
  }
}

function writeEntry(entry: Value, tree: TypeTree): string {
  if (!isStruct(entry)) return String(entry);
  return `${part(entry['key'] ?? null, tree.key)}=${part(entry['value'] ?? null, tree.element)}`;
}

function writeStruct(value: { readonly [field: string]: Value }, tree: TypeTree): string {
  const fields = (tree.fields ?? []).filter(({ name }) => name in value);
  return `{${fields.map(({ name, tree: field }) => `${quote(name)}: ${part(value[name] ?? null, field)}`).join(', ')}}`;
}

/** A value inside another one: quoted unless it is NULL or nested itself. */
function part(value: Value, tree: TypeTree | undefined): string {
  if (value === null || !tree) return 'NULL';
  const text = write(value, tree);
  return tree.kind === 'list' || tree.kind === 'struct' || tree.kind === 'map' ? text : quote(text);
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function blobText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isStruct(value: Value): value is { readonly [field: string]: Value } {
  return (
    value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

function isInterval(value: Value): value is Interval {
  return isStruct(value) && 'months' in value && 'micros' in value;
}
