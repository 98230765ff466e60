import { isKpiText } from '#notebook';
import { patiently } from './patience.ts';
import { freeName, nameOf, toPath } from './path.ts';
import type { Draft, Journal, Legacy } from './storage/journal.ts';
import { toWindowState } from './window-state.ts';
import type { Workspace } from './Workspace.svelte.ts';

const nothing: Legacy = { drafts: [], window: null };

/** Opens what the last window had open, and every text that a window which is gone had not saved. */
export async function restoreWindow(workspace: Workspace, journal: Journal): Promise<void> {
  const { files, documents, library, tabs, fail } = workspace;
  const free = (path: string, taken: readonly string[]) =>
    toPath('own', freeName(nameOf(path), [...files.names, ...taken.map(nameOf)]));
  await patiently(() => files.refresh()).catch(fail);
  const { drafts, window } = await patiently(() => journal.adopt(free)).catch((error: unknown) => {
    fail(error);
    return nothing;
  });
  const isKpi = ({ path, text }: Draft) => library.has(path) || isKpiText(text);
  documents.restore(drafts.filter((draft) => !isKpi(draft)));
  library.documents.restore(drafts.filter(isKpi));
  tabs.restore(toWindowState(window));
  for (const draft of drafts) {
    const { path } = draft;
    (isKpi(draft) ? library.documents : documents).open(path);
    tabs.openBehind(isKpi(draft) ? { kind: 'kpi', id: path } : { kind: 'notebook', path });
  }
  if (tabs.list.length === 0) tabs.open({ kind: 'welcome' }, { pin: true });
}
