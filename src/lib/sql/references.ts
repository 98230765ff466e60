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

/** A stretch of a text, in UTF-16 offsets. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The text with a relation renamed, wherever it is named. */
export function renameRelation(sql: string, name: string, newName: string): string {
  return replaceSpans(sql, relationPlaces(sql, name), writeIdentifier(newName));
}

/** Where a relation is named: in relation position, and where it qualifies a column. */
export function relationPlaces(sql: string, name: string): Span[] {
  const places = scanned(sql).flatMap(({ scanner, tokens }) => {
    const uses = scanner.uses.filter(({ path }) => path.length === 1 && sameName(path[0]!, name));
    const isHidden = scanner.uses.some(({ alias }) => alias !== null && sameName(alias, name));
    const isQualifier = !isHidden && uses.some(({ alias }) => alias === null);
    return [...uses, ...(isQualifier ? qualifiers(tokens, name) : [])];
  });
  return inOrder(places);
}

/** The text with a parameter renamed. */
export function renameParameter(sql: string, name: string, newName: string): string {
  return replaceSpans(sql, parameterPlaces(sql, name), `$${newName}`);
}

/** Where a parameter stands; `$name` alone, not `$name_start`. */
export function parameterPlaces(sql: string, name: string): Span[] {
  return tokenize(sql).filter((token) => {
    const parameter = parameterName(token);
    return parameter !== null && sameName(parameter, name);
  });
}

/** What a place of a text names. */
export interface NameAt extends Span {
  readonly kind: 'relation' | 'parameter';
  /** As it is called, without `$` and quotation marks. */
  readonly name: string;
}

/** The relation or parameter that is named at a place; null for anything else, a CTE among it. */
export function nameAt(sql: string, at: number): NameAt | null {
  const touches = ({ from, to }: Span) => from <= at && at <= to;
  const token = tokenize(sql).find((each) => touches(each) && /word|quoted|parameter/.test(each.kind));
  if (!token) return null;
  const { from, to } = token;
  const parameter = parameterName(token);
  if (parameter !== null) return { kind: 'parameter', name: parameter, from, to };
  const name = nameOf(token);
  return relationPlaces(sql, name).some((place) => place.from === from)
    ? { kind: 'relation', name, from, to }
    : null;
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

function replaceSpans(sql: string, spans: readonly Span[], replacement: string): string {
  return spans.reduceRight((text, { from, to }) => text.slice(0, from) + replacement + text.slice(to), sql);
}

/** Each place once, from first to last. */
function inOrder(spans: readonly Span[]): Span[] {
  const places = new Map(spans.map(({ from, to }) => [from, { from, to }]));
  return [...places.values()].sort((a, b) => a.from - b.from);
}

function relationName({ path }: RelationUse): string {
  return path.length === 1 ? path[0]! : path.map(writeIdentifier).join('.');
}

function once(names: readonly string[]): string[] {
  return names.filter((name, at) => names.findIndex((other) => sameName(other, name)) === at);
}
