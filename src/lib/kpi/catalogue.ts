import { assert } from '#errors';
import type { Kpi } from './kpi.ts';
import { parseKpi } from './parse.ts';

const files = import.meta.glob<string>('./catalogue/*.md', { query: '?raw', import: 'default', eager: true });

/** The KPIs that Deskbook brings along, in the order in which a gallery shows them. */
export const catalogue: readonly Kpi[] = Object.entries(files)
  .map(([path, text]) => {
    const { kpi, diagnostics } = parseKpi(text);
    assert(kpi, `${path} parses: ${JSON.stringify(diagnostics)}`);
    return kpi;
  })
  .sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));

/** The file of a KPI that comes with the program, as it is written; null for another. */
export function sourceOf(id: string): string | null {
  return files[`./catalogue/${id}.md`] ?? null;
}

/** The KPI of that id. */
export function findKpi(id: string, kpis: readonly Kpi[] = catalogue): Kpi | undefined {
  return kpis.find((kpi) => kpi.id === id);
}
