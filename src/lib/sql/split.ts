import { keyword, significant, tokenize, type Token } from './tokens.ts';

/** One statement of a text, without the spaces and comments around it. */
export interface Statement {
  readonly sql: string;
  readonly from: number;
  readonly to: number;
}

export function splitStatements(sql: string): Statement[] {
  return statementTokens(sql).map((tokens) => {
    const from = tokens[0]!.from;
    const to = tokens.at(-1)!.to;
    return { sql: sql.slice(from, to), from, to };
  });
}

/** The significant tokens of each statement; none is empty. */
export function statementTokens(sql: string): Token[][] {
  const statements: Token[][] = [[]];
  for (const token of significant(tokenize(sql))) {
    if (token.kind === 'punctuation' && token.text === ';') statements.push([]);
    else statements.at(-1)!.push(token);
  }
  return statements.filter((tokens) => tokens.length > 0);
}

const queryWords = new Set([
  'select',
  'from',
  'values',
  'pivot',
  'pivot_wider',
  'pivot_longer',
  'unpivot',
  'describe',
  'desc',
  'summarize',
  'show',
  'table',
]);

/** Whether a statement gives rows that can be kept as a table. */
export function isQuery(sql: string): boolean {
  const [tokens, ...more] = statementTokens(sql);
  return tokens !== undefined && more.length === 0 && queryWords.has(statementWord(tokens));
}

/** The word that says what a statement is: `select`, `insert` …, past parentheses and the queries of its WITH. */
export function statementWord(tokens: readonly Token[]): string {
  let at = 0;
  while (tokens[at]?.text === '(') at += 1;
  if (keyword(tokens[at]) !== 'with') return keyword(tokens[at]);
  let depth = 0;
  for (const token of tokens.slice(at + 1)) {
    if (token.text === '(' && token.kind === 'punctuation') depth += 1;
    if (token.text === ')' && token.kind === 'punctuation') depth -= 1;
    const word = keyword(token);
    if (depth === 0 && (queryWords.has(word) || changeWords.has(word))) return word;
  }
  return '';
}

const changeWords = new Set(['insert', 'update', 'delete', 'merge']);
