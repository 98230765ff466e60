import { readTyped, writeTyped } from '#kpi';
import type { Locale } from '#messages';
import { isTemporal, toRows, type Landmark } from '#output';
import { toNumber, type Table, type Unit } from '#table';

/** What an axis is of: how places along it are typed. */
export interface PlaceKind {
  readonly type: 'number' | 'time' | 'name';
  readonly unit: Unit;
}

/** A place as it is typed in a field; a day and an instant have fields of their own. */
export function placeText(place: Landmark['at'] | null, { unit }: PlaceKind, locale: Locale): string {
  if (place === null) return '';
  return typeof place === 'number' ? writeTyped(place, unit, locale) : place;
}

/** Null for what is no place on the axis. */
export function readPlace(written: string, { type, unit }: PlaceKind, locale: Locale): Landmark['at'] | null {
  const text = written.trim();
  if (text === '') return null;
  return type === 'number' ? readTyped(text, unit, locale) : text;
}

/** Somewhere in the middle of what a chart shows, to be moved from there. */
export function startPlace(table: Table, column: Table['columns'][number] | undefined): Landmark['at'] {
  if (!column) return 0;
  if (isTemporal(column.kind)) {
    const times = toRows(table).flatMap(({ [column.name]: time }) =>
      typeof time === 'string' ? [time] : [],
    );
    return times.toSorted()[Math.floor(times.length / 2)]?.slice(0, 10) ?? '';
  }
  const values = Array.from({ length: table.rowCount }, (_, row) => toNumber(column.at(row)) ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  return Number(mean.toPrecision(2));
}
