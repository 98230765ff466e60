import type { Kpi } from '#kpi';
import type { Period } from '#time';
import type { NotebookSession } from './NotebookSession.svelte.ts';

/** What can be asked of a KPI in the window that lies over the page. */
export type KpiQuestionKind = 'reconcile' | 'target' | 'explain';

/** Two periods of a KPI, where others are meant than the notebook's own. */
export interface AskedChange {
  readonly variant: string;
  readonly before: Period;
  readonly now: Period;
}

export interface KpiQuestion {
  readonly kind: KpiQuestionKind;
  /** The KPI's id. */
  readonly kpi: string;
  /** The notebook whose filters and period are meant; null for all that is loaded. */
  readonly session: NotebookSession | null;
  /** The cell that it was asked from. */
  readonly cellId: string | null;
  /** What is to be explained; null for the change of the cell's own value. */
  readonly change: AskedChange | null;
}

/** A question as it is put, with as much of its place as is known. */
export type KpiAsked = Pick<KpiQuestion, 'kind' | 'kpi'> & Partial<KpiQuestion>;

/** Whether a KPI has the one value that the question is about; whether its change can be explained is known where that is done. */
export function canAsk({ definition, sql }: Kpi, kind: Exclude<KpiQuestionKind, 'explain'>): boolean {
  return definition.shape !== 'custom' || (kind === 'target' && sql.headline !== undefined);
}
