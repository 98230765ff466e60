import { toTabContent, type TabContent } from './tab.ts';

export interface KeptTab {
  readonly content: TabContent;
  readonly preview: boolean;
  readonly sticky: boolean;
}

export interface WindowState {
  readonly tabs: readonly KeptTab[];
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

function toTab(value: unknown): KeptTab[] {
  if (typeof value !== 'object' || value === null) return [];
  const content = toTabContent(Reflect.get(value, 'content'));
  if (!content) return [];
  const is = (key: string) => Reflect.get(value, key) === true;
  return [{ content, preview: is('preview'), sticky: is('sticky') }];
}
