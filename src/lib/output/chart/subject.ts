import {
  catalogue,
  cohortKind,
  definitionOf,
  distributionOf,
  findKpi,
  isChoice,
  parseKpiAttributes,
  parseVariant,
  stateOfCell,
  type Choice,
  type Cut,
  type Definition,
  type Kpi,
} from '#kpi';
import type { CellContent } from '#notebook';
import type { Grain } from '#time';

/** The KPI and the cut that a chart's rows are of. */
export interface ChartSubject {
  readonly kpi: Kpi;
  readonly cut: Cut;
  readonly choice: Choice;
  readonly definition: Definition;
  readonly grain: Grain;
  /** Whether the rows are what the catalogue computes: only then is it known how sure they are. */
  readonly isOriginal: boolean;
}

interface SubjectOptions {
  readonly kpis?: readonly Kpi[] | undefined;
}

/** Null for a cell that is no KPI's. */
export function chartSubject(
  cell: Pick<CellContent, 'attributes' | 'source'>,
  { kpis = catalogue }: SubjectOptions = {},
): ChartSubject | null {
  const attributes = parseKpiAttributes(cell);
  const kpi = attributes && findKpi(attributes.kpi, kpis);
  if (!kpi) return null;
  const { shape: cut, variant = '', grain } = attributes;
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) return null;
  return {
    kpi,
    cut,
    choice,
    definition: definitionOf(kpi, choice),
    grain: grain ?? (cut === 'trend' ? kpi.grain : 'week'),
    isOriginal: stateOfCell(cell, { kpis }) === 'asInCatalogue',
  };
}

/** Whether a cohort shows the share of its tickets that had something, rather than the KPI itself. */
export function isShareCohort({ kpi, cut, definition }: ChartSubject): boolean {
  return cut === 'cohort' && cohortKind(kpi, definition) === 'share';
}

/** What the bars of a distribution count. */
export function countedIn({ definition }: ChartSubject): 'rows' | 'things' | 'days' {
  return distributionOf(definition) ?? 'rows';
}
