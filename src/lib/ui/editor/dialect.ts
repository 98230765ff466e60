import { SQLDialect } from '@codemirror/lang-sql';
import { keywords, typeNames } from './keywords.ts';

/** DuckDB's SQL for the editor: its own words beside the standard ones. */
export const duckdb = SQLDialect.define({
  keywords,
  types: typeNames,
  builtin: '',
  operatorChars: '*+-%<>!=&|/^~:',
  specialVar: '$',
  identifierQuotes: '"',
  doubleQuotedStrings: false,
});
