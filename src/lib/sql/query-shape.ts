import { isReservedWord } from './quote.ts';
import { keyword, nameOf, type Token } from './tokens.ts';
import { holdsQuery, withClause, type Named, type Region } from './with-clause.ts';

/** What a FROM names: a relation, a query in brackets, or a function. */
export interface Source extends Region {
  /** What its columns are qualified by; null for a query that is called nothing. */
  readonly name: string | null;
  /** The relation, where it is one that is named by one word. */
  readonly relation: string | null;
  readonly query: Region | null;
  /** Names that it gives its columns itself, as `t(a, b)` does. */
  readonly columns: readonly string[] | null;
}

/** One column, or `*`, of a SELECT. */
export interface Item extends Region {
  /** What it is called; null where it is called nothing that could be written, or is a `*`. */
  readonly name: string | null;
  /** Whether it is called so by AS, and not for the column that it is. */
  readonly isMade: boolean;
}

/** One SELECT of those that UNION, EXCEPT and INTERSECT put together. */
export interface Branch extends Region {
  readonly items: readonly Item[];
  readonly sources: readonly Source[];
}

/** A query as its clauses. It is no parser: of a text that is being written it tells what is there. */
export interface Shape {
  readonly named: readonly Named[];
  readonly branches: readonly Branch[];
  /** Where what holds for all branches begins: their ORDER BY or LIMIT. */
  readonly tail: number;
}

export function shapeOf(tokens: readonly Token[], region: Region): Shape {
  const { queries, end } = withClause(tokens, region.start);
  const cuts = placesOf(tokens, { start: end, end: region.end }, setWords);
  const starts = [end, ...cuts.map((at) => past(tokens, at + 1, /^(all|distinct|by|name)$/))];
  const branches = starts.map((start, at) => branchOf(tokens, { start, end: cuts[at] ?? region.end }));
  const last = starts.at(-1) ?? end;
  const [tail = region.end] =
    branches.length > 1 ? placesOf(tokens, { start: last, end: region.end }, tailWords) : [];
  return { named: queries, branches, tail };
}

const setWords = new Set(['union', 'except', 'intersect']);
const tailWords = new Set(['order', 'limit', 'offset']);
const clauseWords = new Set(['where', 'group', 'having', 'qualify', 'window', 'sample', ...tailWords]);

function branchOf(tokens: readonly Token[], { start, end }: Region): Branch {
  const [from = end] = placesOf(tokens, { start, end }, fromWord);
  const [select = end] = placesOf(tokens, { start, end }, selectWord);
  const [clause = end] = placesOf(tokens, { start: Math.min(from, end) + 1, end }, clauseWords);
  const first = past(tokens, select + 1, /^(distinct|all)$/);
  const on = keyword(tokens[first]) === 'on' ? next(tokens, first + 1) : first;
  return {
    start,
    end,
    items: listed(tokens, { start: on, end: from > select ? Math.min(from, end) : clause }).map((item) =>
      itemOf(tokens, item),
    ),
    sources: sourcesOf(tokens, { start: from + 1, end: select > from ? Math.min(select, clause) : clause }),
  };
}

const fromWord = new Set(['from']);
const selectWord = new Set(['select']);

function sourcesOf(tokens: readonly Token[], { start, end }: Region): Source[] {
  const sources: Source[] = [];
  let isNext = true;
  for (let at = start; at < end; at = next(tokens, at)) {
    const isRelation: boolean = isNext && keyword(tokens[at]) !== 'lateral';
    if (isRelation && tokens[at]!.text === '(' && !holdsQuery(tokens, at))
      sources.push(...sourcesOf(tokens, { start: at + 1, end: Math.min(next(tokens, at) - 1, end) }));
    else if (isRelation) sources.push(...sourceOf(tokens, at, end));
    isNext = (isNext && !isRelation) || tokens[at]!.text === ',' || keyword(tokens[at]) === 'join';
  }
  return sources;
}

