export { Workspace, type ProblemFile } from './Workspace.svelte.ts';
export type { ReceivedBundle } from './Bundles.svelte.ts';
export type { ComparedExport, ExportComparison, FoundComparison } from './ExportComparison.svelte.ts';
export { longestLink, usualLink, type Stranger } from './received.ts';
export { restoreVersion, sessionAt } from './version-actions.ts';
export type { Version, VersionReason } from './local-history-thinning.ts';
export { getWorkspace, setWorkspace } from './context.ts';
export type { Environment } from './environment.ts';
export { browserEnvironment } from './browser.ts';

export type { Problem, Session, SessionOptions, SessionSummary } from './session.ts';
export type { NotebookSession } from './NotebookSession.svelte.ts';
export type { FileMatches } from './Search.svelte.ts';
export type { FoundInCell, NotebookFind } from './NotebookFind.svelte.ts';
export {
  canAsk,
  type KpiAsked,
  type KpiQuestion,
  type KpiQuestionKind,
  type AskedCause,
} from './kpi-question.ts';
export { startFold, type Fold } from './fold.ts';
export type { DocumentState, OpenDocument } from './OpenDocument.svelte.ts';
export { tabId, type Tab, type TabContent, type TabKind } from './tab.ts';
export type { TabGroup } from './tab-group.ts';

export type { EngineState } from './Connection.svelte.ts';
export { memoryOf, type MemoryUse } from './memory.ts';
export type { DataSummary, SourceSummary, TableSummary } from './Data.svelte.ts';
export type { BrokenFile } from './Conventions.svelte.ts';
export type { Folder } from './Folders.svelte.ts';
export { UntrustedError, type Distrust } from './Trust.svelte.ts';
export { rootOf } from './storage/mounted.ts';
export { baseOf, conventionOf, folderOf, nameOf, rootFolder } from './path.ts';
export type { NotebookFile } from './Files.svelte.ts';
export {
  panelHeights,
  panelViews,
  sideBarWidths,
  sideViews,
  type PanelView,
  type SideView,
} from './Layout.svelte.ts';
export type { Notification } from './Notifications.svelte.ts';
export type { KeptResult } from './Results.svelte.ts';
export type { OutputEntry } from './Output.svelte.ts';
export type { PickItem } from './QuickInput.svelte.ts';
export { walkthroughSteps, type WalkthroughStep } from './Walkthrough.svelte.ts';
export { fontSizes, themeChoices, weekStarts, type Theme, type ThemeChoice } from './Settings.svelte.ts';

export type { Command } from './commands/command.ts';
export { fuzzyMatch } from './commands/fuzzy.ts';
export { labelOf } from './commands/keybinding.ts';

export { abilitiesOf, type Abilities } from './abilities.ts';
export { answersOf, measureOne, overviewNotebook, profileOf, type Answer, type Answers } from './answers.ts';
export { openAgain, type FileOfSource } from './import-tab.ts';
export type { ImportSession, ImportState, Stopped, WorkProgress } from './ImportSession.svelte.ts';
export type { ReviewState } from './MappingReviews.svelte.ts';
export type { Candidate, LeftOut } from './import-files.ts';
export type { Room } from './room.ts';
export { namedFiles, type FoundFile } from './folder.ts';
export type { Removed } from './Wastebasket.svelte.ts';
