import type { Kpi } from '#kpi';

/** A KPI that can be measured, until the signal says that it is being changed. */
export interface Measured {
  readonly kpi: Kpi;
  readonly signal?: AbortSignal;
}
