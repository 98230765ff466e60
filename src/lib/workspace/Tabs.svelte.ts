import { isOfKind, tabId, type Tab, type TabContent, type TabKind } from './tab.ts';

export interface OpenOptions {
  /** Keep the tab; without it the tab is a preview that the next preview replaces. */
  readonly pin?: boolean;
}

export interface TabsListeners {
  readonly onclose: (tab: Tab) => void;
  /** The list, or the tab in front, is another one. */
  readonly onchange: () => void;
}

const closedKept = 20;

/** The open tabs in their order, the one in front, and those closed that can come back. */
export class Tabs {
  #list = $state.raw<readonly Tab[]>([]);
  #activeId = $state.raw<string | null>(null);
  readonly active = $derived(this.#list.find((tab) => tab.id === this.#activeId) ?? null);

  /** The keys of the tabs that have been in front: only those are drawn. */
  visited = $state.raw<readonly number[]>([]);

  #nextKey = 1;
  #recent: string[] = [];
  #closed: TabContent[] = [];

  #listeners: TabsListeners;

  constructor(listeners: TabsListeners = { onclose: () => {}, onchange: () => {} }) {
    this.#listeners = listeners;
  }

  get list(): readonly Tab[] {
    return this.#list;
  }

  get activeId(): string | null {
    return this.#activeId;
  }

  open(content: TabContent, { pin = false }: OpenOptions = {}): void {
    const id = tabId(content);
    if (this.list.some((tab) => tab.id === id)) {
      if (pin) this.pin(id);
    } else {
      this.#add({ key: this.#nextKey++, id, content, preview: !pin, sticky: false });
    }
    this.activate(id);
  }

  activate(id: string): void {
    if (!this.list.some((tab) => tab.id === id)) return;
    this.#recent = [id, ...this.#recent.filter((other) => other !== id)];
    this.#change(this.list, id);
  }

  pin(id: string): void {
    this.#change(this.list.map((tab) => (tab.id === id && tab.preview ? { ...tab, preview: false } : tab)));
  }

  /** Pins a tab to the beginning of the line, or lets it go. */
  stick(id: string, sticky: boolean): void {
    this.#change(this.list.map((tab) => (tab.id === id ? { ...tab, sticky, preview: false } : tab)));
  }

  close(id: string): void {
    const closing = this.list.find((tab) => tab.id === id);
    if (!closing) return;
    const rest = this.list.filter((tab) => tab !== closing);
    this.#recent = this.#recent.filter((other) => other !== id);
    this.#closed = [...this.#closed, closing.content].slice(-closedKept);
    const next = this.activeId === id ? (this.#recent[0] ?? rest.at(-1)?.id ?? null) : this.activeId;
    this.#listeners.onclose(closing);
    this.#change(rest, next);
  }

  /** Closes a tab that is not pinned; a pinned one stays, and is closed from its menu. */
  closeLoose(id: string): void {
    if (this.list.some((tab) => tab.id === id && !tab.sticky)) this.close(id);
  }

  closeOthers(id: string): void {
    for (const tab of this.list) if (tab.id !== id) this.closeLoose(tab.id);
  }

  closeAll(): void {
    for (const tab of this.list) this.closeLoose(tab.id);
  }

  reopen(): void {
    const content = this.#closed.pop();
    if (content) this.open(content, { pin: true });
  }

  /** The open tabs in the order of their use, the one in front first. */
  get recent(): readonly Tab[] {
    return this.#recent.flatMap((id) => this.list.filter((tab) => tab.id === id));
  }

  /** The content of that kind that was in front last. */
  latest<Kind extends TabKind>(kind: Kind): Extract<TabContent, { kind: Kind }> | null {
    for (const id of this.#recent) {
      const content = this.list.find((tab) => tab.id === id)?.content;
      if (content && isOfKind(content, kind)) return content;
    }
    return null;
  }

  /** Puts a tab where another one is. */
  move(id: string, beforeId: string | null): void {
    const moved = this.list.find((tab) => tab.id === id);
    if (!moved || id === beforeId) return;
    const rest = this.list.filter((tab) => tab !== moved);
    const found = rest.findIndex((tab) => tab.id === beforeId);
    this.#change(rest.toSpliced(found < 0 ? rest.length : found, 0, { ...moved, preview: false }));
  }

  /** Goes on under another content in the same place: a renamed notebook, a copy of a shipped one. */
  replace(id: string, content: TabContent): void {
    const next = { id: tabId(content), content, preview: false };
    this.#recent = this.#recent.map((other) => (other === id ? next.id : other));
    this.#change(
      this.list.map((tab) => (tab.id === id ? { ...tab, ...next } : tab)),
      this.activeId === id ? next.id : this.activeId,
    );
  }

  step(by: 1 | -1): void {
    const at = this.list.findIndex((tab) => tab.id === this.activeId);
    const next = this.list[(at + by + this.list.length) % this.list.length];
    if (next) this.activate(next.id);
  }

  restore(kept: readonly Pick<Tab, 'content' | 'preview' | 'sticky'>[], activeId: string | null): void {
    const list = kept.map((tab) => ({ ...tab, key: this.#nextKey++, id: tabId(tab.content) }));
    this.#recent = list.map((tab) => tab.id);
    this.#change(list, list.some((tab) => tab.id === activeId) ? activeId : (list.at(-1)?.id ?? null));
  }

  #add(tab: Tab): void {
    const preview = tab.preview ? this.list.find((other) => other.preview) : undefined;
    if (preview) {
      this.#recent = this.#recent.filter((id) => id !== preview.id);
      this.#listeners.onclose(preview);
      this.#list = this.list.map((other) => (other === preview ? tab : other));
      return;
    }
    const at = this.list.findIndex((other) => other.id === this.activeId);
    this.#list = this.list.toSpliced(at < 0 ? this.list.length : at + 1, 0, tab);
  }

  #change(list: readonly Tab[], activeId: string | null = this.activeId): void {
    this.#list = [...list.filter(({ sticky }) => sticky), ...list.filter(({ sticky }) => !sticky)];
    this.#activeId = activeId;
    this.visited = list
      .filter((tab) => tab.id === activeId || this.visited.includes(tab.key))
      .map((tab) => tab.key);
    this.#listeners.onchange();
  }
}
