import { chooseBins, cutsOf, kpiCell, type Bins, type Cut, type Kpi } from '#kpi';
import type { Workspace } from '#workspace';

interface Wanted {
  readonly shape: Cut;
  readonly variant?: string;
}

/** Puts one cut of a KPI as a cell into the notebook that was in front last. */
export async function insertKpi(
  workspace: Workspace,
  kpi: Kpi,
  { shape, variant = '' }: Wanted,
): Promise<void> {
  try {
    const bins = shape === 'distribution' ? await binsFor(workspace, kpi, variant) : undefined;
    const { weekStart } = workspace.settings;
    await workspace.insertCells(kpiCell(kpi, { shape, variant, bins, weekStart }).text);
  } catch (error) {
    workspace.fail(error);
  }
}

/** What a KPI is inserted as where nobody says: its headline, if it has one. */
export function usualCut(kpi: Kpi): Cut | undefined {
  return cutsOf(kpi)[0];
}

/** Bins that suit the loaded data, where the unit's own would not do. */
async function binsFor({ data, ready }: Workspace, kpi: Kpi, variant: string): Promise<Bins | undefined> {
  const { isEmpty, asOf } = data;
  if (isEmpty) return undefined;
  return (await chooseBins(await ready, null, kpi, { variant, period: null, asOf })) ?? undefined;
}
