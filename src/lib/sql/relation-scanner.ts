import { isReservedWord } from './quote.ts';
import { keyword, nameOf, sameName, type Token } from './tokens.ts';

/** A name in relation position that no CTE defines, as it stands in the text. */
export interface RelationUse {
  /** Outermost part first: `['base', 'tickets']`. */
  readonly path: readonly string[];
  readonly alias: string | null;
  /** Where the last part stands, in UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads the significant tokens of one statement once, left to right, and keeps what stands in relation position. It is
 * no parser: a text that DuckDB refuses gives some answer, never an error.
 *
 * Each pair of brackets is a region with its own FROM clause; a region sees the CTE names of those around it.
 */
export class RelationScanner {
  readonly uses: RelationUse[] = [];
  readonly creates: string[] = [];
  /** Texts in relation position: DuckDB opens files of that name. */
  readonly files: Token[] = [];
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  scanStatement(): void {
    this.#skipWords('explain', 'analyze');
    if (this.#isPunctuation('(') && keyword(this.#tokens[0]) === 'explain') this.#skipBrackets();
    const names = this.#withClause([]);
    this.#statementHead(names);
    while (this.#at < this.#tokens.length) {
      const isUsing = this.#isChange() && this.#word() === 'using';
      if (isUsing) this.#at += 1;
      this.#region(names, isUsing ? 'from' : 'none');
      this.#at += 1;
    }
  }

  #statementHead(names: Names): void {
    switch (this.#word()) {
      case 'insert':
      case 'merge':
        this.#skipWords('insert', 'merge', 'or', 'replace', 'ignore', 'into');
        return this.#target(names);
      case 'update':
        this.#at += 1;
        return this.#target(names);
      case 'delete':
        this.#skipWords('delete', 'from');
        return this.#target(names);
      case 'drop':
      case 'alter':
      case 'truncate':
        this.#skipWords('drop', 'alter', 'truncate', 'table', 'view', 'if', 'exists');
        return this.#target(names);
      case 'copy':
        this.#at += 1;
        return this.#isPunctuation('(') ? undefined : this.#target(names);
      case 'create':
        return this.#create(names);
    }
  }

  /** `delete from t using u, v` and `merge into t using s` read as FROM does. */
  #isChange(): boolean {
    return this.#tokens.some((token) => /^(delete|merge)$/.test(keyword(token)));
  }

  #create(names: Names): void {
    this.#skipWords('create', 'or', 'replace', 'temp', 'temporary', 'persistent', 'unique', 'recursive');
    const what = this.#word();
    this.#at += 1;
    this.#skipWords('if', 'not', 'exists');
    if (what === 'index') {
      while (this.#at < this.#tokens.length && this.#word() !== 'on') this.#at += 1;
      this.#at += 1;
      return this.#target(names);
    }
    const path = this.#path();
    if (path.length > 0 && /^(table|view|macro|function)$/.test(what))
      this.creates.push(nameOf(path.at(-1)!));
  }

