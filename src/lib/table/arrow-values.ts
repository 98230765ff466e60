import { DataType, TimeUnit, type Data, type Field } from 'apache-arrow';
import { extensionOf } from './arrow-types.ts';
import { bigintOf, bitText, decimalText, timestampMicros, timeZoneText, uuidText } from './exact.ts';
import type { Interval, Value } from './table.ts';

export type ReadValue = (data: Data, index: number) => Value;

/** Reads Arrow's own buffers: its JavaScript getters round (timestamps to milliseconds, decimals to words). */
export function valueReader(field: Field): ReadValue {
  const read = extensionReader(extensionOf(field)) ?? plainReader(field.type);
  return (data, index) => (data.getValid(index) ? read(data, index) : null);
}

function extensionReader(extension: string): ReadValue | undefined {
  switch (extension) {
    case 'arrow.bool8':
      return packedBit;
    case 'arrow.uuid':
      return (data, index) => uuidText(bytesAt(data, index));
    case 'hugeint':
      return (data, index) => bigintOf(bytesAt(data, index), true);
    case 'uhugeint':
      return (data, index) => bigintOf(bytesAt(data, index), false);
    case 'bit':
      return (data, index) => bitText(bytesAt(data, index));
    case 'time_tz':
      return readTimeZone;
    default:
      return undefined;
  }
}

/** DuckDB packs the microseconds above 24 bits that hold the offset, counted down from 15:59:59. */
function readTimeZone(data: Data, index: number): Value {
  const bits = bigintOf(bytesAt(data, index), false);
  return timeZoneText(bits >> 24n, 57_599 - Number(bits & 0xffffffn));
}

function plainReader(type: DataType): ReadValue {
  if (DataType.isInt(type) || DataType.isFloat(type)) return number;
  if (DataType.isDecimal(type))
    return (data, index) => decimalText(bigintOf(wordsAt(data, index), true), type.scale);
  if (DataType.isTimestamp(type)) {
    const unit = units[type.unit] ?? 'microsecond';
    return (data, index) => timestampMicros(data.values[index], unit);
  }
  if (DataType.isBool(type)) return packedBit;
  if (DataType.isDate(type) || DataType.isTime(type)) return number;
  if (DataType.isInterval(type)) return (data, index) => interval(wordsAt(data, index));
  if (DataType.isUtf8(type)) return (data, index) => decoder.decode(bytesAt(data, index));
  if (DataType.isBinary(type) || DataType.isFixedSizeBinary(type))
    return (data, index) => bytesAt(data, index).slice();
  if (DataType.isDictionary(type)) return (data, index) => String(data.dictionary?.get(data.values[index]));
  return nestedReader(type);
}

function nestedReader(type: DataType): ReadValue {
  const readers = (type.children ?? []).map((child: Field) => ({
    name: child.name,
    read: valueReader(child),
  }));
  const [first] = readers;
  if (DataType.isMap(type)) return mapReader(type);
  if (DataType.isList(type) && first) {
    return (data, index) => items(data, data.valueOffsets[index], data.valueOffsets[index + 1], first.read);
  }
  if (DataType.isFixedSizeList(type) && first) {
    const size = type.listSize;
    return (data, index) => items(data, index * size, (index + 1) * size, first.read);
  }
  if (DataType.isStruct(type)) {
    return (data, index) =>
      Object.fromEntries(readers.map(({ name, read }, i) => [name, read(childOf(data, i), index)]));
  }
  if (!DataType.isUnion(type)) return () => null;
  return (data, index) => {
    const tag = type.typeIds.indexOf(data.typeIds[index]);
    const member = readers[tag];
    const at = DataType.isDenseUnion(type) ? data.valueOffsets[index] : index;
    return member ? { [member.name]: member.read(childOf(data, tag), at) } : null;
  };
}

function mapReader(type: DataType): ReadValue {
  const [key, value] = type.children[0]?.type.children ?? [];
  if (!key || !value) return () => null;
  const readKey = valueReader(key);
  const readValue = valueReader(value);
  return (data, index) =>
    items(data, data.valueOffsets[index], data.valueOffsets[index + 1], (entries, i) => ({
      key: readKey(childOf(entries, 0), i),
      value: readValue(childOf(entries, 1), i),
    }));
}

function items(data: Data, from: number, to: number, read: ReadValue): Value[] {
  const child = childOf(data, 0);
  return Array.from({ length: to - from }, (_, i) => read(child, from + i));
}

function childOf(data: Data, index: number): Data {
  return data.children[index]!;
}

/** DuckDB-Wasm 1.32 declares booleans as bytes (`arrow.bool8`) and yet packs them as bits, at every depth. */
function packedBit(data: Data, index: number): Value {
  return bitAt(data.values, data.offset + index);
}

function number(data: Data, index: number): Value {
  return data.values[index];
}

/** Months, days and nanoseconds in sixteen bytes. */
function interval(bytes: Uint8Array): Interval {
  return {
    months: Number(bigintOf(bytes.subarray(0, 4), true)),
    days: Number(bigintOf(bytes.subarray(4, 8), true)),
    micros: bigintOf(bytes.subarray(8, 16), true) / 1000n,
  };
}

/** The bytes of one value of variable or of fixed width. */
function bytesAt(data: Data, index: number): Uint8Array {
  const offsets: Int32Array | undefined = data.valueOffsets;
  if (offsets && offsets.length > 0) return data.values.subarray(offsets[index], offsets[index + 1]);
  return data.values.subarray(index * data.stride, (index + 1) * data.stride);
}

/** The bytes of one value that Arrow keeps as words of 32 bits. */
function wordsAt(data: Data, index: number): Uint8Array {
  const words: Uint32Array | Int32Array = data.values.subarray(
    index * data.stride,
    (index + 1) * data.stride,
  );
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

function bitAt(bits: Uint8Array, index: number): boolean {
  return (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}

const decoder = new TextDecoder();
const units: Readonly<Record<number, 'second' | 'millisecond' | 'microsecond' | 'nanosecond'>> = {
  [TimeUnit.SECOND]: 'second',
  [TimeUnit.MILLISECOND]: 'millisecond',
  [TimeUnit.MICROSECOND]: 'microsecond',
  [TimeUnit.NANOSECOND]: 'nanosecond',
};
