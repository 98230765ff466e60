/** Which bytes mean something in a delimited text; `quote` is null where a file does not quote. */
export interface Marks {
  readonly delimiter: number;
  readonly quote: number | null;
}

/**
 * Told every record that is no empty line, in order. `start`–`end` are bytes of the file without the line end; `filled` is the
 * number of cells up to the last one that holds more than spaces.
 */
export type OnRecord = (start: number, end: number, cells: number, filled: number, broken: boolean) => void;

const plain = 0;
const delimiterMark = 1;
const lineFeed = 2;
const carriageReturn = 3;
const quoteMark = 4;
const space = 5;

const atStart = 0;
const inPlain = 1;
const inQuotes = 2;
const afterQuote = 3;
const afterSpace = 4;

/**
 * Walks over the bytes of a delimited file and finds its records, by the same rules as the engine's reader: a record ends at
 * CR, LF or CRLF outside quotes; a quote is one only at the start of a cell (spaces may precede it) and is escaped by doubling.
 * Works on bytes, so it is the same for UTF-8 and Windows-1252. A quote that is never closed, or is followed by other text, makes
 * its record *broken*: its first line is given as such and the walk goes on at the next line.
 */
export class RecordScanner {
  /** Bytes of the longest record so far. */
  longest = 0;
  /** Where lines end in a CR alone. */
  readonly loneReturns: number[] = [];
  readonly #classes: Uint8Array;
  /** 1 where a cell without quotes ends. */
  readonly #ends: Uint8Array;
  readonly #onRecord: OnRecord;
  #state: number = atStart;
  #recordStart: number;
  #cells = 0;
  #filled = 0;
  #cellFilled = false;
  #afterReturn = false;

  constructor(marks: Marks, onRecord: OnRecord, start = 0) {
    this.#onRecord = onRecord;
    this.#recordStart = start;
    this.#classes = classesOf(marks);
    this.#ends = this.#classes.map((kind) => Number(kind >= delimiterMark && kind <= carriageReturn));
  }

  /** Where the record begins that is not complete yet. */
  get recordStart(): number {
    return this.#recordStart;
  }

  /**
   * Takes the bytes that follow those before; `base` is where they lie in the file. Returns false when the record that began at
   * `recordStart` is broken: the caller then calls `skipLine` and goes on there.
   */
  push(bytes: Uint8Array, base: number): boolean {
    const classes = this.#classes;
    const ends = this.#ends;
    const length = bytes.length;
    // What changes with every cell is held here: fields of the object are several times slower.
    let [state, cells, filled, cellFilled] = [this.#state, this.#cells, this.#filled, this.#cellFilled];
    for (let i = 0; i < length; i++) {
      if (state === inPlain) while (i < length && ends[bytes[i]!] === 0) i++;
      if (i === length) break;
      const kind = classes[bytes[i]!]!;
      if (kind === delimiterMark && state !== inQuotes) {
        cells++;
        if (cellFilled) filled = cells;
        cellFilled = false;
        state = atStart;
      } else if (state === atStart && kind === plain) {
        cellFilled = true;
        state = inPlain;
      } else if (state !== inQuotes && (kind === lineFeed || kind === carriageReturn)) {
        this.#keep(state, cells, filled, cellFilled);
        this.#endLine(base + i, kind);
        [state, cells, filled, cellFilled] = [atStart, 0, 0, false];
      } else if (state === inQuotes && kind !== quoteMark) {
        if (kind !== space) cellFilled = true;
      } else {
        const next = nextState(state, kind);
        if (next === null) {
          this.#keep(state, cells, filled, cellFilled);
          return false;
        }
        // A doubled quote stands for one.
        if (state === afterQuote && next === inQuotes) cellFilled = true;
        state = next;
      }
    }
    this.#keep(state, cells, filled, cellFilled);
    return true;
  }

  #keep(state: number, cells: number, filled: number, cellFilled: boolean): void {
    this.#state = state;
    this.#cells = cells;
    this.#filled = filled;
    this.#cellFilled = cellFilled;
  }

  /** No bytes follow. False when a quote is still open: `skipLine` then gives up its first line. */
  finish(end: number): boolean {
    if (this.#state === inQuotes) return false;
    if (end > this.#recordStart) this.#endRecord(end);
    return true;
  }

  /** Gives up the line from `recordStart` to `lineEnd`; the next record begins at `next`. */
  skipLine(lineEnd: number, next: number, isReturn: boolean): void {
    this.#onRecord(this.#recordStart, lineEnd, this.#cells + 1, this.#cells + 1, true);
    if (isReturn) this.loneReturns.push(lineEnd);
    this.#reset(next);
    this.#afterReturn = false;
  }

  #endCell(): void {
    this.#cells++;
    if (this.#cellFilled) this.#filled = this.#cells;
    this.#cellFilled = false;
  }

  #endLine(at: number, kind: number): void {
    const isPair = kind === lineFeed && this.#afterReturn && at === this.#recordStart;
    if (isPair) this.loneReturns.pop();
    else if (at > this.#recordStart) this.#endRecord(at);
    if (kind === carriageReturn) this.loneReturns.push(at);
    this.#reset(at + 1);
    this.#afterReturn = kind === carriageReturn;
  }

  #endRecord(end: number): void {
    this.#endCell();
    const length = end - this.#recordStart;
    if (length > this.longest) this.longest = length;
    this.#onRecord(this.#recordStart, end, this.#cells, this.#filled, false);
  }

  #reset(start: number): void {
    this.#state = atStart;
    this.#recordStart = start;
    this.#cells = 0;
    this.#filled = 0;
    this.#cellFilled = false;
  }
}

/** What follows on a letter, a space or a quote; null where a quote is followed by what may not follow it. */
function nextState(state: number, kind: number): number | null {
  if (state === inQuotes) return afterQuote;
  if (state === atStart) return kind === space ? atStart : kind === quoteMark ? inQuotes : inPlain;
  if (kind === space) return afterSpace;
  return state === afterSpace || kind === plain ? null : inQuotes;
}

function classesOf({ delimiter, quote }: Marks): Uint8Array {
  const classes = new Uint8Array(256);
  classes[0x20] = space;
  classes[0x0a] = lineFeed;
  classes[0x0d] = carriageReturn;
  if (quote !== null) classes[quote] = quoteMark;
  classes[delimiter] = delimiterMark;
  return classes;
}
