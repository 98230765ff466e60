import { text, type Text } from '#errors';
import { tableFrom, type Table } from '#table';
import { nameColumns } from '../header.ts';
import { Pace } from '../pace.ts';
import type { RawColumn, ReadDecisions } from '../raw-table.ts';
import { cellText, isErrorCell, type XlsxCell } from './cell-text.ts';
import { footerLength, longestFooter } from './footer.ts';
import { findSheetHeader } from './header-lines.ts';
import type { Workbook } from './workbook.ts';

export type TextRow = readonly (string | null)[];

const headRows = 200;
const batchRows = 5_000;
const sampleCount = 8;

/** One sheet as a table: its names and first rows are known, the others come in batches. */
export class SheetReader {
  readonly columns: readonly RawColumn[];
  readonly preamble: readonly string[];
  readonly headerRow: number | null;
  /** Known once all batches have been read. */
  footer: readonly string[] = [];
  rows = 0;
  readonly #notes: readonly Text[];
  readonly #head: readonly TextRow[];
  readonly #rest: AsyncGenerator<TextRow>;
  readonly #count: Counts;
  /** Which cell of a row goes into which column: a table may begin anywhere in its sheet. */
  readonly #places: readonly number[];

  private constructor(rows: readonly TextRow[], rest: AsyncGenerator<TextRow>, count: Counts) {
    const cells = rows.map((row) => row.map((cell) => cell ?? ''));
    const { line, first, names, dataStart } = findSheetHeader(cells);
    const data = rows.slice(dataStart);
    this.#places = placesOf(names, data);
    const named = nameColumns(this.#places.map((place) => names[place] ?? ''));
    this.#notes = [...(line === null ? [text('import.reader.note.noHeader')] : []), ...named.notes];
    this.columns = named.columns.map((column, index) => ({
      ...column,
      samples: samplesOf(data, this.#places[index] ?? 0),
    }));
    this.preamble = cells
      .slice(0, first ?? dataStart)
      .map((row) => row.filter((cell) => cell !== '').join(' '));
    this.headerRow = line === null ? null : line + 1;
    this.#head = data;
    this.#rest = rest;
    this.#count = count;
  }

  /** Null for a sheet with nothing in it. */
  static async open(workbook: Workbook, sheet: string): Promise<SheetReader | null> {
    const count = { errors: 0, blank: 0, outside: 0 };
    const rest = textRows(workbook, sheet, count);
    const rows: TextRow[] = [];
    while (rows.length < headRows) {
      const next = await rest.next();
      if (next.done) break;
      rows.push(next.value);
    }
    return rows.length === 0 ? null : new SheetReader(rows, rest, count);
  }

  /** The rows of data, all but those at the end that are none; these are kept in `footer`. */
  async *batches(signal: AbortSignal | undefined): AsyncGenerator<Table> {
    const pace = new Pace();
    try {
      let batch: TextRow[] = [...this.#head];
      for await (const row of this.#rest) {
        batch.push(row);
        await pace.rest(signal);
        if (batch.length < batchRows + longestFooter) continue;
        yield this.#table(batch.slice(0, batchRows));
        batch = batch.slice(batchRows);
      }
      const footer = footerLength(batch.slice(-longestFooter), this.columns.length);
      const data = batch.slice(0, batch.length - footer);
      this.footer = batch.slice(data.length).map((row) => row.filter((cell) => cell !== null).join(' '));
      if (data.length > 0) yield this.#table(data);
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    await this.#rest.return(undefined);
  }

  /** Complete once all batches have been read. */
  decisions(): ReadDecisions {
    const { errors, blank, outside } = this.#count;
    const notes = [
      ...this.#notes,
      ...(errors > 0 ? [text('import.reader.note.errors', { count: errors })] : []),
      ...(blank > 0 ? [text('import.reader.note.blank', { count: blank })] : []),
      ...(outside > 0 ? [text('import.reader.note.outside', { count: outside })] : []),
    ];
    const { headerRow, preamble, footer } = this;
    return { encoding: null, delimiter: null, quote: null, headerRow, preamble, footer, notes };
  }

  #table(batch: readonly TextRow[]): Table {
    this.rows += batch.length;
    for (const row of batch) this.#count.outside += this.#outside(row);
    return tableFrom(
      this.columns.map(({ name }, index) => {
        const place = this.#places[index] ?? 0;
        return { name, type: 'VARCHAR', values: batch.map((row) => row[place] ?? null) };
      }),
    );
  }

  #outside(row: TextRow): number {
    const filled = row.filter((cell) => cell !== null).length;
    return filled - this.#places.filter((place) => (row[place] ?? null) !== null).length;
  }
}

export interface Counts {
  errors: number;
  blank: number;
  outside: number;
}

/** Rows with anything in them, as text. */
export async function* textRows(workbook: Workbook, sheet: string, count: Counts): AsyncGenerator<TextRow> {
  let blank = 0;
  for await (const row of workbook.rows(sheet)) {
    const cells = row.map((cell) => textOf(cell, workbook, count));
    if (cells.every((cell) => cell === null || cell.trim() === '')) {
      blank++;
      continue;
    }
    // Empty rows below the last one are formatting, not rows.
    count.blank += blank;
    blank = 0;
    yield cells;
  }
}

function textOf(cell: XlsxCell, { dateSystem }: Workbook, count: Counts): string | null {
  if (isErrorCell(cell)) count.errors++;
  return cellText(cell, dateSystem);
}

/** The cells with a name, or with a value in the first rows. */
function placesOf(headers: readonly string[], data: readonly TextRow[]): number[] {
  const width = data.reduce((widest, row) => Math.max(widest, row.length), headers.length);
  const places = Array.from({ length: width }, (_, place) => place);
  return places.filter(
    (place) => (headers[place] ?? '').trim() !== '' || data.some((row) => (row[place] ?? null) !== null),
  );
}

function samplesOf(data: readonly TextRow[], place: number): string[] {
  const values = new Set<string>();
  for (const row of data) {
    const cell = row[place];
    if (cell) values.add(cell);
    if (values.size === sampleCount) break;
  }
  return [...values];
}
