import { tableFromIPC, type Field, type RecordBatch } from 'apache-arrow';

/** A Parquet file whose rows come when they are asked for. */
export interface ParquetRows {
  readonly rows: number;
  readonly fields: readonly Field[];
  readonly batches: AsyncIterable<RecordBatch>;
}

/** Opens a file; who opens none loads no reader. */
export async function openParquet(blob: Blob, batchSize: number): Promise<ParquetRows> {
  const library = await import('parquet-wasm');
  // The page's build has to be given its wasm file, which it finds beside itself; Node's build has it already.
  const isPage = typeof library.default === 'function';
  if (isPage) await library.default();
  const file = await library.ParquetFile.fromFile(blob);
  const { fields } = tableFromIPC(file.schema().intoIPCStream()).schema;
  const rows = file.metadata().fileMetadata().numRows();
  if (isPage) return { rows, fields, batches: streamed(await file.stream({ batchSize, concurrency: 1 })) };
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const groups = Array.from({ length: file.metadata().numRowGroups() }, (_, group) => group);
  return {
    rows,
    fields,
    batches: byGroup(groups, (group) => library.readParquet(bytes, { batchSize, rowGroups: [group] })),
  };
}

interface PackedBatch {
  intoIPCStream(): Uint8Array;
}

/**
 * Damaged pages make the reader break down, which in Node would end the program if it happened in the background, as it does when
 * streaming: there a group is read in one go.
 */
async function* byGroup(
  groups: readonly number[],
  read: (group: number) => { recordBatches(): PackedBatch[] },
): AsyncGenerator<RecordBatch> {
  for (const group of groups) {
    for (const batch of read(group).recordBatches()) yield* tableFromIPC(batch.intoIPCStream()).batches;
  }
}

/** In the page a breakdown of the reader shows as an error of the page alone. */
async function* streamed(stream: ReadableStream<PackedBatch>): AsyncGenerator<RecordBatch> {
  const reader = stream.getReader();
  const breakdown = watchBreakdown();
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), breakdown.happens]);
      if (next.done) return;
      yield* tableFromIPC(next.value.intoIPCStream()).batches;
    }
  } finally {
    breakdown.dispose();
    reader.cancel().catch(() => undefined);
  }
}

function watchBreakdown(): { readonly happens: Promise<never>; readonly dispose: () => void } {
  const ended = new AbortController();
  const happens = new Promise<never>((_, reject) => {
    const onError = (event: Event, cause: unknown) => {
      if (!(cause instanceof WebAssembly.RuntimeError)) return;
      event.preventDefault();
      reject(cause);
    };
    const { signal } = ended;
    globalThis.addEventListener('error', (event) => onError(event, event.error), { signal });
    globalThis.addEventListener('unhandledrejection', (event) => onError(event, event.reason), { signal });
  });
  happens.catch(() => undefined);
  return { happens, dispose: () => ended.abort() };
}
