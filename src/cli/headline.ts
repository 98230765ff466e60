import { findKpi, measure, parseKpiAttributes, stateOfCell, type Kpi, type Measurement } from '#kpi';
import { buildValue, isHeadline, unitOfCell, type Headline } from '#output';
import type { Unit } from '#table';
import type { Period } from '#time';
import type { ReportParts } from './report.ts';
import type { CellResult } from './results.ts';
import { book } from './scope.ts';

/** The value of a KPI's headline cell, and what the program measures beside it. */
export interface FoundHeadline extends Pick<Headline, 'value' | 'n' | 'beside'> {
  readonly kpi: Kpi;
  readonly unit: Unit;
  /** Null where the cell takes all rows. */
  readonly period: Period | null;
  /** Null where the cell's SQL is no longer the KPI's. */
  readonly measured: Measurement | null;
}

/** Null for a cell that is not a KPI's headline. */
export async function findHeadline(
  { cell, table }: CellResult,
  { data, notebook, period: chosen, kpis }: ReportParts,
): Promise<FoundHeadline | null> {
  const attributes = parseKpiAttributes(cell);
  const kpi = findKpi(attributes?.kpi ?? '', kpis);
  if (!kpi || table === null || attributes?.shape !== 'headline' || !isHeadline(table)) return null;
  const unit = unitOfCell(cell, kpis) ?? kpi.definition.unit;
  const { value, n, beside } = buildValue(table, { unit, better: kpi.better });
  const period = cell.source.includes('$period_start') ? chosen : null;
  const asOf = notebook.meta.asOf ?? data.asOf;
  const measured =
    stateOfCell(cell, { kpis }) === 'asInCatalogue'
      ? await measure(data.engine, book, kpi, { variant: attributes.variant, period, asOf })
      : null;
  return { kpi, unit, value, n, beside, period, measured };
}
