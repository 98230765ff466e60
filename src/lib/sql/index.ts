export { quoteIdentifier, quoteLiteral, quoteRelation, writeIdentifier } from './quote.ts';
export { keyword, nameOf, sameName, tokenize, type Token, type TokenKind } from './tokens.ts';
export { references, renameParameter, renameRelation, type References } from './references.ts';
export type { RelationUse } from './relation-scanner.ts';
export { isQuery, splitStatements, type Statement } from './split.ts';
export { bindParameters, type BoundSql } from './parameters.ts';
export { unavailable, type Unavailable } from './unavailable.ts';
