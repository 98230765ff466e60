import { text } from '#errors';
import { daysOf, msToWallClock, periodOfDays, wallClockToMs, type Period, type WallClock } from '#time';
import type { Entry } from './list-file.ts';

/** From when to when something holds, as a file says it: `from`, and `through` the last day, which is part of it. */
export interface WrittenSpan {
  readonly from?: string;
  readonly through?: string;
}

/** A span in the words of a file: days, and times of the day only where it does not begin and end with one. */
export function writtenSpan(span: Period): WrittenSpan {
  const { from, to } = span;
  const through = to === null || !isMidnight(to) ? to && shortest(to) : daysOf(span).last;
  return { ...(from === null ? {} : { from: shortest(from) }), ...(through === null ? {} : { through }) };
}

/** The span that an entry says; a bound that is not there is open. */
export function readSpan(entry: Entry): Period {
  const from = instant(entry, 'from', entry.text('from'));
  const written = entry.text('through');
  const last = instant(entry, 'through', written);
  const to = last !== null && written !== null && isDay(written) ? periodOfDays('', written).to : last;
  if (from !== null && to !== null && from >= to) entry.wrong('through', text('conventions.span'));
  return { from, to };
}

function instant(entry: Entry, field: string, written: string | null): WallClock | null {
  if (written === null) return null;
  const ms = wallClockToMs(written);
  if (ms === null) return entry.wrong(field, text('conventions.noDay', { value: written }));
  return msToWallClock(ms);
}

function isMidnight(at: WallClock): boolean {
  return at.endsWith(' 00:00:00');
}

function isDay(written: string): boolean {
  return /^\S{10}$/.test(written);
}

function shortest(at: WallClock): string {
  return at.replace(/ 00:00:00$/, '').replace(/:00$/, '');
}
