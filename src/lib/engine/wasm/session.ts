import { DuckDBAccessMode, DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import { rowsOf } from '#table';
import { checkSettings } from '../check.ts';
import { EngineError } from '../errors.ts';
import { sessionSettings } from '../session.ts';
import { runStatements, type WasmConnection } from './statements.ts';
import { messageOf, startWorker, type EngineWorker } from './worker.ts';

/** One life of the engine: a worker, its database, one connection. A restart makes another. */
export interface Session {
  readonly worker: EngineWorker;
  readonly connection: WasmConnection;
  /** For texts that are only checked, while the other connection is at work. */
  readonly checks: number;
  readonly database: string;
}

export interface SessionOptions {
  /** `opfs://…`, or `:memory:`. */
  readonly path: string;
  readonly locked: boolean;
  readonly files: ReadonlyMap<string, Blob>;
}

/** Milliseconds for which the engine works before it looks for messages. */
const slice = 20;
/** A worker that was just ended may hold the file a moment longer. */
const attempts = 12;
const pause = 250;

/**
 * In OPFS nothing may rest in the write-ahead log. DuckDB-Wasm replays it once, then writes over its beginning, and
 * after a checkpoint it loses the place to write at: the start after next found an empty database (tried). So what an
 * earlier life has logged is settled at once, and each commit is a checkpoint.
 */
const keepNoLog = `set wal_autocheckpoint = '1B'; checkpoint`;

export const lockStatement = 'set lock_configuration = true';

export async function openSession({ path, locked, files }: SessionOptions): Promise<Session> {
  const worker = await startWorker();
  try {
    await Promise.race([openDatabase(worker, path), worker.broken]);
    const connection = { db: worker.db, id: await worker.db.connectInternal(), watch: worker.watch };
    await runStatements(connection, sessionSettings);
    const checks = await worker.db.connectInternal();
    await worker.db.runQuery(checks, checkSettings);
    if (path.startsWith('opfs://')) await runStatements(connection, keepNoLog);
    for (const [name, blob] of files) await registerBlob(connection, name, blob);
    if (locked) await runStatements(connection, lockStatement);
    const [row] = rowsOf(await runStatements(connection, 'select current_database() as name'));
    return { worker, connection, checks, database: String(row?.['name']) };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

export function registerBlob({ db }: WasmConnection, name: string, blob: Blob): Promise<void> {
  return db.registerFileHandle(name, blob, DuckDBDataProtocol.BROWSER_FILEREADER, true);
}

async function openDatabase({ db }: EngineWorker, path: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.open({
        path,
        accessMode: DuckDBAccessMode.READ_WRITE,
        query: { queryPollingInterval: slice },
        arrowLosslessConversion: true,
      });
    } catch (cause) {
      if (attempt === attempts)
        throw new EngineError('engine.notOpened', { message: messageOf(cause) }, { cause });
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
