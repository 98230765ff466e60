import { isMap, isScalar, isSeq, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';
import { text, type Text } from '#errors';
import { yamlReason } from './yaml-reason.ts';

/** What is wrong in a file, and where. */
export interface FileProblem {
  readonly severity: 'error';
  readonly text: Text;
  /** From 1 on. */
  readonly line: number;
  readonly span: { readonly from: number; readonly to: number };
}

/** What a file says, as far as it can be read. */
export interface Reading<Value> {
  readonly value: Value;
  /** With any, the file as a whole does not count. */
  readonly problems: readonly FileProblem[];
}

/** A YAML file of fields, most of them lists, each entry of which is a few fields; remembers what is wrong in it, and where. */
export class ListFile {
  readonly problems: FileProblem[] = [];
  readonly #source: string;
  readonly #root: YAMLMap | null;

  constructor(source: string, names: readonly string[]) {
    this.#source = source;
    const yaml = parseDocument(source, { prettyErrors: false });
    const [error] = yaml.errors;
    const root = yaml.contents;
    this.#root = isMap(root) && !error ? root : null;
    if (error) this.report(text(yamlReason(error.code)), [error.pos[0], source.length]);
    else if (this.#root) this.only(this.#root, names);
    else if (root !== null && !(isScalar(root) && root.value === null))
      this.report(
        text('conventions.noNames', { names: names.map((name) => `${name}:`).join(', ') }),
        root.range,
      );
  }

  /** What the file has come to, and what is wrong in it from top to bottom. */
  reading<Value>(value: Value): Reading<Value> {
    return { value, problems: this.problems.toSorted((a, b) => a.span.from - b.span.from) };
  }

  /** The fields of the file itself; null where it has none. */
  get fields(): Entry | null {
    return this.#root && new Entry(this, this.#root);
  }

  /** The entries of a list, as far as they are fields. */
  entries(list: string, fields: readonly string[]): Entry[] {
    const node = this.#root?.get(list, true);
    if (!node || (isScalar(node) && node.value === null)) return [];
    if (!isSeq(node)) {
      this.report(text('conventions.noList', { list }), this.#root?.get(list, true)?.range);
      return [];
    }
    return node.items.flatMap((item) => {
      if (!isMap(item)) {
        this.report(text('conventions.noFields', { list, fields: fields.join(', ') }), rangeOf(item));
        return [];
      }
      this.only(item, fields);
      return [new Entry(this, item)];
    });
  }

  /** Says of each field but the known ones that it means nothing. */
  only(node: YAMLMap, known: readonly string[]): void {
    for (const { key } of node.items) {
      const field = String(isScalar(key) ? key.value : key);
      const problem = text('conventions.unknownField', { field, fields: known.join(', ') });
      if (!known.includes(field)) this.report(problem, rangeOf(key));
    }
  }

  report(problem: Text, range: readonly number[] | null | undefined): void {
    this.problems.push(problemAt(this.#source, problem, range ?? [0]));
  }
}

/** A problem at a place of a file, as far as the line goes that it begins on. */
export function problemAt(source: string, text: Text, range: readonly number[]): FileProblem {
  const from = Math.min(range[0] ?? 0, Math.max(0, source.trimEnd().length - 1));
  const rest = source.slice(from, Math.max(range[1] ?? 0, from + 1));
  const to = from + Math.max(1, /^[^\n]*/.exec(rest)![0].trimEnd().length);
  const line = source.slice(0, from).split('\n').length;
  return { severity: 'error', text, line, span: { from, to } };
}

/** One entry of a list. A field that is not there, or that is wrong, is null. */
export class Entry {
  readonly #file: ListFile;
  readonly #node: YAMLMap;

  constructor(file: ListFile, node: YAMLMap) {
    this.#file = file;
    this.#node = node;
  }

  has(field: string): boolean {
    return this.#node.get(field) !== undefined && this.#node.get(field) !== null;
  }

  text(field: string): string | null {
    const node = this.#node.get(field, true);
    if (node === undefined || (isScalar(node) && node.value === null)) return null;
    if (!isScalar(node)) return this.wrong(field, text('conventions.noText', { field }));
    return typeof node.value === 'string' ? node.value.trim() : (node.source ?? String(node.value));
  }

  number(field: string): number | null {
    const value = this.#node.get(field);
    if (value === undefined || value === null) return null;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    return this.wrong(field, text('conventions.noNumber', { field }));
  }

  texts(field: string): string[] {
    const node = this.#node.get(field, true);
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    const items = isSeq(node) ? node.items : [];
    const texts = items.flatMap((item) =>
      isScalar(item) && item.value !== null ? String(item.source ?? item.value).trim() : [],
    );
    if (!isSeq(node) || texts.length < items.length)
      this.wrong(field, text('conventions.noTexts', { field }));
    return texts;
  }

  /** The fields of a field. */
  fields(field: string, known: readonly string[]): Entry | null {
    const node = this.#node.get(field, true);
    if (node === undefined || (isScalar(node) && node.value === null)) return null;
    if (!isMap(node))
      return this.wrong(field, text('conventions.noInner', { field, fields: known.join(', ') }));
    this.#file.only(node, known);
    return new Entry(this.#file, node);
  }

  /** What a reading of a field has come to; where it came to nothing, the field is needed. */
  needed<Value>(field: string, value: Value | null): Value | null {
    if (value === null && !this.has(field)) this.wrong(field, text('conventions.missing', { field }));
    return value;
  }

  wrong(field: string, problem: Text): null {
    const pair = this.#node.items.find(({ key }) => isScalar(key) && key.value === field);
    const value = rangeOf(pair?.value);
    const isEmpty = value === null || value === undefined || value[0] === value[1];
    this.#file.report(problem, (isEmpty ? rangeOf(pair?.key) : value) ?? this.#node.range);
    return null;
  }
}

/** The file with fields changed: what stays keeps its comments and the words that it was written with. */
export function rewritten(
  before: string | null,
  about: string,
  fields: Readonly<Record<string, unknown>>,
): string {
  const yaml: Document = parseDocument(before ?? '');
  if (before === null) yaml.commentBefore = about.replace(/^/gm, ' ');
  if (!isMap(yaml.contents)) yaml.contents = yaml.createNode({});
  for (const [name, value] of Object.entries(fields))
    yaml.set(name, revised(yaml, yaml.get(name, true), value));
  const text = yaml.toString({ lineWidth: 0 });
  return before?.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** A node that says a value: the same node as far as it can be. */
function revised(yaml: Document, node: unknown, value: unknown): unknown {
  if (isMap(node) && isFields(value)) {
    for (const { key } of [...node.items]) if (!(String(key) in value)) node.delete(key);
    for (const [key, each] of Object.entries(value)) node.set(key, revised(yaml, node.get(key, true), each));
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    node.items = revisedItems(yaml, node.items, value);
    node.flow = false;
    return node;
  }
  if (!isScalar(node) || typeof value === 'object') return yaml.createNode(value);
  if (node.value !== value) node.value = value;
  return node;
}

/** Entries that say the same stay; of the others one of the same name is changed, and the rest is new. */
function revisedItems(yaml: Document, nodes: readonly unknown[], values: readonly unknown[]): unknown[] {
  const free = [...nodes];
  const take = (fits: (node: unknown) => boolean) => {
    const at = free.findIndex(fits);
    return at < 0 ? null : (free.splice(at, 1)[0] ?? null);
  };
  const same = values.map((value) => take((node) => isSame(node, value)));
  return values.map(
    (value, at) =>
      same[at] ??
      revised(
        yaml,
        take((node) => isNamesake(node, value)),
        value,
      ),
  );
}

function isSame(node: unknown, value: unknown): boolean {
  return isNode(node) && JSON.stringify(node.toJSON()) === JSON.stringify(value);
}

/** The first field of an entry is what it is known by. */
function isNamesake(node: unknown, value: unknown): boolean {
  const [head] = isFields(value) ? Object.entries(value) : [];
  return isMap(node) && head !== undefined && node.get(head[0]) === head[1];
}

function isNode(node: unknown): node is Node {
  return isMap(node) || isSeq(node) || isScalar(node);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rangeOf(node: unknown): readonly number[] | null | undefined {
  return isNode(node) ? node.range : null;
}
