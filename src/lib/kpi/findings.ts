import type { Engine } from '#engine';
import type { CellContent } from '#notebook';
import type { Text } from '#errors';
import type { Unit } from '#table';
import type { Period, WallClock } from '#time';
import { availability } from './availability.ts';
import { parseKpiAttributes, stateOfCell, type KpiAttributes } from './cell.ts';
import type { Definition, Kpi } from './kpi.ts';
import { memberTargets, type MemberTargets } from './member-targets.ts';
import type { KpiProfile } from './profile.ts';
import { readTargets } from './target.ts';
import { hasDays, unusualDaysOf, type UnusualDay } from './unusual-days.ts';
import { definitionOf, isChoice, parseVariant } from './variant.ts';

/** Why the data cannot give a KPI, and the variants of it that they can give. */
export interface Refusal {
  readonly reason: Text;
  readonly alternatives: readonly string[];
}

/** What is to be said of a KPI cell's rows besides what they say. */
export interface Findings {
  readonly unit: Unit;
  /** Days unlike the same weekday of the weeks before, the latest first. */
  readonly unusual: readonly UnusualDay[];
  readonly targets: MemberTargets | null;
}

export interface FindingsOptions {
  readonly kpis: readonly Kpi[];
  readonly book: string;
  readonly period: Period;
  readonly asOf: WallClock | null;
  readonly signal?: AbortSignal | undefined;
}

/** Of a cell whose KPI can be had. Asks the engine at most once. Null where nothing can be claimed: a cell that is no KPI's, or says other than the catalogue. */
export async function findingsOf(
  engine: Engine,
  cell: Pick<CellContent, 'attributes' | 'source'>,
  { kpis, ...world }: FindingsOptions,
): Promise<Findings | null> {
  const attributes = parseKpiAttributes(cell);
  const kpi = attributes && kpis.find(({ id }) => id === attributes.kpi);
  if (!kpi || stateOfCell(cell, { kpis }) !== 'asInCatalogue') return null;
  const choice = parseVariant(kpi, attributes.variant ?? '');
  if (!isChoice(choice)) return null;
  const definition = definitionOf(kpi, choice);
  const { unit } = definition;
  const isOpen = !cell.source.includes('$period_start') || (!world.period.from && !world.period.to);
  const options = { ...world, kpi, definition, period: isOpen ? null : world.period };
  const { shape, by = kpi.by } = attributes;
  if (shape === 'breakdown' || shape === 'extremes') {
    const targets = memberTargets(await readTargets(engine, world.book, world.signal), { ...options, by });
    return targets && { unit, unusual: [], targets };
  }
  if (!showsDays(attributes, options)) return null;
  const unusual = await unusualDaysOf(engine, world.book, options);
  return unusual.length === 0 ? null : { unit, unusual, targets: null };
}

export interface RefusalOptions {
  readonly kpis: readonly Kpi[];
  /** What the data can answer from. */
  readonly profile: () => Promise<KpiProfile>;
}

/** Why a cell's KPI cannot be had from the data; null where it can, and for cells that no longer say what the catalogue says. */
export async function refusalOf(
  cell: Pick<CellContent, 'attributes' | 'source'>,
  { kpis, profile }: RefusalOptions,
): Promise<Refusal | null> {
  const attributes = parseKpiAttributes(cell);
  const kpi = attributes && kpis.find(({ id }) => id === attributes.kpi);
  if (!kpi || stateOfCell(cell, { kpis }) !== 'asInCatalogue') return null;
  const withPeriod = cell.source.includes('$period_start');
  const found = availability(kpi, await profile(), { variant: attributes.variant, withPeriod });
  return found.status === 'ok' ? null : { reason: found.reason, alternatives: found.alternatives };
}

/** A headline is said to have unusual days only of the period it is of. */
function showsDays(
  { shape, grain, by }: KpiAttributes,
  { kpi, definition, period }: { kpi: Kpi; definition: Definition; period: Period | null },
): boolean {
  const isTrend = shape === 'trend' && (grain ?? kpi.grain) === 'day' && by === undefined;
  return hasDays(kpi, definition) && (isTrend || (shape === 'headline' && period !== null));
}
