import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { damagedUnlessTold, typedDecisions } from '../arrow/arrow.ts';
import { Grid } from '../arrow/grid.ts';
import { GrowingTable } from '../growing-table.ts';
import { Pace } from '../pace.ts';
import type { InputFile, RawTable, ReadOptions } from '../raw-table.ts';
import { openParquet } from './library.ts';

const batchRows = 4096;
const mark = 'PAR1';

/** Reads a Parquet file batch by batch; of the file only the columns of one row group are in memory. */
export async function readParquet(
  engine: Engine,
  file: InputFile,
  options: ReadOptions,
): Promise<RawTable[]> {
  const { signal, onProgress } = options;
  const table = new GrowingTable(engine, { file, sheet: null, format: 'parquet' });
  const pace = new Pace();
  try {
    if ((await file.blob.slice(-mark.length).text()) !== mark)
      throw new ImportError('import.reader.damaged', { file: file.name, format: 'Parquet' });
    const parquet = await openParquet(file.blob, batchRows);
    const grid = new Grid(table, parquet.fields);
    for await (const batch of parquet.batches) {
      signal?.throwIfAborted();
      await grid.add(batch, signal);
      onProgress?.(Math.min(0.99, table.rows / parquet.rows), table.rows);
      await pace.rest(signal);
    }
    const raw = await table.finish(typedDecisions, signal);
    onProgress?.(1, raw.rowsRead);
    return [raw];
  } catch (error) {
    await table.drop();
    throw damagedUnlessTold(file, 'Parquet', error, signal);
  }
}
