import { closing } from './brackets.ts';
import type { Span } from './references.ts';
import { isQuery, statementTokens } from './split.ts';
import { keyword, nameOf, sameName, type Token } from './tokens.ts';

/** A query within a text, made whole: with the named queries that it can see. */
export interface QueryAt extends Span {
  /** The name of a query of a WITH. */
  readonly name: string | null;
  readonly sql: string;
}

/** One query of a WITH, as indices of tokens. */
interface Named {
  readonly name: string;
  readonly start: number;
  readonly open: number;
  readonly close: number;
  readonly isRecursive: boolean;
}

interface Region {
  readonly start: number;
  readonly end: number;
}

/**
 * The query at a place: the innermost one around it. What is chosen is one by itself, if it is a query or the name of one
 * of a WITH.
 */
export function queryAt(sql: string, { from, to }: Span): QueryAt | null {
  const statements = statementTokens(sql);
  const tokens = statements.findLast(([first]) => first!.from <= from) ?? statements[0];
  if (!tokens || !isQuery(sliceOf(sql, tokens, { start: 0, end: tokens.length }))) return null;
  const place = find(tokens, from);
  const chosen = sql.slice(from, to);
  if (from < to && isQuery(chosen))
    return { name: null, from, to, sql: whole(sql, tokens, place.scope, chosen) };
  const named = namedAt(tokens, place.scope, from, to) ?? place.named;
  if (named) return wholeNamed(sql, tokens, place.scope, named);
  const text = sliceOf(sql, tokens, place.region);
  return {
    name: null,
    from: tokens[place.region.start]!.from,
    to: tokens[place.region.end - 1]!.to,
    sql: whole(sql, tokens, place.scope.slice(0, place.outer), text),
  };
}

interface Place {
  readonly region: Region;
  /** The query of a WITH that the place is in, if it is in no smaller one. */
  readonly named: Named | null;
  /** All that can be read there, outermost first; the first `outer` stand outside of the region. */
  readonly scope: readonly Named[];
  readonly outer: number;
}

function find(tokens: readonly Token[], at: number): Place {
  let place: Place = { region: { start: 0, end: tokens.length }, named: null, scope: [], outer: 0 };
  for (;;) {
    const { region, scope } = place;
    const { queries, end } = withClause(tokens, region.start);
    const own = queries.findIndex(({ start, close }) => isWithin(tokens, start, close, at));
    const named = queries[own];
    if (named) {
      const seen = [...scope, ...queries.slice(0, own)];
      const inner = { start: named.open + 1, end: named.close };
      place = { region: inner, named, scope: seen, outer: seen.length };
      if (at <= tokens[named.open]!.from || inner.start >= inner.end) return place;
      continue;
    }
    const seen = [...scope, ...queries];
    const open = subquery(tokens, { start: end, end: region.end }, at);
    if (open < 0) return { ...place, scope: seen };
    const inner = { start: open + 1, end: closing(tokens, open) };
    place = { region: inner, named: null, scope: seen, outer: seen.length };
  }
}

/** The query of a WITH whose name is chosen as a whole. */
function namedAt(tokens: readonly Token[], scope: readonly Named[], from: number, to: number): Named | null {
  const token = tokens.find((each) => each.from === from && each.to === to && /word|quoted/.test(each.kind));
  if (!token) return null;
  const isNamed = ({ name }: Named) => sameName(name, nameOf(token));
  return scope.findLast(isNamed) ?? null;
}

const queryStart = new Set(['select', 'with', 'from', 'values', 'pivot', 'unpivot', 'describe', 'summarize']);

/** The outermost bracket of a region that holds a query around a place; -1 for none. */
function subquery(tokens: readonly Token[], { start, end }: Region, at: number): number {
  for (let index = start; index < end; index++) {
    const isOpen = tokens[index]!.text === '(' && queryStart.has(keyword(tokens[index + 1]));
    if (isOpen && isWithin(tokens, index, closing(tokens, index), at)) return index;
  }
  return -1;
}

function isWithin(tokens: readonly Token[], first: number, last: number, at: number): boolean {
  return tokens[first]!.from < at + (keyword(tokens[first]) === '' ? 0 : 1) && at <= (tokens[last]?.to ?? at);
}

function withClause(tokens: readonly Token[], start: number): { queries: Named[]; end: number } {
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

function wholeNamed(sql: string, tokens: readonly Token[], scope: readonly Named[], named: Named): QueryAt {
  const seen = scope.slice(0, scope.includes(named) ? scope.indexOf(named) + 1 : scope.length);
  const name = tokens[named.start]!;
  return {
    name: named.name,
    from: name.from,
    to: tokens[Math.min(named.close, tokens.length - 1)]!.to,
    sql: whole(sql, tokens, seen.includes(named) ? seen : [...seen, named], `from ${name.text}`),
  };
}

/** A query behind the named ones that it can see; of those of one name the innermost. */
function whole(sql: string, tokens: readonly Token[], scope: readonly Named[], query: string): string {
  const seen = scope.filter(
    ({ name }, at) => !scope.slice(at + 1).some((later) => sameName(later.name, name)),
  );
  if (seen.length === 0) return query;
  const recursive = seen.some(({ isRecursive }) => isRecursive) ? 'recursive ' : '';
  const bodies = seen.map(({ start, close }) => sliceOf(sql, tokens, { start, end: close + 1 }));
  return `with ${recursive}${bodies.join(',\n')}\nselect * from (\n${query}\n)`;
}

function sliceOf(sql: string, tokens: readonly Token[], { start, end }: Region): string {
  const last = tokens[Math.min(end, tokens.length) - 1];
  return sql.slice(tokens[start]?.from ?? 0, last?.to ?? 0);
}
