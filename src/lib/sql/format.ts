import { isQuery, statementTokens } from './split.ts';
import { piecesOf, type Piece } from './spacing.ts';
import { keyword, tokenize } from './tokens.ts';

const width = 100;
const step = 2;

/**
 * A text laid out as the catalogue's SQL is: a clause a line, commas at line ends, what is short on one line. Nothing
 * but space and line breaks changes; a text for which that cannot be done without doubt stays as it is.
 */
export function formatSql(sql: string): string {
  const found = piecesOf(sql);
  const isPlain = statementTokens(sql).every((tokens) =>
    isQuery(sql.slice(tokens[0]!.from, tokens.at(-1)!.to)),
  );
  if (!found || !isPlain || found.pieces.length === 0) return sql;
  const writer = new Writer();
  for (const statement of statementsOf(nodesOf(found.pieces))) {
    writeQuery(writer, statement, 0);
    writer.line(0);
  }
  for (const comment of found.rest) writer.comment(comment);
  const formatted = writer.text;
  return sameTokens(sql, formatted) ? formatted : sql;
}

function sameTokens(a: string, b: string): boolean {
  const bare = (sql: string) =>
    tokenize(sql).flatMap(({ kind, text }) => (kind === 'space' ? [] : [kind + text.trimEnd()]));
  return bare(a).join('\0') === bare(b).join('\0');
}

/** A token, or a pair of brackets and what stands in it. */
type Node = { readonly piece: Piece; readonly inside: null } | Group;

interface Group {
  readonly piece: Piece;
  readonly inside: readonly Node[];
  readonly close: Piece | null;
}

function nodesOf(pieces: readonly Piece[]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  const read = (into: Node[]): Piece | null => {
    while (at < pieces.length) {
      const piece = pieces[at++]!;
      if (/^[)\]}]$/.test(piece.token.text)) return piece;
      if (!/^[([{]$/.test(piece.token.text)) into.push({ piece, inside: null });
      else {
        const inside: Node[] = [];
        const close = read(inside);
        into.push({ piece, inside, close });
      }
    }
    return null;
  };
  while (at < pieces.length) {
    const stray = read(nodes);
    if (stray) nodes.push({ piece: stray, inside: null });
  }
  return nodes;
}

/** Each with the semicolon that ends it. */
function statementsOf(nodes: readonly Node[]): Node[][] {
  return cut(nodes, (node) => node.piece.token.text === ';', 'after').filter(({ length }) => length > 0);
}

class Writer {
  text = '';
  #pending: number | null = null;

  get column(): number {
    return this.#pending ?? this.text.length - this.text.lastIndexOf('\n') - 1;
  }

  /** What comes next begins a line. */
  line(indent: number): void {
    if (this.text !== '') this.#pending = indent;
  }

  comment(comment: string): void {
    const at = this.column;
    this.#break();
    this.text += comment;
    this.#pending = at;
  }

