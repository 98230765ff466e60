import {
  Binary,
  Bool,
  DateDay,
  Decimal,
  Field,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  Int8,
  List,
  Map_,
  Struct,
  TimeMicrosecond,
  TimestampMicrosecond,
  Uint16,
  Uint32,
  Uint64,
  Uint8,
  Utf8,
  type DataType,
} from 'apache-arrow';
import type { TypeTree } from '#table';

/** The Arrow type that a Parquet file keeps a type of DuckDB in; text for what Parquet has nothing for. */
export function arrowType(tree: TypeTree): DataType {
  return plain[tree.type]?.() ?? nestedType(tree) ?? decimalType(tree.type) ?? new Utf8();
}

export function arrowField(name: string, tree: TypeTree): Field {
  return new Field(name, arrowType(tree), true);
}

function nestedType(tree: TypeTree): DataType | null {
  const { kind, element, key, fields } = tree;
  if (kind === 'list' && element) return new List(arrowField('item', element));
  if (kind === 'map' && key && element) {
    const entry = new Struct([new Field('key', arrowType(key), false), arrowField('value', element)]);
    return new Map_(new Field('entries', entry, false));
  }
  if (kind !== 'struct' || !fields || isUnion(tree)) return null;
  return new Struct(fields.map(({ name, tree: field }) => arrowField(name, field)));
}

function isUnion({ type }: TypeTree): boolean {
  return type.startsWith('UNION(');
}

/** DuckDB's widest integer has 38 digits and a bit, Parquet's decimal 38. */
function decimalType(type: string): DataType | null {
  const [, precision, scale] = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type) ?? [];
  if (precision === undefined) return null;
  return new Decimal(Number(scale), Number(precision), 128);
}

const plain: Readonly<Record<string, () => DataType>> = {
  BOOLEAN: () => new Bool(),
  TINYINT: () => new Int8(),
  SMALLINT: () => new Int16(),
  INTEGER: () => new Int32(),
  BIGINT: () => new Int64(),
  HUGEINT: () => new Decimal(0, 38, 128),
  UTINYINT: () => new Uint8(),
  USMALLINT: () => new Uint16(),
  UINTEGER: () => new Uint32(),
  UBIGINT: () => new Uint64(),
  FLOAT: () => new Float32(),
  DOUBLE: () => new Float64(),
  DATE: () => new DateDay(),
  TIME: () => new TimeMicrosecond(),
  TIMESTAMP: () => new TimestampMicrosecond(),
  TIMESTAMP_S: () => new TimestampMicrosecond(),
  TIMESTAMP_MS: () => new TimestampMicrosecond(),
  TIMESTAMP_NS: () => new TimestampMicrosecond(),
  'TIMESTAMP WITH TIME ZONE': () => new TimestampMicrosecond('UTC'),
  BLOB: () => new Binary(),
};
