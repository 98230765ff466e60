import { namesIn, next, shapeOf, type Branch, type Item, type Shape, type Source } from './query-shape.ts';
import { statementTokens } from './split.ts';
import { keyword, nameOf, sameName, type Token } from './tokens.ts';
import { holdsQuery, type Named, type Region } from './with-clause.ts';

interface Column {
  readonly name: string;
}

/** What is known of relations, and how a column is told that a query makes itself. */
export interface Known<C extends Column> {
  readonly columnsOf: (relation: string) => readonly C[];
  readonly made: (name: string) => C;
}

/** A relation of a FROM as a place sees it. */
export interface Seen<C extends Column> {
  readonly name: string;
  /** The relation that it is; null for a query. */
  readonly relation: string | null;
  /** Where it is named in the text. */
  readonly from: number;
  readonly columns: readonly C[];
}

/** What can be named at a place of a text. */
export interface Sight<C extends Column> {
  /** What the query around the place reads, in the order of its FROM. */
  readonly sources: readonly Seen<C>[];
  /** What the queries around that one read, the nearest first. */
  readonly around: readonly Seen<C>[];
  /** The queries of a WITH that can be read. */
  readonly named: readonly Seen<C>[];
  /** The columns that the query itself makes, for its other clauses. */
  readonly made: readonly C[];
}

const nothing = { sources: [], around: [], named: [], made: [] };

export function sightAt<C extends Column>(sql: string, at: number, known: Known<C>): Sight<C> {
  const statements = statementTokens(sql);
  const tokens = statements.findLast(([first]) => first!.from <= at);
  return tokens ? new Looking(tokens, known).from(at) : nothing;
}

/** A query of a WITH, and those that it can read itself. */
interface Scope {
  readonly named: Named;
  readonly outer: readonly Scope[];
}

class Looking<C extends Column> {
  readonly #tokens: readonly Token[];
  readonly #known: Known<C>;

  constructor(tokens: readonly Token[], known: Known<C>) {
    this.#tokens = tokens;
    this.#known = known;
  }

