import type { Table } from '#table';
import type { QueryOptions } from '../engine.ts';
import { interrupted } from '../failure.ts';
import { checkColumns, createStaging, dropStaging, moveStaged, stagingTable } from '../staging.ts';
import { arrowStream } from './arrow-stream.ts';
import { runStatements, type WasmConnection } from './statements.ts';

/** Appends batches as Arrow streams through a staging table, in one transaction; the rows written. */
export async function insertRows(
  connection: WasmConnection,
  table: string,
  batches: AsyncIterable<Table> | Iterable<Table>,
  { signal }: QueryOptions,
): Promise<number> {
  let rows = 0;
  await runStatements(connection, 'begin');
  for await (const batch of batches) {
    if (signal?.aborted) throw interrupted(`insert into ${table}`, signal.reason);
    checkColumns(
      table,
      (await runStatements(connection, `select * from ${table} limit 0`)).columns.length,
      batch,
    );
    await runStatements(connection, createStaging(batch));
    const options = { schema: 'temp', name: stagingTable, create: false };
    await connection.db.insertArrowFromIPCStream(connection.id, arrowStream(batch), options);
    await runStatements(connection, moveStaged(table));
    rows += batch.rowCount;
  }
  await runStatements(connection, `${dropStaging}; commit`);
  return rows;
}
