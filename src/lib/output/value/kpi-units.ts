import { definitionOf, findKpi, isChoice, parseKpiAttributes, parseVariant } from '#kpi';
import type { CellContent } from '#notebook';
import type { Unit } from '#table';
import { kpiUnits, type ColumnUnits } from '../table/columns.ts';

/** What a cell's KPI measures in the variant in force; null for a cell that is no KPI's. */
export function unitOfCell(cell: Pick<CellContent, 'attributes'>): Unit | null {
  const attributes = parseKpiAttributes(cell);
  const kpi = attributes && findKpi(attributes.kpi);
  if (!kpi) return null;
  const choice = parseVariant(kpi, attributes.variant ?? '');
  return (isChoice(choice) ? definitionOf(kpi, choice) : kpi.definition).unit;
}

/** What the columns of a cell measure, as far as its KPI says. */
export function unitsOfCell(cell: Pick<CellContent, 'attributes'>): ColumnUnits {
  const unit = unitOfCell(cell);
  return unit ? kpiUnits(unit) : {};
}
