import type { Cell } from '#notebook';
import { describeColumns, parseSpec, type ChartSubject } from '#output';
import type { CellSnapshot } from '#runtime';
import type { Reader } from '../outputs/reader.ts';

const longest = 160;

interface SummaryOptions {
  readonly reader: Reader;
  /** The KPI that a chart's rows are of. */
  readonly subject: ChartSubject | null;
}

/** A folded cell in a line: what a chart shows, or how the source begins. */
export function summaryOf(
  cell: Cell,
  { lastOutput }: CellSnapshot,
  { reader, subject }: SummaryOptions,
): string {
  const parsed = cell.kind === 'vega-lite' ? parseSpec(cell.source) : null;
  if (!parsed?.ok) return beginning(cell.source.trim().replace(/\s+/g, ' '));
  if (lastOutput?.kind !== 'chart') return reader.t('notebook-editor.state.idle');
  const table = lastOutput.data?.table ?? { rowCount: 0, columns: [] };
  return reader.tell(describeColumns(parsed.spec, table, { locale: reader.locale, subject }));
}

function beginning(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
