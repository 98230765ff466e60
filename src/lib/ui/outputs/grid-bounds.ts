import { readTyped, writeTyped } from '#kpi';
import type { Locale } from '#messages';
import { toIso, toNumber, type Value } from '#table';
import type { GridColumn } from './GridModel.svelte.ts';

const dayMs = 86_400_000;

/** Whether a column's bounds are days, which are picked rather than typed. */
export function isDayColumn({ kind }: Pick<GridColumn, 'kind'>): boolean {
  return kind === 'date' || kind === 'timestamp';
}

/** A bound as somebody types it, in the column's unit; null for none. A bare number of a duration is seconds. */
export function readBound(text: string, column: Pick<GridColumn, 'kind' | 'unit'>, locale: Locale): Value {
  if (text.trim() === '') return null;
  if (isDayColumn(column)) {
    const time = Date.parse(text);
    return Number.isNaN(time) ? null : time / dayMs;
  }
  return readTyped(text, column.unit ?? 'number', locale) ?? readTyped(text, 'number', locale);
}

export function writeBound(value: Value, column: Pick<GridColumn, 'kind' | 'unit'>, locale: Locale): string {
  if (value === null) return '';
  if (isDayColumn(column)) return toIso(value, 'date') ?? '';
  const number = toNumber(value);
  return number === null ? '' : writeTyped(number, column.unit ?? 'number', locale);
}
