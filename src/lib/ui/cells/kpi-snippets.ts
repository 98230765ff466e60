import { cutsOf, kpiCell, type Kpi } from '#kpi';
import type { Locale } from '#messages';
import type { Cell } from '#notebook';
import type { NotebookSession } from '#workspace';
import type { Snippet } from '../editor/vocabulary.ts';

/** The KPIs as cells that an empty cell may become: the headline of each, and what its gallery shows first. */
export function kpiSnippets(session: NotebookSession, cell: Cell, locale: Locale): Snippet[] {
  const { kpis, settings } = session.workspace;
  const { weekStart } = settings;
  return kpis.flatMap((kpi) => {
    const offered = cutsOf(kpi);
    const shapes = [...new Set([offered[0] ?? 'headline', kpi.cut])].filter((cut) => offered.includes(cut));
    return shapes.map((shape): Snippet => {
      const { kind, name, attributes, source } = kpiCell(kpi, { shape, weekStart });
      return {
        name,
        detail: kpi.name[locale],
        info: meaningOf(kpi, locale),
        insert: () => session.fill(cell.id, { kind, name, attributes, source: source.trimEnd() }),
      };
    });
  });
}

/** The first sentences of what a KPI means. */
export function meaningOf(kpi: Kpi, locale: Locale): string {
  return kpi.prose[locale].meaning.split('\n\n', 1)[0] ?? '';
}
