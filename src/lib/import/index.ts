export {
  canonicalTable,
  canonicalTables,
  contacts,
  readableTables,
  recordTables,
  type CanonicalColumn,
  type CanonicalTable,
  type Sentence,
} from './canonical/index.ts';
export { prepareDatabase, schemaVersion, workspaceZone } from './canonical/prepare.ts';
export { createBook, dropBook, scopeViews, type Scope, type Scoped } from './book.ts';
export { dimensions, type Dimension } from './dimension.ts';
export { asOf, dataProfile, datasetFingerprint, type DataProfile, type TableProfile } from './profile.ts';
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
export type { Condition, DateOrder, DurationUnit, Field, Mapping, Scale, TableMapping } from './mapping.ts';
export { parseMapping, serializeMapping } from './mapping-file.ts';
export { findMapping, saveMapping } from './mapping-store.ts';
export { assignColumn, assignedTo, type Target } from './assign.ts';
export type { ColumnProposal, Proposal, Question } from './proposal.ts';
export { proposeMapping } from './propose.ts';
export {
  importFiles,
  importMapped,
  previewMapping,
  removeSource,
  type ImportFilesOptions,
  type ImportOptions,
  type ImportProgress,
  type MappedTable,
  type PreviewOptions,
  type PreviewTable,
} from './import.ts';
export type { Decision, FileReport, ImportReport, Rejection, SourceReport } from './report.ts';
export { setWorkspaceZone } from './zone.ts';
