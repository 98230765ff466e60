import { closing } from './brackets.ts';
import { keyword, nameOf, type Token } from './tokens.ts';

/** One query of a WITH, as indices of tokens. */
export interface Named {
  readonly name: string;
  readonly start: number;
  readonly open: number;
  readonly close: number;
  readonly isRecursive: boolean;
}

/** Tokens from one index up to another. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/** The queries of the WITH that a region begins with, and where it ends. */
export function withClause(tokens: readonly Token[], start: number): { queries: Named[]; end: number } {
  const queries: Named[] = [];
  if (keyword(tokens[start]) !== 'with') return { queries, end: start };
  const isRecursive = keyword(tokens[start + 1]) === 'recursive';
  let at = start + (isRecursive ? 2 : 1);
  for (;;) {
    const open = bodyOf(tokens, at);
    if (open < 0) return { queries, end: at };
    const close = closing(tokens, open);
    queries.push({ name: nameOf(tokens[at]!), start: at, open, close, isRecursive });
    at = close + 1;
    if (tokens[at]?.text !== ',') return { queries, end: at };
    at += 1;
  }
}

/** The bracket behind `name [(columns)] [using key (…)] as [not] [materialized]`; -1 where there is none. */
function bodyOf(tokens: readonly Token[], start: number): number {
  let at = start + 1;
  if (tokens[at]?.text === '(') at = closing(tokens, at) + 1;
  if (keyword(tokens[at]) === 'using') at = closing(tokens, at + 2) + 1;
  if (keyword(tokens[at]) !== 'as') return -1;
  do at += 1;
  while (/^(not|materialized)$/.test(keyword(tokens[at])));
  return tokens[at]?.text === '(' ? at : -1;
}

const queryStart = new Set(['select', 'with', 'from', 'values', 'pivot', 'unpivot', 'describe', 'summarize']);

/** Whether a bracket holds a query. */
export function holdsQuery(tokens: readonly Token[], open: number): boolean {
  return tokens[open]?.text === '(' && queryStart.has(keyword(tokens[open + 1]));
}

/** Whether a place lies within the tokens from one to another. */
export function isWithin(tokens: readonly Token[], first: number, last: number, at: number): boolean {
  return tokens[first]!.from < at + (keyword(tokens[first]) === '' ? 0 : 1) && at <= (tokens[last]?.to ?? at);
}
