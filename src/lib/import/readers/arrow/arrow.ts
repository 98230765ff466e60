import { AppError, ImportError } from '#errors';
import type { Engine } from '#engine';
import { GrowingTable } from '../growing-table.ts';
import { Pace } from '../pace.ts';
import type { InputFile, RawTable, ReadDecisions, ReadOptions } from '../raw-table.ts';
import { checkMessages } from './flat-table.ts';
import { checkFooter } from './footer.ts';
import { Grid } from './grid.ts';

const chunkBytes = 1 << 20;
const fileMark = 'ARROW1';
const fileStart = 8;

/** What reading a file of typed columns decides: nothing. */
export const typedDecisions: ReadDecisions = {
  ...{ encoding: null, delimiter: null, quote: null, headerRow: 1, preamble: [], footer: [], notes: [] },
};

/** Reads an Arrow stream or file (Feather version 2 is one) batch by batch. */
export async function readArrow(engine: Engine, file: InputFile, options: ReadOptions): Promise<RawTable[]> {
  const { signal, onProgress } = options;
  const table = new GrowingTable(engine, { file, sheet: null, format: 'arrow' });
  const pace = new Pace();
  try {
    const reader = await openReader(file, options);
    const grid = new Grid(table, reader.schema.fields);
    for await (const batch of reader) {
      signal?.throwIfAborted();
      await grid.add(batch, signal);
      await pace.rest(signal);
    }
    if (table.columns.length === 0) throw new ImportError('import.reader.empty', { file: file.name });
    const raw = await table.finish(typedDecisions, signal);
    onProgress?.(1, raw.rowsRead);
    return [raw];
  } catch (error) {
    await table.drop();
    throw damagedUnlessTold(file, 'Arrow', error, signal);
  }
}

/** What the reader of a binary format throws says nothing to people. */
export function damagedUnlessTold(
  file: InputFile,
  format: string,
  cause: unknown,
  signal: AbortSignal | undefined,
): unknown {
  if (cause instanceof AppError || signal?.aborted) return cause;
  return new ImportError('import.reader.damaged', { file: file.name, format }, { cause });
}

async function openReader(file: InputFile, options: ReadOptions) {
  const [{ compressionRegistry, CompressionType, RecordBatchReader }, lz4, zstd] = await Promise.all([
    import('apache-arrow'),
    import('lz4js'),
    import('fzstd'),
  ]);
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: (bytes) => lz4.decompress(bytes) });
  compressionRegistry.set(CompressionType.ZSTD, { decode: (bytes) => zstd.decompress(bytes) });
  const messages = await messagesIn(file);
  await checkMessages(messages);
  try {
    return await (await RecordBatchReader.from(chunksOf(messages, options))).open();
  } catch (error) {
    if (messages === file.blob) throw error;
    // Arrow for JavaScript writes files whose schema stands at the end alone: those are read whole.
    const bytes = new Uint8Array(await file.blob.arrayBuffer());
    checkFooter(bytes);
    return RecordBatchReader.from(bytes).open();
  }
}

/** The messages of a file: those of a stream, between a mark and a table of contents. */
async function messagesIn({ name, blob }: InputFile): Promise<Blob> {
  if ((await blob.slice(0, fileMark.length).text()) !== fileMark) return blob;
  const tail = new DataView(await blob.slice(-4 - fileMark.length).arrayBuffer());
  const end = blob.size - tail.byteLength - tail.getInt32(0, true);
  const isWhole = (await blob.slice(-fileMark.length).text()) === fileMark && end > fileStart;
  if (!isWhole) throw new ImportError('import.reader.damaged', { file: name, format: 'Arrow' });
  return blob.slice(fileStart, end);
}

async function* chunksOf(blob: Blob, { signal, onProgress }: ReadOptions): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < blob.size; from += chunkBytes) {
    signal?.throwIfAborted();
    yield new Uint8Array(await blob.slice(from, from + chunkBytes).arrayBuffer());
    onProgress?.(Math.min(0.99, (from + chunkBytes) / blob.size));
  }
}
