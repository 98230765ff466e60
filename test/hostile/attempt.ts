import { AppError, type Text } from '#errors';
import type { Engine } from '#engine';
import { canonicalTables, importFiles, removeSource, type ImportReport } from '#import';
import { tell } from '#messages';
import { rowsOf } from '#table';
import type { Ticket } from './case.ts';

/** What became of a file, as plain data that can be sent from one process to another. */
export type Attempt =
  | {
      readonly kind: 'loaded';
      readonly read: number;
      readonly loaded: number;
      readonly rejected: number;
      /** The first tickets, by id. */
      readonly tickets: readonly Ticket[];
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'failed';
      readonly code: string;
      /** The sentence in English and in Portuguese. */
      readonly sentences: readonly string[];
    }
  /** Not a sentence but a stack: the program's own mistake. */
  | { readonly kind: 'threw'; readonly stack: string };

/** What a file must leave behind it. */
export interface Aftermath {
  /** Answered by the engine. */
  readonly answer: number;
  /** Tables that readers or loaders left. */
  readonly leftovers: readonly string[];
  /** Canonical tables that still have rows. */
  readonly filled: readonly string[];
}

export interface Tried {
  readonly attempt: Attempt;
  readonly aftermath: Aftermath;
}

const shown = 50;

/** Imports one file into a prepared database, and afterwards takes out what it brought. */
export async function tryFile(engine: Engine, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Tried> {
  const blob = new Blob([bytes]);
  const attempt = await importOne(engine, name, blob);
  return { attempt, aftermath: await aftermathOf(engine) };
}

async function importOne(engine: Engine, name: string, blob: Blob): Promise<Attempt> {
  try {
    const report = await importFiles(engine, [{ name, size: blob.size, blob }]);
    const attempt = await loaded(engine, report);
    for (const { sourceId } of report.sources) await removeSource(engine, sourceId);
    return attempt;
  } catch (error) {
    if (error instanceof AppError) return failed(error.text);
    return { kind: 'threw', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function loaded(engine: Engine, { sources }: ImportReport): Promise<Attempt> {
  const sum = (count: (source: ImportReport['sources'][number]) => number) =>
    sources.reduce((total, source) => total + count(source), 0);
  return {
    kind: 'loaded',
    read: sum(({ rowsRead }) => rowsRead),
    loaded: sum(({ rowsLoaded }) => rowsLoaded),
    rejected: sum(({ rowsRejected }) => rowsRejected),
    tickets: await ticketsIn(engine),
    notes: sources.flatMap(({ notes }) => notes.map((note) => tell('en', note))),
  };
}

async function ticketsIn(engine: Engine): Promise<Ticket[]> {
  const result = await engine.query(
    `select ticket_id, subject, status_raw, strftime(created_at_utc, '%Y-%m-%d %H:%M:%S') as created_at from base.tickets order by source_row limit ${shown}`,
  );
  const word = (value: unknown) => (typeof value === 'string' ? value : null);
  return rowsOf(result).map((row) => [
    word(row['ticket_id']) ?? '',
    word(row['subject']),
    word(row['status_raw']),
    word(row['created_at']),
  ]);
}

function failed(text: Text): Attempt {
  return { kind: 'failed', code: text.code, sentences: [tell('en', text), tell('pt-BR', text)] };
}

/** Tables of the program's own that name no source. */
const keptTables: readonly string[] = ['settings', 'mappings'];

async function aftermathOf(engine: Engine): Promise<Aftermath> {
  const answer = rowsOf(await engine.query('select 42 as answer'))[0]?.['answer'];
  const tables = rowsOf(
    await engine.query(
      `select database_name || '.' || table_name as name from duckdb_tables() where database_name = 'raw' or (database_name = 'temp' and table_name like 'import%')
union all select database_name || '.' || view_name from duckdb_views() where database_name = 'raw'`,
    ),
  );
  const names = canonicalTables.map(({ name }) => name).filter((name) => !keptTables.includes(name));
  const counts = names.map((name) => `select '${name}' as name, count(*) as n from base.${name}`);
  const filled = rowsOf(
    await engine.query(
      `select name from (${[...counts, `select 'sources', count(*) from base.sources`, `select 'rejected_rows', count(*) from base.rejected_rows`, `select 'source_files', count(*) from base.source_files`].join(' union all ')}) where n > 0`,
    ),
  );
  const text = (value: unknown) => String(value);
  return {
    answer: Number(answer),
    leftovers: tables.map(({ name }) => text(name)),
    filled: filled.map(({ name }) => text(name)),
  };
}
