export { quoteIdentifier, quoteLiteral, quoteRelation, writeIdentifier } from './quote.ts';
