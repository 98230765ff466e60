/** What shows each kind of tab; fetched when the first tab of its kind is in front. */
export const tabViews = {
  welcome: () => import('./WelcomeTab.svelte'),
  settings: () => import('./SettingsTab.svelte'),
  keys: () => import('./KeysTab.svelte'),
  import: () => import('./ImportTab.svelte'),
  table: () => import('../data/TableView.svelte'),
  source: () => import('../data/SourceView.svelte'),
  calendars: () => import('../data/CalendarsView.svelte'),
  convention: () => import('../conventions/ConventionView.svelte'),
  kpi: () => import('../gallery/KpiView.svelte'),
  text: () => import('./TextTab.svelte'),
  graph: () => import('../graph/GraphTab.svelte'),
  walkthrough: () => import('../walkthrough/WalkthroughTab.svelte'),
  compare: () => import('../compare/CompareTab.svelte'),
  version: () => import('../history/VersionTab.svelte'),
  received: () => import('../sharing/ReceivedTab.svelte'),
} as const;

/** What shows each place of the side bar but the Explorer, which is there from the start. */
export const sideViews = {
  data: () => import('../data/DataView.svelte'),
  kpis: () => import('../gallery/KpiGallery.svelte'),
  search: () => import('../search/SearchView.svelte'),
  history: () => import('../history/HistoryView.svelte'),
} as const;

/** The window over the page in which something is asked of a KPI. */
export const kpiDialog = () => import('../gallery/KpiDialog.svelte');

/** The windows over the page in which a notebook is shared with its data, and one that was is opened. */
export const shareBundle = () => import('../bundle/ShareBundle.svelte');
export const openBundle = () => import('../bundle/OpenBundle.svelte');

/** The window over the page in which events are marked. */
export const eventsDialog = () => import('../events/EventsDialog.svelte');
