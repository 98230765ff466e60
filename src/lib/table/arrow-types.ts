import { DataType, Precision, TimeUnit, type Data, type Field } from 'apache-arrow';

/**
 * DuckDB's name of an Arrow field's type, the names of a struct's fields always quoted.
 * An enum's values are in the data's dictionary, hence `data`; without rows they are unknown.
 */
export function typeName(field: Field, data: Data | undefined): string {
  return extensionName(field) ?? plainName(field.type, data);
}

/** What Arrow has no type for travels as an extension; the empty string stands for no extension. */
export function extensionOf(field: Field): string {
  const name = field.metadata.get('ARROW:extension:name') ?? '';
  if (name !== 'arrow.opaque') return name;
  return /"type_name":"(\w+)"/.exec(field.metadata.get('ARROW:extension:metadata') ?? '')?.[1] ?? name;
}

const extensions: Readonly<Record<string, string>> = {
  'arrow.bool8': 'BOOLEAN',
  'arrow.uuid': 'UUID',
  'arrow.json': 'JSON',
  hugeint: 'HUGEINT',
  uhugeint: 'UHUGEINT',
  time_tz: 'TIME WITH TIME ZONE',
  bit: 'BIT',
  bignum: 'BIGNUM',
};

function extensionName(field: Field): string | undefined {
  return extensions[extensionOf(field)];
}

function plainName(type: DataType, data: Data | undefined): string {
  if (DataType.isInt(type)) return (type.isSigned ? '' : 'U') + (integers[type.bitWidth] ?? 'BIGINT');
  if (DataType.isFloat(type)) return type.precision === Precision.DOUBLE ? 'DOUBLE' : 'FLOAT';
  if (DataType.isDecimal(type)) return `DECIMAL(${type.precision},${type.scale})`;
  if (DataType.isTimestamp(type))
    return type.timezone ? 'TIMESTAMP WITH TIME ZONE' : (timestamps[type.unit] ?? 'TIMESTAMP');
  if (DataType.isBool(type)) return 'BOOLEAN';
  if (DataType.isDate(type)) return 'DATE';
  if (DataType.isTime(type)) return 'TIME';
  if (DataType.isInterval(type)) return 'INTERVAL';
  if (DataType.isBinary(type) || DataType.isFixedSizeBinary(type)) return 'BLOB';
  if (DataType.isNull(type)) return 'INTEGER';
  return nestedName(type, data);
}

function nestedName(type: DataType, data: Data | undefined): string {
  const parts = (fields: readonly Field[]): string[] =>
    fields.map((field, i) => `${quote(field.name, '"')} ${typeName(field, data?.children[i])}`);
  if (DataType.isDictionary(type))
    return `ENUM(${enumValues(data)
      .map((value) => quote(value, "'"))
      .join(', ')})`;
  const [first] = type.children ?? [];
  if (DataType.isList(type) && first) return `${typeName(first, data?.children[0])}[]`;
  if (DataType.isFixedSizeList(type) && first) {
    return `${typeName(first, data?.children[0])}[${type.listSize}]`;
  }
  if (DataType.isStruct(type)) return `STRUCT(${parts(type.children).join(', ')})`;
  if (DataType.isUnion(type)) return `UNION(${parts(type.children).join(', ')})`;
  if (!DataType.isMap(type)) return 'VARCHAR';
  const entries = data?.children[0];
  const [key, value] = first?.type.children ?? [];
  return key && value
    ? `MAP(${typeName(key, entries?.children[0])}, ${typeName(value, entries?.children[1])})`
    : 'MAP';
}

function enumValues(data: Data | undefined): string[] {
  return Array.from(data?.dictionary ?? [], String);
}

function quote(text: string, mark: string): string {
  return mark + text.replaceAll(mark, mark + mark) + mark;
}

const integers: Readonly<Record<number, string>> = {
  8: 'TINYINT',
  16: 'SMALLINT',
  32: 'INTEGER',
  64: 'BIGINT',
};
const timestamps: Readonly<Record<number, string>> = {
  [TimeUnit.SECOND]: 'TIMESTAMP_S',
  [TimeUnit.MILLISECOND]: 'TIMESTAMP_MS',
  [TimeUnit.MICROSECOND]: 'TIMESTAMP',
  [TimeUnit.NANOSECOND]: 'TIMESTAMP_NS',
};
