import type { Dialect } from '../raw-table.ts';
import type { Marks } from './record-scanner.ts';
import { scanBytes } from './scan.ts';

/** One way to read the beginning of a file, and how well it fits. */
interface Reading {
  readonly delimiter: string;
  readonly quote: string;
  /** The share of records that have the most frequent number of cells, which is more than one. */
  readonly fit: number;
  readonly width: number;
  readonly broken: number;
  /** Whole records with the quote character in them. */
  readonly quoted: number;
}

const delimiters = [',', ';', '\t', '|'] as const;
const quotes = ['"', '', "'"] as const;
const clearlyBetter = 0.05;

/** Delimiter and quote by how evenly each pair cuts the beginning of the file into cells. */
export function sniffDialect(
  head: Uint8Array,
  isWhole: boolean,
  given: Partial<Dialect> = {},
): { readonly delimiter: string; readonly quote: string } {
  const readings = (given.delimiter ? [given.delimiter] : delimiters).map((delimiter) =>
    (given.quote === undefined ? quotes : [given.quote])
      .map((quote) => readAs(head, isWhole, delimiter, quote))
      .reduce((best, other) => (quotesBetter(other, best) ? other : best)),
  );
  return readings.reduce((best, other) => (cutsBetter(other, best) ? other : best));
}

export function marksOf({ delimiter, quote }: { readonly delimiter: string; readonly quote: string }): Marks {
  return { delimiter: delimiter.charCodeAt(0), quote: quote ? quote.charCodeAt(0) : null };
}

function cutsBetter(other: Reading, best: Reading): boolean {
  const isClear = Math.abs(other.fit - best.fit) > clearlyBetter;
  return isClear ? other.fit > best.fit : other.width > best.width;
}

/** A file with one broken quote among many good ones does quote, and in that way. */
function quotesBetter(other: Reading, best: Reading): boolean {
  if (other.quote === '') return best.broken > best.quoted && other.fit > best.fit;
  return other.quoted > best.quoted && other.fit > best.fit + clearlyBetter;
}

function readAs(head: Uint8Array, isWhole: boolean, delimiter: string, quote: string): Reading {
  const widths = new Map<number, number>();
  let records = 0;
  let broken = 0;
  let quoted = 0;
  const marks = marksOf({ delimiter, quote });
  const onRecord = (start: number, end: number, cells: number, filled: number, isBroken: boolean) => {
    if (filled === 0) return;
    records++;
    if (isBroken) broken++;
    else widths.set(cells, (widths.get(cells) ?? 0) + 1);
    if (!isBroken && marks.quote !== null && head.subarray(start, end).includes(marks.quote)) quoted++;
  };
  scanBytes(head, marks, onRecord, isWhole);
  const [width, count] = mostFrequent(widths);
  return { delimiter, quote, width, broken, quoted, fit: width > 1 ? count / records : 0 };
}

/** The most frequent width above one; a file whose titles outnumber its rows is still cut by its delimiter. */
function mostFrequent(widths: ReadonlyMap<number, number>): readonly [width: number, count: number] {
  const several = [...widths].filter(([width]) => width > 1);
  return several.reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0]);
}
