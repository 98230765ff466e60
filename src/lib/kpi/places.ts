import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** Offsets in a KPI's file. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly pair: Pair | null;
  readonly node: Node | null;
}

/** Where the fields of a front matter stand in their file; a field is named as problems name it: `variants.clock.business.at`. */
export class Places {
  readonly #source: string;
  readonly #root: Node | null;
  readonly #offset: number;

  constructor(source: string, root: Node | null, offset: number) {
    this.#source = source;
    this.#root = root;
    this.#offset = offset;
  }

  /** The name of a field; of what encloses it where it is not there, and the first line where nothing does. */
  key(field: string): Span {
    const { pair, node } = this.#nearest(field);
    return this.#spanOf(pair?.key ?? node) ?? this.#head();
  }

  value(field: string): Span {
    const { pair, node } = this.#nearest(field);
    const span = this.#spanOf(node);
    return span === null || span.from >= span.to ? (this.#spanOf(pair?.key) ?? this.#head()) : span;
  }

  /** The word at a place of a field's text, as far as the text stands in the file as it is read; else all of it. */
  inside(field: string, position: number): Span {
    const whole = this.value(field);
    const { node } = this.#nearest(field);
    if (!isScalar(node) || typeof node.value !== 'string') return whole;
    const at = this.#offsetIn(whole, node.value, position);
    if (at === null) return whole;
    return wordAt(this.#source, at, whole.to);
  }

  #offsetIn(whole: Span, value: string, position: number): number | null {
    const written = this.#source.slice(whole.from, whole.to);
    if (written.startsWith(value)) return whole.from + position;
    if (written.slice(1, -1) === value) return whole.from + 1 + position;
    if (!/^[|>]/.test(written)) return null;
    const before = value.slice(0, position).split('\n');
    const lines = written.split('\n');
    const indent = /^ */.exec(lines[1] ?? '')![0].length;
    const above = lines.slice(0, before.length).reduce((sum, line) => sum + line.length + 1, 0);
    return Math.min(whole.from + above + indent + (before.at(-1)?.length ?? 0), whole.to);
  }

  #nearest(field: string): Found {
    let found: Found = { pair: null, node: this.#root };
    let rest = field;
    while (rest !== '') {
      const step = stepInto(found.node, rest);
      if (step === null) break;
      found = step;
      rest = step.rest;
    }
    return rest === field ? { pair: null, node: null } : found;
  }

  #spanOf(node: unknown): Span | null {
    const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
    if (!Array.isArray(range)) return null;
    const [from, to]: unknown[] = range;
    if (typeof from !== 'number' || typeof to !== 'number') return null;
    const end = this.#offset + to;
    const text = this.#source.slice(this.#offset + from, end);
    return { from: this.#offset + from, to: end - (text.length - text.trimEnd().length) };
  }

  #head(): Span {
    const end = this.#source.search(/\r?\n/);
    return { from: 0, to: end < 0 ? this.#source.length : end };
  }
}

function stepInto(node: Node | null, path: string): (Found & { readonly rest: string }) | null {
  if (isMap(node)) {
    for (const pair of node.items) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
      if (path !== key && !path.startsWith(`${key}.`)) continue;
      return { pair, node: asNode(pair.value), rest: path.slice(key.length + 1) };
    }
  }
  if (!isSeq(node)) return null;
  const [place = ''] = path.split('.');
  const item = /^\d+$/.test(place) ? asNode(node.items[Number(place)]) : null;
  return item && { pair: null, node: item, rest: path.slice(place.length + 1) };
}

function asNode(value: unknown): Node | null {
  return isMap(value) || isSeq(value) || isScalar(value) ? value : null;
}

/** From a place to the end of the word or sign that begins there. */
export function wordAt(source: string, from: number, end: number): Span {
  const word = /^(?:[\p{L}\p{N}_$]+|[-+*/<>=!|&^%~:@#]+|\S)/u.exec(source.slice(from, end))?.[0] ?? '';
  return { from, to: Math.min(end, from + Math.max(word.length, 1)) };
}
