import { keptOfTooLong, type Element } from './element-scanner.ts';

/** Cuts a text that comes by chunks at its line ends: in NDJSON each line is a value, and a broken one harms no other. */
export class LineScanner {
  readonly #longest: number;
  #kept = '';
  #beginning: string | null = null;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** The lines that end in this chunk and are not blank. */
  push(chunk: string): Element[] {
    const text = this.#kept + chunk;
    const found: Element[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      this.#add(found, text.slice(from, end));
      from = end + 1;
    }
    this.#kept = text.slice(from);
    if (this.#kept.length > this.#longest || this.#beginning !== null) {
      this.#beginning ??= this.#kept.slice(0, keptOfTooLong);
      this.#kept = '';
    }
    return found;
  }

  /** The last line, where the file does not end it. */
  rest(): Element | null {
    const found: Element[] = [];
    this.#add(found, this.#kept);
    return found[0] ?? null;
  }

  #add(found: Element[], line: string): void {
    const isTooLong = this.#beginning !== null || line.length > this.#longest;
    const text = isTooLong ? (this.#beginning ?? line).slice(0, keptOfTooLong) : line.trim();
    this.#beginning = null;
    if (text !== '') found.push({ list: null, text, isTooLong });
  }
}
