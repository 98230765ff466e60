export {
  baseTables,
  canonicalTable,
  canonicalTables,
  contacts,
  contactsQuery,
  readableTables,
  recordTables,
  type CanonicalColumn,
  type CanonicalTable,
  type Sentence,
} from './canonical/index.ts';
export { prepareDatabase, schemaVersion, setSettingSql, workspaceZone } from './canonical/prepare.ts';
export { createBook, dropBook, scopeViews, type Scope, type Scoped } from './book.ts';
export { dimensions, type Dimension } from './dimension.ts';
export {
  asOf,
  asOfUtc,
  dataProfile,
  datasetFingerprint,
  type DataProfile,
  type TableProfile,
} from './profile.ts';
export {
  dropRaw,
  encodingNames,
  profileColumns,
  readFile,
  type ColumnProfile,
  type Dialect,
  type Encoding,
  type InputFile,
  type RawColumn,
  type RawTable,
  type ReadDecisions,
  type ReadOptions,
  type SheetInfo,
} from './readers/reader.ts';
export { openParquet } from './readers/parquet/library.ts';
export type {
  Condition,
  DateOrder,
  DecimalMark,
  DurationUnit,
  Field,
  Mapping,
  Scale,
  TableMapping,
} from './mapping.ts';
export { parseMapping, serializeMapping } from './mapping-file.ts';
export { findMapping, headersOf, keptMappings, missingColumns, saveMapping } from './mapping-store.ts';
export {
  copiedMappings,
  copyMappings,
  isForSame,
  parseMappingFile,
  serializeMappingFile,
  type MappingFile,
} from './conventions/mappings.ts';
export type { Target } from './assign.ts';
export {
  addTable,
  addUse,
  removeTable,
  removeUse,
  setDateOrder,
  setDecimals,
  setUse,
  setWord,
  usesOf,
  type ColumnUse,
} from './mapping-edit.ts';
export {
  reviewMapping,
  type DateReading,
  type DateReview,
  type MappingProblem,
  type MappingReview,
  type ReasonReview,
  type ReviewOptions,
  type RowReview,
  type ScoreReview,
  type TablePreview,
  type UnreadValues,
  type WordBasis,
  type WordMeaning,
  type WordReview,
} from './review/review.ts';
export type { ColumnProposal, Proposal, Question } from './proposal.ts';
export { proposeMapping } from './propose.ts';
export {
  importFiles,
  importMapped,
  type ImportFilesOptions,
  type ImportOptions,
  type ImportProgress,
} from './import.ts';
export type {
  AlreadyLoaded,
  ColumnChange,
  Decision,
  FileReport,
  ImportReport,
  Rejection,
  SourceReport,
  TableChange,
  LeftOut,
} from './report.ts';
export { fingerprint } from './fingerprint.ts';
export type { MappedTable } from './mapped-table.ts';
export { removeFile, removeSource } from './removal.ts';
export { exclude, exclusionsOf, inBase, include, type Exclusion, type ExclusionRule } from './exclusion.ts';
export { targetsOf, type Target as ImportTarget } from './targets.ts';
export { knownSources, type KnownFile, type KnownSource } from './identity.ts';
export {
  history,
  rejectedRows,
  rejectionsOf,
  type ImportRecord,
  type RejectedRow,
  type RejectedRowsOptions,
} from './history.ts';
export { setWorkspaceZone } from './zone.ts';
export { vendorTitle } from './vendor-title.ts';
export {
  calendarRules,
  calendars,
  workspaceSource,
  type Calendar,
  type CalendarHours,
  type CalendarRule,
  type CalendarSpec,
  type WorkspaceCalendars,
} from './calendar/calendar.ts';
export { setCalendars } from './calendar/store.ts';
export { applyCalendars } from './calendar/apply.ts';
export {
  eventKinds,
  markedEvents,
  setMarkedEvents,
  type EventKind,
  type EventSpec,
  type MarkedEvent,
} from './events.ts';
export {
  kpiTargets,
  setOwnTargets,
  type KpiTarget,
  type KpiTargetSpec,
  type OwnTarget,
} from './kpi-targets.ts';
export { businessCalendars, conventions, events, targets } from './conventions/index.ts';
export type { Convention, ConventionCopy, ConventionFile, ConventionName } from './conventions/convention.ts';
export { parseSettings, serializeSettings, type WorkspaceSettings } from './conventions/settings.ts';
export type { FileProblem } from './conventions/list-file.ts';
export { yamlReason } from './conventions/yaml-reason.ts';
