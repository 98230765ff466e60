import { quoteLiteral } from '#sql';
import { nullWords } from '../vocabulary/index.ts';

const longest = Math.max(...nullWords.map((word) => new TextEncoder().encode(word).length));
const branches = ['', ...nullWords].map((word) => `when ${quoteLiteral(word)} then null`).join(' ');

/**
 * A trimmed cell, NULL where its word says that nothing is known. Long cells and those that begin with a digit cannot, and are
 * spared the comparisons. No `in (…)`: DuckDB turns a list into a join, which costs more and keeps unused columns alive.
 */
export function cleanSql(trimmed: string): string {
  const cannot = `strlen(${trimmed}) > ${longest} or (${trimmed} >= '0' and ${trimmed} < ':')`;
  return `case when ${cannot} then ${trimmed} else case ${trimmed} ${branches} else ${trimmed} end end`;
}
