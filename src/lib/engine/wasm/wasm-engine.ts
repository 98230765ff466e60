import { text, type Text } from '#errors';
import type { Table } from '#table';
import type { Engine, QueryOptions, RegisteredFile } from '../engine.ts';
import { checkPrefix, failureOf } from '../check.ts';
import { EngineError, type QueryError } from '../errors.ts';
import { interrupted, toQueryError } from '../failure.ts';
import { fileName } from '../file-name.ts';
import { CallQueue } from '../queue.ts';
import { insertRows } from './insert.ts';
import { lockForTab, type TabLock } from './lock.ts';
import { lockStatement, openSession, registerBlob, type Session } from './session.ts';
import { runStatements } from './statements.ts';

export interface WasmEngineOptions {
  /** `opfs` falls back to memory where the browser gives no storage, and says so in `notice`. */
  readonly storage: 'opfs' | 'memory';
  /** The database's name; `deskbook` unless told. */
  readonly name?: string;
  /** Asks the tab that has the database to let go, instead of failing with `EngineBusyError`. */
  readonly takeOver?: boolean;
  /** Called once if another tab takes over; the engine has been closed by then. */
  readonly onTakenOver?: () => void;
  /**
   * Called when a query would not stop and the engine was started anew: what is in the database is there, registered
   * files too; attached books, variables and the search path are gone.
   */
  readonly onRestarted?: () => void;
  /** Milliseconds that a cancelled query gets to stop before the engine is started anew. */
  readonly patience?: number;
}

export interface WasmEngine extends Engine {
  /** Something the reader should know about how the engine was opened; null if all is as asked. */
  readonly notice: Text | null;
}

/** DuckDB-Wasm in a worker, served by the app itself. */
export async function openWasmEngine(options: WasmEngineOptions): Promise<WasmEngine> {
  const { storage, name = 'deskbook', takeOver = false, onTakenOver } = options;
  if (storage === 'memory' || !(await hasStorage())) {
    const notice = storage === 'memory' ? null : text('engine.memoryOnly');
    return DuckDBWasmEngine.open({ ...options, path: ':memory:', storage: 'memory', notice, lock: null });
  }
  const mine: { opening?: Promise<DuckDBWasmEngine> } = {};
  const lock = await lockForTab({
    name: `deskbook:${name}`,
    takeOver,
    onAsked: async () => {
      await (await mine.opening)?.yieldToOtherTab();
      onTakenOver?.();
    },
  });
  const opening = DuckDBWasmEngine.open({
    ...options,
    path: `opfs://${name}.db`,
    storage,
    notice: null,
    lock,
  });
  mine.opening = opening;
  opening.catch(() => lock.release());
  return opening;
}

/** A private window may have the interface and refuse to give the folder. */
async function hasStorage(): Promise<boolean> {
  if (!navigator.storage?.getDirectory || !navigator.locks) return false;
  return navigator.storage.getDirectory().then(
    () => true,
    () => false,
  );
}

interface EngineParts extends WasmEngineOptions {
  readonly path: string;
  readonly notice: Text | null;
  readonly lock: TabLock | null;
}

class DuckDBWasmEngine implements WasmEngine {
  readonly storage: 'opfs' | 'memory';
  readonly notice: Text | null;
  readonly database: string;
  private readonly queue = new CallQueue();
  private readonly checks = new CallQueue();
  private readonly files = new Map<string, Blob>();
  private fileCount = 0;
  private locked = false;
  private ended: EngineError | null = null;

  private constructor(
    private readonly parts: EngineParts,
    private session: Session,
  ) {
    this.storage = parts.storage;
    this.notice = parts.notice;
    this.database = session.database;
  }

  static async open(parts: EngineParts): Promise<DuckDBWasmEngine> {
    return new DuckDBWasmEngine(
      parts,
      await openSession({ path: parts.path, locked: false, files: new Map() }),
    );
  }

  query(sql: string, options: QueryOptions = {}): Promise<Table> {
    return this.call(sql, options, (signal) =>
      runStatements(this.session.connection, sql, { ...options, signal }),
    );
  }

  async exec(sql: string, options: QueryOptions = {}): Promise<void> {
    await this.query(sql, options);
  }

  /** Each call is one message to the worker, so that no transaction of a check stands open when a query commits. */
  check(sql: string, before = ''): Promise<QueryError | null> {
    return this.checks.add(sql, undefined, async () => {
      if (this.ended) throw this.ended;
      const { worker, checks } = this.session;
      const run = (text: string) => Promise.race([worker.db.runQuery(checks, text), worker.broken]);
      if (before !== '') await run(before);
      return failureOf(sql, () => run(checkPrefix + sql));
    });
  }

