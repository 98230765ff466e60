import { toTabContent, type Tab, type TabContent } from './tab.ts';
import type { TabGroup } from './tab-group.ts';

export interface KeptTab {
  readonly content: TabContent;
  readonly preview: boolean;
  readonly sticky: boolean;
}

export interface KeptGroup {
  readonly tabs: readonly KeptTab[];
  readonly activeId: string | null;
  readonly share: number;
}

/** What comes back of a window: its groups of tabs, and which of them was in use. */
export interface WindowState {
  readonly groups: readonly KeptGroup[];
  readonly current: number;
}

/** What the journal keeps of a window; imports end with it. */
export function windowStateOf(groups: readonly TabGroup[], current: TabGroup): WindowState {
  const isKept = ({ content }: Tab) => content.kind !== 'import';
  const kept = groups.filter(({ list }) => list.some(isKept));
  return {
    groups: kept.map(({ list, activeId, share }) => ({ tabs: list.filter(isKept), activeId, share })),
    current: Math.max(0, kept.indexOf(current)),
  };
}

/** Reads what the journal kept of a window; whatever it does not understand is left out. */
export function toWindowState(value: unknown): WindowState {
  const groups = fieldOf(value, 'groups');
  const current = fieldOf(value, 'current');
  return {
    // A window of a version without groups was one.
    groups: Array.isArray(groups) ? groups.map(toGroup) : [toGroup(value)],
    current: typeof current === 'number' ? current : 0,
  };
}

function toGroup(value: unknown): KeptGroup {
  const tabs = fieldOf(value, 'tabs');
  const activeId = fieldOf(value, 'activeId');
  const share = fieldOf(value, 'share');
  return {
    tabs: Array.isArray(tabs) ? tabs.flatMap(toTab) : [],
    activeId: typeof activeId === 'string' ? activeId : null,
    share: typeof share === 'number' && share > 0 ? share : 1,
  };
}

function toTab(value: unknown): KeptTab[] {
  const content = toTabContent(fieldOf(value, 'content'));
  if (!content) return [];
  const is = (key: string) => fieldOf(value, key) === true;
  return [{ content, preview: is('preview'), sticky: is('sticky') }];
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
