import type { Tab } from './tab.ts';

/** Tabs that stand side by side under one strip, one of them in front. */
export interface TabGroup {
  readonly key: number;
  /** In their order: the pinned ones first. */
  readonly list: readonly Tab[];
  readonly activeId: string | null;
  /** Its share of the width, as a fraction of all groups. */
  readonly share: number;
}

export const leastShare = 0.15;

export function emptyGroup(key: number): TabGroup {
  return { key, list: [], activeId: null, share: 1 };
}

/** The pinned tabs first. */
export function ordered(list: readonly Tab[]): readonly Tab[] {
  return [...list.filter(({ sticky }) => sticky), ...list.filter(({ sticky }) => !sticky)];
}

export function endOf(list: readonly Tab[]): string | null {
  return list.at(-1)?.id ?? null;
}
