import { DataType, IntervalUnit, Precision, TimeUnit, type Data, type Field } from 'apache-arrow';
import { clockText, dateText, decimalText, instantText, integerOf, unitsPerSecond } from './exact-text.ts';

/** The text of one value that is known; null where it means unknown all the same, as NaN does. */
export type CellText = (data: Data, row: number) => string | null;

/** Writes the values of a type as cells: exact numbers, ISO dates and times, JSON for what has parts. */
export function cellTextOf(type: DataType): CellText {
  if (DataType.isDictionary(type)) {
    const read = cellTextOf(type.dictionary);
    return (data, row) => textIn(data.dictionary?.data ?? [], Number(data.values[row]), read);
  }
  return numberText(type) ?? timeText(type) ?? bytesText(type) ?? partsText(type) ?? (() => null);
}

/** The same as JSON: what is a number or a truth value bare, the rest in quotes. */
function jsonTextOf({ type }: Field): (data: Data, row: number) => string {
  const read = cellTextOf(type);
  const isBare =
    DataType.isInt(type) ||
    DataType.isFloat(type) ||
    DataType.isDecimal(type) ||
    DataType.isBool(type) ||
    hasParts(type);
  return (data, row) => {
    const text = data.getValid(row) ? read(data, row) : null;
    return text === null ? 'null' : isBare ? text : JSON.stringify(text);
  };
}

function numberText(type: DataType): CellText | null {
  if (DataType.isFloat(type))
    return type.precision === Precision.HALF
      ? (data, row) => floatText(halfAt(data, row))
      : (data, row) => floatText(Number(data.values[row]));
  if (DataType.isInt(type)) return (data, row) => String(data.values[row]);
  if (DataType.isBool(type))
    return (data, row) => (isBitSet(data.values, data.offset + row) ? 'true' : 'false');
  if (DataType.isDecimal(type)) return (data, row) => decimalText(integerOf(wordsAt(data, row)), type.scale);
  return null;
}

/** Five bits of exponent and ten of fraction. */
function halfAt(data: Data, row: number): number {
  const bits = Number(data.values[row]);
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
  return (bits & 0x8000 ? -1 : 1) * (exponent === 31 ? Number.NaN : size);
}

/** Whole numbers in full, however long: columns of ids with gaps come as floats. */
function floatText(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? String(BigInt(value)) : String(value);
}

function timeText(type: DataType): CellText | null {
  if (DataType.isTimestamp(type)) {
    const [perSecond, zone] = [unitsPerSecond(type.unit), type.timezone ? 'Z' : ''];
    return (data, row) => instantText(integerAt(data, row), perSecond) + zone;
  }
  if (DataType.isDate(type)) {
    const perDay = type.unit === 0 ? 1n : 86_400_000n;
    return (data, row) => dateText(integerAt(data, row) / perDay);
  }
  if (DataType.isTime(type) || DataType.isDuration(type)) {
    const perSecond = unitsPerSecond(type.unit);
    return (data, row) => clockText(integerAt(data, row), perSecond, DataType.isTime(type));
  }
  return DataType.isInterval(type) ? intervalText(type.unit) : null;
}

/** Days count 24 hours; months have no length, so they stay words. */
function intervalText(unit: IntervalUnit): CellText {
  const perSecond =
    unit === IntervalUnit.DAY_TIME
      ? unitsPerSecond(TimeUnit.MILLISECOND)
      : unitsPerSecond(TimeUnit.NANOSECOND);
  return (data, row) => {
    const words = new Int32Array(wordsAt(data, row).buffer.slice(0));
    const months = unit === IntervalUnit.DAY_TIME ? 0 : (words[0] ?? 0);
    if (unit === IntervalUnit.YEAR_MONTH) return `${months} months`;
    const days = BigInt(words[unit === IntervalUnit.DAY_TIME ? 0 : 1] ?? 0);
    const rest = unit === IntervalUnit.DAY_TIME ? BigInt(words[1] ?? 0) : integerOf(words.slice(2, 4));
    const clock = clockText(days * 86_400n * perSecond + rest, perSecond, false);
    return months === 0 ? clock : `${months} months ${clock}`;
  };
}

