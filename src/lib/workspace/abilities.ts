import type { Text } from '#errors';
import type { Kpi, KpiProfile } from '#kpi';

/** Which KPIs the loaded data can give, and what is wanting for the others. */
export interface Abilities {
  readonly can: readonly Kpi[];
  readonly cannot: readonly { readonly kpi: Kpi; readonly reason: Text }[];
}

/** Judges each KPI by what is known of the data; measures nothing. */
export async function abilitiesOf(kpis: readonly Kpi[], profile: KpiProfile): Promise<Abilities> {
  const { availability } = await import('#kpi');
  const judged = kpis.map((kpi) => ({ kpi, found: availability(kpi, profile) }));
  return {
    can: judged.flatMap(({ kpi, found }) => (found.status === 'ok' ? [kpi] : [])),
    cannot: judged.flatMap(({ kpi, found }) =>
      found.status === 'not_computable' ? [{ kpi, reason: found.reason }] : [],
    ),
  };
}
