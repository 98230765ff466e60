import { ImportError } from '#errors';
import type { Engine } from '#engine';
import type { InputFile, RawTable, ReadOptions } from './raw-table.ts';

export type {
  ColumnProfile,
  Dialect,
  Encoding,
  InputFile,
  RawColumn,
  RawTable,
  ReadDecisions,
  ReadOptions,
} from './raw-table.ts';
export { parseReason, serializeReason } from './reason.ts';

/**
 * Reads a file into all-text tables, one a sheet, the most likely data first. Nothing stays behind when it fails or is
 * cancelled; the caller ends a table's life with `dropRaw`.
 */
export async function readFile(
  engine: Engine,
  file: InputFile,
  options: ReadOptions = {},
): Promise<RawTable[]> {
  options.signal?.throwIfAborted();
  throw new ImportError('import.reader.unknown', { file: file.name, engine: engine.database });
}
