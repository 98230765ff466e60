import { quoteIdentifier, quoteLiteral } from '#sql';
import { nullWords } from '../vocabulary/index.ts';

const longest = Math.max(...nullWords.map((word) => new TextEncoder().encode(word).length));

/** A raw cell as text, trimmed; NULL where its word says that nothing is known. The length spares most cells the comparisons. */
export function cleanSql(column: string): string {
  const trimmed = `nullif(trim(${quoteIdentifier(column)}), '')`;
  const branches = nullWords.map((word) => `when ${quoteLiteral(word)} then null`).join(' ');
  const value = quoteIdentifier(column);
  return `case when strlen(${value}) <= ${longest + 2} then case trim(${value}) when '' then null ${branches} else trim(${value}) end else ${trimmed} end`;
}
