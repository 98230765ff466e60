import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { DataType, tableFromIPC, type Field } from 'apache-arrow';
import { isQuery, splitStatements } from '#sql';
import { emptyTable, tableFromArrow, type Table } from '#table';
import type { QueryOptions } from '../engine.ts';
import { interrupted, toQueryError } from '../failure.ts';

export interface WasmConnection {
  readonly db: AsyncDuckDB;
  readonly id: number;
  /** See `EngineWorker`. */
  watch(listener: (fraction: number) => void): () => void;
}

/** Runs the statements of a text one after the other, each so that it can be cancelled; the last one's result. */
export async function runStatements(
  connection: WasmConnection,
  whole: string,
  { signal, onProgress }: QueryOptions = {},
): Promise<Table> {
  const statements = splitStatements(whole);
  let table = emptyTable;
  let current = 0;
  const stop = onProgress && connection.watch((fraction) => onProgress(fraction, current));
  try {
    for (const [index, { sql, from }] of statements.entries()) {
      current = index;
      if (signal?.aborted) throw interrupted(whole, signal.reason);
      try {
        const header = await execute(connection, sql, signal);
        if (index === statements.length - 1) table = await fetchTable(connection, sql, header);
      } catch (error) {
        throw signal?.aborted ? interrupted(whole, error) : toQueryError({ whole, from, sql }, error);
      }
    }
  } finally {
    stop?.();
  }
  return table;
}

/**
 * The engine has one thread: it works for a slice of time, answers, and is asked to go on. A cancellation is a message
 * like any other, read between two slices; a cartesian product can make a single slice very long (`patience`).
 */
async function execute(
  { db, id }: WasmConnection,
  sql: string,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const cancel = (): void => void db.cancelPendingQuery(id).catch(() => undefined);
  signal?.addEventListener('abort', cancel);
  try {
    let header = await db.startPendingQuery(id, sql, false);
    while (header === null) header = await db.pollPendingQuery(id);
    return header;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

async function fetchTable(connection: WasmConnection, sql: string, header: Uint8Array): Promise<Table> {
  const { db, id } = connection;
  const parts = [header];
  if (hasEnum(tableFromIPC(parts).schema.fields)) return fetchWithEnums(connection, sql);
  for (;;) {
    const part = await db.fetchQueryResults(id);
    if (part === null) continue;
    if (part.length === 0) return tableFromArrow(tableFromIPC(parts));
    parts.push(part);
  }
}

/** The parts of a result come without the values of its enums (DuckDB-Wasm 1.32); run in one go, it has them. */
async function fetchWithEnums({ db, id }: WasmConnection, sql: string): Promise<Table> {
  if (!isQuery(sql)) throw new Error('A result with ENUM columns is read from queries only');
  return tableFromArrow(tableFromIPC(await db.runQuery(id, sql)));
}

function hasEnum(fields: readonly Field[]): boolean {
  return fields.some(({ type }) => DataType.isDictionary(type) || hasEnum(type.children ?? []));
}