/** The source that begins at a token: `(query) [as] t [(a, b)]`, `path [as] t`, `t: path`, `function(…) as t(a)`. */
function sourceOf(tokens: readonly Token[], start: number, end: number): Source[] {
  const isPrefixed = tokens[start + 1]?.text === ':';
  const from = isPrefixed ? start + 2 : start;
  if (from >= end) return [];
  const isQuery = tokens[from]!.text === '(';
  let at = isQuery ? next(tokens, from) : from;
  while (!isQuery && isName(tokens[at]) && tokens[at + 1]?.text === '.') at += 2;
  if (!isQuery && !isName(tokens[at])) return [];
  const word = isQuery ? null : nameOf(tokens[at]!);
  if (!isQuery) at += 1;
  const isFunction = !isQuery && tokens[at]?.text === '(';
  if (isFunction) at = next(tokens, at);
  const called = keyword(tokens[at]) === 'as' ? at + 1 : at;
  const isCalled = called < end && isName(tokens[called]);
  const alias = isPrefixed ? nameOf(tokens[start]!) : isCalled ? nameOf(tokens[called]!) : null;
  const after = isCalled ? called + 1 : at;
  const columns = isCalled && tokens[after]?.text === '(' ? namesIn(tokens, after) : null;
  return [
    {
      start,
      end: Math.min(columns ? next(tokens, after) : after, end),
      name: alias ?? word,
      relation: isQuery || isFunction || at - from > 1 ? null : word,
      query: isQuery ? { start: from + 1, end: next(tokens, from) - 1 } : null,
      columns: columns ?? (isFunction && alias !== null ? [alias] : null),
    },
  ];
}

function itemOf(tokens: readonly Token[], { start, end }: Region): Item {
  const [as = -1] = placesOf(tokens, { start, end }, asWord);
  if (tokens[start + 1]?.text === ':' && isName(tokens[start]))
    return { start, end, name: nameOf(tokens[start]!), isMade: true };
  if (as >= 0) return { start, end, name: as + 1 < end ? nameOf(tokens[as + 1]!) : null, isMade: true };
  const last = tokens[end - 1];
  const isPath = Array.from({ length: end - start }, (_, at) => tokens[start + at]!).every((token, at) =>
    at % 2 === 0 ? isName(token) : token.text === '.',
  );
  if (isPath) return { start, end, name: nameOf(last!), isMade: false };
  const before = tokens[end - 2];
  const isCalled =
    isName(last) &&
    (before?.text === ')' || before?.text === ']' || /^(word|quoted|string)$/.test(before?.kind ?? '')) &&
    !/^(and|or|not|like|ilike|in|is|then|else|when|interval|between)$/.test(keyword(before));
  return { start, end, name: isCalled && last ? nameOf(last) : null, isMade: true };
}

const asWord = new Set(['as']);

/** The parts between the commas of a list. */
export function listed(tokens: readonly Token[], { start, end }: Region): Region[] {
  const parts: Region[] = [];
  let from = start;
  for (let at = start; at < end; at = next(tokens, at)) {
    if (tokens[at]!.text !== ',') continue;
    parts.push({ start: from, end: at });
    from = at + 1;
  }
  return [...parts, { start: from, end }].filter((part) => part.start < part.end);
}

/** The names in a bracket: `(a, b)`. */
export function namesIn(tokens: readonly Token[], open: number): string[] {
  const inside = { start: open + 1, end: next(tokens, open) - 1 };
  return listed(tokens, inside).map(({ start }) => nameOf(tokens[start]!));
}

/** Where one of some words stands in a region, outside of its brackets. */
function placesOf(tokens: readonly Token[], { start, end }: Region, words: ReadonlySet<string>): number[] {
  const places: number[] = [];
  for (let at = start; at < end; at = next(tokens, at)) {
    if (words.has(keyword(tokens[at])) && !(at > start && isPart(tokens[at - 1]!, tokens[at]!)))
      places.push(at);
  }
  return places;
}

/** Whether a word is none of SQL's: `t.offset`, `is distinct from`. Behind `t. ` a name is still to be written. */
function isPart(before: Token, { from }: Token): boolean {
  return (before.text === '.' && before.to === from) || keyword(before) === 'distinct';
}

function past(tokens: readonly Token[], start: number, words: RegExp): number {
  let at = start;
  while (words.test(keyword(tokens[at]))) at += 1;
  return at;
}

/** The token after one, or after what a bracket holds. */
export function next(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let each = at; each < tokens.length; each++) {
    const { kind, text } = tokens[each]!;
    if (kind === 'punctuation' && /^[([{]$/.test(text)) depth += 1;
    if (kind === 'punctuation' && /^[)\]}]$/.test(text)) depth -= 1;
    if (depth <= 0) return each + 1;
  }
  return tokens.length + 1;
}

function isName(token: Token | undefined): boolean {
  return (
    token?.kind === 'quoted' ||
    (token?.kind === 'word' && !isReservedWord(token.text) && !ends.has(keyword(token)))
  );
}

/** Words that end a relation, though a relation may be called so. */
const ends = new Set(
  'asof positional semi anti tablesample using natural left right full inner cross join on'.split(' '),
);
