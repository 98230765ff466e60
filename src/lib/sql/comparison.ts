import type { Span } from './references.ts';
import { keyword, nameOf, significant, tokenize, type Token } from './tokens.ts';

/** A text in quotation marks that a column is compared with. */
export interface ComparedAt extends Span {
  readonly column: string;
  /** What the column is qualified by: a table or its alias. */
  readonly relation: string | null;
  readonly isClosed: boolean;
}

const operators = new Set(['=', '==', '<>', '!=']);

/** The column that the text at a place is compared with; `from` and `to` are within its quotation marks. */
export function comparedAt(sql: string, at: number): ComparedAt | null {
  const tokens = significant(tokenize(sql));
  const index = tokens.findIndex(({ kind, from, to }) => kind === 'string' && from < at && at <= to);
  const text = tokens[index];
  if (!text?.text.startsWith("'")) return null;
  const isClosed = text.text.length > 1 && text.text.endsWith("'");
  if (isClosed && at === text.to) return null;
  const column = columnBefore(tokens, operandEnd(tokens, index));
  const to = isClosed && !text.text.includes('\n') ? text.to - 1 : at;
  return column && { ...column, from: text.from + 1, to, isClosed };
}

/** Where the operand ends that a text is compared with: before `=`, `like`, `in (…`, `is distinct from`; -1 for none. */
function operandEnd(tokens: readonly Token[], index: number): number {
  const word = (place: number) => keyword(tokens[place]);
  let at = index - 1;
  if (operators.has(tokens[at]?.text ?? '')) return at - 1;
  if (/^i?like$/.test(word(at))) return word(at - 1) === 'not' ? at - 2 : at - 1;
  if (word(at) === 'from' && word(at - 1) === 'distinct') return word(at - 2) === 'not' ? at - 4 : at - 3;
  while (tokens[at]?.text === ',' && tokens[at - 1]?.kind === 'string') at -= 2;
  if (tokens[at]?.text !== '(' || word(at - 1) !== 'in') return -1;
  return word(at - 2) === 'not' ? at - 3 : at - 2;
}

function columnBefore(tokens: readonly Token[], end: number): Pick<ComparedAt, 'column' | 'relation'> | null {
  const column = tokens[end];
  if (!isName(column)) return null;
  const qualifier = tokens[end - 1]?.text === '.' ? tokens[end - 2] : undefined;
  return { column: nameOf(column), relation: isName(qualifier) ? nameOf(qualifier) : null };
}

function isName(token: Token | undefined): token is Token {
  return token?.kind === 'word' || token?.kind === 'quoted';
}