  piece({ token, above, behind, hasSpace }: Piece, indent: number): void {
    if (above.length > 0 && this.#pending === null) this.line(indent);
    for (const comment of above) this.comment(comment);
    if (this.#pending === null && hasSpace) this.text += ' ';
    this.#break();
    this.text += token.text;
    if (behind !== null) {
      this.text += ` ${behind}`;
      this.#pending = indent + step;
    }
  }

  #break(): void {
    if (this.#pending !== null && this.text !== '') this.text += `\n${' '.repeat(this.#pending)}`;
    this.#pending = null;
  }
}

/** What the nodes are on one line; null where a comment needs a line of its own. */
function flat(nodes: readonly Node[]): string | null {
  const pieces = nodes.flatMap(piecesIn);
  const [first] = pieces;
  if (!first || pieces.some(({ above }, at) => at > 0 && above.length > 0)) return first ? null : '';
  if (first.above.length > 0 || pieces.some(({ behind }) => behind !== null)) return null;
  return pieces.map(({ token, hasSpace }, at) => (hasSpace && at > 0 ? ' ' : '') + token.text).join('');
}

function piecesIn(node: Node): Piece[] {
  if (node.inside === null) return [node.piece];
  return [node.piece, ...node.inside.flatMap(piecesIn), ...(node.close ? [node.close] : [])];
}

function fits(nodes: readonly Node[], column: number): boolean {
  const line = flat(nodes);
  return line !== null && column + line.length <= width;
}

const clauseWords = new Set(
  'select from where group having qualify window order limit offset union except intersect fetch'.split(' '),
);
const joinWords = new Set(
  'left right full inner outer cross natural asof positional semi anti lateral'.split(' '),
);
const shortest = 60;

function writeQuery(writer: Writer, nodes: readonly Node[], indent: number): void {
  const clauses = clausesOf(nodes);
  const isShort = indent === 0 && (flat(nodes)?.length ?? width) <= shortest;
  if (isShort) return write(writer, nodes, indent);
  clauses.forEach((clause, at) => {
    if (at > 0) writer.line(indent);
    writeClause(writer, clause, indent);
  });
}

function clausesOf(nodes: readonly Node[]): Node[][] {
  return cut(nodes, (_, at) => beginsClause(nodes, at), 'before');
}

function beginsClause(nodes: readonly Node[], at: number): boolean {
  const word = wordAt(nodes, at);
  const before = wordAt(nodes, at - 1);
  if (at === 0 || nodes[at - 1]?.piece.token.text === '.') return false;
  if (word === 'from' && before === 'distinct') return !/^(is|not)$/.test(wordAt(nodes, at - 2));
  if (word === 'group' || word === 'order') return wordAt(nodes, at + 1) === 'by' && before !== 'within';
  if (clauseWords.has(word)) return before !== 'as';
  return (word === 'join' || joinWords.has(word)) && !joinWords.has(before) && joinFollows(nodes, at);
}

function joinFollows(nodes: readonly Node[], at: number): boolean {
  let next = at;
  while (joinWords.has(wordAt(nodes, next))) next += 1;
  return wordAt(nodes, next) === 'join';
}

function writeClause(writer: Writer, clause: readonly Node[], indent: number): void {
  const word = wordAt(clause, 0);
  if (word === 'with' && clause.length > 1) return writeWith(writer, clause, indent);
  if (fits(clause, indent)) return write(writer, clause, indent);
  if (word === 'select' || word === 'group' || word === 'order') return writeList(writer, clause, indent);
  const isJoin = word === 'join' || joinWords.has(word);
  if (/^(where|having|qualify)$/.test(word) || isJoin) return writeConditions(writer, clause, indent);
  write(writer, clause, indent);
}

/** One expression a line. */
function writeList(writer: Writer, clause: readonly Node[], indent: number): void {
  const head = headLength(clause);
  write(writer, clause.slice(0, head), indent);
  for (const item of cut(clause.slice(head), isComma, 'after')) {
    writer.line(indent + step);
    write(writer, item, indent + step);
  }
}

function headLength(clause: readonly Node[]): number {
  if (wordAt(clause, 0) !== 'select') return 2;
  if (!/^(distinct|all)$/.test(wordAt(clause, 1))) return 1;
  return wordAt(clause, 2) === 'on' ? 4 : 2;
}

/** One condition a line, the word that joins it in front. */
function writeConditions(writer: Writer, clause: readonly Node[], indent: number): void {
  let cases = 0;
  let isBetween = false;
  const parts = cut(
    clause,
    (_, at) => {
      const word = wordAt(clause, at);
      if (word === 'case') cases += 1;
      if (word === 'end') cases -= 1;
      if (word === 'between') isBetween = true;
      if (cases > 0 || (word !== 'and' && word !== 'or')) return false;
      const isNext = !isBetween;
      isBetween = false;
      return isNext;
    },
    'before',
  );
  parts.forEach((part, at) => {
    if (at > 0) writer.line(indent + step);
    write(writer, part, indent + step);
  });
}

function writeWith(writer: Writer, clause: readonly Node[], indent: number): void {
  cut(clause, isComma, 'after').forEach((table, at) => {
    if (at > 0) writer.line(indent);
    write(writer, table, indent);
  });
}

/** Writes on one line what fits, and opens the brackets and cases that do not. */
function write(writer: Writer, nodes: readonly Node[], indent: number): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    const end = wordAt(nodes, at) === 'case' ? endOfCase(nodes, at) : at;
    const whole = nodes.slice(at, end + 1);
    if (end > at && !fits(whole, writer.column)) {
      writeCase(writer, whole, indent);
      at = end;
    } else if (node.inside !== null) writeGroup(writer, node, indent);
    else writer.piece(node.piece, indent);
  }
}

function writeGroup(writer: Writer, node: Group, indent: number): void {
  const isOpen = !fits([node], writer.column + 1);
  const isSubquery = /^(select|from|with|values)$/.test(wordAt(node.inside, 0));
  const items = cut(node.inside, isComma, 'after');
  writer.piece(node.piece, indent);
  if (isOpen && isSubquery) {
    writer.line(indent + step);
    writeQuery(writer, node.inside, indent + step);
    writer.line(indent);
  } else if (isOpen && items.length > 1) {
    for (const item of items) {
      writer.line(indent + step);
      write(writer, item, indent + step);
    }
    writer.line(indent);
  } else write(writer, node.inside, indent);
  if (node.close) writer.piece(node.close, indent);
}

function writeCase(writer: Writer, nodes: readonly Node[], indent: number): void {
  let depth = 0;
  nodes.forEach((node, at) => {
    const word = wordAt(nodes, at);
    if (word === 'end') depth -= 1;
    if (depth === 1 && /^(when|else)$/.test(word)) writer.line(indent + step);
    if (depth === 0 && word === 'end') writer.line(indent);
    write(writer, [node], indent + step);
    if (word === 'case') depth += 1;
  });
}

function endOfCase(nodes: readonly Node[], start: number): number {
  let depth = 0;
  for (let at = start; at < nodes.length; at++) {
    if (wordAt(nodes, at) === 'case') depth += 1;
    if (wordAt(nodes, at) === 'end') depth -= 1;
    if (depth === 0) return at;
  }
  return start;
}

function isComma(node: Node): boolean {
  return node.piece.token.text === ',';
}

function wordAt(nodes: readonly Node[], at: number): string {
  return keyword(nodes[at]?.piece.token);
}

/** The nodes in parts, cut before or after those that are marked. */
function cut(
  nodes: readonly Node[],
  isMark: (node: Node, at: number) => boolean,
  where: 'before' | 'after',
): Node[][] {
  const parts: Node[][] = [[]];
  nodes.forEach((node, at) => {
    const isCut = isMark(node, at);
    if (isCut && where === 'before' && parts.at(-1)!.length > 0) parts.push([]);
    parts.at(-1)!.push(node);
    if (isCut && where === 'after' && at < nodes.length - 1) parts.push([]);
  });
  return parts;
}