  from(at: number): Sight<C> {
    let region: Region = { start: 0, end: this.#tokens.length };
    let scope: readonly Scope[] = [];
    let around: readonly Seen<C>[] = [];
    for (;;) {
      const shape = shapeOf(this.#tokens, region);
      const within = shape.named.findIndex(({ open, close }) => this.#holds(open, close, at));
      const inner = shape.named[within];
      if (inner) {
        const isOwn = inner.isRecursive ? 1 : 0;
        scope = this.#scoped(scope, shape.named.slice(0, within + isOwn));
        region = { start: inner.open + 1, end: inner.close };
        continue;
      }
      scope = this.#scoped(scope, shape.named);
      const isTail = shape.tail < this.#tokens.length && this.#tokens[shape.tail]!.to < at;
      const branch = shape.branches.findLast(({ start }) => (this.#tokens[start - 1]?.to ?? -1) < at);
      const sources = isTail || !branch ? [] : branch.sources.flatMap((source) => this.#seen(source, scope));
      const open = this.#subquery({ start: region.start, end: region.end }, shape, at);
      if (open < 0) {
        const made = isTail ? this.#outputs(shape, scope) : this.#made(branch, at);
        return { sources, around, named: this.#namedIn(scope), made };
      }
      around = [...sources, ...around];
      region = { start: open + 1, end: next(this.#tokens, open) - 1 };
    }
  }

  #scoped(scope: readonly Scope[], queries: readonly Named[]): readonly Scope[] {
    return queries.reduce<readonly Scope[]>((outer, named) => [...outer, { named, outer }], scope);
  }

  /** The outermost bracket behind the WITH that holds a query around a place; -1 for none. */
  #subquery({ end }: Region, { branches }: Shape, at: number): number {
    for (let index = branches[0]?.start ?? end; index < end; index++)
      if (holdsQuery(this.#tokens, index) && this.#holds(index, next(this.#tokens, index) - 1, at))
        return index;
    return -1;
  }

  #holds(open: number, close: number, at: number): boolean {
    return this.#tokens[open]!.to <= at && at <= (this.#tokens[close]?.from ?? at);
  }

  #namedIn(scope: readonly Scope[]): Seen<C>[] {
    return scope.map((each) => ({
      name: each.named.name,
      relation: null,
      from: this.#tokens[each.named.start]!.from,
      columns: this.#columnsOf(each),
    }));
  }

  #columnsOf({ named, outer }: Scope): readonly C[] {
    const list = named.start + 1;
    if (this.#tokens[list]?.text === '(') return namesIn(this.#tokens, list).map(this.#known.made);
    return this.#columnsIn({ start: named.open + 1, end: named.close }, outer);
  }

  #columnsIn(region: Region, scope: readonly Scope[]): readonly C[] {
    const shape = shapeOf(this.#tokens, region);
    return this.#outputs(shape, this.#scoped(scope, shape.named));
  }

  /** Set operations are called by what their first query calls its columns. */
  #outputs({ branches: [first] }: Shape, scope: readonly Scope[]): readonly C[] {
    if (!first) return [];
    const sources = first.sources.flatMap((source) => this.#seen(source, scope));
    if (first.items.length === 0) return once(sources.flatMap(({ columns }) => columns));
    return once(first.items.flatMap((item) => this.#outputOf(item, sources)));
  }

  #outputOf(item: Item, sources: readonly Seen<C>[]): readonly C[] {
    const { name, isMade, start, end } = item;
    const star = Array.from({ length: end - start }, (_, at) => start + at).find(
      (at) => this.#tokens[at]!.text === '*' && (at === start || this.#tokens[at - 1]!.text === '.'),
    );
    if (star !== undefined && star - start <= 2) return this.#starred(item, star, sources);
    if (name === null) return [];
    const qualifier = end - start === 3 ? nameOf(this.#tokens[start]!) : null;
    const read = isMade
      ? []
      : sources.filter((source) => qualifier === null || sameName(source.name, qualifier));
    const column = read.flatMap(({ columns }) => columns).find((each) => sameName(each.name, name));
    return [column ?? this.#known.made(name)];
  }

  /** `*`, `t.*`, with what EXCLUDE takes away and RENAME calls otherwise. */
  #starred({ start, end }: Item, star: number, sources: readonly Seen<C>[]): readonly C[] {
    const qualifier = star > start ? nameOf(this.#tokens[start]!) : null;
    const meant = sources.filter(({ name }) => qualifier === null || sameName(name, qualifier));
    const word = (at: number) => keyword(this.#tokens[at]);
    let columns = once(meant.flatMap((source) => source.columns));
    for (let at = star + 1; at < end; at = next(this.#tokens, at)) {
      const isList = this.#tokens[at + 1]?.text === '(';
      if (word(at) === 'exclude') {
        const away = isList ? namesIn(this.#tokens, at + 1) : [nameOf(this.#tokens[at + 1]!)];
        columns = columns.filter(({ name }) => !away.some((other) => sameName(other, name)));
      }
      if (word(at) === 'rename' && isList) columns = this.#renamed(columns, at + 1);
    }
    return columns;
  }

  #renamed(columns: readonly C[], open: number): C[] {
    const names = new Map<string, string>();
    for (let at = open + 1; at < next(this.#tokens, open) - 1; at += 4)
      if (this.#tokens[at + 2])
        names.set(nameOf(this.#tokens[at]!).toLowerCase(), nameOf(this.#tokens[at + 2]!));
    return columns.map((column) => {
      const name = names.get(column.name.toLowerCase());
      return name === undefined ? column : this.#known.made(name);
    });
  }

  #seen(source: Source, scope: readonly Scope[]): Seen<C>[] {
    const { name, relation, query, columns, start } = source;
    const named = scope.findLast((each) => relation !== null && sameName(each.named.name, relation));
    const own = columns?.map(this.#known.made) ?? null;
    const read = () => {
      if (query) return this.#columnsIn(query, scope);
      if (relation === null) return [];
      return named ? this.#columnsOf(named) : this.#known.columnsOf(relation);
    };
    const known = named ? null : relation;
    return [{ name: name ?? '', relation: known, from: this.#tokens[start]!.from, columns: own ?? read() }];
  }

  /** What a SELECT calls by AS, but for what is being written. */
  #made(branch: Branch | undefined, at: number): C[] {
    const items = (branch?.items ?? []).filter(({ isMade, end }) => {
      const last = this.#tokens[end - 1]!;
      return isMade && !(last.from <= at && at <= last.to);
    });
    return items.flatMap(({ name }) => (name === null ? [] : [this.#known.made(name)]));
  }
}

function once<C extends Column>(columns: readonly C[]): readonly C[] {
  return columns.filter(({ name }, at) => columns.findIndex((other) => sameName(other.name, name)) === at);
}
