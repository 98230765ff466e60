import type { Cell } from '#notebook';
import { describeChart, parseSpec } from '#output';
import type { CellSnapshot } from '#runtime';
import type { Reader } from '../outputs/reader.ts';

const longest = 160;

/** A folded cell in a line: what a chart shows, or how the source begins. */
export function summaryOf(cell: Cell, { lastOutput }: CellSnapshot, reader: Reader): string {
  const parsed = cell.kind === 'vega-lite' ? parseSpec(cell.source) : null;
  if (!parsed?.ok) return cell.source.trim().replace(/\s+/g, ' ').slice(0, longest);
  if (lastOutput?.kind !== 'chart') return reader.t('notebook-editor.state.idle');
  const rows = lastOutput.data?.table.rowCount ?? 0;
  return reader.tell(describeChart(parsed.spec, rows));
}
