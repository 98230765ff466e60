import { closing } from './brackets.ts';
import type { Span } from './references.ts';
import { isQuery, statementTokens } from './split.ts';
import { nameOf, sameName, type Token } from './tokens.ts';
import { holdsQuery, isWithin, withClause, type Named, type Region } from './with-clause.ts';

/** A query within a text, made whole: with the named queries that it can see. */
export interface QueryAt extends Span {
  /** The name of a query of a WITH. */
  readonly name: string | null;
  readonly sql: string;
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
  const named = namedAt(tokens, place.scope, from, to);
  if (named) return wholeNamed(sql, tokens, place.scope, named);
  if (place.named) return wholeNamed(sql, tokens, place.scope.slice(0, place.outer), place.named);
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

/** The outermost bracket of a region that holds a query around a place; -1 for none. */
function subquery(tokens: readonly Token[], { start, end }: Region, at: number): number {
  for (let index = start; index < end; index++) {
    if (holdsQuery(tokens, index) && isWithin(tokens, index, closing(tokens, index), at)) return index;
  }
  return -1;
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

/** A query behind the named ones that it can see. Of two of one name the inner one may read the outer: it stands further in. */
function whole(sql: string, tokens: readonly Token[], scope: readonly Named[], query: string): string {
  const layers = scope.reduce<readonly (readonly Named[])[]>((before, named) => {
    const last = before.at(-1) ?? [];
    const isHidden = last.some(({ name }) => sameName(name, named.name));
    return isHidden ? [...before, [named]] : [...before.slice(0, -1), [...last, named]];
  }, []);
  return layers.reduceRight((inner, layer) => {
    const recursive = layer.some(({ isRecursive }) => isRecursive) ? 'recursive ' : '';
    const bodies = layer.map(({ start, close }) => sliceOf(sql, tokens, { start, end: close + 1 }));
    return `with ${recursive}${bodies.join(',\n')}\nselect * from (\n${inner}\n)`;
  }, query);
}

function sliceOf(sql: string, tokens: readonly Token[], { start, end }: Region): string {
  const last = tokens[Math.min(end, tokens.length) - 1];
  return sql.slice(tokens[start]?.from ?? 0, last?.to ?? 0);
}
