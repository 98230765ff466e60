export {
  attributeOf,
  cellKinds,
  isCellKind,
  type Attribute,
  type Cell,
  type CellContent,
  type CellKind,
  type CellOrigin,
  type Diagnostic,
  type Filters,
  type FrontMatter,
  type Notebook,
  type NotebookMeta,
} from './notebook.ts';
export type { Applied, Operation } from './operation.ts';