function bytesText(type: DataType): CellText | null {
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type))
    return (data, row) => decoder.decode(bytesAt(data, row));
  if (DataType.isBinary(type) || DataType.isLargeBinary(type))
    return (data, row) => plainOrHex(bytesAt(data, row));
  if (DataType.isFixedSizeBinary(type))
    return type.byteWidth === 16
      ? (data, row) => uuidText(bytesAt(data, row))
      : (data, row) => plainOrHex(bytesAt(data, row));
  if (DataType.isUtf8View(type)) return (data, row) => decoder.decode(viewAt(data, row));
  if (DataType.isBinaryView(type)) return (data, row) => plainOrHex(viewAt(data, row));
  return null;
}

/** Old writers keep texts as bytes without saying that they are text. */
function plainOrHex(bytes: Uint8Array): string {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return hex(bytes);
  }
}

function uuidText(bytes: Uint8Array): string {
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function hasParts(type: DataType): boolean {
  return (
    DataType.isList(type) ||
    DataType.isLargeList(type) ||
    DataType.isFixedSizeList(type) ||
    DataType.isStruct(type) ||
    DataType.isMap(type)
  );
}

function partsText(type: DataType): CellText | null {
  if (DataType.isStruct(type)) return structText(type.children);
  const [item] = hasParts(type) ? (type.children ?? []) : [];
  if (!item) return null;
  const read = DataType.isMap(type) ? entryText(item) : jsonTextOf(item);
  const [open, close] = DataType.isMap(type) ? ['{', '}'] : ['[', ']'];
  return (data, row) => {
    const [from, to] = DataType.isFixedSizeList(type)
      ? [row * type.listSize, (row + 1) * type.listSize]
      : [Number(data.valueOffsets[row]), Number(data.valueOffsets[row + 1])];
    const items = data.children[0];
    if (!items || to === from) return null;
    return (
      open + Array.from({ length: to - from }, (_, index) => read(items, from + index)).join(',') + close
    );
  };
}

function structText(fields: readonly Field[]): CellText {
  const readers = fields.map((field) => ({ name: JSON.stringify(field.name), read: jsonTextOf(field) }));
  return (data, row) => {
    const parts = readers.map(({ name, read }, index) => {
      const child = data.children[index];
      return `${name}:${child ? read(child, row) : 'null'}`;
    });
    return `{${parts.join(',')}}`;
  };
}

function entryText(entries: Field): (data: Data, row: number) => string {
  const [key, value] = entries.type.children ?? [];
  if (!key || !value) return () => '';
  const [readKey, readValue] = [cellTextOf(key.type), jsonTextOf(value)];
  return (data, row) => {
    const [keys, values] = data.children;
    return keys && values ? `${JSON.stringify(readKey(keys, row) ?? '')}:${readValue(values, row)}` : '';
  };
}

function textIn(chunks: readonly Data[], row: number, read: CellText): string | null {
  let from = 0;
  for (const chunk of chunks) {
    if (row < from + chunk.length) return chunk.getValid(row - from) ? read(chunk, row - from) : null;
    from += chunk.length;
  }
  return null;
}

function integerAt(data: Data, row: number): bigint {
  const value: unknown = data.values[row];
  if (typeof value === 'bigint') return value;
  return typeof value === 'number' && data.stride === 1 ? BigInt(value) : integerOf(wordsAt(data, row));
}

/** The words of one value that takes several. */
function wordsAt(data: Data, row: number): Int32Array {
  const words: Int32Array | Uint32Array | BigInt64Array = data.values.slice(
    row * data.stride,
    (row + 1) * data.stride,
  );
  return new Int32Array(words.buffer, words.byteOffset, words.byteLength / 4);
}

function bytesAt(data: Data, row: number): Uint8Array {
  const { valueOffsets: offsets, values, stride } = data;
  if (offsets && offsets.length > 0) return values.subarray(Number(offsets[row]), Number(offsets[row + 1]));
  return values.subarray(row * stride, (row + 1) * stride);
}

const viewBytes = 16;
const inlined = 12;

/** A view is a length, then the bytes themselves, or where they are. */
function viewAt(data: Data, row: number): Uint8Array {
  const views: Uint8Array = data.values;
  const at = views.byteOffset + row * viewBytes;
  const view = new DataView(views.buffer, at, viewBytes);
  const length = view.getInt32(0, true);
  if (length <= inlined) return new Uint8Array(views.buffer, at + 4, length);
  const buffer = data.variadicBuffers[view.getInt32(8, true)];
  const from = view.getInt32(12, true);
  return buffer ? buffer.subarray(from, from + length) : new Uint8Array();
}

function isBitSet(bits: Uint8Array, index: number): boolean {
  return (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}

const decoder = new TextDecoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true });
