import {
  DuckDBArrayValue,
  DuckDBBitValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBIntervalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTimeTZValue,
  DuckDBTimeValue,
  DuckDBUnionValue,
  DuckDBUUIDValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import { bitText, decimalText, timestampMicros, timeZoneText, type Value } from '#table';

/** The client's value as a table's. */
export function toValue(value: DuckDBValue | null): Value {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof DuckDBDateValue) return value.days;
  if (value instanceof DuckDBTimeValue) return value.micros;
  if (value instanceof DuckDBDecimalValue) return decimalText(value.value, value.scale);
  if (value instanceof DuckDBIntervalValue)
    return { months: value.months, days: value.days, micros: value.micros };
  if (value instanceof DuckDBTimeTZValue) return timeZoneText(value.micros, value.offset);
  if (value instanceof DuckDBUUIDValue) return value.toString();
  if (value instanceof DuckDBBitValue) return bitText(value.data);
  if (value instanceof DuckDBBlobValue) return Uint8Array.from(value.bytes);
  return timestampOf(value) ?? nestedOf(value);
}

function timestampOf(value: DuckDBValue): bigint | null {
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) return value.micros;
  if (value instanceof DuckDBTimestampSecondsValue) return timestampMicros(value.seconds, 'second');
  if (value instanceof DuckDBTimestampMillisecondsValue) return timestampMicros(value.millis, 'millisecond');
  if (value instanceof DuckDBTimestampNanosecondsValue) return timestampMicros(value.nanos, 'nanosecond');
  return null;
}

function nestedOf(value: DuckDBValue): Value {
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(toValue);
  if (value instanceof DuckDBMapValue) {
    return value.entries.map((entry) => ({ key: toValue(entry.key), value: toValue(entry.value) }));
  }
  if (value instanceof DuckDBUnionValue) return { [value.tag]: toValue(value.value) };
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([name, field]) => [name, toValue(field)]));
  }
  return String(value);
}
