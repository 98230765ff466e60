import { dayMs, msToWallClock, wallClockToMs, type Instant, type WallClock } from './wall-clock.ts';

/** From `fromUtcSeconds` on, a zone's clocks are `offsetSeconds` ahead of UTC. The first of a list reaches back without limit. */
export interface ZoneTransition {
  readonly fromUtcSeconds: number;
  /** The first wall clock that is read with this offset, when both offsets could be meant or neither fits. */
  readonly fromLocalSeconds: number;
  readonly offsetSeconds: number;
}

const searchStepMs = 5 * 86_400_000;
const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the name is a time zone the browser knows (`America/Sao_Paulo`) or an offset (`-03:00`). */
export function isZone(zone: string): boolean {
  if (fixedOffset(zone) !== null) return true;
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** How far ahead of UTC the clocks of a zone are at an instant. */
export function offsetAt(zone: string, instant: Instant): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) part[type] = Number(value);
  const local = Date.UTC(
    part['year']!,
    part['month']! - 1,
    part['day'],
    part['hour'],
    part['minute'],
    part['second'],
  );
  return local / 1000 - Math.floor(instant / 1000);
}

/**
 * The offsets of a zone over a range, as the platform's own tables give them. Years before 1900 and after 2100 keep the
 * nearest offset: a date such as 0022-04-15 is a typing error, not a reason to search two thousand years.
 *
 * A wall clock that occurs twice (clocks set back) is read as the first; one that never occurs (set forward) keeps the
 * offset before the jump, and so is shown shifted forward by the jump.
 */
export function zoneTransitions(zone: string, fromMs: Instant, toMs: Instant): ZoneTransition[] {
  const from = clamp(Math.floor(fromMs / 1000) * 1000);
  const to = clamp(toMs);
  const first = from / 1000;
  let offset = offsetAt(zone, from);
  const found: ZoneTransition[] = [
    { fromUtcSeconds: first, fromLocalSeconds: first + offset, offsetSeconds: offset },
  ];
  if (fixedOffset(zone) !== null) return found;
  for (let at = from; at < to; at += searchStepMs) {
    const next = Math.min(at + searchStepMs, to);
    if (offsetAt(zone, next) === offset) continue;
    const seconds = changeBetween(zone, at / 1000, Math.ceil(next / 1000));
    const before = offset;
    offset = offsetAt(zone, seconds * 1000);
    found.push({
      fromUtcSeconds: seconds,
      fromLocalSeconds: seconds + Math.max(before, offset),
      offsetSeconds: offset,
    });
  }
  return found;
}

/** A wall clock of a zone as UTC, read as the transitions read it; null for what is no wall clock. */
export function wallClockToUtc(wallClock: WallClock, zone: string): WallClock | null {
  const local = wallClockToMs(wallClock);
  if (local === null) return null;
  const transitions = zoneTransitions(zone, local - 2 * dayMs, local + 2 * dayMs);
  const passed = transitions.filter(({ fromLocalSeconds }) => fromLocalSeconds * 1000 <= local);
  const { offsetSeconds } = passed.at(-1) ?? transitions[0]!;
  return msToWallClock(local - offsetSeconds * 1000);
}

/** The first second after `low` with another offset than at `low`; `high` has another. */
function changeBetween(zone: string, low: number, high: number): number {
  const offset = offsetAt(zone, low * 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * 1000) === offset) low = middle;
    else high = middle;
  }
  return high;
}

function clamp(ms: number): number {
  return Math.min(Math.max(ms, earliest), latest);
}

function fixedOffset(zone: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return null;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}
