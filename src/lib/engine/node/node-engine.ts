import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { rowsOf, type Table } from '#table';
import type { Engine, QueryOptions, RegisteredFile } from '../engine.ts';
import { checkPrefix, checkSettings, failureOf } from '../check.ts';
import { EngineError, type QueryError } from '../errors.ts';
import { toQueryError } from '../failure.ts';
import { CallQueue } from '../queue.ts';
import { sessionSettings } from '../session.ts';
import { insertRows } from './insert.ts';
import { FileShelf } from './file-shelf.ts';
import { runStatements } from './statements.ts';

export interface NodeEngineOptions {
  /** A database file; in memory without it. */
  readonly path?: string | undefined;
  readonly threads?: number | undefined;
}

/** Native DuckDB, for the command line and the tests. */
export async function openNodeEngine({
  path = ':memory:',
  threads,
}: NodeEngineOptions = {}): Promise<Engine> {
  const instance = await DuckDBInstance.create(
    path,
    threads === undefined ? {} : { threads: String(threads) },
  );
  const connection = await instance.connect();
  await connection.run(
    `${sessionSettings}; set enable_progress_bar = true; set enable_progress_bar_print = false`,
  );
  const [row] = rowsOf(await runStatements(connection, 'select current_database() as name'));
  return new NodeEngine(instance, connection, String(row?.['name']));
}

class NodeEngine implements Engine {
  readonly storage = 'native';
  private readonly queue = new CallQueue();
  private readonly files = new FileShelf();
  private readonly checks = new CallQueue();
  private checking: DuckDBConnection | null = null;
  private closed = false;

  constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    readonly database: string,
  ) {}

  query(sql: string, options: QueryOptions = {}): Promise<Table> {
    return this.call(sql, options, (signal) => runStatements(this.connection, sql, { ...options, signal }));
  }

  async exec(sql: string, options: QueryOptions = {}): Promise<void> {
    await this.query(sql, options);
  }

  check(sql: string, before = ''): Promise<QueryError | null> {
    return this.checks.add(sql, undefined, async () => {
      const connection = (this.checking ??= await this.checkingConnection());
      if (before !== '') await connection.run(before);
      return failureOf(sql, () => connection.run(checkPrefix + sql));
    });
  }

  insert(
    table: string,
    batches: AsyncIterable<Table> | Iterable<Table>,
    options: QueryOptions = {},
  ): Promise<number> {
    return this.call(`insert into ${table}`, options, () =>
      insertRows(this.connection, table, batches, options),
    );
  }

  register(source: Blob | { readonly path: string }, name: string): Promise<RegisteredFile> {
    return this.files.add(source, name);
  }

  /** External access goes first: a locked configuration alone still lets `read_text` and `copy … to` reach the disk. */
  lock(): Promise<void> {
    return this.exec('set enable_external_access = false; set lock_configuration = true');
  }

  close(): Promise<void> {
    return this.queue.add('', undefined, async () => {
      if (this.closed) return;
      this.closed = true;
      this.checking?.closeSync();
      this.connection.closeSync();
      this.instance.closeSync();
      await this.files.clear();
    });
  }

  private async checkingConnection(): Promise<DuckDBConnection> {
    const connection = await this.instance.connect();
    await connection.run(checkSettings);
    return connection;
  }

  private call<Result>(
    sql: string,
    { signal, background }: QueryOptions,
    task: (signal: AbortSignal | undefined) => Promise<Result>,
  ): Promise<Result> {
    const run = async (stop: AbortSignal | undefined): Promise<Result> => {
      if (this.closed) throw new EngineError('engine.closed');
      try {
        return await task(stop);
      } catch (error) {
        await this.rollBack();
        throw error instanceof EngineError ? error : toQueryError({ whole: sql, from: 0, sql }, error);
      }
    };
    return background ? this.queue.addInBackground(sql, signal, run) : this.queue.add(sql, signal, run);
  }

  /** Leaves no half-done transaction to the next caller; that there is none is DuckDB's answer most of the time. */
  private async rollBack(): Promise<void> {
    await this.connection.run('rollback').catch(() => undefined);
  }
}
