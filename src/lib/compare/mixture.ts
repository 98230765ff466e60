import type { Engine } from '#engine';
import { canonicalTables, contactsQuery, type CanonicalTable } from '#import';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber } from '#table';

/** Why a ticket is another one in the later export, in the order in which the reasons are told apart; then all that is no ticket's. */
export const reasons = ['gone', 'merged', 'rated', 'changed', 'new', 'rest'] as const;
export type Reason = (typeof reasons)[number];

export interface Sides {
  readonly earlier: string;
  readonly later: string;
  /** A database of its own, for the views of the mixture. */
  readonly mixture: string;
}

const kinds = 'compared_units';

/** Sorts every ticket, and every call and rating without one, by why it is another now; how many there are of each. */
export async function sortUnits(engine: Engine, sides: Sides): Promise<Readonly<Record<Reason, number>>> {
  const table = quoteRelation(sides.mixture, 'main', kinds);
  await engine.exec(`create or replace table ${table} as ${unitsSql(sides)}`);
  const counted = rowsOf(await engine.query(`select reason, count(*) as n from ${table} group by reason`));
  const of = (reason: Reason): number =>
    toNumber(counted.find((row) => row['reason'] === reason)?.['n'] ?? null) ?? 0;
  return {
    gone: of('gone'),
    merged: of('merged'),
    rated: of('rated'),
    changed: of('changed'),
    new: of('new'),
    rest: 0,
  };
}

/** Lets the mixture show the later export's rows for the units of these reasons, and the earlier one's for all others. */
export async function mix(engine: Engine, sides: Sides, taken: readonly Reason[]): Promise<void> {
  const isTaken = `reason in (${taken.map((reason) => quoteLiteral(reason)).join(', ') || 'null'})`;
  const views = canonicalTables.map((table) => {
    const rows = isOfUnits(table)
      ? [
          rowsSql(sides, 'earlier', table, `not coalesce(${isTaken}, false)`),
          rowsSql(sides, 'later', table, `coalesce(${isTaken}, false)`),
        ].join('\nunion all by name\n')
      : `select * from ${quoteRelation(taken.includes('rest') ? sides.later : sides.earlier, 'main', table.name)}`;
    return `create or replace view ${quoteRelation(sides.mixture, 'main', table.name)} as ${rows}`;
  });
  const contacts = contactsQuery({
    tickets: quoteRelation(sides.mixture, 'main', 'tickets'),
    calls: quoteRelation(sides.mixture, 'main', 'calls'),
    everyTicket: quoteRelation(sides.mixture, 'main', 'tickets'),
  });
  const sources = `create or replace view ${quoteRelation(sides.mixture, 'main', 'sources')} as select * from ${quoteRelation(sides.later, 'main', 'sources')}`;
  await engine.exec(
    [
      ...views,
      `create or replace view ${quoteRelation(sides.mixture, 'main', 'contacts')} as ${contacts}`,
      sources,
    ].join(';\n'),
  );
}

function rowsSql(sides: Sides, side: 'earlier' | 'later', table: CanonicalTable, where: string): string {
  const units = quoteRelation(sides.mixture, 'main', kinds);
  return `select t.* from ${quoteRelation(sides[side], 'main', table.name)} t
left join ${units} u on u.source_id = t.source_id and u.unit = ${unitOf(table, 't')} where ${where}`;
}

/** Tables whose rows belong to a ticket, or to a call or a rating that has none. */
function isOfUnits({ columns }: CanonicalTable): boolean {
  return columns.some(({ name }) => name === 'ticket_id');
}

/** Ids of tickets, calls and ratings may be the same: the letter tells them apart. */
function unitOf({ name, key }: CanonicalTable, alias: string): string {
  const own = key[0] === undefined || name === 'tickets' ? null : `${alias}.${quoteIdentifier(key[0])}`;
  const ticket = `'t' || ${alias}.ticket_id`;
  if (own === null || key[0] === 'ticket_id') return ticket;
  return `coalesce(${ticket}, ${quoteLiteral(name)} || ${own})`;
}

/** The rows of each unit on a side as one number, which is another as soon as any value is; what was read from where is left out. */
function sideSql(database: string): string {
  const parts = canonicalTables.filter(isOfUnits).map((table) => {
    const compared = table.columns.filter(({ name }) => name !== 'source_file' && name !== 'source_row');
    const isTicket = table.name === 'tickets';
    return `select t.source_id, ${unitOf(table, 't')} as unit,
  sum(hash(${quoteLiteral(table.name)}, ${compared.map(({ name }) => `t.${quoteIdentifier(name)}::varchar`).join(', ')})::hugeint) as sum,
  ${isTicket} as is_ticket,
  ${isTicket ? `bool_or(t.status = 'merged')` : 'false'} as is_merged,
  ${table.name === 'ratings' ? 'count(t.score)' : '0'} as rated
from ${quoteRelation(database, 'main', table.name)} t group by all`;
  });
  return `select source_id, unit, sum(sum) as sum, bool_or(is_ticket) as is_ticket, bool_or(is_merged) as is_merged, sum(rated) as rated from (${parts.join('\nunion all\n')}) where unit is not null group by all`;
}

function unitsSql({ earlier, later }: Sides): string {
  return `with e as (${sideSql(earlier)}), l as (${sideSql(later)})
select source_id, unit,
  case
    when l.unit is null or e.is_ticket and not l.is_ticket then 'gone'
    when e.unit is null or l.is_ticket and not e.is_ticket then 'new'
    when l.is_merged and not e.is_merged then 'merged'
    when l.rated > e.rated then 'rated'
    else 'changed'
  end as reason
from e full join l using (source_id, unit)
where e.sum is distinct from l.sum`;
}
