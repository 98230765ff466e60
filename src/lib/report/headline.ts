import type { TableOutput } from '#cells';
import { findKpi, parseKpiAttributes, type Kpi, type Measurement } from '#kpi';
import type { Cell } from '#notebook';
import { buildValue, isHeadline, unitOfCell, type Headline } from '#output';
import type { Unit } from '#table';
import type { Period } from '#time';
import type { CellResult } from './result.ts';

/** One value of a cell, and what the program measures beside it where it is a KPI's. */
export interface FoundHeadline extends Pick<Headline, 'value' | 'n' | 'beside'> {
  /** Null for a value of a reader's own. */
  readonly kpi: Kpi | null;
  readonly unit: Unit;
  /** Null where the cell takes all rows. */
  readonly period: Period | null;
  /** Null where the cell's SQL is no longer the KPI's. */
  readonly measured: Measurement | null;
}

export interface HeadlineOptions {
  readonly kpis: readonly Kpi[];
  /** The notebook's. */
  readonly period: Period;
  /** Null for a cell that does not say what the catalogue says. */
  readonly measure: (cell: Cell, output: TableOutput) => Promise<Measurement | null> | null;
}

/** Null for a cell that is more than one value. */
export async function findHeadline(
  { cell, state, table }: CellResult,
  { kpis, period: chosen, measure }: HeadlineOptions,
): Promise<FoundHeadline | null> {
  const attributes = parseKpiAttributes(cell);
  const kpi = findKpi(attributes?.kpi ?? '', kpis) ?? null;
  const output = state.status === 'done' && state.output.kind === 'table' ? state.output : null;
  if (!table || !output || (attributes && attributes.shape !== 'headline') || !isHeadline(table)) return null;
  const unit = unitOfCell(cell, kpis) ?? kpi?.definition.unit ?? 'number';
  const { value, n, beside } = buildValue(table, { unit, better: kpi?.better ?? 'neither' });
  const period = cell.source.includes('$period_start') ? chosen : null;
  return { kpi, unit, value, n, beside, period, measured: await measure(cell, output) };
}
