import type { RawTable } from './readers/reader.ts';

/** What a raw table is called in `source_files` and by the rows that came from it. */
export function storedName({ file, sheet }: Pick<RawTable, 'file' | 'sheet'>): string {
  return sheet === null ? file.name : `${file.name} · ${sheet}`;
}
