import { AppError, text, type Text } from '#errors';
import type { Locale } from '#messages';
import { createArchive, type Archive, type Part } from '../archive/index.ts';
import { packageParts, sheetPath, type PackedSheet } from './package.ts';
import { freeName } from './sheet-name.ts';
import { pagesAcross, rowXml, sheetEnd, sheetStart, type Row } from './sheet-xml.ts';

/** A table of a workbook; its rows are asked for once, and one page of them is in memory at a time. */
export interface Sheet {
  /** As wished: the file has it as Excel takes it. */
  readonly name: string;
  readonly header: readonly string[];
  readonly pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
}

export interface WorkbookOptions {
  /** How dates are shown. */
  readonly locale: Locale;
  readonly write: (chunk: Uint8Array<ArrayBuffer>) => void | Promise<void>;
  /** Rows under a header; what is more goes on in another sheet. */
  readonly rowsPerSheet?: number;
}

/** What became of the sheets. */
export interface Written {
  /** By the sheets that were given: the names of those that each took. */
  readonly sheets: readonly (readonly string[])[];
  readonly rowsPerSheet: number;
  /** How many texts were longer than a cell can be. */
  readonly cutTexts: number;
}

/** Excel's sheet has 1,048,576 rows, the header among them. */
const mostRows = 1_048_575;
const mostColumns = 16_384;
/** No part of a ZIP may have four gigabytes; a sheet of half of that goes on in another. */
const mostBytes = 2_000_000_000;

/** Writes an Excel workbook as its rows come. */
export async function writeWorkbook(
  sheets: Iterable<Sheet>,
  { locale, write, rowsPerSheet = mostRows }: WorkbookOptions,
): Promise<Written> {
  const into: Book = {
    archive: createArchive(write),
    taken: new Set(),
    packed: [],
    rowsPerSheet,
    cutTexts: 0,
  };
  const named: (readonly string[])[] = [];
  for (const sheet of sheets) named.push(await writeSheet(sheet, into));
  for (const [path, xml] of Object.entries(packageParts(into.packed, locale))) {
    const part = into.archive.open(path);
    part.write(xml);
    part.end();
  }
  await into.archive.end();
  return { sheets: named, rowsPerSheet, cutTexts: into.cutTexts };
}

/** What a reader is to be told of a workbook. */
export function notesOf({ sheets, rowsPerSheet, cutTexts }: Written): Text[] {
  const split = sheets.filter((names) => names.length > 1);
  return [
    ...split.map((names) =>
      text('export.xlsx.split', { name: names[0] ?? '', count: names.length, rows: rowsPerSheet }),
    ),
    ...(cutTexts > 0 ? [text('export.xlsx.cut', { count: cutTexts })] : []),
  ];
}

/** A workbook on its way into a file. */
interface Book {
  readonly archive: Archive;
  readonly taken: Set<string>;
  readonly packed: PackedSheet[];
  readonly rowsPerSheet: number;
  cutTexts: number;
}

async function writeSheet(sheet: Sheet, into: Book): Promise<readonly string[]> {
  const { name, header } = sheet;
  if (header.length > mostColumns) {
    throw new AppError('export.xlsx.columns', { name, columns: header.length, most: mostColumns });
  }
  const names: string[] = [];
  let open: OpenSheet | null = null;
  for await (const rows of sheet.pages) {
    for (const [index, row] of rows.entries()) {
      if (open?.isFull) open = open.end();
      if (open === null) {
        open = new OpenSheet(into, header, { name, sample: rows.slice(index, index + sampleRows) });
        names.push(open.name);
      }
      open.add(row);
    }
    open?.flush();
    await into.archive.flush();
  }
  open ??= new OpenSheet(into, header, { name, sample: [] });
  open.end();
  return names.length > 0 ? names : [open.name];
}

/** Rows that the widths of columns are taken from. */
const sampleRows = 200;

/** One sheet of the file while its rows come. */
class OpenSheet {
  readonly name: string;
  readonly #into: Book;
  readonly #columns: number;
  readonly #pages: number;
  readonly #part: Part;
  #rows = 0;
  #length = 0;
  #waiting = '';

  constructor(
    into: Book,
    header: readonly string[],
    { name, sample }: { readonly name: string; readonly sample: readonly Row[] },
  ) {
    this.#into = into;
    this.#columns = header.length;
    this.#pages = pagesAcross(header, sample);
    this.name = freeName(name, into.taken);
    this.#part = into.archive.open(sheetPath(into.packed.length));
    this.#waiting = sheetStart({ header, sample, isFirst: into.packed.length === 0 });
  }

  get isFull(): boolean {
    return this.#rows >= this.#into.rowsPerSheet || this.#length > mostBytes;
  }

  add(row: Row): void {
    this.#rows += 1;
    for (const cell of row) if (cell?.isCut) this.#into.cutTexts += 1;
    this.#waiting += rowXml(row, this.#rows + 1);
    if (this.#waiting.length > 65_536) this.flush();
  }

  flush(): void {
    this.#length += this.#waiting.length;
    this.#part.write(this.#waiting);
    this.#waiting = '';
  }

  end(): null {
    this.#waiting += sheetEnd(this.#columns, this.#rows, this.#pages);
    this.flush();
    this.#part.end();
    this.#into.packed.push({ name: this.name, rows: this.#rows, columns: this.#columns });
    return null;
  }
}
