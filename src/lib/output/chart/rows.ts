import { formatValue, toIso, toNumber, type Column, type Table, type Value } from '#table';

/** A cell of a chart's data: what Vega can scale. */
export type Datum = null | boolean | number | string;
export type DatumRow = Readonly<Record<string, Datum>>;

/** A table as the row objects that a chart reads. */
export function toRows(table: Table): DatumRow[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, toDatum(column.at(row), column)])),
  );
}

function toDatum(value: Value, column: Column): Datum {
  if (value === null || typeof value === 'boolean') return value;
  switch (column.kind) {
    case 'integer':
    case 'decimal':
    case 'float':
      return finite(toNumber(value));
    case 'date':
    case 'timestamp':
      return wallClock(toIso(value, column.kind));
    case 'interval':
      return intervalSeconds(value);
    default:
      return formatValue(value, column, { locale: 'en' });
  }
}

/** Vega-Lite reads a text with a time and no zone as local time and writes it as local time: the wall clock is kept. */
function wallClock(iso: string | null): string | null {
  if (iso === null || !/^\d/.test(iso)) return null;
  return iso.length === 10 ? `${iso}T00:00:00` : iso.replace(' ', 'T').slice(0, 23);
}

function intervalSeconds(value: Value): number | null {
  if (typeof value !== 'object' || value === null || !('micros' in value)) return null;
  const { months, days, micros } = value;
  if (months !== 0) return null;
  return Number(days) * 86_400 + Number(micros) / 1e6;
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
