import { needsOf, type Kpi } from '#kpi';

/** The KPIs, by id, that read one of these tables or columns where they are computed as usual. */
export function affected(touches: readonly string[], kpis: readonly Kpi[]): string[] {
  const tables = new Set(touches.filter((each) => !each.includes('.')));
  const columns = new Set(touches.filter((each) => each.includes('.')));
  return kpis
    .filter(({ definition }) => {
      const needs = [definition.from, ...needsOf(definition)].flatMap((need) => need.split('|'));
      const read = needs.map((need) => need.trim());
      return read.some((need) => columns.has(need) || tables.has(need.split('.')[0] ?? ''));
    })
    .map(({ id }) => id);
}
