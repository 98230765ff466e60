import { dayMs, reachedPart, wallClockToMs, type Period, type WallClock } from '#time';
import type { Definition, Kpi } from './kpi.ts';
import type { Target } from './target.ts';

/**
 * How a target stands to what was measured: judged; judged so far, the data ending within its span; not judged, since it is a
 * goal for another span of time; or not judged, since it is a goal for a count over time and names no span.
 */
export type Standing = 'judged' | 'soFar' | 'otherSpan' | 'noSpan';

/** A target as it applies to what is measured. */
export interface Goal {
  readonly value: number;
  readonly standing: Standing;
  /** From when to when it holds, where both are named. */
  readonly span: Period | null;
  /** How many of its days the data reach, where they end within it. */
  readonly gone: { readonly days: number; readonly of: number } | null;
}

export interface GoalOptions {
  readonly kpi: Kpi;
  readonly definition: Definition;
  readonly member?: string | null | undefined;
  /** Null for all rows. */
  readonly period: Period | null;
  readonly asOf: WallClock | null;
}

/**
 * The target that applies to a KPI's value. A rate or a duration goes by the one in force where its period ends, a stock by the
 * one in force at the instant it is taken. A count over time is only judged by a goal for that very time.
 */
export function goalOf(targets: readonly Target[], options: GoalOptions): Goal | null {
  const { kpi, definition, member = null, period, asOf } = options;
  const own = targets.filter((target) => target.kpi === kpi.id && isSame(target.member, member));
  const inForce = latestAt(own, instantOf(options));
  if (isFlow(kpi, definition)) return goalOfCount(own, { inForce, period, asOf });
  return inForce && { value: inForce.value, standing: 'judged', span: spanOf(inForce), gone: null };
}

/** Whether parts add up to the whole: what is a goal for all is then none for each. */
export function isTotal({ shape, unit }: Definition): boolean {
  if (shape === 'custom') return unit !== 'percent' && unit !== 'score' && unit !== 'nps';
  return shape === 'count';
}

/** Names are compared as people write them. */
export function isSame(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : folded(one) === folded(other);
}

export function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/** A count of what happened, as opposed to a stock of what there is at an instant. */
function isFlow(kpi: Kpi, definition: Definition): boolean {
  return isTotal(definition) && (definition.at !== null || headlineReads(kpi, definition, '$period_start'));
}

function headlineReads(kpi: Kpi, definition: Definition, parameter: string): boolean {
  return (definition.sql ?? kpi.sql).headline?.includes(parameter) ?? false;
}

/** The instant just before which a target has to hold: where the period ends or the data do; a stock is taken as of now. */
function instantOf({ kpi, definition, period, asOf }: GoalOptions): WallClock | null {
  const end = period?.to ?? null;
  if (definition.at === null && !headlineReads(kpi, definition, '$period_end')) return asOf;
  return end !== null && (asOf === null || end < asOf) ? end : (asOf ?? end);
}

function goalOfCount(
  own: readonly Target[],
  { inForce, period, asOf }: { inForce: Target | null; period: Period | null; asOf: WallClock | null },
): Goal | null {
  for (const target of own) {
    const span = spanOf(target);
    const reached = span && reachedPart(span, asOf);
    if (!span || !period || !isFor(span, { period, reached })) continue;
    const gone = reached && { days: days(reached), of: days(span) };
    return { value: target.value, standing: gone ? 'soFar' : 'judged', span, gone };
  }
  if (!inForce) return null;
  const span = spanOf(inForce);
  return { value: inForce.value, standing: span ? 'otherSpan' : 'noSpan', span, gone: null };
}

/** Whether a period is a goal's span: all of it, or as far as the data reach. */
function isFor(span: Period, { period, reached }: { period: Period; reached: Period | null }): boolean {
  if (period.from !== span.from) return false;
  if ((period.wholeTo ?? period.to) === span.to) return true;
  const { to } = period;
  return reached !== null && to !== null && to >= (reached.to ?? '') && to <= (span.to ?? '');
}

/** Of the targets that hold just before an instant (of all, without one) the one that began last. */
export function latestAt(targets: readonly Target[], before: WallClock | null): Target | null {
  return targets
    .filter((target) => before === null || holdsBefore(target, before))
    .reduce<Target | null>(
      (best, target) => (best === null || (target.from ?? '') > (best.from ?? '') ? target : best),
      null,
    );
}

function holdsBefore(target: Target, before: WallClock): boolean {
  return (target.from === null || target.from < before) && (target.to === null || target.to >= before);
}

/** From when to when a target holds; null unless both are named. */
function spanOf({ from, to }: Target): Period | null {
  return from === null || to === null ? null : { from, to };
}

function days({ from, to }: Period): number {
  return Math.round(((wallClockToMs(to ?? '') ?? 0) - (wallClockToMs(from ?? '') ?? 0)) / dayMs);
}
