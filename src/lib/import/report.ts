import type { Text } from '#errors';

/** What came of an import. */
export interface ImportReport {
  readonly sources: readonly SourceReport[];
}

/** One source: rowsRead = rowsLoaded + rowsRejected, always. */
export interface SourceReport {
  readonly sourceId: string;
  readonly vendor: string;
  /** The file's name, or the names of its files. */
  readonly file: string;
  readonly files: readonly FileReport[];
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsRejected: number;
  /** Exact repeats: counted as loaded too, kept once. */
  readonly rowsDuplicate: number;
  readonly rejections: readonly Rejection[];
  readonly decisions: readonly Decision[];
  /** Rows of each canonical table that this source now has. */
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly notes: readonly Text[];
}

export interface FileReport {
  readonly file: string;
  readonly sheet: string | null;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsRejected: number;
  readonly rowsDuplicate: number;
}

export interface Rejection {
  readonly reason: Text;
  readonly count: number;
}

/** Something that was decided: the encoding, the spelling of a date column, the zone. */
export interface Decision {
  readonly label: Text;
  readonly value: Text | string;
}
