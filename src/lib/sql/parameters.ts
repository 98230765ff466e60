import { quoteLiteral } from './quote.ts';
import { tokenize, type Token } from './tokens.ts';

/** SQL whose `$name` have become something that DuckDB runs anywhere. */
export interface BoundSql {
  readonly sql: string;
  /** Where a place of `sql` stands in the text as written. */
  originalOffset(position: number): number;
}

/**
 * Turns `$name` into `getvariable('name')`, which is typed, folded when bound, and allowed in every statement;
 * or into what `write` gives for the name.
 */
export function bindParameters(
  sql: string,
  write: (name: string) => string = (name) => `getvariable(${quoteLiteral(name)})`,
): BoundSql {
  const pieces = tokenize(sql).map((token) => {
    const name = parameterName(token);
    return { token, text: name === null ? token.text : write(name) };
  });
  const starts: { readonly bound: number; readonly token: Token; readonly length: number }[] = [];
  let bound = 0;
  for (const { token, text } of pieces) {
    starts.push({ bound, token, length: text.length });
    bound += text.length;
  }
  return {
    sql: pieces.map(({ text }) => text).join(''),
    originalOffset(position) {
      const piece = starts.findLast((start) => start.bound <= position);
      if (!piece) return 0;
      const inside = Math.min(position - piece.bound, piece.length);
      return parameterName(piece.token) === null ? piece.token.from + inside : piece.token.from;
    },
  };
}

/** The name of a `$name`; null for other tokens, `$1` and `?` among them. */
export function parameterName({ kind, text }: Token): string | null {
  return kind === 'parameter' && /^\$\D/.test(text) ? text.slice(1) : null;
}
