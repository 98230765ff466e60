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
  readFile,
  type ColumnProfile,
  type Dialect,
  type Encoding,
  type InputFile,
  type RawColumn,
  type RawTable,
  type ReadDecisions,
  type ReadOptions,
} from './readers/reader.ts';
export type { Condition, DateOrder, DurationUnit, Field, Mapping, Scale, TableMapping } from './mapping.ts';
export type { ColumnProposal, Proposal, Question } from './proposal.ts';
export type { Decision, FileReport, ImportReport, Rejection, SourceReport } from './report.ts';
export {
  importFiles,
  importMapped,
  type ImportFilesOptions,
  type ImportOptions,
  type ImportProgress,
  type MappedTable,
} from './import.ts';
