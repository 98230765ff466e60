import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { rowsOf } from '#table';
import { canonicalTables, contactsQuery, recordTables } from './index.ts';
import type { CanonicalTable } from './table.ts';

/** The tables of which rows are left out at the user's wish. */
export async function hiddenFrom(engine: Engine): Promise<ReadonlySet<string>> {
  const exclusions = quoteRelation(engine.database, 'base', 'exclusions');
  const result = await engine.query(`select distinct table_name from ${exclusions} where remedy = 'exclude'`);
  return new Set(rowsOf(result).flatMap(({ table_name: name }) => (typeof name === 'string' ? [name] : [])));
}

/** Statements that write the views of `main`: the rows of `base`, but for those that are left out; what belongs to a ticket goes with it. */
export function mainViews(database: string, hidden: ReadonlySet<string>): string[] {
  const main = (name: string) => quoteRelation(database, 'main', name);
  const view = (name: string, query: string) => `create or replace view ${main(name)} as ${query}`;
  const tables = [...canonicalTables, ...recordTables].map((table) =>
    view(table.name, shownRows(database, table, hidden)),
  );
  const contacts = contactsQuery({
    tickets: main('tickets'),
    calls: main('calls'),
    everyTicket: quoteRelation(database, 'base', 'tickets'),
  });
  return [...tables, view('contacts', contacts)];
}

function shownRows(database: string, table: CanonicalTable, hidden: ReadonlySet<string>): string {
  const rows = `select t.* from ${quoteRelation(database, 'base', table.name)} t`;
  if (recordTables.includes(table)) return rows;
  const [key] = table.key;
  const own = hidden.has(table.name) && key ? [without(database, table.name, key)] : [];
  const belongs = table.name !== 'tickets' && table.columns.some(({ name }) => name === 'ticket_id');
  const followed = belongs && hidden.has('tickets') ? [without(database, 'tickets', 'ticket_id')] : [];
  return [rows, ...own, ...followed].join('');
}

function without(database: string, table: string, key: string): string {
  const excluded = quoteRelation(database, 'base', 'excluded_rows');
  const name = `without_${table}`;
  return ` anti join (select source_id, key from ${excluded} where remedy = 'exclude' and table_name = ${quoteLiteral(table)}) ${name} on ${name}.source_id = t.source_id and ${name}.key = t.${quoteIdentifier(key)}`;
}
