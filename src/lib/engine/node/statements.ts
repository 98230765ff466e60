import type {
  DuckDBConnection,
  DuckDBDataChunk,
  DuckDBMaterializedResult,
  DuckDBResult,
} from '@duckdb/node-api';
import { splitStatements } from '#sql';
import { columnOfChunks, emptyTable, type Table } from '#table';
import type { QueryOptions } from '../engine.ts';
import { interrupted } from '../failure.ts';
import { typeNameOf } from './type-names.ts';
import { toValue } from './values.ts';

const progressInterval = 100;

/** Runs the statements of a text one after the other; the last one's result. */
export async function runStatements(
  connection: DuckDBConnection,
  sql: string,
  options: QueryOptions = {},
): Promise<Table> {
  if (splitStatements(sql).length === 0) return emptyTable;
  let current = 0;
  const stop = watch(connection, options, () => current);
  try {
    const statements = await connection.extractStatements(sql);
    let table = emptyTable;
    for (let index = 0; index < statements.count; index++) {
      current = index;
      const prepared = await statements.prepare(index);
      try {
        // An interruption before the start is forgotten at the start.
        if (options.signal?.aborted) throw interrupted(sql, options.signal.reason);
        const result = await prepared.start().getResult();
        const chunks = await result.fetchAllChunks();
        if (index === statements.count - 1) table = toTable(result, chunks);
      } finally {
        prepared.destroySync();
      }
    }
    return table;
  } finally {
    stop();
  }
}

function watch(
  connection: DuckDBConnection,
  { signal, onProgress }: QueryOptions,
  statement: () => number,
): () => void {
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  const timer =
    onProgress && setInterval(() => report(connection, onProgress, statement()), progressInterval);
  return () => {
    signal?.removeEventListener('abort', interrupt);
    clearInterval(timer);
  };
}

function report(
  connection: DuckDBConnection,
  onProgress: (fraction: number, statement: number) => void,
  statement: number,
): void {
  const { percentage } = connection.progress;
  if (percentage >= 0) onProgress(Math.min(1, percentage / 100), statement);
}

function toTable(result: DuckDBResult | DuckDBMaterializedResult, chunks: readonly DuckDBDataChunk[]): Table {
  return {
    rowCount: chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0),
    columns: result.columnNames().map((name, index) =>
      columnOfChunks(
        name,
        typeNameOf(result.columnType(index)),
        chunks.map((chunk) => {
          const vector = chunk.getColumnVector(index);
          return { length: chunk.rowCount, at: (row) => toValue(vector.getItem(row)) };
        }),
      ),
    ),
  };
}
