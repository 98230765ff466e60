/** Milliseconds since 1970-01-01 00:00 UTC. */
export type Instant = number;

/** What a clock on the wall shows, `YYYY-MM-DD HH:MM:SS`; says nothing of a zone. */
export type WallClock = string;

export const dayMs = 86_400_000;

/** Reads `2026-03-01`, `2026-03-01 14:05` or `2026-03-01T14:05:09`, as if the clock stood in UTC; null for anything else. */
export function wallClockToMs(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const ms = Date.UTC(year!, month! - 1, day, hour, minute, second);
  return msToWallClock(ms).startsWith(`${match[1]}-${match[2]}-${match[3]}`) && hour! < 24 ? ms : null;
}

export function msToWallClock(ms: number): WallClock {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}