  /** The relation that a statement changes; brackets after it hold its columns. */
  #target(names: Names): void {
    const path = this.#path();
    if (path.length > 0) this.#keep(path, names, this.#alias());
  }

  /** Reads up to the bracket that closes the region, which the caller takes. */
  #region(outer: Names, start: Clause, hasFrom = true): void {
    const begin = this.#at;
    let names = this.#withClause(outer);
    let clause = start;
    if (clause === 'from') this.#tableReference(names);
    else if (this.#at === begin || names !== outer) this.#regionHead(names);
    while (this.#at < this.#tokens.length && !this.#isPunctuation(')', ']', '}')) {
      if (this.#isPunctuation('(', '[', '{')) {
        this.#brackets(names);
        continue;
      }
      if (this.#word() === 'with') {
        const more = this.#withClause(names);
        if (more !== names) {
          names = more;
          continue;
        }
      }
      clause = this.#step(names, clause, hasFrom);
    }
  }

  /** `describe t`, `summarize t`, `show t`, `table t`: only where a query can begin. */
  #regionHead(names: Names): void {
    const word = this.#word();
    if (!/^(describe|desc|summarize|show|table)$/.test(word)) return;
    this.#at += 1;
    const next = this.#word();
    if (queryStart.has(next) || this.#isPunctuation('(')) return this.#regionHead(names);
    if (word === 'show' && /^(tables|all|databases|schemas|variables|views|columns)$/.test(next)) return;
    this.#tableReference(names);
  }

  /** Takes one token, or the relation after it; gives the clause that follows. */
  #step(names: Names, clause: Clause, hasFrom: boolean): Clause {
    const word = this.#tokens[this.#at - 1]?.text === '.' ? '' : this.#word();
    const isComma = this.#isPunctuation(',');
    const before = keyword(this.#tokens[this.#at - 1]);
    const isFrom = word === 'from' && hasFrom && !this.#isDistinctFrom();
    const isPivot = pivotWords.has(word) && clause !== 'from';
    const isTable = word === 'table' && /^(as|union|all|except|intersect)$/.test(before);
    const isNext = (isComma && clause === 'from') || (word === 'join' && clause !== 'none');
    this.#at += 1;
    if (isFrom || isNext || isPivot || (isTable && !queryStart.has(this.#word())))
      this.#tableReference(names);
    if (isFrom) return 'from';
    if (isPivot) return 'pivot';
    return endOfFrom.has(word) ? 'none' : clause;
  }

  #brackets(names: Names): void {
    const opener = keyword(this.#tokens[this.#at - 1]);
    this.#at += 1;
    this.#region(names, 'none', !/^(extract|substring|trim|overlay)$/.test(opener));
    this.#at += 1;
  }

  #tableReference(names: Names): void {
    this.#skipWords('lateral');
    if (this.#isPunctuation('(')) {
      this.#at += 1;
      this.#region(names, queryStart.has(this.#word()) || this.#word() === 'with' ? 'none' : 'from');
      this.#at += 1;
      this.#alias();
      return;
    }
    const first = this.#tokens[this.#at];
    if (first?.kind === 'string') this.files.push(first);
    const path = this.#path();
    if (path.length === 0) return;
    if (path.length === 1 && this.#isPunctuation(':')) {
      this.#at += 1;
      return this.#tableReference(names);
    }
    if (!this.#isPunctuation('(')) this.#keep(path, names, this.#alias());
  }

  #path(): Token[] {
    const path: Token[] = [];
    while (this.#isName(this.#tokens[this.#at], path.length > 0)) {
      path.push(this.#tokens[this.#at]!);
      this.#at += 1;
      if (!this.#isPunctuation('.')) break;
      this.#at += 1;
    }
    return path;
  }

  #alias(): string | null {
    const token = this.#tokens[this.#at + (this.#word() === 'as' ? 1 : 0)];
    const isAlias = this.#isName(token, false) && !/^(set|values|as)$/.test(keyword(token));
    if (!isAlias || !token) return null;
    this.#at = this.#tokens.indexOf(token, this.#at) + 1;
    return nameOf(token);
  }

  #keep(path: readonly Token[], names: Names, alias: string | null): void {
    const parts = path.map(nameOf);
    const last = path.at(-1)!;
    const isCte = (name: string | undefined) =>
      names.some((known) => name !== undefined && sameName(known, name));
    const isRecurring = parts.length === 2 && sameName(parts[0]!, 'recurring') && isCte(parts[1]);
    if (isRecurring || (parts.length === 1 && isCte(parts[0]))) return;
    this.uses.push({ path: parts, alias, from: last.from, to: last.to });
  }

  /** Reads a WITH, and the queries in it; gives the names that are known from here on. */
  #withClause(outer: Names): Names {
    if (this.#word() !== 'with') return outer;
    const begin = this.#at;
    this.#at += 1;
    const isRecursive = this.#word() === 'recursive';
    if (isRecursive) this.#at += 1;
    let names = outer;
    for (;;) {
      const name = this.#commonTableHead();
      if (name === null) break;
      this.#at += 1;
      this.#region(isRecursive ? [...names, name] : names, 'none');
      this.#at += 1;
      names = [...names, name];
      if (!this.#isPunctuation(',')) break;
      this.#at += 1;
    }
    if (names === outer) this.#at = begin;
    return names;
  }

  /** `name [(columns)] [using key (columns)] as [not] [materialized]`, if an opening bracket follows. */
  #commonTableHead(): string | null {
    const name = this.#tokens[this.#at];
    if (name === undefined || !this.#isName(name, false)) return null;
    this.#at += 1;
    if (this.#isPunctuation('(')) this.#skipBrackets();
    this.#skipWords('using', 'key');
    if (this.#isPunctuation('(')) this.#skipBrackets();
    if (this.#word() !== 'as') return null;
    this.#skipWords('as', 'not', 'materialized');
    return this.#isPunctuation('(') ? nameOf(name) : null;
  }

  #skipBrackets(): void {
    let depth = 0;
    do {
      if (this.#isPunctuation('(', '[', '{')) depth += 1;
      if (this.#isPunctuation(')', ']', '}')) depth -= 1;
      this.#at += 1;
    } while (depth > 0 && this.#at < this.#tokens.length);
  }

  #skipWords(...words: readonly string[]): void {
    while (words.includes(this.#word())) this.#at += 1;
  }

  #isDistinctFrom(): boolean {
    const before = (steps: number) => keyword(this.#tokens[this.#at - steps]);
    return before(1) === 'distinct' && (before(2) === 'is' || (before(2) === 'not' && before(3) === 'is'));
  }

  #isName(token: Token | undefined, isQualified: boolean): boolean {
    if (token?.kind === 'quoted') return true;
    return token?.kind === 'word' && (isQualified || !isReservedWord(token.text));
  }

  #isPunctuation(...texts: readonly string[]): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'punctuation' && texts.includes(token.text);
  }

  #word(): string {
    return keyword(this.#tokens[this.#at]);
  }
}

/** CTE names that are known. */
type Names = readonly string[];

/** Which relations a comma or a JOIN brings in: after FROM both, in a PIVOT statement only JOIN. */
type Clause = 'none' | 'from' | 'pivot';

const pivotWords = new Set(['pivot', 'pivot_wider', 'pivot_longer', 'unpivot']);
const queryStart = new Set([
  'select',
  'from',
  'values',
  'describe',
  'desc',
  'summarize',
  'show',
  'table',
  ...pivotWords,
]);
const endOfFrom = new Set(
  'where group having qualify window order limit offset union intersect except select returning fetch set when'.split(
    ' ',
  ),
);
