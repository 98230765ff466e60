import { assert } from '#errors';
import { readableTables } from '#import';
import { sameName, tokenize, type Token } from '#sql';

const columnNames = new Map(
  readableTables.map(({ name, columns }) => [name, columns.map((column) => column.name)]),
);

/** The columns of a canonical relation, in order; none for a relation that is not canonical. */
export function columnsOf(relation: string): readonly string[] {
  return columnNames.get(relation) ?? [];
}

export function hasColumn(relation: string, column: string): boolean {
  return columnsOf(relation).includes(column);
}

/** What tells one row of a relation from another of the same source. */
export function keyOf(relation: string): readonly string[] {
  return readableTables.find(({ name }) => name === relation)?.key ?? [];
}

/** A relation joined to a KPI's own. */
export interface Join {
  readonly relation: string;
  readonly sql: string;
  /** Columns that the join merges into one, so that they need no qualifier. */
  readonly using: readonly string[];
}

/** The relations that one query reads: a KPI's own, and what its dimensions need. */
export interface Scope {
  readonly base: string;
  readonly joins: readonly Join[];
}

/**
 * A column of one of the relations, with the relation's name where another has such a column too; and always for `at`,
 * which DuckDB takes for a keyword after `and`.
 */
export function columnIn(scope: Scope, relation: string, column: string): string {
  return column === 'at' || isAmbiguous(scope, relation, column) ? `${relation}.${column}` : column;
}

/** An expression over the base's columns, qualified where the joins make that necessary. */
export function qualify(expression: string, scope: Scope): string {
  const tokens = tokenize(expression);
  return tokens
    .map((token, index) =>
      isColumn(tokens, index, scope.base) ? columnIn(scope, scope.base, token.text) : token.text,
    )
    .join('');
}

/** The columns of a relation that an expression mentions. */
export function columnsIn(expression: string, relation: string): string[] {
  const tokens = tokenize(expression);
  const found = tokens
    .filter((_, index) => isColumn(tokens, index, relation))
    .map(({ text }) => text.toLowerCase());
  return [...new Set(found)];
}

/** Whether a condition has to stand in parentheses before `and` can follow it. */
export function hasTopLevelOr(expression: string): boolean {
  let depth = 0;
  return tokenize(expression).some(({ kind, text }) => {
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    return depth === 0 && kind === 'word' && sameName(text, 'or');
  });
}

function isAmbiguous({ base, joins }: Scope, relation: string, column: string): boolean {
  const owner = joins.find((join) => join.relation === relation);
  assert(owner || relation === base, `${relation} is part of the query`);
  if (owner && !owner.using.includes(column)) {
    return (
      hasColumn(base, column) || joins.some((join) => join !== owner && hasColumn(join.relation, column))
    );
  }
  return joins.some((join) => hasColumn(join.relation, column) && !join.using.includes(column));
}

function isColumn(tokens: readonly Token[], index: number, relation: string): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word' || !hasColumn(relation, token.text.toLowerCase())) return false;
  const before = tokens[index - 1]?.text;
  const after = tokens.slice(index + 1).find(({ kind }) => kind !== 'space')?.text;
  return before !== '.' && after !== '(' && after !== '.';
}
