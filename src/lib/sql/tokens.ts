/** What a piece of SQL is. `quoted` is a name in double quotes; `parameter` is `$name`, `$1`, `?`. */
export type TokenKind =
  'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'punctuation' | 'comment' | 'space';

/** `from` and `to` are UTF-16 offsets; the tokens of a text put together are the text. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/y],
  ['comment', /--[^\n\r]*/y],
  ['string', /[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)/y],
  ['string', /[xXbB]?'(?:[^']|'')*(?:'|$)/y],
  ['string', /\$(?:[a-z_\x80-\uffff][\w\x80-\uffff]*)?\$/iy],
  ['parameter', /\$(?:\d+|[a-z_\x80-\uffff][\w\x80-\uffff]*)|\?\d*/iy],
  ['quoted', /"(?:[^"]|"")*(?:"|$)/y],
  ['number', /(?:\d+(?:_\d+)*(?:\.(?!\.)(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?/iy],
  ['word', /[a-z_\x80-\uffff][\w$\x80-\uffff]*/iy],
  ['punctuation', /::|:=|->>|->|=>|<=|>=|<>|!=|\|\||\.\.|\/\/|\*\*|<<|>>|[\s\S]/y],
];

/** Cuts SQL into tokens as DuckDB's own lexer does. Never fails: what is not closed runs to the end. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  while (from < sql.length) {
    const token = tokenAt(sql, from);
    tokens.push(token);
    from = token.to;
  }
  return tokens;
}

function tokenAt(sql: string, from: number): Token {
  if (sql.startsWith('/*', from)) return made('comment', sql, from, blockCommentEnd(sql, from));
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = from;
    const match = pattern.exec(sql)?.[0];
    if (match === undefined) continue;
    const isDollarQuote = kind === 'string' && match.startsWith('$');
    return made(kind, sql, from, isDollarQuote ? dollarQuoteEnd(sql, from, match) : from + match.length);
  }
  return made('punctuation', sql, from, from + 1);
}

function made(kind: TokenKind, sql: string, from: number, to: number): Token {
  return { kind, text: sql.slice(from, to), from, to };
}

/** Comments nest. */
function blockCommentEnd(sql: string, from: number): number {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = from;
  let depth = 0;
  for (let match = edge.exec(sql); match; match = edge.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
}

function dollarQuoteEnd(sql: string, from: number, delimiter: string): number {
  const close = sql.indexOf(delimiter, from + delimiter.length);
  return close < 0 ? sql.length : close + delimiter.length;
}

/** The tokens that mean something. */
export function significant(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment');
}

/** A keyword as tokens compare: in lower case; empty for anything that cannot be one. */
export function keyword(token: Token | undefined): string {
  return token?.kind === 'word' ? token.text.toLowerCase() : '';
}

/** The name that a word or a quoted token stands for. */
export function nameOf(token: Token): string {
  if (token.kind !== 'quoted') return token.text;
  const closed = token.text.length > 1 && token.text.endsWith('"');
  return token.text.slice(1, closed ? -1 : undefined).replaceAll('""', '"');
}

/** Whether two names are one to DuckDB, which does not tell capitals from small letters. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
