import type { Engine } from '#engine';
import { quoteIdentifier } from '#sql';

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

/** Attaches an empty database in memory, hands it over, and lets it go whatever happens. */
export async function withDatabase<Result>(
  engine: Engine,
  name: string,
  use: (aside: Engine) => Promise<Result>,
): Promise<Result> {
  await engine.exec(`attach ':memory:' as ${quoteIdentifier(name)}`);
  try {
    return await use(inDatabase(engine, name));
  } finally {
    await engine.exec(`use ${quoteIdentifier(engine.database)}.main;\ndetach ${quoteIdentifier(name)}`);
  }
}
