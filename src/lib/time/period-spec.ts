import { text, type Text } from '#errors';
import type { PeriodSpec, PeriodUnit } from './period.ts';
import { dayMs, msToWallClock, wallClockToMs } from './wall-clock.ts';

const unitWords: Readonly<Record<string, PeriodUnit>> = {
  day: 'day',
  days: 'day',
  dia: 'day',
  dias: 'day',
  week: 'week',
  weeks: 'week',
  semana: 'week',
  semanas: 'week',
  month: 'month',
  months: 'month',
  mes: 'month',
  meses: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  trimestre: 'quarter',
  trimestres: 'quarter',
  year: 'year',
  years: 'year',
  ano: 'year',
  anos: 'year',
};

const wholeSpecs: Readonly<Record<string, PeriodSpec>> = {
  all: { kind: 'all' },
  'all time': { kind: 'all' },
  tudo: { kind: 'all' },
  'todo o periodo': { kind: 'all' },
  today: { kind: 'this', unit: 'day' },
  hoje: { kind: 'this', unit: 'day' },
  yesterday: { kind: 'previous', unit: 'day' },
  ontem: { kind: 'previous', unit: 'day' },
};

/**
 * Reads `all`, `last 8 weeks`, `this month`, `previous quarter`, `2026-01-01..2026-02-01` (the end is not part of it),
 * `2026`, `2026-03`, `2026-Q1`, and the same in Portuguese (`últimas 8 semanas`, `este mês`, `trimestre anterior`).
 */
export function parsePeriod(spec: string): PeriodSpec | Text {
  const words = plain(spec);
  return (
    wholeSpecs[words] ??
    lastSpec(words) ??
    unitSpec(words) ??
    calendarSpec(words) ??
    rangeSpec(words) ??
    text('time.period.unknown', { spec: spec.trim() })
  );
}

/** The spec in the words that a file keeps, whatever the language it was written in. */
export function serializePeriod(spec: PeriodSpec): string {
  switch (spec.kind) {
    case 'all':
      return 'all';
    case 'last':
      return `last ${spec.count} ${spec.unit}${spec.count === 1 ? '' : 's'}`;
    case 'this':
    case 'previous':
      return `${spec.kind} ${spec.unit}`;
    case 'range':
      return `${shortest(spec.from)}..${shortest(spec.to)}`;
  }
}

function plain(spec: string): string {
  return spec.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}

function lastSpec(words: string): PeriodSpec | null {
  const match = /^(?:last|past|ultim[oa]s?) (\d{1,4}) (\w+)$/.exec(words);
  const unit = match && unitWords[match[2]!];
  const count = Number(match?.[1]);
  return unit && count > 0 ? { kind: 'last', count, unit } : null;
}

function unitSpec(words: string): PeriodSpec | null {
  const english = /^(this|previous|last) (\w+)$/.exec(words);
  const portuguese =
    /^(est[ea]|ultim[oa]) (\w+)$/.exec(words) ?? reversed(/^(\w+) (anterior|passad[oa]|atual)$/.exec(words));
  const match = english ?? portuguese;
  const unit = match && unitWords[match[2]!];
  if (!unit) return null;
  return { kind: /^(this|est[ea]|atual)$/.test(match[1]!) ? 'this' : 'previous', unit };
}

function reversed(match: RegExpExecArray | null): readonly string[] | null {
  return match && [match[0], match[2]!, match[1]!];
}

function calendarSpec(words: string): PeriodSpec | null {
  const match = /^(\d{4})(?:-(\d{2})|-q([1-4]))?$/.exec(words);
  if (!match) return null;
  const year = Number(match[1]);
  const quarter = match[3] === undefined ? null : Number(match[3]) - 1;
  const month = match[2] === undefined ? (quarter ?? 0) * 3 : Number(match[2]) - 1;
  if (month < 0 || month > 11) return null;
  const length = match[2] !== undefined ? 1 : quarter !== null ? 3 : 12;
  return range(Date.UTC(year, month, 1), Date.UTC(year, month + length, 1));
}

function rangeSpec(words: string): PeriodSpec | null {
  const match = /^([^.]*)\.\.([^.]*)$/.exec(words);
  if (!match) {
    const day = wallClockToMs(words);
    return day === null || words.length > 10 ? null : range(day, day + dayMs);
  }
  const [from, to] = match.slice(1).map(bound);
  if (from === undefined || to === undefined || (from === null && to === null)) return null;
  return from !== null && to !== null && to <= from ? null : range(from, to);
}

/** Null for an open end, undefined for what is no date. */
function bound(words: string): number | null | undefined {
  const trimmed = words.trim();
  return trimmed === '' ? null : (wallClockToMs(trimmed) ?? undefined);
}

function range(from: number | null, to: number | null): PeriodSpec {
  return {
    kind: 'range',
    from: from === null ? null : msToWallClock(from),
    to: to === null ? null : msToWallClock(to),
  };
}

function shortest(bound: string | null): string {
  return (bound ?? '').replace(/ 00:00:00$/, '');
}
