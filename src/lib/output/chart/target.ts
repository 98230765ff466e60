import type { Engine } from '#engine';
import { targetValue, type Kpi } from '#kpi';
import type { Cell } from '#notebook';
import type { Period } from '#time';
import { chartSubject } from './subject.ts';

interface ChartTargetOptions {
  readonly engine: Engine;
  readonly book: string;
  readonly kpis: readonly Kpi[];
  readonly period: Period;
  readonly asOf: string | null;
}

/** What every point of a cell's KPI should be; a goal for a period's count says nothing of its days. */
export async function chartTarget(
  cell: Cell,
  { engine, book, kpis, period, asOf }: ChartTargetOptions,
): Promise<number | null> {
  const subject = chartSubject(cell, { kpis });
  if (!subject || subject.definition.shape === 'count') return null;
  const variant = Object.values(subject.choice)
    .map(({ name }) => name)
    .join('+');
  return targetValue(engine, book, subject.kpi, { variant, period, asOf });
}
