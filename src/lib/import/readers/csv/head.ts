import type { Dialect } from '../raw-table.ts';
import { findHeader, type HeaderPlace } from '../header.ts';
import { marksOf, sniffDialect } from './sniff.ts';
import { scanBytes } from './scan.ts';
import { splitRecord } from './split.ts';

/** Where one record of the beginning lies, without its line end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What the beginning of a file says about the rest. */
export interface Head {
  readonly delimiter: string;
  readonly quote: string;
  readonly place: HeaderPlace;
  /** Records at the beginning that are not empty, titles and names included. */
  readonly spans: readonly Span[];
  /** The number of cells that most data records have. */
  readonly width: number;
  /** Where the first data record begins; null: not within the beginning. */
  readonly dataOffset: number | null;
}

const keptRecords = 500;

export function readHead(bytes: Uint8Array, isWhole: boolean, given: Partial<Dialect>): Head {
  const { delimiter, quote } = sniffDialect(bytes, isWhole, given);
  const spans: Span[] = [];
  const widths: number[] = [];
  const onRecord = (start: number, end: number, cells: number, filled: number, broken: boolean) => {
    if ((filled === 0 && !broken) || spans.length === keptRecords) return;
    spans.push({ start, end });
    widths.push(broken ? 0 : cells);
  };
  scanBytes(bytes, marksOf({ delimiter, quote }), onRecord, isWhole);
  const rows = cellsOf(bytes, spans, { delimiter, quote }, new TextDecoder('windows-1252'));
  const place = given.headerRow === undefined ? findHeader(rows) : givenPlace(given.headerRow);
  const dataOffset = spans[place.dataStart]?.start ?? null;
  return { delimiter, quote, place, spans, width: usualWidth(widths, place), dataOffset };
}

/** The cells of records at the beginning, in the encoding that the whole file turned out to have. */
export function cellsOf(
  bytes: Uint8Array,
  spans: readonly Span[],
  { delimiter, quote }: { readonly delimiter: string; readonly quote: string },
  decoder: TextDecoder,
): string[][] {
  return spans.map(({ start, end }) =>
    splitRecord(decoder.decode(bytes.subarray(start, end)), delimiter, quote),
  );
}

function givenPlace(headerRow: number | null): HeaderPlace {
  return headerRow === null
    ? { header: null, dataStart: 0 }
    : { header: headerRow - 1, dataStart: headerRow };
}

function usualWidth(widths: readonly number[], { header, dataStart }: HeaderPlace): number {
  const data = widths.slice(dataStart).filter((width) => width > 0);
  const counts = new Map<number, number>();
  for (const width of data) counts.set(width, (counts.get(width) ?? 0) + 1);
  const headerWidth = header === null ? 1 : (widths[header] ?? 1);
  // Of widths that are as frequent, the header's own.
  counts.set(headerWidth, (counts.get(headerWidth) ?? 0) + 0.5);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [headerWidth, 0])[0];
}
