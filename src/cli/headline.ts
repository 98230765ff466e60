import type { HeadlineOptions } from '#report';
import { findKpi, measure, parseKpiAttributes, stateOfCell, type Kpi } from '#kpi';
import type { Notebook } from '#notebook';
import type { Period } from '#time';
import type { Data } from './data.ts';
import { book } from './scope.ts';

/** What a cell's KPI is beside its value, in a notebook's book. */
export function measurer(
  data: Data,
  notebook: Notebook,
  { kpis, period: chosen }: { readonly kpis: readonly Kpi[]; readonly period: Period },
): HeadlineOptions['measure'] {
  const asOf = notebook.meta.asOf ?? data.asOf;
  return (cell) => {
    const attributes = parseKpiAttributes(cell);
    const kpi = findKpi(attributes?.kpi ?? '', kpis);
    if (!kpi || stateOfCell(cell, { kpis }) !== 'asInCatalogue') return null;
    const period = cell.source.includes('$period_start') ? chosen : null;
    return measure(data.engine, book, kpi, { variant: attributes?.variant, period, asOf });
  };
}
