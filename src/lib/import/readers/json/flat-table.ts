import { text } from '#errors';
import type { GrowingColumn, GrowingTable } from '../growing-table.ts';
import { columnLetter } from '../header.ts';
import { cellOf, jsonOf, mostLevels, TooDeep } from './exact.ts';
import { arePairs, isRecord, pairKey, type Fields } from './value.ts';

/** Objects in objects become columns down to this depth; below it they are kept as JSON text. */
const deepest = 24;

/** The columns of a row that the rows of its lists get as well: what tells it from others, and when it was. */
const inherited =
  /((^|[._])(id|uuid|key|number|type|channel|status|via)|(^|[._])\w*(_id|_at|_date|datetime|Date|Id|At))$/;

/** Opens the table of a list that stands inside rows; null when there are too many. */
export type OpenChild = (path: string) => FlatTable | null;

/** A field, at one path of the rows. */
interface Node {
  readonly path: string;
  readonly fields: Map<string, Node>;
  readonly pairs: Map<string, GrowingColumn | null>;
  column: GrowingColumn | null;
  child: FlatTable | null;
  isColumn: boolean;
}

interface Listed {
  readonly child: FlatTable;
  readonly items: readonly unknown[];
}

/** Rows of JSON values as a flat table; lists of objects inside them fill tables of their own. */
export class FlatTable {
  readonly table: GrowingTable;
  readonly #openChild: OpenChild;
  readonly #root: Node = nodeAt('');
  readonly #handedDown: GrowingColumn[] = [];
  readonly #fromParent = new Map<GrowingColumn, GrowingColumn | null>();
  #row = 0;
  #listed: Listed[] = [];

  constructor(table: GrowingTable, openChild: OpenChild) {
    this.table = table;
    this.#openChild = openChild;
  }

  /** Adds one value of the file, written as `raw`, as a row. */
  add(value: unknown, raw: string): void {
    this.#add(value, raw, null);
  }

  /** Names that had no value anywhere, and are no list either, are columns all the same. */
  finish(): void {
    this.#finish(this.#root);
  }

  #finish(node: Node): void {
    if (
      !node.isColumn &&
      node.child === null &&
      node.fields.size === 0 &&
      node.pairs.size === 0 &&
      node !== this.#root
    )
      this.#columnOf(node);
    for (const field of node.fields.values()) this.#finish(field);
  }

  #add(value: unknown, raw: string, parent: FlatTable | null): void {
    this.#row = this.table.addRow();
    this.#listed = [];
    if (parent) this.#inherit(parent);
    try {
      this.#fillRow(value);
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error;
      this.table.rejectLast(raw, text('import.reader.rejected.deep', { levels: mostLevels }));
      return;
    }
    const listed = this.#listed;
    for (const { child, items } of listed) for (const item of items) child.#add(item, raw, this);
  }

  #fillRow(value: unknown): void {
    if (isRecord(value)) this.#fillFields(this.#root, value, 0);
    else if (Array.isArray(value)) this.#fillLetters(value);
    else this.#fill(this.#field(this.#root, 'value'), value, 0);
  }

  #inherit(parent: FlatTable): void {
    for (const column of parent.#handedDown) {
      const cell = column.cells[parent.#row] ?? null;
      if (cell === null) continue;
      let own = this.#fromParent.get(column);
      if (own === undefined) {
        own = this.#addColumn(`../${column.header}`);
        this.#fromParent.set(column, own);
      }
      if (own) this.table.set(own, this.#row, cell);
    }
  }

  #fillFields(node: Node, fields: Fields, depth: number): void {
    for (const name of Object.keys(fields)) this.#fill(this.#field(node, name), fields[name], depth + 1);
  }

  /** A row that is a list has no names: its cells go by letters. */
  #fillLetters(items: readonly unknown[]): void {
    for (const [index, item] of items.entries()) {
      const node = this.#field(this.#root, columnLetter(index));
      if (typeof item === 'object' && item !== null) this.#set(node, jsonOf(item));
      else this.#fill(node, item, 1);
    }
  }

  #fill(node: Node, value: unknown, depth: number): void {
    const cell = cellOf(value);
    if (typeof cell === 'string') this.#set(node, cell);
    else if (cell === null) return;
    else if (Array.isArray(value)) this.#fillList(node, value);
    else if (isRecord(value) && depth < deepest && (node.fields.size > 0 || !node.isColumn))
      this.#fillFields(node, value, depth);
    else if (Object.keys(value ?? {}).length > 0) this.#set(node, jsonOf(value));
  }

  #fillList(node: Node, items: readonly unknown[]): void {
    if (items.length === 0) return;
    if (!items.every(isRecord)) this.#set(node, jsonOf(items));
    else if (node.child === null && arePairs(items)) this.#fillPairs(node, items);
    else {
      node.child ??= this.#openChild(node.path);
      if (node.child) this.#listed.push({ child: node.child, items });
      else this.#set(node, jsonOf(items));
    }
  }

  #fillPairs(node: Node, pairs: readonly Fields[]): void {
    for (const pair of pairs) {
      const key = pairKey(pair) ?? '';
      let column = node.pairs.get(key);
      if (column === undefined) {
        column = this.#addColumn(`${node.path}[${key}]`);
        node.pairs.set(key, column);
      }
      const cell = textOf(pair['value']);
      if (column === null || cell === '') continue;
      const before = column.cells[this.#row] ?? null;
      this.table.set(column, this.#row, before === null ? cell : `${before}, ${cell}`);
    }
  }

  #set(node: Node, cell: string): void {
    const column = this.#columnOf(node);
    if (column) this.table.set(column, this.#row, cell);
  }

  #columnOf(node: Node): GrowingColumn | null {
    if (!node.isColumn) {
      node.isColumn = true;
      node.column = this.#addColumn(node.path);
    }
    return node.column;
  }

  #addColumn(path: string): GrowingColumn | null {
    const column = this.table.addColumn(path);
    if (column && inherited.test(path.replace(/^(\.\.\/)+/, ''))) this.#handedDown.push(column);
    return column;
  }

  #field(node: Node, name: string): Node {
    const known = node.fields.get(name);
    if (known) return known;
    const made = nodeAt(node.path === '' ? name : `${node.path}.${name}`);
    node.fields.set(name, made);
    return made;
  }
}

function nodeAt(path: string): Node {
  return { path, fields: new Map(), pairs: new Map(), column: null, child: null, isColumn: false };
}

function textOf(value: unknown): string {
  const cell = cellOf(value);
  if (cell !== undefined) return cell ?? '';
  return Object.keys(value ?? {}).length === 0 ? '' : jsonOf(value);
}
