import type { Engine, QueryOptions } from '#engine';
import { quoteRelation } from '#sql';
import { rowsOf, toIso, toNumber, type Column, type Table } from '#table';
import type { ConnectionOptions } from './Connection.svelte.ts';
import { noData, type DataSummary, type SourceSummary } from './Data.svelte.ts';
import type { EngineLog } from './environment.ts';
import type { Output } from './Output.svelte.ts';

/** Opens DuckDB and makes the canonical tables; the code for both is fetched only now. Null when another tab has the data. */
export async function openEngine(
  { storage, takeOver, onlost }: ConnectionOptions,
  { output, onnotice }: EngineLog,
): Promise<Engine | null> {
  const [{ EngineBusyError }, { openWasmEngine }, { prepareDatabase }] = await Promise.all([
    import('#engine'),
    import('#engine/wasm'),
    import('#import'),
  ]);
  try {
    const engine = await openWasmEngine({ storage, takeOver, onTakenOver: onlost });
    if (engine.notice) onnotice(engine.notice);
    await prepareDatabase(engine);
    return withOutput(engine, output);
  } catch (error) {
    if (error instanceof EngineBusyError) return null;
    throw error;
  }
}

/** Engines by what the workspace was given: questions of the workbench itself are kept out of the output. */
const quiet = new WeakMap<Engine, Engine>();

/** The same engine, whose statements are not told. */
export function quietly(shown: Engine): Engine {
  return quiet.get(shown) ?? shown;
}

/** What the workbench shows of the data that is loaded. */
export async function summarise(shown: Engine): Promise<DataSummary> {
  const engine = quietly(shown);
  const { dataProfile, asOf, canonicalTables, datasetFingerprint } = await import('#import');
  const profile = await dataProfile(engine);
  const tables = canonicalTables.flatMap(({ name }) => {
    const rows = profile[name]?.rows ?? 0;
    return rows > 0 ? [{ name, rows }] : [];
  });
  if (tables.length === 0) return noData;
  const [latest, sources, period, fingerprint] = await Promise.all([
    asOf(engine),
    readSources(engine),
    readPeriod(engine),
    datasetFingerprint(engine),
  ]);
  return { profile, tables, sources, asOf: latest, period, fingerprint };
}

async function readSources(engine: Engine): Promise<readonly SourceSummary[]> {
  const base = (name: string) => quoteRelation(engine.database, 'base', name);
  const result = await engine.query(`select source_id, any_value(vendor) as vendor,
      string_agg(file_name, ', ' order by file_name) as files, count(file_name) as file_count,
      sum(rows_loaded)::bigint as loaded, sum(rows_rejected)::bigint as rejected, any_value(time_zone) as time_zone,
      strftime(any_value(as_of), '%Y-%m-%d %H:%M:%S') as as_of,
      strftime(any_value(s.imported_at), '%Y-%m-%d %H:%M:%S') as imported_at
    from ${base('sources')} s left join ${base('source_files')} using (source_id)
    group by source_id order by source_id`);
  return rowsOf(result).map((row) => ({
    id: String(row['source_id'] ?? ''),
    vendor: String(row['vendor'] ?? ''),
    file: String(row['files'] ?? ''),
    files: toNumber(row['file_count']) ?? 0,
    rows: toNumber(row['loaded']) ?? 0,
    rejected: toNumber(row['rejected']) ?? 0,
    timeZone: String(row['time_zone'] ?? ''),
    asOf: textOrNull(row['as_of']),
    importedAt: textOrNull(row['imported_at']),
  }));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

async function readPeriod(engine: Engine): Promise<DataSummary['period']> {
  const tickets = quoteRelation(engine.database, 'base', 'tickets');
  const result = await engine.query(
    `select min(created_at)::date as first_day, max(created_at)::date as last_day from ${tickets}`,
  );
  const [from, to] = result.columns.map((column) => firstDay(column));
  return from && to ? { from, to } : null;
}

function firstDay(column: Column): string | null {
  return toIso(column.at(0), column.kind);
}

/** The same engine; each statement is also written to the output, with its time and rows. */
function withOutput(engine: Engine, output: Output): Engine {
  const shown: Engine = {
    database: engine.database,
    storage: engine.storage,
    query: (sql, options) =>
      timed(
        output,
        sql,
        () => reading(output, engine, sql, options),
        (table: Table) => table.rowCount,
      ),
    exec: (sql, options) =>
      timed(
        output,
        sql,
        () => output.waits.writing(() => engine.exec(sql, options)),
        () => null,
      ),
    check: (sql, before) => engine.check(sql, before),
    insert: (table: string, batches, options?: QueryOptions) => engine.insert(table, batches, options),
    register: (source, name) => engine.register(source, name),
    lock: () => engine.lock(),
    close: () => engine.close(),
  };
  quiet.set(shown, engine);
  return shown;
}

/** What is looked at when nothing else is asked makes nobody wait. */
function reading(
  { waits }: Output,
  engine: Engine,
  sql: string,
  options: QueryOptions | undefined,
): Promise<Table> {
  if (options?.background) return engine.query(sql, options);
  return waits.reading(options?.signal, (signal) => engine.query(sql, { ...options, signal }));
}

async function timed<T>(
  output: Output,
  sql: string,
  work: () => Promise<T>,
  rowsIn: (result: T) => number | null,
): Promise<T> {
  const start = performance.now();
  try {
    const result = await work();
    output.add({ sql, ms: performance.now() - start, rows: rowsIn(result), error: null });
    return result;
  } catch (error) {
    output.add({ sql, ms: performance.now() - start, rows: null, error });
    throw error;
  }
}
