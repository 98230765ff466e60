import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';

/** The same engine, asked of another database of its own. The main one is not touched. */
export function inDatabase(engine: Engine, database: string): Engine {
  return {
    database,
    storage: engine.storage,
    query: (sql, options) => engine.query(sql, options),
    exec: (sql, options) => engine.exec(sql, options),
    check: (sql, before) => engine.check(sql, before),
    insert: (table, batches, options) => engine.insert(table, batches, options),
    register: (source, name) => engine.register(source, name),
    lock: () => engine.lock(),
    close: () => engine.close(),
  };
}

/** Attaches an empty database in memory. */
export async function attachDatabase(engine: Engine, name: string): Promise<Engine> {
  await engine.exec(`attach ':memory:' as ${quoteIdentifier(name)}`);
  return inDatabase(engine, name);
}

/** Lets databases go that were attached; those that never were do not matter. */
export async function detachDatabases(engine: Engine, names: readonly string[]): Promise<void> {
  await engine.exec(
    [
      `set search_path = ${quoteLiteral(quoteRelation(engine.database, 'main'))}`,
      ...names.map((name) => `detach database if exists ${quoteIdentifier(name)}`),
    ].join(';\n'),
  );
}

/** Attaches an empty database in memory, hands it over, and lets it go whatever happens. */
export async function withDatabase<Result>(
  engine: Engine,
  name: string,
  use: (aside: Engine) => Promise<Result>,
): Promise<Result> {
  const aside = await attachDatabase(engine, name);
  try {
    return await use(aside);
  } finally {
    await detachDatabases(engine, [name]);
  }
}
