import { AppError, ImportError } from '#errors';
import type { InputFile } from '../raw-table.ts';
import { collect, type Budget } from './unpack.ts';

/** The file inside a gzip file; it has its name without `.gz`. */
export async function unpackGzip(
  file: InputFile,
  budget: Budget,
  signal: AbortSignal | undefined,
): Promise<InputFile> {
  const { name, blob } = file;
  try {
    const stream = blob.stream().pipeThrough(new DecompressionStream('gzip'));
    const unpacked = await collect(stream, { name, packed: blob.size, budget }, signal);
    return { name: name.replace(/\.(gz|gzip)$/i, ''), size: unpacked.size, blob: unpacked };
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause instanceof AppError
      ? cause
      : new ImportError('import.reader.archive.damaged', { file: name }, { cause });
  }
}