  insert(
    table: string,
    batches: AsyncIterable<Table> | Iterable<Table>,
    options: QueryOptions = {},
  ): Promise<number> {
    const sql = `insert into ${table}`;
    return this.call(sql, options, () => insertRows(this.session.connection, table, batches, options));
  }

  async register(source: Blob | { readonly path: string }, name: string): Promise<RegisteredFile> {
    if (!(source instanceof Blob)) throw new EngineError('engine.noHostFiles', { file: source.path });
    const path = fileName(++this.fileCount, name);
    this.files.set(path, source);
    await this.call('', {}, () => registerBlob(this.session.connection, path, source));
    return { path, release: () => this.release(path) };
  }

  /**
   * External access stays on: with it off DuckDB-Wasm reads no registered file any more (tried), and imports go on as
   * long as the page is open. There is no disk behind it, and the policy of the page stops every request.
   */
  async lock(): Promise<void> {
    await this.exec(lockStatement);
    this.locked = true;
  }

  close(): Promise<void> {
    return this.queue.add('', undefined, async () => {
      if (this.ended) return;
      this.ended = new EngineError('engine.closed');
      await Promise.race([this.checkpoint(), this.session.worker.broken]).catch(() => undefined);
      this.end();
    });
  }

  /** Another tab wants the database now, whatever runs here: what is committed is on the disk. */
  async yieldToOtherTab(): Promise<void> {
    if (this.ended) return;
    this.ended = new EngineError('engine.takenOver');
    this.end();
  }

  /** Not for durability, which the log gives: the next start need not replay it. */
  private async checkpoint(): Promise<void> {
    if (this.storage === 'opfs') await runStatements(this.session.connection, 'checkpoint');
  }

  private end(): void {
    this.session.worker.terminate();
    this.stop(this.ended ?? new EngineError('engine.closed'));
    this.parts.lock?.release();
  }

  /** Fails the call under way: a worker that has been ended never answers it. */
  private stop: (error: Error) => void = () => undefined;

  private async release(path: string): Promise<void> {
    this.files.delete(path);
    await this.call('', {}, () => this.session.connection.db.dropFile(path));
  }

  private call<Result>(
    sql: string,
    { signal, background }: QueryOptions,
    task: (signal: AbortSignal | undefined) => Promise<Result>,
  ): Promise<Result> {
    const run = async (stop: AbortSignal | undefined): Promise<Result> => {
      if (this.ended) throw this.ended;
      const stopped = new Promise<never>((_, reject) => (this.stop = reject));
      const patience = this.watch(sql, stop);
      try {
        // What never settles holds on to every race that it was in, and to what that gave: this one gives nothing.
        const given: Result[] = [];
        const asked = task(stop).then((result) => void given.push(result));
        await Promise.race([asked, stopped, patience.stuck, this.session.worker.broken]);
        return given[0]!;
      } catch (error) {
        if (error instanceof StuckError) throw await this.restart(sql);
        if (!this.ended && !isBroken(error)) await this.rollBack();
        throw error instanceof EngineError ? error : toQueryError({ whole: sql, from: 0, sql }, error);
      } finally {
        patience.dispose();
      }
    };
    return background ? this.queue.addInBackground(sql, signal, run) : this.queue.add(sql, signal, run);
  }

  /** Gives a cancelled query its time. In memory it gets all the time it needs: a restart would lose the data. */
  private watch(
    sql: string,
    signal: AbortSignal | undefined,
  ): { stuck: Promise<never>; dispose: () => void } {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let onAbort = (): void => undefined;
    const stuck = new Promise<never>((_, reject) => {
      onAbort = () => {
        if (this.storage === 'opfs')
          timer = setTimeout(() => reject(new StuckError(sql)), this.parts.patience ?? 2000);
      };
    });
    signal?.addEventListener('abort', onAbort);
    return {
      stuck,
      dispose: () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      },
    };
  }

  /** The error for the call that would not stop, once the engine is there again. */
  private async restart(sql: string): Promise<Error> {
    this.session.worker.terminate();
    try {
      this.session = await openSession({ path: this.parts.path, locked: this.locked, files: this.files });
    } catch (cause) {
      this.ended = cause instanceof EngineError ? cause : new EngineError('engine.closed', {}, { cause });
      this.parts.lock?.release();
      return this.ended;
    }
    if (this.ended) {
      this.session.worker.terminate();
      return this.ended;
    }
    this.parts.onRestarted?.();
    return interrupted(sql);
  }

  /** Leaves no half-done transaction to the next caller; that there is none is DuckDB's answer most of the time. */
  private async rollBack(): Promise<void> {
    await runStatements(this.session.connection, 'rollback').catch(() => undefined);
  }
}

/** A cancelled query did not stop in time. */
class StuckError extends Error {}

function isBroken(error: unknown): boolean {
  return error instanceof EngineError && error.text.code === 'engine.crashed';
}
