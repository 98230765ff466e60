import type { Kind } from './table.ts';

/** A type of DuckDB taken apart: nested types name their parts. */
export interface TypeTree {
  readonly kind: Kind;
  /** The type's own name. */
  readonly type: string;
  /** list: its element · map: its value (keys are in `key`). */
  readonly element?: TypeTree;
  readonly key?: TypeTree;
  /** struct, and union by tag. */
  readonly fields?: readonly { readonly name: string; readonly tree: TypeTree }[];
}

const kinds: Readonly<Record<string, Kind>> = {
  BOOLEAN: 'boolean',
  TINYINT: 'integer',
  SMALLINT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'integer',
  HUGEINT: 'integer',
  UTINYINT: 'integer',
  USMALLINT: 'integer',
  UINTEGER: 'integer',
  UBIGINT: 'integer',
  UHUGEINT: 'integer',
  FLOAT: 'float',
  DOUBLE: 'float',
  DATE: 'date',
  TIME: 'time',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp',
  TIMESTAMP_NS: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'timestamp',
  INTERVAL: 'interval',
  BLOB: 'blob',
};

const trees = new Map<string, TypeTree>();

/** What a value of this type is; text for whatever has no kind of its own (enum, uuid, json, bit, time with a zone). */
export function kindOf(type: string): Kind {
  return typeTree(type).kind;
}

export function typeTree(type: string): TypeTree {
  const known = trees.get(type);
  if (known) return known;
  const tree = parseType(type.trim());
  trees.set(type, tree);
  return tree;
}

function parseType(type: string): TypeTree {
  const list = /^(.*)\[\d*\]$/s.exec(type);
  if (list?.[1]) return { kind: 'list', type, element: typeTree(list[1]) };
  const nested = /^(STRUCT|MAP|UNION)\((.*)\)$/s.exec(type);
  if (!nested) return { kind: kinds[type] ?? (type.startsWith('DECIMAL(') ? 'decimal' : 'text'), type };
  const parts = splitParts(nested[2] ?? '');
  if (nested[1] === 'MAP') {
    return { kind: 'map', type, key: typeTree(parts[0] ?? ''), element: typeTree(parts[1] ?? '') };
  }
  return { kind: 'struct', type, fields: parts.map(parseField) };
}

function parseField(part: string): { name: string; tree: TypeTree } {
  const quoted = /^"((?:[^"]|"")*)"\s+(.*)$/s.exec(part);
  if (quoted) return { name: (quoted[1] ?? '').replaceAll('""', '"'), tree: typeTree(quoted[2] ?? '') };
  const space = part.indexOf(' ');
  return { name: part.slice(0, space), tree: typeTree(part.slice(space + 1)) };
}

/** Splits at the commas that stand in no bracket and in no quotes. */
function splitParts(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  return [...parts, text.slice(from).trim()];
}
