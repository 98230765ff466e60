import {
  catalogue,
  cohortKind,
  definitionOf,
  findKpi,
  isChoice,
  parseKpiAttributes,
  parseVariant,
  type Kpi,
} from '#kpi';
import { attributeOf, type CellContent } from '#notebook';
import type { Unit } from '#table';
import { kpiUnits, type ColumnUnits } from '../table/columns.ts';
import { besideUnits } from './beside.ts';

/** What a cell's KPI measures in the variant in force; null for a cell that is no KPI's. */
export function unitOfCell(
  cell: Pick<CellContent, 'attributes'>,
  kpis: readonly Kpi[] = catalogue,
): Unit | null {
  const attributes = parseKpiAttributes(cell);
  const kpi = attributes && findKpi(attributes.kpi, kpis);
  if (!kpi) return null;
  const choice = parseVariant(kpi, attributes.variant ?? '');
  return (isChoice(choice) ? definitionOf(kpi, choice) : kpi.definition).unit;
}

/** What the columns of a cell measure, as far as its KPI and its own attributes say. */
export function unitsOfCell(
  cell: Pick<CellContent, 'attributes'>,
  kpis: readonly Kpi[] = catalogue,
): ColumnUnits {
  const unit = isShareCohort(cell, kpis) ? 'percent' : unitOfCell(cell, kpis);
  const isHeadline = parseKpiAttributes(cell)?.shape === 'headline';
  return {
    ...(unit ? kpiUnits(unit) : {}),
    ...(unit && isHeadline ? besideUnits(unit) : {}),
    ...writtenUnits(cell),
  };
}

/** Whether a cell shows which share of its tickets had something, whatever its KPI measures. */
function isShareCohort(cell: Pick<CellContent, 'attributes'>, kpis: readonly Kpi[]): boolean {
  const attributes = parseKpiAttributes(cell);
  const kpi = attributes?.shape === 'cohort' ? findKpi(attributes.kpi, kpis) : undefined;
  const choice = kpi && parseVariant(kpi, attributes?.variant ?? '');
  return choice !== undefined && isChoice(choice) && cohortKind(kpi!, definitionOf(kpi!, choice)) === 'share';
}

/** `percent="rate share"` and `duration="wait"`: columns by name, whatever else a cell is. */
function writtenUnits(cell: Pick<CellContent, 'attributes'>): ColumnUnits {
  const pairs = (['percent', 'duration'] as const).flatMap((unit) =>
    (attributeOf(cell, unit) ?? '').split(/[\s,]+/).map((name) => [name, unit] as const),
  );
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}
