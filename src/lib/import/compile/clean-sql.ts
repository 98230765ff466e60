import { quoteLiteral } from '#sql';
import { nullWords } from '../vocabulary/index.ts';

const longest = Math.max(...nullWords.map((word) => new TextEncoder().encode(word).length));

function branches(value: string): string {
  return ['', ...nullWords].map((word) => `when ${quoteLiteral(word)} then ${value}`).join(' ');
}

/** Long cells and those that begin with a digit need no comparisons. */
function cannotBe(trimmed: string): string {
  return `strlen(${trimmed}) > ${longest} or (${trimmed} >= '0' and ${trimmed} < ':')`;
}

/**
 * A trimmed cell, NULL where its word says that nothing is known. Long cells and those that begin with a digit cannot, and are
 * spared the comparisons. No `in (…)`: DuckDB turns a list into a join, which costs more and keeps unused columns alive.
 */
export function cleanSql(trimmed: string): string {
  return `case when ${cannotBe(trimmed)} then ${trimmed} else case ${trimmed} ${branches('null')} else ${trimmed} end end`;
}

/** Whether a trimmed cell says that nothing is known. */
export function isUnknownSql(trimmed: string): string {
  return `case when ${cannotBe(trimmed)} then false else case ${trimmed} ${branches('true')} else false end end`;
}
