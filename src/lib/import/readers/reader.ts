import { assertNever, ImportError } from '#errors';
import type { Engine } from '#engine';
import { readGzip, readZip, type Nesting, type ReadMember } from './archive/archive.ts';
import { readArrow } from './arrow/arrow.ts';
import { readCsv } from './csv/csv.ts';
import { detect } from './detect.ts';
import { readJson } from './json/json.ts';
import { readParquet } from './parquet/parquet.ts';
import type { InputFile, RawTable, ReadOptions } from './raw-table.ts';
import { refusalOf } from './refusal.ts';
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
export { refusalOf } from './refusal.ts';
export { dropRaw, profileColumns, rowRanges } from './store.ts';

/**
 * Reads a file into all-text tables: one for most files, several for workbooks, JSON and archives. Nothing stays behind when it fails or is
 * cancelled; the caller ends a table's life with `dropRaw`.
 */
export async function readFile(
  engine: Engine,
  file: InputFile,
  options: ReadOptions = {},
): Promise<RawTable[]> {
  try {
    return await read(engine, file, options, null);
  } catch (error) {
    throw refusalOf(error, file.name, options.signal);
  }
}

async function read(
  engine: Engine,
  file: InputFile,
  options: ReadOptions,
  nesting: Nesting | null,
): Promise<RawTable[]> {
  options.signal?.throwIfAborted();
  const readMember: ReadMember = (member, given, inside) => read(engine, member, given, inside);
  const format = await detect(file);
  switch (format) {
    case 'text':
      return [await readCsv(engine, file, options)];
    case 'xlsx':
      return readXlsx(engine, file, options);
    case 'json':
      return readJson(engine, file, options);
    case 'gzip':
      return readGzip(file, options, { nesting, readMember });
    case 'zip':
      return readZip(engine, file, options, { nesting, readMember });
    case 'empty':
    case 'binary':
    case 'html':
    case 'xls':
    case 'xlsb':
    case 'image':
      throw new ImportError(`import.reader.${format}`, { file: file.name });
    case 'parquet':
      return readParquet(engine, file, options);
    case 'arrow':
      return readArrow(engine, file, options);
    case 'ods':
    case 'xml':
    case 'pdf':
      throw new ImportError('import.reader.notYet', { file: file.name, format: formatNames[format] });
    default:
      return assertNever(format);
  }
}

const formatNames = {
  ods: 'OpenDocument',
  xml: 'XML',
  pdf: 'PDF',
} as const;
