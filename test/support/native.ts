import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { QueryError, type Engine } from '#engine';
import { tableFrom, type Table, type Value } from '#table';

/** Native DuckDB behind the engine's interface, one instance a test file; enough of it for SQL and cells. */
let opened: Promise<Engine> | undefined;

export function nativeEngine(): Promise<Engine> {
  opened ??= openNative();
  return opened;
}

export async function openNative(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  let turn: Promise<unknown> = Promise.resolve();
  const query = (sql: string, signal?: AbortSignal) => {
    const run = turn.then(() => runAll(connection, sql, signal));
    turn = run.catch(() => undefined);
    return run;
  };
  return {
    database: 'memory',
    storage: 'native',
    query: (sql, options) => query(sql, options?.signal),
    exec: async (sql, options) => void (await query(sql, options?.signal)),
    insert: () => Promise.reject(new Error('not needed here')),
    register: () => Promise.reject(new Error('not needed here')),
    lock: () => Promise.resolve(),
    close: () => Promise.resolve(connection.closeSync()),
  };
}

async function runAll(connection: DuckDBConnection, sql: string, signal?: AbortSignal): Promise<Table> {
  const interrupt = () => connection.interrupt();
  if (signal?.aborted) throw failure(sql, 'INTERRUPT Error: Interrupted!');
  signal?.addEventListener('abort', interrupt);
  try {
    const reader = await connection.runAndReadAll(sql);
    const columns = reader.getColumns();
    return tableFrom(
      reader.columnNames().map((name, at) => ({
        name,
        type: String(reader.columnTypes()[at]),
        values: (columns[at] ?? []).map(toValue),
      })),
    );
  } catch (error) {
    throw failure(sql, error instanceof Error ? error.message : String(error));
  } finally {
    signal?.removeEventListener('abort', interrupt);
  }
}

function failure(sql: string, message: string): QueryError {
  const kinds = [
    ['Parser', 'syntax'],
    ['Binder', 'binder'],
    ['Catalog', 'catalog'],
    ['Conversion', 'conversion'],
    ['INTERRUPT', 'interrupted'],
  ] as const;
  const kind = kinds.find(([start]) => message.startsWith(start))?.[1] ?? 'other';
  const line = /LINE (\d+): (.*)\n( *)\^/.exec(message);
  const shown = line?.[2]?.replace(/^\.\.\./, '').replace(/\.\.\.$/, '') ?? '';
  const cut = line?.[2]?.startsWith('...') ? 3 : 0;
  const caret = line ? line[3]!.length - `LINE ${line[1]}: `.length - cut : 0;
  const found = line ? sql.indexOf(shown) : -1;
  return new QueryError({
    sql,
    kind,
    position: found < 0 ? null : found + caret,
    engineMessage: message.split('\n')[0]!,
  });
}

function toValue(value: DuckDBValue): Value {
  if (value === null || ['boolean', 'number', 'bigint', 'string'].includes(typeof value)) {
    return typeof value === 'object' ? null : value;
  }
  if (typeof value !== 'object') return String(value);
  if ('items' in value && Array.isArray(value.items)) return value.items.map(toValue);
  if ('months' in value) return { months: value.months, days: value.days, micros: value.micros };
  if ('micros' in value) return value.micros;
  if ('days' in value) return value.days;
  return String(value);
}
