import { text } from '#errors';
import type { Kpi } from '#kpi';
import { copyKpi, newKpi } from '../kpi-making.ts';
import { canAsk, type KpiAsked, type KpiQuestionKind } from '../kpi-question.ts';
import type { Workspace } from '../Workspace.svelte.ts';
import type { Command } from './command.ts';

const category = 'workspace.category.kpi';
const when = (workspace: Workspace) => !workspace.data.isEmpty;

export const kpiCommands = [
  {
    id: 'kpi.new',
    title: 'workspace.command.newKpi',
    category,
    run: newKpi,
  },
  {
    id: 'kpi.copy',
    title: 'workspace.command.copyKpi',
    category,
    when: ({ tabs, library }) => tabs.active?.content.kind === 'kpi' && library.isLoaded,
    run: async (workspace) => {
      const content = workspace.tabs.active?.content;
      if (content?.kind === 'kpi') await copyKpi(workspace, content.id);
    },
  },
  {
    id: 'kpi.reconcile',
    title: 'workspace.command.reconcile',
    category,
    when,
    run: (workspace) => askOf(workspace, 'reconcile', (kpi) => canAsk(kpi, 'reconcile')),
  },
  {
    id: 'kpi.target',
    title: 'workspace.command.setTarget',
    category,
    when,
    run: (workspace) => askOf(workspace, 'target', (kpi) => canAsk(kpi, 'target')),
  },
  {
    id: 'kpi.explain',
    title: 'explaining.ask',
    category,
    when,
    run: async (workspace) => {
      const { canExplain } = await import('#explain');
      await askOf(workspace, 'explain', (kpi) => canExplain(kpi));
    },
  },
  {
    id: 'kpi.test',
    title: 'cause.ask',
    category,
    when,
    run: async (workspace) => {
      const { canExplain } = await import('#explain');
      await askOf(workspace, 'test', (kpi) => canExplain(kpi));
    },
  },
] as const satisfies readonly Command[];

/** Of the KPI in front, if there is one; else of one that the reader picks. */
async function askOf(workspace: Workspace, kind: KpiQuestionKind, can: (kpi: Kpi) => boolean): Promise<void> {
  const front = inFront(workspace, kind, can);
  if (front) return workspace.ask(front);
  const { quickInput, kpis, locale, t } = workspace;
  const items = kpis
    .filter(can)
    .map(({ id, name, theme }) => ({ id, label: name[locale], detail: t(`gallery.theme.${theme}`) }));
  const kpi = await quickInput.pick(text('workspace.pick.kpi'), items);
  if (kpi !== null) await workspace.ask({ kind, kpi });
}

/** The KPI whose page is in front, or whose cell is selected. */
function inFront(
  { tabs, session, library }: Workspace,
  kind: KpiQuestionKind,
  can: (kpi: Kpi) => boolean,
): KpiAsked | null {
  const content = tabs.active?.content;
  const cell = session?.cell(session.selection.focused);
  const id = content?.kind === 'kpi' ? content.id : cell?.attributes.find(({ key }) => key === 'kpi')?.value;
  const kpi = library.find(id ?? '');
  if (!kpi || !can(kpi)) return null;
  return content?.kind === 'kpi'
    ? { kind, kpi: kpi.id }
    : { kind, kpi: kpi.id, session, cellId: cell?.id ?? null };
}
