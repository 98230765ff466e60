import type { Text } from '#errors';

/** What came of an import. */
export interface ImportReport {
  readonly sources: readonly SourceReport[];
  /** Tables that were read with the others and of which nothing was loaded, and why. */
  readonly leftOut?: readonly LeftOut[];
}

/** A table that needs a mapping, or holds nothing that is wanted. */
export interface LeftOut {
  readonly file: string;
  readonly sheet: string | null;
  readonly rows: number;
  readonly why: readonly Text[];
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
  /** Whether the source was there before: its rows were added to and brought up to date. */
  readonly joined: boolean;
  /** What this import did to each table it brought rows for. */
  readonly changes: readonly TableChange[];
  /** Which columns of tickets, and of ratings, that were there before are different now; the most frequent first. */
  readonly columnChanges: readonly ColumnChange[];
  /** Files that the source has already, read the same way: nothing of them was loaded. */
  readonly already: readonly AlreadyLoaded[];
  readonly notes: readonly Text[];
}

/** Rows of a table by what they were before the import. */
export interface TableChange {
  readonly table: string;
  readonly added: number;
  /** There before, and really different now. */
  readonly updated: number;
  /** There before, and the same. */
  readonly unchanged: number;
  /** There before, and no longer: rows without an id of their own, of a file that came again. */
  readonly removed: number;
}

export interface ColumnChange {
  readonly table: string;
  readonly column: string;
  readonly rows: number;
  /** Lists them with the value before and after; until the next import into the source. */
  readonly query: string;
}

export interface AlreadyLoaded {
  readonly file: string;
  readonly sheet: string | null;
  /** When, by the workspace's clock: `YYYY-MM-DD HH:MM:SS`. */
  readonly importedAt: string;
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
