import type { Engine } from '#engine';
import { canonicalTable, canonicalTables, prepareDatabase } from '#import';
import { quoteIdentifier, quoteRelation } from '#sql';

/** Rows of a canonical table: its columns, and SQL `values`. The UTC twins of instants follow the wall clock unless given. */
export interface Rows {
  readonly columns: string;
  readonly values: string;
  readonly source?: string;
}

export type World = Readonly<Record<string, Rows>>;

/** Empties the canonical tables and fills some of them. */
export async function fill(engine: Engine, world: World): Promise<void> {
  await prepareDatabase(engine);
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

function select(table: string, { columns, values, source = 's' }: Rows): string {
  const names = columns.split(',').map((name) => name.trim());
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
  const own = names.includes('source_id') ? [] : [`'${source}' as source_id`];
  return `select ${[...own, ...items].join(', ')} from (values ${values}) as v(${names.map(quoteIdentifier).join(', ')})`;
}
