import { parameterName } from './parameters.ts';
import { writeIdentifier } from './quote.ts';
import { RelationScanner, type RelationUse } from './relation-scanner.ts';
import { statementTokens } from './split.ts';
import { nameOf, sameName, tokenize, type Token } from './tokens.ts';

/** What a text reads and makes, each name once, in the order of its first use. */
export interface References {
  /** Relations: a plain name as it is (`csat`), a qualified one with its dots (`base.tickets`). */
  readonly reads: readonly string[];
  /** Names of `$name` parameters. */
  readonly parameters: readonly string[];
  /** Tables, views and macros that it makes. */
  readonly creates: readonly string[];
}

export function references(sql: string): References {
  const scans = scanned(sql);
  const uses = scans.flatMap(({ scanner }) => scanner.uses);
  return {
    reads: once(uses.map(relationName)),
    parameters: once(tokenize(sql).flatMap((token) => parameterName(token) ?? [])),
    creates: once(scans.flatMap(({ scanner }) => scanner.creates)),
  };
}

/** The text with a relation renamed: where it stands in relation position, and where it qualifies a column. */
export function renameRelation(sql: string, name: string, newName: string): string {
  const edits = scanned(sql).flatMap(({ scanner, tokens }) => {
    const uses = scanner.uses.filter(({ path }) => path.length === 1 && sameName(path[0]!, name));
    const isHidden = scanner.uses.some(({ alias }) => alias !== null && sameName(alias, name));
    const isQualifier = !isHidden && uses.some(({ alias }) => alias === null);
    return [...uses, ...(isQualifier ? qualifiers(tokens, name) : [])];
  });
  return replaceSpans(sql, edits, writeIdentifier(newName));
}

/** The text with a parameter renamed; `$name` alone, not `$name_start`. */
export function renameParameter(sql: string, name: string, newName: string): string {
  const places = tokenize(sql).filter((token) => {
    const parameter = parameterName(token);
    return parameter !== null && sameName(parameter, name);
  });
  return replaceSpans(sql, places, `$${newName}`);
}

function scanned(sql: string): { scanner: RelationScanner; tokens: readonly Token[] }[] {
  return statementTokens(sql).map((tokens) => {
    const scanner = new RelationScanner(tokens);
    scanner.scanStatement();
    return { scanner, tokens };
  });
}

/** `name` in `name.column`. */
function qualifiers(tokens: readonly Token[], name: string): Token[] {
  return tokens.filter(
    (token, at) =>
      (token.kind === 'word' || token.kind === 'quoted') &&
      sameName(nameOf(token), name) &&
      tokens[at + 1]?.text === '.' &&
      tokens[at - 1]?.text !== '.',
  );
}

function replaceSpans(
  sql: string,
  spans: readonly { from: number; to: number }[],
  replacement: string,
): string {
  const byPlace = [...new Map(spans.map((span) => [span.from, span])).values()].sort(
    (a, b) => b.from - a.from,
  );
  return byPlace.reduce((text, { from, to }) => text.slice(0, from) + replacement + text.slice(to), sql);
}

function relationName({ path }: RelationUse): string {
  return path.length === 1 ? path[0]! : path.map(writeIdentifier).join('.');
}

function once(names: readonly string[]): string[] {
  return names.filter((name, at) => names.findIndex((other) => sameName(other, name)) === at);
}
