import { assertNever, ImportError } from '#errors';
import type { Engine } from '#engine';
import { readCsv } from './csv/csv.ts';
import { detect } from './detect.ts';
import { readJson } from './json/json.ts';
import type { InputFile, RawTable, ReadOptions } from './raw-table.ts';
import { readXlsx } from './xlsx/xlsx.ts';

export { encodingNames } from './raw-table.ts';
export type {
  ColumnProfile,
  Dialect,
  Encoding,
  InputFile,
  RawColumn,
  RawTable,
  ReadDecisions,
  ReadOptions,
  SheetInfo,
} from './raw-table.ts';
export { parseReason, serializeReason } from './reason.ts';
export { dropRaw, profileColumns } from './store.ts';

/**
 * Reads a file into an all-text table; of a workbook one sheet (see `ReadOptions.sheet`). Nothing stays behind when it fails or is
 * cancelled; the caller ends a table's life with `dropRaw`.
 */
export async function readFile(
  engine: Engine,
  file: InputFile,
  options: ReadOptions = {},
): Promise<RawTable[]> {
  options.signal?.throwIfAborted();
  const format = await detect(file);
  switch (format) {
    case 'text':
      return [await readCsv(engine, file, options)];
    case 'xlsx':
      return readXlsx(engine, file, options);
    case 'empty':
      throw new ImportError('import.reader.empty', { file: file.name });
    case 'binary':
      throw new ImportError('import.reader.binary', { file: file.name });
    case 'html':
    case 'xls':
      throw new ImportError(`import.reader.${format}`, { file: file.name });
    case 'json':
      return readJson(engine, file, options);
    case 'parquet':
    case 'arrow':
    case 'gzip':
    case 'zip':
    case 'ods':
    case 'xml':
    case 'pdf':
      throw new ImportError('import.reader.notYet', { file: file.name, format: formatNames[format] });
    default:
      return assertNever(format);
  }
}

const formatNames = {
  parquet: 'Parquet',
  arrow: 'Arrow',
  gzip: 'gzip',
  zip: 'ZIP',
  ods: 'OpenDocument',
  xml: 'XML',
  pdf: 'PDF',
} as const;
