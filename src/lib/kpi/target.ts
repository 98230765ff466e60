import type { Engine } from '#engine';
import { workspaceSource } from '#import';
import { quoteLiteral, quoteRelation } from '#sql';
import { toIso, toNumber, type Column } from '#table';
import { dayMs, msToWallClock, wallClockToMs, type WallClock } from '#time';
import type { Goal } from './goal.ts';
import type { Kpi, Translated } from './kpi.ts';

/** A row of the table of targets: what a KPI should be, for whom and from when to when. */
export interface Target {
  readonly kpi: string;
  /** The channel, team or agent it holds for; null for all. */
  readonly member: string | null;
  readonly from: string | null;
  /** No part of it. */
  readonly to: string | null;
  readonly value: number;
}

/** How a value stands to its target. */
export interface TargetResult extends Goal {
  /** Null where there is no value to judge, neither up nor down is better, or it is not yet decided. */
  readonly met: boolean | null;
  /** The part of the target that was reached: 1 is just met, more is better. Null where no such part can be told. */
  readonly attainment: number | null;
  /** Set by somebody, or the starting point that the KPI's file names. */
  readonly origin: 'set' | 'start';
  /** Where a starting point comes from. */
  readonly note: Translated | null;
}

/** The targets that were set, of everything or of a book's scope. */
export async function readTargets(
  engine: Engine,
  book: string | null,
  signal?: AbortSignal,
): Promise<Target[]> {
  const [targets, agents] = ['targets', 'agents'].map((name) =>
    quoteRelation(book ?? engine.database, 'main', name),
  );
  // Breakdowns call agents by their names, whatever the table of targets calls them.
  const table = await engine.query(
    `select * from (
  select source_id, kpi, nullif(trim(member), '') as member, from_at, to_at, value from ${targets} where value is not null
  union select t.source_id, kpi, name, from_at, to_at, value from ${targets} t join ${agents} a on a.agent_id = t.member where value is not null and name is not null
) order by from_at desc nulls last, source_id <> ${quoteLiteral(workspaceSource)}, source_id, value, member`,
    { signal },
  );
  const column = (name: string): Column | undefined => table.columns.find((each) => each.name === name);
  const word = (name: string, row: number): string | null => {
    const value = column(name)?.at(row);
    return typeof value === 'string' ? value : null;
  };
  const instant = (name: string, row: number): string | null => {
    const found = column(name);
    return found ? (toIso(found.at(row), found.kind)?.replace('T', ' ') ?? null) : null;
  };
  const isOurs = (row: number): boolean => word('source_id', row) === workspaceSource;
  return Array.from({ length: table.rowCount }, (_, row) => ({
    kpi: word('kpi', row) ?? '',
    member: word('member', row),
    from: instant('from_at', row),
    to: isOurs(row) ? endOfOwn(instant('to_at', row)) : endOf(instant('from_at', row), instant('to_at', row)),
    value: toNumber(column('value')?.at(row) ?? null) ?? NaN,
  }));
}

/** Judges a value by a target: goals such as “at most 300” are targets of KPIs that are better when lower. */
export function judge(
  value: number | null,
  { target, better }: { target: number; better: Kpi['better'] },
): Pick<TargetResult, 'met' | 'attainment'> {
  if (value === null || better === 'neither') return { met: null, attainment: null };
  const met = better === 'up' ? value >= target : value <= target;
  const [part, whole] = better === 'up' ? [value, target] : [target, value];
  return { met, attainment: part >= 0 && whole > 0 ? part / whole : null };
}

/** What a value is to its goal; one that is not over is only judged where nothing can change it any more. */
export function standTo(
  goal: Goal,
  value: number | null,
  better: Kpi['better'],
): Pick<TargetResult, keyof Goal | 'met' | 'attainment'> {
  const { met, attainment } = judge(value, { target: goal.value, better });
  switch (goal.standing) {
    case 'judged':
      return { ...goal, met, attainment };
    case 'soFar': {
      const isRising = better === 'up';
      return { ...goal, met: met === isRising ? met : null, attainment: isRising ? attainment : null };
    }
    case 'otherSpan':
    case 'noSpan':
      return { ...goal, met: null, attainment: null };
  }
}

/**
 * Where a target of a file ends, the end no part of it. People write the last day of a month or a week as readily as the first one after it: the 31st of March is
 * the end of March, and a week from Monday to Sunday has seven days.
 */
function endOf(from: WallClock | null, to: WallClock | null): WallClock | null {
  const end = to === null ? null : wallClockToMs(to);
  if (end === null) return null;
  const start = from === null ? null : wallClockToMs(from);
  const midnight = Math.floor(end / dayMs) * dayMs;
  const nextDay = midnight + dayMs;
  if (end !== midnight) return nextDay - end <= 60_000 ? msToWallClock(nextDay) : to;
  return isLastDay(start, midnight) ? msToWallClock(nextDay) : to;
}

/** What was set here is kept with the last second of its last day. */
function endOfOwn(to: WallClock | null): WallClock | null {
  const next = to === null ? null : (wallClockToMs(to) ?? 0) + 1000;
  return next !== null && next % dayMs === 0 ? msToWallClock(next) : to;
}

function isLastDay(start: number | null, day: number): boolean {
  if (new Date(day + dayMs).getUTCDate() === 1) return true;
  if (start === null) return false;
  const isWeeks = (ms: number): boolean => ms > 0 && ms % (7 * dayMs) === 0;
  return day <= start || (isWeeks(day + dayMs - start) && !isWeeks(day - start));
}
