import { text } from '#errors';
import { refusalOf, type Refusal } from '#kpi';
import { attributeOf, type Cell } from '#notebook';
import type { RunContext } from './context.ts';

/**
 * Why a cell's rows are not to be read: the data cannot give its KPI; or there are none, and the cell says itself what that
 * means (`empty="No survey was answered in these weeks."`).
 */
export async function cannotOf(cell: Cell, rowCount: number, context: RunContext): Promise<Refusal | null> {
  const refusal = await refusalOf(cell, context);
  const reason = rowCount === 0 ? attributeOf(cell, 'empty') : undefined;
  return refusal ?? (reason ? { reason: text('runtime.sql.empty', { reason }), alternatives: [] } : null);
}
