import { cutsOf, kpiCell, kpiCellName, type Cut, type Kpi } from '#kpi';
import type { Locale } from '#messages';
import type { Cell } from '#notebook';
import type { NotebookSession } from '#workspace';
import type { Snippet } from '../editor/vocabulary.ts';

/** The KPIs as cells that an empty cell may become: the headline of each, and what its gallery shows first. */
export function kpiSnippets(session: NotebookSession, cell: Cell, locale: Locale): Snippet[] {
  const { kpis, settings } = session.workspace;
  const { weekStart } = settings;
  return kpis.flatMap((kpi) =>
    offeredOf(kpi).map((shape): Snippet => ({
      name: kpiCellName(kpi, { shape }),
      detail: kpi.name[locale],
      info: meaningOf(kpi, locale),
      insert() {
        const { kind, name, attributes, source } = kpiCell(kpi, { shape, weekStart });
        session.fill(cell.id, { kind, name, attributes, source: source.trimEnd() });
      },
    })),
  );
}

/** Asked with every key: a KPI is never changed in place, so what was found for one stays true of it. */
const offered = new WeakMap<Kpi, readonly Cut[]>();

function offeredOf(kpi: Kpi): readonly Cut[] {
  const known = offered.get(kpi);
  if (known) return known;
  const there = cutsOf(kpi);
  const shapes = [...new Set([there[0] ?? 'headline', kpi.cut])].filter((cut) => there.includes(cut));
  offered.set(kpi, shapes);
  return shapes;
}

/** The first sentences of what a KPI means. */
export function meaningOf(kpi: Kpi, locale: Locale): string {
  return kpi.prose[locale].meaning.split('\n\n', 1)[0] ?? '';
}
