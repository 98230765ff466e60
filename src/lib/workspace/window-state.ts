import { tabId, toTabContent, type Tab } from './tab.ts';

export interface WindowState {
  readonly tabs: readonly Tab[];
  readonly activeId: string | null;
}

/** Reads what the journal kept of a window; whatever it does not understand is left out. */
export function toWindowState(value: unknown): WindowState {
  if (typeof value !== 'object' || value === null) return { tabs: [], activeId: null };
  const tabs: unknown = Reflect.get(value, 'tabs');
  const activeId: unknown = Reflect.get(value, 'activeId');
  return {
    tabs: Array.isArray(tabs) ? tabs.flatMap(toTab) : [],
    activeId: typeof activeId === 'string' ? activeId : null,
  };
}

function toTab(value: unknown): Tab[] {
  if (typeof value !== 'object' || value === null) return [];
  const content = toTabContent(Reflect.get(value, 'content'));
  return content ? [{ id: tabId(content), content, preview: Reflect.get(value, 'preview') === true }] : [];
}
