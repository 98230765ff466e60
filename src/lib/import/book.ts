import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { workspaceSource } from './calendar/calendar.ts';
import { canonicalTables, contactsQuery, recordTables } from './canonical/index.ts';
import type { CanonicalTable } from './canonical/index.ts';
import { dimension, type Dimension } from './dimension.ts';

/** What a notebook looks at: by dimension, the values that count. A dimension with no values does not filter. */
export type Scope = Readonly<Record<string, readonly string[]>>;

export interface Scoped {
  /** Tables that lack a dimension of the scope and so show all their rows. */
  readonly unscoped: readonly string[];
  /** Names in the scope that are no dimension; they filter nothing. */
  readonly unknown: readonly string[];
}

/** Attaches a book: an in-memory database of its own for a notebook's scoped views and its cells' results. */
export async function createBook(engine: Engine, name: string, scope: Scope = {}): Promise<Scoped> {
  await engine.exec(`attach ':memory:' as ${quoteIdentifier(name)}`);
  return scopeViews(engine, name, scope);
}

/** Lets the book's views show what the scope allows. Tickets are filtered; what belongs to a ticket follows it. */
export async function scopeViews(engine: Engine, book: string, scope: Scope): Promise<Scoped> {
  const filters = Object.entries(scope)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => ({ name, values, dimension: dimension(name) }));
  const known = filters.flatMap(({ dimension, values }) => (dimension ? [{ dimension, values }] : []));
  const views = [...canonicalTables, ...recordTables].map((table) =>
    scopedView(engine.database, book, table, known),
  );
  const contacts = contactsQuery({
    tickets: quoteRelation(book, 'main', 'tickets'),
    calls: quoteRelation(book, 'main', 'calls'),
    everyTicket: quoteRelation(engine.database, 'base', 'tickets'),
  });
  await engine.exec([...views.map(({ sql }) => sql), createView(book, 'contacts', contacts)].join(';\n'));
  return {
    unscoped: views.filter(({ complete }) => !complete).map(({ table }) => table),
    unknown: filters.filter(({ dimension }) => !dimension).map(({ name }) => name),
  };
}

/** Detaches the book; its views and results are gone. */
export async function dropBook(engine: Engine, name: string): Promise<void> {
  await engine.exec(`detach ${quoteIdentifier(name)}`);
}

interface Filter {
  readonly dimension: Dimension;
  readonly values: readonly string[];
}

interface View {
  readonly table: string;
  readonly sql: string;
  readonly complete: boolean;
}

function scopedView(database: string, book: string, table: CanonicalTable, filters: readonly Filter[]): View {
  const base = (name: string) => quoteRelation(database, 'base', name);
  const from = `from ${quoteRelation(database, 'main', table.name)} t`;
  if (filters.length === 0 || recordTables.includes(table)) return view(`select t.* ${from}`, true);
  if (table.name === 'tickets')
    return view(`select t.* ${from} where ${filters.map((f) => matches(f, base)).join(' and ')}`, true);
  // What has no ticket belongs to its source all the same.
  const bySource = filters.every(({ dimension }) => dimension.column === 'source_id');
  if (!bySource && table.columns.some(({ name }) => name === 'ticket_id')) {
    return view(
      `select t.* ${from} semi join ${quoteRelation(book, 'main', 'tickets')} k using (source_id, ticket_id)`,
      true,
    );
  }
  const own = filters.filter(({ dimension }) => table.columns.some(({ name }) => name === dimension.column));
  const where = own.length === 0 ? '' : ` where ${own.map(within).join(' and ')}`;
  return view(`select t.* ${from}${where}`, own.length === filters.length);

  function view(query: string, complete: boolean): View {
    return { table: table.name, sql: createView(book, table.name, query), complete };
  }
}

function matches(filter: Filter, base: (table: string) => string): string {
  return filter.dimension.matches(literals(filter), base);
}

/** What the workspace itself says (calendars, targets) holds for every source. */
function within(filter: Filter): string {
  const { column } = filter.dimension;
  const also = column === 'source_id' ? `, ${quoteLiteral(workspaceSource)}` : '';
  return `t.${column} in (${literals(filter)}${also})`;
}

function literals({ values }: Filter): string {
  return values.map((value) => quoteLiteral(value)).join(', ');
}

function createView(book: string, name: string, query: string): string {
  return `create or replace view ${quoteRelation(book, 'main', name)} as ${query}`;
}
