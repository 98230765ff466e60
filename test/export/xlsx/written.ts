import { strFromU8, unzipSync } from 'fflate';
import { writeWorkbook, type Sheet, type WorkbookOptions, type Written } from '#export/xlsx';

export interface WrittenFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly written: Written;
  /** A part's XML, as it stands in the file. */
  part(path: string): string;
}

/** Writes a workbook and opens the archive. */
export async function written(
  sheets: Iterable<Sheet>,
  options: Partial<WorkbookOptions> = {},
): Promise<WrittenFile> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const done = await writeWorkbook(sheets, {
    locale: 'en',
    write: (chunk) => void chunks.push(chunk),
    ...options,
  });
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  const parts = unzipSync(bytes);
  return { bytes, written: done, part: (path) => strFromU8(parts[path] ?? new Uint8Array()) };
}

/** What a sheet says of each cell of its rows: `[place, look, what is in it]`, the header left out. */
export function cellsOf(sheetXml: string): string[][] {
  return [...sheetXml.matchAll(/<c r="([A-Z]+[0-9]+)"([^>]*)>(.*?)<\/c>/gs)]
    .map(([, place = '', look = '', inside = '']) => [place, look.trim(), inside])
    .filter(([place]) => !/^[A-Z]+1$/.test(place ?? ''));
}
