import { keyword, tokenize, type Token } from './tokens.ts';

/** A token as it is written again: what stands above it, behind it, and whether a space goes before it. */
export interface Piece {
  readonly token: Token;
  /** Comments on lines of their own. */
  readonly above: readonly string[];
  /** A comment at the end of its line. */
  readonly behind: string | null;
  readonly hasSpace: boolean;
}

/** The tokens of a text with their comments; null where the spaces between them mean something. */
export function piecesOf(sql: string): { readonly pieces: Piece[]; readonly rest: readonly string[] } | null {
  const pieces: Piece[] = [];
  const open: string[] = [];
  let above: string[] = [];
  let gap = '';
  for (const token of tokenize(sql)) {
    const last = pieces.at(-1);
    if (token.kind === 'space') gap = token.text;
    else if (token.kind === 'comment') {
      if (!token.text.startsWith('--')) return null;
      if (last && above.length === 0 && last.behind === null && !gap.includes('\n'))
        pieces[pieces.length - 1] = { ...last, behind: token.text.trimEnd() };
      else above.push(token.text.trimEnd());
      gap = '';
    } else {
      if (last?.token.kind === 'string' && token.kind === 'string') return null;
      const isGlued = last !== undefined && last.token.to === token.from;
      const hasSpace = last !== undefined && needsSpace(pieces, token, { isGlued, bracket: open.at(-1) });
      if (/^[([{]$/.test(token.text)) open.push(token.text);
      if (/^[)\]}]$/.test(token.text)) open.pop();
      pieces.push({ token, above, behind: null, hasSpace });
      above = [];
      gap = '';
    }
  }
  return { pieces, rest: above };
}

interface Around {
  readonly isGlued: boolean;
  readonly bracket: string | undefined;
}

/** Words that a bracket follows without being their call. */
const notCalls = new Set(
  'select from where by having qualify on using in and or not as over filter group when then else case is exists materialized distinct values limit offset between like ilike join union except intersect sets interval'.split(
    ' ',
  ),
);
const operator = /^[-+*/%<>=~!@#^&|`?]+$/;

function needsSpace(pieces: readonly Piece[], token: Token, { isGlued, bracket }: Around): boolean {
  const last = pieces.at(-1)!.token;
  const before = keyword(last);
  if (/^[,;)\]}.]$/.test(token.text) || token.text === '::') return false;
  if (/^[([{.]$/.test(last.text) || last.text === '::') return false;
  if (token.text === ':' || last.text === ':')
    return token.text !== ':' && bracket !== '[' && bracket !== '(';
  const isOperator = operator.test(token.text) && token.kind === 'punctuation';
  if (isOperator && operator.test(last.text) && last.kind === 'punctuation') return !isGlued;
  if (isSign(pieces)) return !isGlued;
  if (last.kind === 'word' && token.kind === 'string') return !isGlued;
  if (token.text === '(') return last.kind === 'word' ? notCalls.has(before) : !isName(last);
  if (token.text === '[')
    return last.kind === 'word' ? notCalls.has(before) : !isName(last) && last.text !== ')';
  return true;
}

function isName({ kind, text }: Token): boolean {
  return kind === 'quoted' || kind === 'parameter' || text === ']';
}

/** Whether the last piece is a sign of what follows rather than between two values. */
function isSign(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1)!.token;
  const before = pieces.at(-2)?.token;
  if (!/^[-+~@]$/.test(last.text)) return false;
  if (!before) return true;
  const isValue = /^[)\]}]$/.test(before.text) || /string|number|quoted|parameter/.test(before.kind);
  return !isValue && (before.kind === 'punctuation' || notCalls.has(keyword(before)));
}
