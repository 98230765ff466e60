import type { Table } from '#table';
import type { QueryError } from './errors.ts';

export interface QueryOptions {
  /** Stops burning the engine's time; the call then fails with kind `interrupted`. */
  readonly signal?: AbortSignal | undefined;
  /** Told now and then how much of the statement under way is done, of 1, and its place among those of the call. */
  readonly onProgress?: ((fraction: number, statement: number) => void) | undefined;
  /** Waits until nothing else is asked, gives way to what is asked meanwhile, and then begins anew. */
  readonly background?: boolean | undefined;
}

/** A file that the engine can read by `path` until it is released. */
export interface RegisteredFile {
  readonly path: string;
  release(): Promise<void>;
}

/** Where the main database lives: in the browser's own file system, in memory only, or in native DuckDB. */
export type EngineStorage = 'opfs' | 'memory' | 'native';

/** DuckDB, wherever it runs. Calls are served one after the other, in the order in which they were made. */
export interface Engine {
  /** The name of the main database; quote it before use. */
  readonly database: string;
  readonly storage: EngineStorage;
  /** Runs one or more statements; the last one's result. */
  query(sql: string, options?: QueryOptions): Promise<Table>;
  /** Runs statements one after the other; no other caller comes in between. */
  exec(sql: string, options?: QueryOptions): Promise<void>;
  /** What DuckDB has against a statement that is only read, after `before`: it waits for no query. Null for nothing. */
  check(sql: string, before?: string): Promise<QueryError | null>;
  /** Appends by the order of the columns to a table (quoted by the caller), all or nothing; the rows written. */
  insert(
    table: string,
    batches: AsyncIterable<Table> | Iterable<Table>,
    options?: QueryOptions,
  ): Promise<number>;
  register(source: Blob | { readonly path: string }, name: string): Promise<RegisteredFile>;
  /** Locks the configuration for good, after closing what reaches outside; see each door for what that is. */
  lock(): Promise<void>;
  close(): Promise<void>;
}
