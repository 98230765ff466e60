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
export { parse, type Parsed, type ParseOptions } from './parse.ts';
export { isAsRead, serialize } from './serialize.ts';
export { parseInfo, writeInfo, type InfoString } from './info-string.ts';
export { applyOperation } from './edit.ts';
export type { Applied, Operation } from './operation.ts';
export { buildGraph, type Graph, type GraphNode, type GraphOptions, type GraphProblem } from './graph.ts';
export { isKpiText } from './file-kind.ts';
export { definitionOf, freshId, freshName } from './names.ts';
export { findIn, findPattern, replaceIn, type FindQuery, type Found } from './find.ts';
export { headingsOf, outlineOf, sectionOf, type Heading, type OutlineEntry } from './headings.ts';
export { commonSequence, type CommonPlace } from './common-sequence.ts';
export {
  diff,
  isUnchanged,
  restored,
  takeBack,
  type CellChange,
  type CellDiff,
  type NotebookDiff,
} from './diff.ts';
