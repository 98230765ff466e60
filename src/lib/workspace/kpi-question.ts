import type { Kpi } from '#kpi';
import type { Period } from '#time';
import type { NotebookSession } from './NotebookSession.svelte.ts';

/** What can be asked of a KPI in the window that lies over the page. */
export type KpiQuestionKind = 'reconcile' | 'target' | 'explain' | 'test';

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
  /** What is to be tested; null where nothing is known of it yet. */
  readonly cause: AskedCause | null;
}

/** What is to be tested as a cause, as far as it is known. */
export interface AskedCause {
  readonly variant: string;
  /** `YYYY-MM-DD`. */
  readonly day: string | null;
  readonly dimension: string | null;
  /** Null for the rows that do not say. */
  readonly member: string | null;
}

/** A question as it is put, with as much of its place as is known. */
export type KpiAsked = Pick<KpiQuestion, 'kind' | 'kpi'> & Partial<KpiQuestion>;

/** Whether a KPI has the one value that the question is about; whether its change can be explained or tested is known where that is done. */
export function canAsk(
  { definition, sql }: Kpi,
  kind: Exclude<KpiQuestionKind, 'explain' | 'test'>,
): boolean {
  return definition.shape !== 'custom' || (kind === 'target' && sql.headline !== undefined);
}
