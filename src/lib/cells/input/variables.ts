import { quoteLiteral } from '#sql';
import { kindOf, type Value } from '#table';
import {
  dayMs,
  msToWallClock,
  parsePeriod,
  resolvePeriod,
  wallClockToMs,
  type WallClock,
  type WeekStart,
} from '#time';
import type { InputValue } from '../output.ts';
import type { InputSpec } from './spec.ts';

interface VariablesOptions {
  readonly asOf: WallClock | null;
  readonly weekStart: WeekStart;
  readonly optionType: string;
}

/** The parameters of an input as literals of SQL. All of one is a typed NULL; an open end of a range is infinite. */
export function inputVariables(
  { name, type }: Pick<InputSpec, 'name' | 'type'>,
  value: InputValue,
  { optionType, ...moment }: VariablesOptions,
): Record<string, string> {
  switch (type) {
    case 'text':
      return { [name]: value === null ? 'NULL::VARCHAR' : quoteLiteral(String(value)) };
    case 'number':
    case 'slider':
      return {
        [name]: typeof value === 'number' || typeof value === 'bigint' ? quoteLiteral(value) : 'NULL::DOUBLE',
      };
    case 'checkbox':
      return { [name]: typeof value === 'boolean' ? quoteLiteral(value) : 'NULL::BOOLEAN' };
    case 'date':
      return { [name]: dateLiteral(value) };
    case 'select':
      return { [name]: cast(isPlain(value) ? value : null, optionType) };
    case 'multiselect':
      return { [name]: listLiteral(value, optionType) };
    case 'daterange':
      return range(name, wallClock(field(value, 'from')), nextDay(wallClock(field(value, 'to'))));
    case 'period': {
      const spec = parsePeriod(typeof value === 'string' ? value : 'all');
      const { from, to } = 'code' in spec ? { from: null, to: null } : resolvePeriod(spec, moment);
      return range(name, from, to);
    }
  }
}

function range(name: string, from: WallClock | null, to: WallClock | null): Record<string, string> {
  return {
    [`${name}_start`]: `TIMESTAMP ${quoteLiteral(from ?? '-infinity')}`,
    [`${name}_end`]: `TIMESTAMP ${quoteLiteral(to ?? 'infinity')}`,
  };
}

function dateLiteral(value: InputValue): string {
  const clock = wallClock(value);
  return clock === null ? 'NULL::DATE' : `DATE ${quoteLiteral(clock.slice(0, 10))}`;
}

function listLiteral(value: InputValue, type: string): string {
  return isList(value)
    ? `[${value.map((item) => cast(item, type)).join(', ')}]::${type}[]`
    : `NULL::${type}[]`;
}

function cast(value: Value, type: string): string {
  return `${quoteLiteral(value, kindOf(type))}::${type}`;
}

function wallClock(value: unknown): WallClock | null {
  const ms = typeof value === 'string' ? wallClockToMs(value) : null;
  return ms === null ? null : msToWallClock(ms);
}

function nextDay(clock: WallClock | null): WallClock | null {
  const ms = clock === null ? null : wallClockToMs(clock);
  return ms === null ? null : msToWallClock(ms + dayMs);
}

function field(value: InputValue, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : null;
}

function isList(value: InputValue): value is readonly Value[] {
  return Array.isArray(value);
}

function isPlain(value: InputValue): value is string | number | bigint | boolean {
  return value !== null && typeof value !== 'object';
}
