import type { KeyValues } from './storage/key-values.ts';

export const sideViews = ['explorer', 'data', 'kpis', 'search', 'history'] as const;
export type SideView = (typeof sideViews)[number];

export const panelViews = ['problems', 'output', 'results'] as const;
export type PanelView = (typeof panelViews)[number];

export const sideBarWidths = { least: 170, usual: 280, most: 640 } as const;
export const panelHeights = { least: 80, usual: 220, most: 720 } as const;

/** Which parts of the workbench are open and how large they are; remembered. */
export class Layout {
  /** A view was called for by its key: it takes the focus. */
  wantsFocus = $state(false);
  #sideView = $state<SideView>('explorer');
  #sideBarOpen = $state(true);
  #sideBarWidth = $state<number>(sideBarWidths.usual);
  #panelView = $state<PanelView>('problems');
  #panelOpen = $state(false);
  #panelHeight = $state<number>(panelHeights.usual);

  constructor(
    private readonly store: KeyValues,
    { narrow = false }: { readonly narrow?: boolean } = {},
  ) {
    const kept = this.#kept();
    this.#sideView = sideViews.find((view) => view === kept['sideView']) ?? 'explorer';
    this.fit(narrow);
    this.#sideBarWidth = clamp(Number(kept['sideBarWidth'] ?? sideBarWidths.usual), sideBarWidths);
    this.#panelView = panelViews.find((view) => view === kept['panelView']) ?? 'problems';
    this.#panelOpen = kept['panelOpen'] === 'true';
    this.#panelHeight = clamp(Number(kept['panelHeight'] ?? panelHeights.usual), panelHeights);
  }

  get sideView(): SideView {
    return this.#sideView;
  }
  get sideBarOpen(): boolean {
    return this.#sideBarOpen;
  }
  get sideBarWidth(): number {
    return this.#sideBarWidth;
  }
  get panelView(): PanelView {
    return this.#panelView;
  }
  get panelOpen(): boolean {
    return this.#panelOpen;
  }
  get panelHeight(): number {
    return this.#panelHeight;
  }

  showSide(view: SideView): void {
    this.#sideView = view;
    this.#sideBarOpen = true;
    this.#keep();
  }

  /** Shows a view and leads the keyboard into it. */
  enterSide(view: SideView): void {
    this.showSide(view);
    this.wantsFocus = true;
  }

  toggleSide(view: SideView = this.#sideView): void {
    if (this.#sideBarOpen && this.#sideView === view) this.#sideBarOpen = false;
    else this.#sideBarOpen = true;
    this.#sideView = view;
    this.#keep();
  }

  /** Where there is little room, the side bar lies over the editor, and begins closed; elsewhere it is as it was left. */
  fit(narrow: boolean): void {
    this.#sideBarOpen = !narrow && this.#kept()['sideBarOpen'] !== 'false';
  }

  /** Makes room without remembering it. */
  hideSide(): void {
    this.#sideBarOpen = false;
  }

  showPanel(view: PanelView): void {
    this.#panelView = view;
    this.#panelOpen = true;
    this.#keep();
  }

  togglePanel(view: PanelView = this.#panelView): void {
    this.#panelOpen = !(this.#panelOpen && this.#panelView === view);
    this.#panelView = view;
    this.#keep();
  }

  resizeSideBar(width: number): void {
    this.#sideBarOpen = width >= sideBarWidths.least / 2;
    if (this.#sideBarOpen) this.#sideBarWidth = clamp(width, sideBarWidths);
    this.#keep();
  }

  resizePanel(height: number): void {
    this.#panelOpen = height >= panelHeights.least / 2;
    if (this.#panelOpen) this.#panelHeight = clamp(height, panelHeights);
    this.#keep();
  }

  #kept(): Record<string, string | undefined> {
    return Object.fromEntries((this.store.get('layout') ?? '').split(';').map(pairOf));
  }

  #keep(): void {
    const values = {
      sideView: this.#sideView,
      sideBarOpen: this.#sideBarOpen,
      sideBarWidth: this.#sideBarWidth,
      panelView: this.#panelView,
      panelOpen: this.#panelOpen,
      panelHeight: this.#panelHeight,
    };
    const pairs = Object.entries(values).map(([key, value]) => `${key}=${value}`);
    this.store.set('layout', pairs.join(';'));
  }
}

function pairOf(pair: string): [string, string] {
  const [key = '', value = ''] = pair.split('=');
  return [key, value];
}

function clamp(
  value: number,
  { least, usual, most }: { least: number; usual: number; most: number },
): number {
  return Number.isFinite(value) ? Math.round(Math.min(most, Math.max(least, value))) : usual;
}
