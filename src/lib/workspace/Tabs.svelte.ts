import { isOfKind, tabId, type Tab, type TabContent, type TabKind } from './tab.ts';
import { emptyGroup, endOf, leastShare, ordered, type TabGroup } from './tab-group.ts';
import type { WindowState } from './window-state.ts';

export interface OpenOptions {
  /** Keep the tab; without it the tab is a preview that the next preview replaces. */
  readonly pin?: boolean;
}

export interface TabsListeners {
  /** The last tab of its content is closed. */
  readonly onclose: (tab: Tab) => void;
  /** The groups, or a tab in front, are others. */
  readonly onchange: () => void;
}

const closedKept = 20;
const groupsAtMost = 3;

/**
 * The open tabs in groups that stand side by side, and those closed that can come back. There is always a group, and
 * only the only one is ever empty. A content is at most once in a group; what is asked of it by its id is asked of the
 * group in use, else of the one that has it.
 */
export class Tabs {
  #groups = $state.raw<readonly TabGroup[]>([emptyGroup(0)]);
  #currentKey = $state.raw(0);
  /** The group that the reader is in. */
  readonly current: TabGroup = $derived(
    this.#groups.find(({ key }) => key === this.#currentKey) ?? this.#groups[0] ?? emptyGroup(0),
  );
  readonly list: readonly Tab[] = $derived(this.#groups.flatMap((group) => group.list));
  readonly active: Tab | null = $derived(inFront(this.current));

  /** The keys of the tabs that have been in front: only those are drawn. */
  visited = $state.raw<readonly number[]>([]);

  /** Grows when a command leads into a group: the keyboard follows. */
  led = $state(0);

  #nextKey = 1;
  /** The keys of the tabs, the one used last first. */
  #recent: readonly number[] = [];
  #closed: TabContent[] = [];

  #listeners: TabsListeners;

  constructor(listeners: TabsListeners = { onclose: () => {}, onchange: () => {} }) {
    this.#listeners = listeners;
  }

  get groups(): readonly TabGroup[] {
    return this.#groups;
  }

  get activeId(): string | null {
    return this.current.activeId;
  }

  /** The tab in front of each group. */
  get fronts(): readonly Tab[] {
    return this.#groups.flatMap((group) => inFront(group) ?? []);
  }

  get canSplit(): boolean {
    return this.active !== null && this.#groups.length < groupsAtMost;
  }

  /** Brings a content to the front where it is open, or opens it in the group in use. */
  open(content: TabContent, { pin = false }: OpenOptions = {}): void {
    const id = tabId(content);
    if (!this.#groupWith(id)) this.#add(this.current, this.#tab(content, { preview: !pin, sticky: false }));
    else if (pin) this.pin(id);
    this.activate(id);
  }

  /** Opens a content for good behind the others, without bringing it to the front. */
  openBehind(content: TabContent): void {
    const { current } = this;
    if (this.#groupWith(tabId(content))) return;
    const tab = this.#tab(content, { preview: false, sticky: false });
    this.#put(current, { list: [...current.list, tab], activeId: current.activeId ?? tab.id });
  }

  activate(id: string): void {
    const group = this.#groupWith(id);
    const tab = group?.list.find((each) => each.id === id);
    if (!group || !tab) return;
    this.#recent = [tab.key, ...this.#recent.filter((key) => key !== tab.key)];
    this.#put(group, { activeId: id }, group.key);
  }

  pin(id: string): void {
    this.#changeTab(id, (tab) => ({ ...tab, preview: false }));
  }

  /** Pins a tab to the beginning of the line, or lets it go. */
  stick(id: string, sticky: boolean): void {
    this.#changeTab(id, (tab) => ({ ...tab, sticky, preview: false }));
  }

  close(id: string): void {
    const group = this.#groupWith(id);
    const closing = group?.list.find((tab) => tab.id === id);
    if (!group || !closing) return;
    this.#closed = [...this.#closed, closing.content].slice(-closedKept);
    this.#takeOut(group, closing);
    if (!this.#groupWith(id)) this.#listeners.onclose(closing);
    this.#listeners.onchange();
  }

  /** Closes a tab that is not pinned; a pinned one stays, and is closed from its menu. */
  closeLoose(id: string): void {
    if (this.#groupWith(id)?.list.some((tab) => tab.id === id && !tab.sticky)) this.close(id);
  }

  /** Of the group in use, as with all that follows. */
  closeOthers(id: string): void {
    for (const tab of this.current.list) if (tab.id !== id) this.closeLoose(tab.id);
  }

  closeAll(): void {
    for (const tab of this.current.list) this.closeLoose(tab.id);
  }

  reopen(): void {
    const content = this.#closed.pop();
    if (content) this.open(content, { pin: true });
  }

  /** The open tabs in the order of their use, the one in front first. */
  get recent(): readonly Tab[] {
    return this.#recent.flatMap((key) => this.list.filter((tab) => tab.key === key));
  }

  /** The content of that kind that was in front last. */
  latest<Kind extends TabKind>(kind: Kind): Extract<TabContent, { kind: Kind }> | null {
    for (const { content } of this.recent) if (isOfKind(content, kind)) return content;
    return null;
  }

  /** Puts a tab of the group in use where another one is, in that group or in another. */
  move(id: string, beforeId: string | null, groupKey: number = this.current.key): void {
    const from = this.#groupWith(id);
    const to = this.#groups.find(({ key }) => key === groupKey);
    const moved = from?.list.find((tab) => tab.id === id);
    if (!from || !to || !moved || (from === to && id === beforeId)) return;
    const rest = to.list.filter((tab) => tab.id !== id);
    const found = rest.findIndex((tab) => tab.id === beforeId);
    const list = rest.toSpliced(found < 0 ? rest.length : found, 0, { ...moved, preview: false });
    this.#put(to, { list, ...(from === to ? {} : { activeId: id }) }, to.key);
    if (from !== to) this.#takeOut(from, moved, to.key);
    this.#listeners.onchange();
  }

  /** Sends a tab to the group beside its own, made for it where there is none on the right. */
  send(id: string, by: 1 | -1): void {
    const { current } = this;
    const next = this.#groups[this.#groups.indexOf(current) + by];
    if (next) this.move(id, null, next.key);
    else if (by > 0 && current.list.length > 1 && this.canSplit) this.move(id, null, this.#addGroup());
    this.led += 1;
  }

  /** Puts a tab that was dragged onto a group into it, or into a new one on its right. */
  drop(id: string, groupKey: number, where: 'here' | 'right'): void {
    const from = this.#groupWith(id);
    if (where === 'here') this.move(id, null, groupKey);
    else if (from?.key === groupKey && from.list.length === 1) this.split();
    else if (this.canSplit) this.move(id, null, this.#addGroup(groupKey));
  }

  /** Shows the tab in front once more, in a new group on the right. */
  split(): void {
    const { active } = this;
    if (!active || !this.canSplit) return;
    const key = this.#addGroup();
    const copy = { ...this.#tab(active.content, active), preview: false, sticky: false };
    this.#currentKey = key;
    this.#add(this.current, copy);
    this.activate(copy.id);
    this.led += 1;
  }

  /** The reader is in that group from now on. */
  enter(key: number): void {
    if (key === this.current.key) return;
    this.#currentKey = key;
    if (this.activeId !== null) this.activate(this.activeId);
  }

  /** Goes to the group beside the one in use, around the ends. */
  enterNext(by: 1 | -1): void {
    const at = this.#groups.indexOf(this.current);
    const next = this.#groups.at((at + by) % this.#groups.length);
    if (next) this.enter(next.key);
    this.led += 1;
  }

  /** Gives a group another share of the width, at the cost of the one on its right. */
  resize(key: number, share: number): void {
    const at = this.#groups.findIndex((group) => group.key === key);
    const [group, beside] = [this.#groups[at], this.#groups[at + 1]];
    if (!group || !beside) return;
    const both = group.share + beside.share;
    const own = Math.min(both - leastShare, Math.max(leastShare, share));
    this.#groups = this.#groups
      .with(at, { ...group, share: own })
      .with(at + 1, { ...beside, share: both - own });
    this.#listeners.onchange();
  }

  /** Goes on under another content in the same place: a renamed notebook, a copy of a shipped one. */
  replace(id: string, content: TabContent): void {
    const nextId = tabId(content);
    this.#set(
      this.#groups.map((group) => ({
        ...group,
        activeId: group.activeId === id ? nextId : group.activeId,
        list: group.list.map((tab) =>
          tab.id === id ? { ...tab, id: nextId, content, preview: false } : tab,
        ),
      })),
    );
    this.#listeners.onchange();
  }

  step(by: 1 | -1): void {
    const { list, activeId } = this.current;
    const at = list.findIndex((tab) => tab.id === activeId);
    const next = list[(at + by + list.length) % list.length];
    if (next) this.activate(next.id);
  }

  restore({ groups, current }: WindowState): void {
    const kept = groups.filter(({ tabs }) => tabs.length > 0);
    const whole = kept.reduce((sum, { share }) => sum + share, 0);
    const restored = kept.map(({ tabs, activeId, share }): TabGroup => {
      const list = tabs.map((tab) => this.#tab(tab.content, tab));
      const isThere = list.some((tab) => tab.id === activeId);
      return { key: this.#nextKey++, list, share: share / whole, activeId: isThere ? activeId : endOf(list) };
    });
    if (restored.length === 0) return;
    this.#recent = restored.flatMap(({ list }) => list.map(({ key }) => key));
    this.#set(restored, (restored[current] ?? restored[0])?.key);
    if (this.activeId !== null) this.activate(this.activeId);
  }

  #tab(content: TabContent, { preview, sticky }: Pick<Tab, 'preview' | 'sticky'>): Tab {
    return { key: this.#nextKey++, id: tabId(content), content, preview, sticky };
  }

  #groupWith(id: string): TabGroup | undefined {
    const has = (group: TabGroup) => group.list.some((tab) => tab.id === id);
    return has(this.current) ? this.current : this.#groups.find(has);
  }

  #changeTab(id: string, change: (tab: Tab) => Tab): void {
    const group = this.#groupWith(id);
    if (group) this.#put(group, { list: group.list.map((tab) => (tab.id === id ? change(tab) : tab)) });
  }

  /** A group of its own to the right of another, with half of its width; its key. */
  #addGroup(besideKey = this.current.key): number {
    const current = this.#groups.find((group) => group.key === besideKey) ?? this.current;
    const key = this.#nextKey++;
    const share = current.share / 2;
    const halves = [
      { ...current, share },
      { ...emptyGroup(key), share },
    ];
    this.#groups = this.#groups.toSpliced(this.#groups.indexOf(current), 1, ...halves);
    return key;
  }

  #add(group: TabGroup, tab: Tab): void {
    const preview = tab.preview ? group.list.find((other) => other.preview) : undefined;
    const at = group.list.findIndex((other) => other.id === group.activeId);
    const place = preview ? group.list.indexOf(preview) : at < 0 ? group.list.length : at + 1;
    const list = group.list.toSpliced(place, preview ? 1 : 0, tab);
    this.#groups = this.#groups.with(this.#groups.indexOf(group), { ...group, list });
    if (preview && !this.#groupWith(preview.id)) this.#listeners.onclose(preview);
  }

  /** Takes a tab out of its group; a group that is left without any goes, but for the last one. */
  #takeOut({ key }: TabGroup, gone: Tab, currentKey = this.current.key): void {
    const group = this.#groups.find((each) => each.key === key);
    if (!group) return;
    const at = this.#groups.indexOf(group);
    const list = group.list.filter((tab) => tab.key !== gone.key);
    if (list.length === 0 && this.#groups.length > 1) {
      const beside = this.#groups[at === 0 ? 1 : at - 1];
      const rest = this.#groups.filter((each) => each !== group);
      const widened = rest.map((each) =>
        each === beside ? { ...each, share: each.share + group.share } : each,
      );
      return this.#set(widened, currentKey === key ? beside?.key : currentKey);
    }
    const before = this.#recent.find((other) => list.some((tab) => tab.key === other));
    const next = list.find((tab) => tab.key === before)?.id ?? endOf(list);
    const activeId = group.activeId === gone.id ? next : group.activeId;
    this.#set(this.#groups.with(at, { ...group, list, activeId }), currentKey);
  }

  #put(group: TabGroup, changes: Partial<TabGroup>, currentKey = this.current.key): void {
    const groups = this.#groups.map((each) => (each.key === group.key ? { ...each, ...changes } : each));
    this.#set(groups, currentKey);
    this.#listeners.onchange();
  }

  #set(groups: readonly TabGroup[], currentKey = this.current.key): void {
    this.#groups = groups.map((group) => ({ ...group, list: ordered(group.list) }));
    this.#currentKey = currentKey;
    const fronts = this.fronts.map(({ key }) => key);
    this.#recent = this.#recent.filter((key) => this.list.some((tab) => tab.key === key));
    this.visited = this.list.flatMap(({ key }) =>
      fronts.includes(key) || this.visited.includes(key) ? [key] : [],
    );
  }
}

function inFront({ list, activeId }: TabGroup): Tab | null {
  return list.find((tab) => tab.id === activeId) ?? null;
}
