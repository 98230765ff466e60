import { ImportError } from '#errors';
import { isBomb } from '../archive/unpack.ts';
import { unpackedSize } from '../archive/zip.ts';
import type { InputFile } from '../raw-table.ts';
import type { DateSystem, XlsxCell } from './cell-text.ts';

/** A workbook whose sheets are read row by row; only the packed file is in memory. */
export interface Workbook {
  readonly dateSystem: DateSystem;
  /** In the order of the workbook. */
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  /** The rows that the file holds, empty ones included where it writes them. */
  rows(sheet: string): AsyncIterable<readonly XlsxCell[]>;
}

export async function openWorkbook(file: InputFile): Promise<Workbook> {
  // Only who opens a workbook loads its reader.
  const { readXlsx, streamXlsxRows } = await import('hucre/xlsx');
  const unpacked = await orImportError(file, () => unpackedSize(file));
  if (isBomb(file.size, unpacked)) throw new ImportError('import.reader.workbookSize', { file: file.name });
  const bytes = new Uint8Array(await file.blob.arrayBuffer());
  const sheets: { name: string; isHidden: boolean }[] = [];
  const workbook = await orImportError(file, () =>
    readXlsx(bytes, {
      sheets: ({ name, hidden, veryHidden }) => {
        sheets.push({ name, isHidden: (hidden ?? false) || (veryHidden ?? false) });
        return false;
      },
    }),
  );
  return {
    dateSystem: workbook.dateSystem ?? '1900',
    sheets,
    rows: (sheet) => rowsOf(file, streamXlsxRows(bytes, { sheet, dateSystem: '1904' })),
  };
}

async function* rowsOf(
  file: InputFile,
  rows: AsyncIterable<{ readonly values: readonly XlsxCell[] }>,
): AsyncGenerator<readonly XlsxCell[]> {
  const iterator = rows[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orImportError(file, () => iterator.next());
      if (next.done) return;
      yield next.value.values;
    }
  } finally {
    await iterator.return?.();
  }
}

async function orImportError<Result>(file: InputFile, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    throw new ImportError('import.reader.workbook', { file: file.name }, { cause });
  }
}
