import { attributeOf, type Cell } from '#notebook';
import { parseSpec } from '#output';

/** How much of a cell is folded away: nothing, what computes it, or all but one line. */
export type Fold = 'open' | 'code' | 'all';

/** How a cell is shown at first: what its `fold` attribute says; a chart is for looking at, so its text is folded. */
export function startFold(cell: Cell): Fold {
  const written = attributeOf(cell, 'fold');
  if (written === null || written === 'all') return 'all';
  if (written === 'code') return 'code';
  return cell.kind === 'vega-lite' && parseSpec(cell.source).ok ? 'code' : 'open';
}

/** The value of the `fold` attribute that a cell is to start with; undefined for none. */
export function foldAttribute(fold: Fold): string | null | undefined {
  return fold === 'all' ? null : fold === 'code' ? 'code' : undefined;
}
