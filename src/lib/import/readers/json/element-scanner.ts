/** A piece of JSON text that is one value of a list, or one of the values of the file. */
export interface Element {
  /** The name of the list it stands in; null for a file that is one list, or one value after the other. */
  readonly list: string | null;
  readonly text: string;
  /** Longer than an element may be: `text` is its beginning. */
  readonly isTooLong: boolean;
}

/** Where the rows are: values one after the other, the elements of the list that the file is, or of lists inside an object. */
export type Place =
  | { readonly kind: 'values' }
  | { readonly kind: 'list' }
  /** `within` are the names that lead to the object with the lists. */
  | { readonly kind: 'lists'; readonly within: readonly string[] };

/** What is kept of an element that is too long. */
export const keptOfTooLong = 1_000;

const [quote, backslash, comma, openList, closeList, openObject, closeObject] = [
  34, 92, 44, 91, 93, 123, 125,
];
const space = 32;

/**
 * Finds the elements in a text that comes by chunks, by its quotes and brackets alone: what is broken inside an element does not
 * reach its neighbours, as long as quotes and brackets come in pairs.
 */
export class ElementScanner {
  /** Whether anything but white space follows the end. */
  hasMore = false;
  readonly #place: Place;
  /** How many brackets are open around an element. */
  readonly #level: number;
  readonly #longest: number;
  #depth = 0;
  /** The depth at which what is not asked for ends; -1: nothing is skipped. */
  #skippedTo = -1;
  #isInText = false;
  #isEscaped = false;
  /** The text last read above the lists, as written: before a bracket it is a name. */
  #name = '';
  #list: string | null = null;
  #text = '';
  /** The beginning of what goes on in the next chunk. */
  #kept = '';
  /** Where in `#text` the element, or the text above the lists, begins; -1: none. */
  #start = -1;
  #beginning: string | null = null;
  #found: Element[] = [];

  constructor(place: Place, longest: number) {
    this.#place = place;
    this.#level = place.kind === 'values' ? 0 : place.kind === 'list' ? 1 : place.within.length + 2;
    this.#longest = longest;
  }

  /** Some bracket is not closed yet. */
  get isOpen(): boolean {
    return this.#depth > 0;
  }

  /** The elements that end in this chunk. */
  push(chunk: string): Element[] {
    let at = 0;
    this.#text = chunk;
    if (this.#start !== -1) {
      at = this.#kept.length;
      this.#text = this.#kept + chunk;
      this.#start = 0;
    }
    this.#found = [];
    while (at < this.#text.length) at = this.#isInText ? this.#endText(at) : this.#step(at);
    this.#keep();
    return this.#found;
  }

  /** What is left of an element when the file ends inside it. */
  rest(): Element | null {
    this.#text = this.#kept;
    if (this.#start === -1 || this.#depth < this.#level) return null;
    this.#start = 0;
    return this.#element(this.#text.length);
  }

  #keep(): void {
    this.#kept = this.#start === -1 ? '' : this.#text.slice(this.#start);
    if (this.#kept.length <= this.#longest && this.#beginning === null) return;
    this.#beginning ??= this.#kept.slice(0, keptOfTooLong);
    this.#kept = '';
  }

  /** Behind the closing quote, or the end of what is there. */
  #endText(from: number): number {
    const text = this.#text;
    let at = from;
    if (this.#isEscaped) {
      at++;
      this.#isEscaped = false;
    }
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === backslash) at++;
      else if (code === quote) {
        this.#isInText = false;
        if (this.#isAbove && this.#start !== -1) this.#takeName(at);
        return at + 1;
      }
    }
    this.#isEscaped = at > text.length;
    return text.length;
  }

  /** Above the elements, in an object that leads to them. */
  get #isAbove(): boolean {
    return this.#skippedTo === -1 && this.#depth < this.#level;
  }

  #takeName(end: number): void {
    this.#name = this.#beginning === null ? this.#text.slice(this.#start, end + 1) : '""';
    this.#beginning = null;
    this.#start = -1;
  }

  #step(at: number): number {
    const code = this.#text.charCodeAt(at);
    if (code === quote) {
      if (this.#start === -1 && this.#skippedTo === -1 && this.#depth > 0) this.#start = at;
      if (this.#depth === 0) this.hasMore = true;
      this.#isInText = true;
    } else if (code === openList || code === openObject) this.#open(at, code);
    else if (code === closeList || code === closeObject) this.#close(at, code);
    else if (code === comma) {
      if (this.#depth === this.#level && this.#level > 0 && this.#skippedTo === -1) this.#end(at);
    } else if (code > space && code !== 0xfeff) this.#other(at);
    return at + 1;
  }

  /** A number, a word, or rubbish. */
  #other(at: number): void {
    if (this.#depth === 0) this.hasMore = true;
    else if (this.#depth === this.#level && this.#skippedTo === -1 && this.#start === -1) this.#start = at;
  }

  #open(at: number, code: number): void {
    if (this.#skippedTo === -1) {
      if (this.#depth < this.#level) this.#descend(code);
      else if (this.#start === -1) this.#start = at;
    }
    this.#depth++;
  }

  #descend(code: number): void {
    const leads = this.#leads(code);
    if (!leads) this.#skippedTo = this.#depth;
    if (!leads && this.#depth === 0) this.hasMore = true;
    if (leads && this.#depth === this.#level - 1)
      this.#list = this.#place.kind === 'lists' ? nameOf(this.#name) : null;
  }

  /** Whether the bracket that opens here leads to the elements. */
  #leads(code: number): boolean {
    if (this.#place.kind !== 'lists') return code === openList;
    if (this.#depth === this.#level - 1) return code === openList;
    if (code !== openObject) return false;
    return this.#depth === 0 || nameOf(this.#name) === this.#place.within[this.#depth - 1];
  }

  #close(at: number, code: number): void {
    if (this.#skippedTo === -1 && this.#depth === this.#level && this.#level > 0) {
      if (code === closeList) this.#end(at);
      else if (this.#start === -1) this.#start = at;
      if (code !== closeList) return;
    }
    if (this.#depth === 0) {
      this.hasMore = true;
      return;
    }
    this.#depth--;
    if (this.#depth === this.#skippedTo) this.#skippedTo = -1;
    else if (this.#depth === 0 && this.#level === 0) this.#end(at + 1);
  }

  #end(at: number): void {
    if (this.#start === -1) return;
    this.#found.push(this.#element(at));
    this.#start = -1;
  }

  #element(end: number): Element {
    const text = this.#beginning ?? this.#text.slice(this.#start, end);
    const isTooLong = this.#beginning !== null || text.length > this.#longest;
    this.#beginning = null;
    return { list: this.#list, text: isTooLong ? text.slice(0, keptOfTooLong) : text, isTooLong };
  }
}

function nameOf(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written.slice(1, -1);
  }
}
