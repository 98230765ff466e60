import {
  BIGINT,
  BLOB,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBBlobValue,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBTimestampValue,
  INTEGER,
  TIMESTAMP,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Column, Table, Value } from '#table';
import type { QueryOptions } from '../engine.ts';
import { interrupted } from '../failure.ts';
import {
  checkColumns,
  createStaging,
  dropStaging,
  moveStaged,
  stagingTable,
  stagingType,
  type StagingType,
} from '../staging.ts';
import { stagingText } from '../staging-text.ts';

const chunkRows = 2048;

/** Appends batches through a staging table, in one transaction; the rows written. */
export async function insertRows(
  connection: DuckDBConnection,
  table: string,
  batches: AsyncIterable<Table> | Iterable<Table>,
  { signal }: QueryOptions,
): Promise<number> {
  let rows = 0;
  await connection.run('begin');
  for await (const batch of batches) {
    if (signal?.aborted) throw interrupted(`insert into ${table}`, signal.reason);
    checkColumns(table, (await connection.run(`select * from ${table} limit 0`)).columnCount, batch);
    await connection.run(createStaging(batch));
    await appendBatch(connection, batch);
    await connection.run(moveStaged(table));
    rows += batch.rowCount;
  }
  await connection.run(`${dropStaging}; commit`);
  return rows;
}

async function appendBatch(connection: DuckDBConnection, batch: Table): Promise<void> {
  const types = batch.columns.map(stagingType);
  const appender = await connection.createAppender(stagingTable, 'main', 'temp');
  for (let from = 0; from < batch.rowCount; from += chunkRows) {
    const length = Math.min(chunkRows, batch.rowCount - from);
    const chunk = DuckDBDataChunk.create(
      types.map((type) => clientTypes[type]),
      length,
    );
    batch.columns.forEach((column, index) => {
      const type = types[index] ?? 'VARCHAR';
      chunk.setColumnValues(
        index,
        Array.from({ length }, (_, i) => staged(column.at(from + i), column, type)),
      );
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

const clientTypes: Readonly<Record<StagingType, DuckDBType>> = {
  BOOLEAN,
  INTEGER,
  BIGINT,
  DOUBLE,
  DATE,
  TIMESTAMP,
  BLOB,
  VARCHAR,
};

function staged(value: Value, column: Column, type: StagingType): DuckDBValue {
  if (value === null) return null;
  if (type === 'VARCHAR') return stagingText(value, column.type);
  if (type === 'DATE' && typeof value === 'number') return new DuckDBDateValue(value);
  if (type === 'TIMESTAMP' && typeof value === 'bigint') return new DuckDBTimestampValue(value);
  if (value instanceof Uint8Array) return new DuckDBBlobValue(value);
  if (type === 'BIGINT' && typeof value === 'number') return BigInt(value);
  return typeof value === 'object' ? null : value;
}
