import type { Engine } from '#engine';
import {
  baseTables,
  canonicalTables,
  contacts,
  prepareDatabase,
  recordTables,
  workspaceSource,
} from '#import';
import { quoteLiteral, quoteRelation } from '#sql';
import { attachDatabase } from './aside.ts';

/** What belongs to the workspace and to no source: it holds for every export that is read beside it. */
const settled = ['mappings', 'exclusions'] as const;

/** An empty database beside the main one, where files are read as the workspace would: by its mappings, its calendars, its targets and without what it leaves out. */
export async function databaseLike(engine: Engine, name: string): Promise<Engine> {
  const aside = await attachDatabase(engine, name);
  await prepareDatabase(aside);
  const copies = [
    ...canonicalTables.map((table) => ({
      name: table.name,
      where: ` where source_id = ${quoteLiteral(workspaceSource)}`,
    })),
    ...settled.map((table) => ({ name: table, where: '' })),
  ];
  await engine.exec(
    copies
      .map(
        (table) =>
          `insert into ${quoteRelation(name, 'base', table.name)} by name from ${quoteRelation(engine.database, 'base', table.name)}${table.where}`,
      )
      .join(';\n'),
  );
  await prepareDatabase(aside);
  return aside;
}

/** One source of the main database as a database of its own, without a copy of its rows; `as` is what it is called there. */
export async function databaseOf(
  engine: Engine,
  name: string,
  { source, as }: { readonly source: string; readonly as: string },
): Promise<Engine> {
  const aside = await attachDatabase(engine, name);
  const own = (schema: string, table: string): string =>
    `select * replace (if(source_id = ${quoteLiteral(source)}, ${quoteLiteral(as)}, source_id) as source_id)
from ${quoteRelation(engine.database, schema, table)} where source_id in (${quoteLiteral(source)}, ${quoteLiteral(workspaceSource)})`;
  const records = new Set(recordTables.map((table) => table.name));
  const hasSource = baseTables.filter(({ columns }) => columns.some((column) => column.name === 'source_id'));
  await engine.exec(
    [
      `create schema ${quoteRelation(name, 'base')}`,
      ...hasSource.map(
        (table) =>
          // Of records the newest is asked for by its place, which a view's rows have not.
          `create ${records.has(table.name) ? 'table' : 'view'} ${quoteRelation(name, 'base', table.name)} as ${own('base', table.name)}`,
      ),
      `create view ${quoteRelation(name, 'base', 'settings')} as from ${quoteRelation(engine.database, 'base', 'settings')}`,
      ...[...canonicalTables, contacts, ...recordTables].map(
        (table) => `create view ${quoteRelation(name, 'main', table.name)} as ${own('main', table.name)}`,
      ),
    ].join(';\n'),
  );
  return aside;
}
