import {
  Binary,
  Bool,
  DateDay,
  Field,
  Float64,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  tableToIPC,
  TimestampMicrosecond,
  Utf8,
  type Data,
} from 'apache-arrow';
import type { Column, Table, Value } from '#table';
import { stagingType } from '../staging.ts';
import { stagingText } from '../staging-text.ts';

/** A batch as an Arrow stream, made from typed arrays: Arrow's builders build functions from text, which the policy forbids. */
export function arrowStream(batch: Table): Uint8Array {
  const children = batch.columns.map((column) => columnData(column, batch.rowCount));
  const fields = children.map((data, index) => new Field(`c${index}`, data.type, true));
  const struct = makeData({ type: new Struct(fields), length: batch.rowCount, children });
  const schema = new Schema(fields);
  return tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, struct)]), 'stream');
}

function columnData(column: Column, length: number): Data {
  const values = Array.from({ length }, (_, row) => column.at(row));
  const nulls = {
    length,
    nullCount: values.filter((value) => value === null).length,
    nullBitmap: bits(values, isKnown),
  };
  switch (stagingType(column)) {
    case 'BOOLEAN':
      return makeData({ type: new Bool(), ...nulls, data: bits(values, (value) => value === true) });
    case 'INTEGER':
      return makeData({ type: new Int32(), ...nulls, data: Int32Array.from(values, Number) });
    case 'DOUBLE':
      return makeData({ type: new Float64(), ...nulls, data: Float64Array.from(values, Number) });
    case 'DATE':
      return makeData({ type: new DateDay(), ...nulls, data: Int32Array.from(values, Number) });
    case 'BIGINT':
      return makeData({ type: new Int64(), ...nulls, data: BigInt64Array.from(values, toBigint) });
    case 'TIMESTAMP':
      return makeData({
        type: new TimestampMicrosecond(),
        ...nulls,
        data: BigInt64Array.from(values, toBigint),
      });
    case 'BLOB':
      return makeData({ type: new Binary(), ...nulls, ...bytesOf(values.map(toBytes)) });
    case 'VARCHAR':
      return makeData({
        type: new Utf8(),
        ...nulls,
        ...bytesOf(values.map((value) => toText(value, column.type))),
      });
  }
}

function bits(values: readonly Value[], isSet: (value: Value) => boolean): Uint8Array {
  const bytes = new Uint8Array((values.length + 7) >> 3);
  values.forEach((value, i) => {
    if (isSet(value)) bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (1 << (i & 7));
  });
  return bytes;
}

function isKnown(value: Value): boolean {
  return value !== null;
}

function toBigint(value: Value): bigint {
  return typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : 0n;
}

function toBytes(value: Value): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

const encoder = new TextEncoder();

function toText(value: Value, type: string): Uint8Array {
  return encoder.encode(stagingText(value, type) ?? '');
}

function bytesOf(parts: readonly Uint8Array[]): { valueOffsets: Int32Array; data: Uint8Array } {
  const valueOffsets = new Int32Array(parts.length + 1);
  parts.forEach((part, i) => (valueOffsets[i + 1] = (valueOffsets[i] ?? 0) + part.length));
  const data = new Uint8Array(valueOffsets.at(-1) ?? 0);
  parts.forEach((part, i) => data.set(part, valueOffsets[i]));
  return { valueOffsets, data };
}
