import { keyword, significant, tokenize } from './tokens.ts';

/** The call whose brackets are open at a place, and which of its arguments stands there, counted from 0. */
export interface CallAt {
  readonly name: string;
  readonly argument: number;
  /** Where the name begins. */
  readonly from: number;
}

interface Bracket {
  /** Null for one that groups or makes a list. */
  readonly name: string | null;
  readonly from: number;
  readonly isQuery: boolean;
  argument: number;
}

const queryWords = new Set(['select', 'with', 'from', 'values']);
const noCalls = new Set('in and or not over filter values as on using when then else case where'.split(' '));

/** The innermost call around a place; null outside of any, and in a query of its own inside of one. */
export function callAt(sql: string, at: number): CallAt | null {
  const open: Bracket[] = [];
  const tokens = significant(tokenize(sql));
  tokens.forEach(({ kind, text, to }, index) => {
    if (kind !== 'punctuation' || to > at) return;
    const before = tokens[index - 1];
    const name = text === '(' && before?.kind === 'word' && !noCalls.has(keyword(before)) ? before : null;
    if (/^[([{]$/.test(text))
      open.push({
        name: name?.text.toLowerCase() ?? null,
        from: name?.from ?? to,
        isQuery: queryWords.has(keyword(tokens[index + 1])),
        argument: 0,
      });
    else if (/^[)\]}]$/.test(text)) open.pop();
    else if (text === ',' && open.length > 0) open.at(-1)!.argument += 1;
  });
  const inner = open.slice(open.findLastIndex(({ isQuery }) => isQuery) + 1);
  const found = inner.findLast(({ name }) => name !== null);
  return found?.name ? { name: found.name, argument: found.argument, from: found.from } : null;
}
