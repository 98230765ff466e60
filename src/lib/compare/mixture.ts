import type { Engine } from '#engine';
import { canonicalTables, contactsQuery, recordTables, type CanonicalTable } from '#import';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { isOfUnits, unitOf, unitsTable, type Reason, type Sides } from './units.ts';

/** Lets the mixture show the later export's rows for the units of these reasons, and the earlier one's for all others. */
export async function mix(engine: Engine, sides: Sides, taken: readonly Reason[]): Promise<void> {
  const main = (database: string, name: string): string => quoteRelation(database, 'main', name);
  const views = canonicalTables.map((table) => {
    const rows = isOfUnits(table)
      ? [rowsSql(sides, 'earlier', table, taken), rowsSql(sides, 'later', table, taken)].join('\nunion all\n')
      : `select ${columnsOf(table)} from ${main(taken.includes('rest') ? sides.later : sides.earlier, table.name)} t`;
    return `create or replace view ${main(sides.mixture, table.name)} as ${rows}`;
  });
  const contacts = contactsQuery({
    tickets: main(sides.mixture, 'tickets'),
    calls: main(sides.mixture, 'calls'),
    everyTicket: main(sides.mixture, 'tickets'),
  });
  // What filters and `contacts` look up past a notebook's filters.
  const based = ['tickets', 'agents', 'customers'].map(
    (name) =>
      `create or replace view ${quoteRelation(sides.mixture, 'base', name)} as from ${main(sides.mixture, name)}`,
  );
  const records = recordTables.map(
    ({ name }) => `create or replace view ${main(sides.mixture, name)} as from ${main(sides.later, name)}`,
  );
  await engine.exec(
    [
      `create schema if not exists ${quoteRelation(sides.mixture, 'base')}`,
      ...views,
      ...records,
      ...based,
      `create or replace view ${main(sides.mixture, 'contacts')} as ${contacts}`,
    ].join(';\n'),
  );
}

/** One side's rows: of the earlier all but those of the units that are taken, of the later those alone. */
function rowsSql(
  sides: Sides,
  side: 'earlier' | 'later',
  table: CanonicalTable,
  taken: readonly Reason[],
): string {
  const named = reasonsOf(table, taken).map((reason) => quoteLiteral(reason));
  const units = `(select source_id, unit from ${unitsTable(sides)} where reason in (${named.join(', ') || 'null'}))`;
  return `select ${columnsOf(table)} from ${quoteRelation(sides[side], 'main', table.name)} t
${side === 'earlier' ? 'anti' : 'semi'} join ${units} u on u.source_id = t.source_id and u.unit = ${unitOf(table, 't')}`;
}

/** Of a ticket that was rated the ratings come with it, and whatever else is another of it with what changed otherwise. */
function reasonsOf({ name }: CanonicalTable, taken: readonly Reason[]): readonly Reason[] {
  if (name === 'ratings' || taken.includes('changed')) return taken;
  return taken.filter((reason) => reason !== 'rated');
}

/** Databases of an earlier version have the same columns in another order. */
function columnsOf({ columns }: CanonicalTable): string {
  return columns.map(({ name }) => `t.${quoteIdentifier(name)}`).join(', ');
}
