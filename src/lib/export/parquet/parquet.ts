import { makeData, RecordBatch, Schema, Struct, Table as ArrowTable, tableToIPC } from 'apache-arrow';
import { typeTree, type Column, type Table } from '#table';
import { arrowData } from './arrow-data.ts';
import { arrowField } from './arrow-type.ts';

/** Rows that a reader of the file takes in at once. */
const rowsPerGroup = 100_000;

/** Writes rows as a Parquet file as they come, their types kept. */
export async function toParquet(
  columns: readonly Pick<Column, 'name' | 'type'>[],
  pages: AsyncIterable<Table> | Iterable<Table>,
  write: (chunk: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const library = await loadLibrary();
  const trees = columns.map(({ type }) => typeTree(type));
  const schema = new Schema(columns.map(({ name }, index) => arrowField(name, trees[index]!)));
  const packed = (table: Table) =>
    library.Table.fromIPCStream(
      tableToIPC(new ArrowTable(schema, [batchOf(table)]), 'stream'),
    ).recordBatches();

  function batchOf({ rowCount, columns: read }: Table): RecordBatch {
    const children = schema.fields.map(({ type }, index) =>
      arrowData(
        type,
        trees[index]!,
        Array.from({ length: rowCount }, (_, row) => read[index]?.at(row) ?? null),
      ),
    );
    return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: rowCount, children }));
  }

  const properties = new library.WriterPropertiesBuilder()
    .setCompression(library.Compression.ZSTD)
    .setMaxRowGroupSize(rowsPerGroup)
    .build();
  const file = await library.transformParquetStream(streamOf(pages, packed), properties);
  const reader = file.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) write(next.value);
}

/** The page's build has to be given its wasm file, which it finds beside itself; Node's build has it already. */
async function loadLibrary() {
  const library = await import('parquet-wasm');
  if (typeof library.default === 'function') await library.default();
  return library;
}

/** A file has at least one batch: without any it would have no columns. */
function streamOf<Batch>(
  pages: AsyncIterable<Table> | Iterable<Table>,
  packed: (table: Table) => readonly Batch[],
): ReadableStream<Batch> {
  const iterator = Symbol.asyncIterator in pages ? pages[Symbol.asyncIterator]() : pages[Symbol.iterator]();
  let isEmpty = true;
  return new ReadableStream<Batch>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) {
        if (isEmpty) for (const batch of packed({ rowCount: 0, columns: [] })) controller.enqueue(batch);
        return controller.close();
      }
      isEmpty = false;
      for (const batch of packed(next.value)) controller.enqueue(batch);
    },
  });
}
