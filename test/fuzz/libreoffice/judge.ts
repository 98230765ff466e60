import type { JsonValue } from '#export';
import type { OfficeCell } from './fods.ts';

/** What is wrong with how LibreOffice reads a value; null where nothing is. */
export function faultOf(value: JsonValue, cell: OfficeCell | null): string | null {
  if (cell?.formula && !/^of:=(TRUE|FALSE)\(\)$/.test(cell.formula)) return `is a formula, ${cell.formula}`;
  if (isRight(value, cell)) return null;
  const found = cell === null ? 'nothing' : `${cell.type} ${cell.value.slice(0, 80)}`;
  return `should be ${JSON.stringify(value)?.slice(0, 80)}, is ${found}`;
}

function isRight(value: JsonValue, cell: OfficeCell | null): boolean {
  if (value === null || value === '') return cell === null || cell.shown === '';
  if (cell === null) return false;
  switch (typeof value) {
    // LibreOffice has no truth values but these two functions.
    case 'boolean':
      return cell.formula === `of:=${String(value).toUpperCase()}()`;
    case 'number':
      return isNumber(cell) && isNear(numberOf(cell), value);
    case 'string':
      if (isMoment(value)) return isSameMoment(value, cell);
      return cell.type === 'time' ? isNear(numberOf(cell), spanOf(value)) : isSameText(value, cell);
    case 'object':
      return cell.type === 'string';
  }
}

function isNumber({ type }: OfficeCell): boolean {
  return ['float', 'percentage', 'currency', 'time'].includes(type);
}

/** A duration in seconds. */
function numberOf({ type, value }: OfficeCell): number {
  return type === 'time' ? secondsOf(value) : Number(value);
}

/** LibreOffice counts a duration in nanoseconds. */
function isNear(found: number, value: number): boolean {
  return Math.abs(found - value) <= Math.max(1e-9 * Math.abs(value), 1e-7);
}

/** `PT36H00M00.5S`. */
export function secondsOf(duration: string): number {
  const [, sign, hours, minutes, seconds] = /^(-?)PT(\d+)H(\d+)M([\d.]+)S$/.exec(duration) ?? [];
  const all = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -all : all;
}

/** A time of day, or an interval as our JSON has it: `1 d 06:00:00`. */
function spanOf(text: string): number {
  const [, days = '0', hours, minutes, seconds] =
    /^(?:(\d+) d ?)?(?:(\d+):(\d+):([\d.]+))?$/.exec(text) ?? [];
  return Number(days) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

/** Excel begins to count where these days begin. */
function isMoment(value: string): boolean {
  return /^(19|[2-9]\d)\d\d-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d+)?(\+00)?)?$/.test(value);
}

/** It writes hundredths of a second. */
function isSameMoment(value: string, { type, value: found }: OfficeCell): boolean {
  return type === 'date' && Math.abs(millisecondsOf(found) - millisecondsOf(value)) <= 5;
}

function millisecondsOf(moment: string): number {
  const [day = '', time = '00:00:00'] = moment.replace('+00', '').split(/[ T]/);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return Date.parse(`${day}T00:00:00Z`) + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

const longest = 32_767;

/** OpenDocument has no control characters but the tab and the end of a line; a carriage return ends one too. */
function isSameText(value: string, { type, value: found }: OfficeCell): boolean {
  const ends = (text: string) =>
    text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n\u007f-\u009f]|[\ufffe\uffff]/gu, '');
  const [wanted, read] = [ends(value), ends(found)];
  if (value.length <= longest) return type === 'string' && read === wanted;
  return type === 'string' && read.endsWith('…') && wanted.startsWith(read.slice(0, -1));
}
