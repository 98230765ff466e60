import type { Engine } from '#engine';
import { canonicalTable, canonicalTables, prepareDatabase } from '#import';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';

/** Rows of a canonical table: its columns, and SQL `values`. The UTC twins of instants follow the wall clock unless given. */
export interface Rows {
  readonly columns: string;
  readonly values: string;
  readonly source?: string;
}

/** Many rows: a line each, values parted by bars, nothing between two bars for NULL. A parser takes long over as many `values`. */
export interface Lines {
  readonly columns: string;
  readonly lines: readonly string[];
}

export type World<Kind = Rows> = Readonly<Record<string, Kind>>;

const prepared = new WeakSet<Engine>();

/** Empties the canonical tables and fills some of them. They are prepared once: that takes as long as a small world. */
export async function fill(engine: Engine, world: World<Rows | Lines>): Promise<void> {
  if (!prepared.has(engine)) await prepareDatabase(engine);
  prepared.add(engine);
  await refill(engine, world);
}

/** The same where the tables are known to be there. */
export async function refill(engine: Engine, world: World<Rows | Lines>): Promise<void> {
  const base = (table: string) => quoteRelation(engine.database, 'base', table);
  const statements = [
    `set search_path = '${engine.database}.main'`,
    ...canonicalTables.map(({ name }) => `delete from ${base(name)}`),
    ...Object.entries(world).map(
      ([table, rows]) => `insert into ${base(table)} by name ${select(table, rows)}`,
    ),
  ];
  await engine.exec(statements.join(';\n'));
}

function select(table: string, rows: Rows | Lines): string {
  const names = rows.columns.split(',').map((name) => name.trim());
  const known = canonicalTable(table)?.columns ?? [];
  const typed = names.map((name) => {
    const column = known.find((each) => each.name === name);
    if (!column) throw new Error(`${table} has no ${name}`);
    return column;
  });
  const items = typed.flatMap(({ name, type, clock }) => {
    const cast = `${quoteIdentifier(name)}::${type}`;
    const twin = clock === 'wall' && !names.includes(`${name}_utc`) ? [`${cast} as ${name}_utc`] : [];
    return [`${cast} as ${quoteIdentifier(name)}`, ...twin];
  });
  const source = 'source' in rows && rows.source ? rows.source : 's';
  const own = names.includes('source_id') ? [] : [`'${source}' as source_id`];
  return `select ${[...own, ...items].join(', ')} from ${relation(rows, names)}`;
}

function relation(rows: Rows | Lines, names: readonly string[]): string {
  if (!('lines' in rows)) return `(values ${rows.values}) as v(${names.map(quoteIdentifier).join(', ')})`;
  const fields = names.map((name, index) => `nullif(field[${index + 1}], '') as ${quoteIdentifier(name)}`);
  const lines = `unnest(string_split(${quoteLiteral(rows.lines.join('\n'))}, chr(10)))`;
  return `(select ${fields.join(', ')} from (select string_split(${lines}, '|') as field))`;
}
