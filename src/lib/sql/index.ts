export { quoteIdentifier, quoteLiteral, quoteRelation, writeIdentifier } from './quote.ts';
export { keyword, nameOf, sameName, tokenize, type Token, type TokenKind } from './tokens.ts';
export {
  nameAt,
  parameterPlaces,
  references,
  relationPlaces,
  renameParameter,
  renameRelation,
  type NameAt,
  type References,
  type Span,
} from './references.ts';
export type { RelationUse } from './relation-scanner.ts';
export { isQuery, splitStatements, type Statement } from './split.ts';
export { bindParameters, type BoundSql } from './parameters.ts';
export { unavailable, type Unavailable } from './unavailable.ts';
export { fixesFor, type Fix } from './fixes.ts';
export { formatSql } from './format.ts';
export { callAt, type CallAt } from './call.ts';
export { comparedAt, type ComparedAt } from './comparison.ts';
export { queryAt, type QueryAt } from './query-at.ts';
export { sightAt, type Known, type Seen, type Sight } from './sight.ts';
