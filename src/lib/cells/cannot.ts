import { text } from '#errors';
import { refusalOf, type Refusal } from '#kpi';
import { attributeOf, type Cell } from '#notebook';
import type { RunContext } from './context.ts';

/**
 * Why a cell's rows are not to be read: the data cannot give its KPI; or there are none, of its KPI or by what the cell
 * says itself of that (`empty="No survey was answered in these weeks."`).
 */
export async function cannotOf(cell: Cell, rowCount: number, context: RunContext): Promise<Refusal | null> {
  const refusal = await refusalOf(cell, context);
  if (refusal || rowCount > 0) return refusal;
  const reason = attributeOf(cell, 'empty');
  if (reason) return { reason: text('runtime.sql.empty', { reason }), alternatives: [] };
  return attributeOf(cell, 'kpi') ? { reason: text('runtime.kpi.noRows'), alternatives: [] } : null;
}
