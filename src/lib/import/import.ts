import { assert } from '#errors';
import type { Engine } from '#engine';
import type { InputFile, RawTable } from './readers/reader.ts';
import type { Mapping } from './mapping.ts';
import type { ImportReport } from './report.ts';

export interface ImportOptions {
  /** The zone of times that name none, unless the mapping says; UTC without it. */
  readonly timeZone?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** `fraction` of the whole import, 0 to 1; `file` is the one being worked on. */
export interface ImportProgress {
  readonly phase: 'reading' | 'mapping' | 'loading';
  readonly file: string;
  readonly fraction: number;
}

export interface ImportFilesOptions extends ImportOptions {
  /** By file name, or `*` for all: what to use instead of a proposal. */
  readonly mappings?: Readonly<Record<string, Mapping>>;
  /** The vendor, if the files are not to be recognised by their headers. */
  readonly source?: string;
}

/** A raw table and how it fills the canonical ones. */
export interface MappedTable {
  readonly raw: RawTable;
  readonly mapping: Mapping;
}

/** Loads raw tables as one source, all or nothing. The raw tables stay; the caller drops them. */
export async function importMapped(
  engine: Engine,
  tables: readonly MappedTable[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  assert(engine && tables && options, 'not written yet');
  return { sources: [] };
}

/** The whole way, for files that are recognised or come with a mapping: read, propose, load, report. */
export async function importFiles(
  engine: Engine,
  files: readonly InputFile[],
  options: ImportFilesOptions = {},
): Promise<ImportReport> {
  assert(engine && files && options, 'not written yet');
  return { sources: [] };
}
