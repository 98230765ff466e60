import { toNumber, type Column, type Interval, type Unit, type Value } from '#table';
import { exactText } from '../value.ts';

/** What stands in a cell; nothing at all stands for unknown. */
export interface Cell {
  readonly kind: 'number' | 'boolean' | 'text';
  /** A number as XML writes it, `0` or `1`, or the text itself. */
  readonly text: string;
  /** The name of a look in the styles. */
  readonly style: string;
  /** Only the beginning of a longer text. */
  readonly isCut: boolean;
}

type Typed = Pick<Column, 'kind' | 'type'>;

/** A value as Excel has it: a number only where Excel would keep every digit, a date only where Excel has that day. */
export function toCell(value: Value, column: Typed, unit: Unit | null = null): Cell | null {
  if (value === null) return null;
  switch (column.kind) {
    case 'boolean':
      return { kind: 'boolean', text: value === true ? '1' : '0', style: 'general', isCut: false };
    case 'integer':
    case 'decimal':
    case 'float':
      return measureCell(value, column, unit);
    case 'date':
      return serialCell(typeof value === 'number' ? value + epochDay : NaN, 'date') ?? inWords(value, column);
    case 'timestamp':
      return timestampCell(value, column) ?? inWords(value, column);
    case 'time':
      return timeCell(value) ?? inWords(value, column);
    case 'interval':
      return intervalCell(value) ?? inWords(value, column);
    case 'text':
    case 'list':
    case 'struct':
    case 'map':
    case 'blob':
      return inWords(value, column);
  }
}

/** By how much a measure moved; a share by points, lest −5 points be read as −5% of it. */
export function changeCell(difference: number | null, unit: Unit): Cell | null {
  const column = { kind: 'float', type: 'DOUBLE' } as const;
  if (unit !== 'percent' || difference === null) return toCell(difference, column, unit);
  return numberCell(String(difference * 100), 'points');
}

/** Excel's own limit; what is longer makes it call the file damaged. */
export const longestText = 32_767;

/** Text, never a formula: not when the file is opened, nor when the cell is edited. */
export function textCell(text: string, style?: 'header'): Cell {
  const isCut = text.length > longestText;
  const kept = isCut ? `${text.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return {
    kind: 'text',
    text: kept,
    style: style ?? (changesWhenEdited(text) ? 'guarded' : 'general'),
    isCut,
  };
}

/** What Excel would take for a formula, a number or a date once somebody presses Enter in the cell. */
function changesWhenEdited(text: string): boolean {
  return /^[=+\-@\t\r\d]/.test(text);
}

function inWords(value: Value, column: Typed): Cell {
  return textCell(exactText(value, column));
}

function measureCell(value: Value, column: Typed, unit: Unit | null): Cell {
  const number = toNumber(value);
  if (number === null || !isInRange(number)) return inWords(value, column);
  if (unit === 'duration') return numberCell(String(number / daySeconds), 'duration');
  const exact = String(value);
  if (column.kind !== 'float' && !hasFewDigits(exact)) return inWords(value, column);
  return numberCell(exact, styleOf(unit, column) ?? plainStyle(exact, column));
}

/** Excel has no number beyond this, and none that is infinite or not a number. */
function isInRange(number: number): boolean {
  return Number.isFinite(number) && Math.abs(number) < 1e307;
}

/** Excel keeps fifteen digits of a number; more only as text. */
function hasFewDigits(number: string): boolean {
  return number.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length <= 15;
}

/** A whole number or a decimal of no unit shows the digits that it has. */
function styleOf(unit: Unit | null, { kind }: Typed): string | null {
  return unit === 'number' && kind !== 'float' ? null : unit;
}

function plainStyle(exact: string, { kind }: Typed): string {
  if (kind === 'integer') return 'integer';
  return kind === 'float' ? 'general' : `decimal${Math.min(15, exact.split('.')[1]?.length ?? 0)}`;
}

const daySeconds = 86_400;
const dayMicros = 86_400_000_000n;
/** 1970-01-01 in Excel's count of days. */
const epochDay = 25_569;
/** 1900-03-01: Excel's February of that year has a day too many. */
const firstDay = 61;
/** 9999-12-31. */
const lastDay = 2_958_465;

function serialCell(serial: number, style: string): Cell | null {
  return serial >= firstDay && serial < lastDay + 1 ? numberCell(String(serial), style) : null;
}

/** Instants with a zone are in UTC and say so. */
function timestampCell(value: Value, { type }: Typed): Cell | null {
  if (typeof value !== 'bigint') return null;
  const style = type === 'TIMESTAMP WITH TIME ZONE' ? 'instant' : 'timestamp';
  return serialCell(daysOf(value) + epochDay, style);
}

function timeCell(value: Value): Cell | null {
  const isOfDay = typeof value === 'bigint' && value >= 0n && value < dayMicros;
  return isOfDay ? numberCell(String(daysOf(value)), 'time') : null;
}

/** A month is no number of days, so an interval with months is no duration. */
function intervalCell(value: Value): Cell | null {
  if (!isInterval(value) || value.months !== 0) return null;
  return numberCell(String(value.days + daysOf(value.micros)), 'duration');
}

/** The whole days and the rest apart, so that no digit of the rest is lost to the days' size. */
function daysOf(micros: bigint): number {
  return Number(micros / dayMicros) + Number(micros % dayMicros) / Number(dayMicros);
}

function numberCell(text: string, style: string): Cell {
  return { kind: 'number', text, style, isCut: false };
}

function isInterval(value: Value): value is Interval {
  return value !== null && typeof value === 'object' && 'months' in value && 'micros' in value;
}
