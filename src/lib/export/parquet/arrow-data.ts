import { Binary, Bool, DataType, Data, Decimal, makeData } from 'apache-arrow';
import type { TypeTree, Value } from '#table';
import { exactText } from '../value.ts';

/** Values of a type of DuckDB as Arrow's own buffers, written as they are: Arrow's builders round. */
export function arrowData(type: DataType, tree: TypeTree, values: readonly Value[]): Data {
  const base = { length: values.length, ...validity(values) };
  if (DataType.isList(type)) return listData(type, tree, values);
  if (DataType.isMap(type)) return mapData(type, tree, values);
  if (DataType.isStruct(type)) return structData(type, tree, values);
  if (DataType.isUtf8(type)) {
    return makeData({ type, ...base, ...bytesOf(values.map((value) => textBytes(value, tree))) });
  }
  if (DataType.isBinary(type))
    return makeData({ type: new Binary(), ...base, ...bytesOf(values.map(blobBytes)) });
  if (DataType.isBool(type)) return boolData(values);
  if (DataType.isDecimal(type)) {
    const data = decimals(values, type.scale);
    return makeData({ type: new Decimal(type.scale, type.precision, 128), ...base, data });
  }
  return fixedData(type, values);
}

function validity(values: readonly Value[]) {
  const nullCount = values.filter((value) => value === null).length;
  return { nullCount, nullBitmap: nullCount === 0 ? null : bits(values, (value) => value !== null) };
}

function bits(values: readonly Value[], isSet: (value: Value) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 8));
  for (const [row, value] of values.entries())
    if (isSet(value)) bytes[row >> 3] = (bytes[row >> 3] ?? 0) | (1 << (row & 7));
  return bytes;
}

/** Values of a fixed width, and the bits that say which are there. */
function fixedData(type: DataType, values: readonly Value[]): Data {
  const { nullCount, nullBitmap } = validity(values);
  const data = new type.ArrayType(values.length);
  const isWide = data instanceof BigInt64Array || data instanceof BigUint64Array;
  for (const [row, value] of values.entries()) data[row] = isWide ? wide(value) : Number(value ?? 0);
  return new Data(type, 0, values.length, nullCount, [undefined, data, nullBitmap ?? undefined]);
}

function boolData(values: readonly Value[]): Data {
  const data = bits(values, (value) => value === true);
  return makeData({ type: new Bool(), length: values.length, ...validity(values), data });
}

function wide(value: Value): bigint {
  return typeof value === 'bigint' || typeof value === 'number' ? BigInt(value) : 0n;
}

/** Sixteen bytes a value, the lower half first; decimals come as their exact text, wide integers as such. */
function decimals(values: readonly Value[], scale: number): Uint32Array {
  const halves = new BigInt64Array(values.length * 2);
  for (const [row, value] of values.entries()) {
    const unscaled = typeof value === 'string' ? BigInt(unscaledText(value, scale)) : wide(value);
    halves[row * 2] = BigInt.asIntN(64, unscaled);
    halves[row * 2 + 1] = unscaled >> 64n;
  }
  return new Uint32Array(halves.buffer);
}

function unscaledText(text: string, scale: number): string {
  const [whole = '0', fraction = ''] = text.split('.');
  return whole + fraction.padEnd(scale, '0').slice(0, scale);
}

function bytesOf(parts: readonly Uint8Array[]) {
  const valueOffsets = offsets(parts.map(({ length }) => length));
  const data = new Uint8Array(valueOffsets.at(-1) ?? 0);
  for (const [row, part] of parts.entries()) data.set(part, valueOffsets[row]);
  return { valueOffsets, data };
}

function offsets(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [row, length] of lengths.entries()) starts[row + 1] = (starts[row] ?? 0) + length;
  return starts;
}

const encoder = new TextEncoder();
const nothing = new Uint8Array();

function textBytes(value: Value, { kind, type }: TypeTree): Uint8Array {
  return value === null ? nothing : encoder.encode(exactText(value, { kind, type }));
}

function blobBytes(value: Value): Uint8Array {
  return value instanceof Uint8Array ? value : nothing;
}

function listData(type: DataType, tree: TypeTree, values: readonly Value[]): Data {
  const [child] = type.children ?? [];
  if (!DataType.isList(type) || !child || !tree.element) throw new Error('a list has elements');
  const lists = values.map(itemsOf);
  const items = arrowData(child.type, tree.element, lists.flat());
  const valueOffsets = offsets(lists.map(({ length }) => length));
  return makeData({ type, length: values.length, ...validity(values), valueOffsets, child: items });
}

function mapData(type: DataType, tree: TypeTree, values: readonly Value[]): Data {
  const [entry] = type.children ?? [];
  if (!DataType.isMap(type) || !entry || !tree.key || !tree.element) throw new Error('a map has entries');
  const lists = values.map(itemsOf);
  const fields = [
    { name: 'key', tree: tree.key },
    { name: 'value', tree: tree.element },
  ];
  const entries: TypeTree = { kind: 'struct', type: 'STRUCT', fields };
  const child = structData(entry.type, entries, lists.flat());
  const valueOffsets = offsets(lists.map(({ length }) => length));
  return makeData({ type, length: values.length, ...validity(values), valueOffsets, child });
}

function structData(type: DataType, { fields = [] }: TypeTree, values: readonly Value[]): Data {
  if (!DataType.isStruct(type)) throw new Error('a struct has fields');
  const children = fields.flatMap(({ name, tree }, index) => {
    const field = type.children[index];
    return field
      ? [
          arrowData(
            field.type,
            tree,
            values.map((value) => partOf(value, name)),
          ),
        ]
      : [];
  });
  return makeData({ type, length: values.length, ...validity(values), children });
}

function itemsOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

function partOf(value: Value, name: string): Value {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return null;
  return Object.entries(value).find(([key]) => key === name)?.[1] ?? null;
}
