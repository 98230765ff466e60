import type { Text } from '#errors';

/** A file handed over by the page or the command line. In Node `path` spares a copy when the engine can read it in place. */
export interface InputFile {
  readonly name: string;
  readonly size: number;
  readonly blob: Blob;
  readonly path?: string;
}

/** How a delimited text file is written; what is given is taken, the rest is found out. */
export interface Dialect {
  readonly encoding: Encoding;
  /** `,` `;` tab or `|`. */
  readonly delimiter: string;
  /** The quote character, or the empty text where a file does not quote. */
  readonly quote: string;
  /** The 1-based record that holds the names; null = the file has none. Title lines above it are not data. */
  readonly headerRow: number | null;
}

/** The encodings that are read, by the names that people know them by. */
export const encodingNames = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
} as const;

export type Encoding = keyof typeof encodingNames;

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** The share of the file that has been read, from 0 to 1, and the rows found in it where they are known. */
  readonly onProgress?: (fraction: number, rows?: number) => void;
  readonly dialect?: Partial<Dialect>;
  /** This sheet of a workbook; without it all those that hold a table of their own. */
  readonly sheet?: string;
  /** What to do with rows that lack cells at the end: `auto` pads them where that cannot shift a value. */
  readonly shortRows?: 'auto' | 'pad' | 'reject';
}

/** What the reader decided about a file, for the import report and the mapping screen. */
export interface ReadDecisions {
  /** Null for workbooks. */
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly quote: string | null;
  /** Null: no header was found, columns are named by letter. */
  readonly headerRow: number | null;
  /** Title and period lines above the header, as written. */
  readonly preamble: readonly string[];
  /** Period or note lines below the data, as written. */
  readonly footer: readonly string[];
  /** Everything else worth telling: padded rows, repeated header names, blank rows left out, damaged characters. */
  readonly notes: readonly Text[];
}

export interface RawColumn {
  /** Unique within the table; the name in SQL. */
  readonly name: string;
  /** As written in the file; empty where the file names no column. */
  readonly header: string;
  /** The first distinct values that are not empty, as written. */
  readonly samples: readonly string[];
}

/**
 * A file, or one sheet of it, in the engine: `relation` has `source_row BIGINT` (1-based number of the data record, rejected
 * ones counted) and one VARCHAR per column. An empty cell is NULL; every other word (`-`, `N/A`, `?`, `null`, `\N`, a lone
 * space) is kept as written: what counts as unknown is the mapping's business.
 */
export interface RawTable {
  readonly id: string;
  /** Quoted and qualified, ready to write after `from`. */
  readonly relation: string;
  /** Rows that could not be read: `(source_row BIGINT, raw VARCHAR, reason VARCHAR)`; see `parseReason` for the last. */
  readonly rejects: string;
  readonly file: InputFile;
  /** The sheet of a workbook, or the path of the JSON list that became this table; null where a file is one table. */
  readonly sheet: string | null;
  /** All sheets of the workbook, to choose another; none for text files. */
  readonly sheets: readonly SheetInfo[];
  readonly format: 'csv' | 'xlsx' | 'json' | 'parquet' | 'arrow';
  readonly columns: readonly RawColumn[];
  /** Data records in the file: loaded + rejected. */
  readonly rowsRead: number;
  readonly rejected: number;
  readonly decisions: ReadDecisions;
}

/** One sheet of a workbook. */
export interface SheetInfo {
  readonly name: string;
  readonly isHidden: boolean;
  /** Names included; null where nobody needed to count. */
  readonly rows: number | null;
}

/** More about one column than its first values; asked of the engine when a screen needs it. */
export interface ColumnProfile {
  readonly name: string;
  /** Distinct values: the first ones, then some from later in the file. */
  readonly samples: readonly string[];
  readonly empty: number;
  readonly filled: number;
}
