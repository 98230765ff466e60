import type { Engine } from '#engine';
import { canonicalTables, type CanonicalTable } from '#import';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber } from '#table';
import type { WallClock } from '#time';

/**
 * Why something is another in the later export, in the order in which the reasons are told apart: tickets that are gone, were
 * merged, were rated, changed otherwise, are new though they had been opened by the earlier export's end; then all that is no
 * ticket's; then what was opened since, and the time that went by.
 */
export const reasons = ['gone', 'merged', 'rated', 'changed', 'new', 'rest', 'since'] as const;
export type Reason = (typeof reasons)[number];

/** The databases that a comparison reads, by their names. */
export interface Sides {
  readonly earlier: string;
  readonly later: string;
  /** A database of its own, for what is worked out. */
  readonly mixture: string;
}

/** How many tickets (and calls and ratings without one) are another for each reason. */
export type UnitCounts = Readonly<Record<Exclude<Reason, 'rest'>, number>>;

/** The table that says of every unit that is another why it is; units that are the same are not in it. */
export function unitsTable({ mixture }: Sides): string {
  return quoteRelation(mixture, 'main', 'compared_units');
}

/** Sorts every ticket, and every call and rating without one, by why it is another now; `end` is the earlier export's. */
export async function sortUnits(
  engine: Engine,
  sides: Sides,
  { end, signal }: { readonly end: WallClock | null; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  await engine.exec(`create or replace table ${unitsTable(sides)} as ${unitsSql(sides, end)}`, { signal });
}

/** How many units are another for each reason; with filters those that one of the two books shows. */
export async function countUnits(
  engine: Engine,
  sides: Sides,
  books: readonly string[] = [],
): Promise<UnitCounts> {
  const shown = books.map((book) => `select 't' || ticket_id from ${quoteRelation(book, 'main', 'tickets')}`);
  const where = shown.length === 0 ? '' : `where unit in (${shown.join(' union all ')})`;
  const counted = rowsOf(
    await engine.query(`select reason, count(*) as n from ${unitsTable(sides)} ${where} group by reason`),
  );
  const of = (reason: Reason): number =>
    toNumber(counted.find((row) => row['reason'] === reason)?.['n'] ?? null) ?? 0;
  return {
    gone: of('gone'),
    merged: of('merged'),
    rated: of('rated'),
    changed: of('changed'),
    new: of('new'),
    since: of('since'),
  };
}

/** Whether anything at all is in both; true as well where neither has units to look at. */
export async function haveUnitsInCommon(engine: Engine, { earlier, later }: Sides): Promise<boolean> {
  const units = (database: string): string =>
    canonicalTables
      .filter(isOfUnits)
      .map(
        (table) =>
          `select t.source_id, ${unitOf(table, 't')} as unit from ${quoteRelation(database, 'main', table.name)} t`,
      )
      .join('\nunion all\n');
  const [row] = rowsOf(
    await engine.query(`with e as (${units(earlier)}), l as (${units(later)})
select exists (from e semi join l using (source_id, unit)) or not exists (from e) and not exists (from l) as is_common`),
  );
  return row?.['is_common'] === true;
}

/** Whether the tables whose rows are no ticket's differ. */
export async function isRestChanged(engine: Engine, { earlier, later }: Sides): Promise<boolean> {
  const tables = canonicalTables.filter((table) => !isOfUnits(table));
  const differ = tables.map((table) => {
    const sum = (database: string): string =>
      `(select sum(${hashSql(table)}) from ${quoteRelation(database, 'main', table.name)} t)`;
    return `${sum(earlier)} is distinct from ${sum(later)}`;
  });
  const [row] = rowsOf(await engine.query(`select ${differ.join('\nor ')} as is_changed`));
  return row?.['is_changed'] === true;
}

/** Tables whose rows belong to a ticket, or to a call or a rating that has none. */
export function isOfUnits({ columns }: CanonicalTable): boolean {
  return columns.some(({ name }) => name === 'ticket_id');
}

/** Ids of tickets, calls and ratings may be the same: the letter tells them apart. */
export function unitOf({ name, key }: CanonicalTable, alias: string): string {
  const own = key[0] === undefined || name === 'tickets' ? null : `${alias}.${quoteIdentifier(key[0])}`;
  const ticket = `'t' || ${alias}.ticket_id`;
  if (own === null || key[0] === 'ticket_id') return ticket;
  return `coalesce(${ticket}, ${quoteLiteral(name)} || ${own})`;
}

/** The instant that a unit is dated by, in those tables that may be all there is of one. */
const openedAt: Readonly<Record<string, string>> = {
  tickets: 't.created_at',
  calls: 't.started_at',
  ratings: 'coalesce(t.sent_at, t.rated_at)',
};

/** A row as one number, which is another as soon as any value is; what was read from where is left out. */
function hashSql({ name: table, columns }: CanonicalTable): string {
  const compared = columns.filter(({ name }) => name !== 'source_file' && name !== 'source_row');
  const values = compared.map(({ name }) => `t.${quoteIdentifier(name)}::varchar`);
  return `hash(${[quoteLiteral(table), ...values].join(', ')})::hugeint`;
}

function sideSql(database: string): string {
  const parts = canonicalTables.filter(isOfUnits).map((table) => {
    const isTicket = table.name === 'tickets';
    return `select t.source_id, ${unitOf(table, 't')} as unit, sum(${hashSql(table)}) as sum,
  ${isTicket} as is_ticket,
  ${isTicket ? `bool_or(t.status = 'merged')` : 'false'} as is_merged,
  ${table.name === 'ratings' ? 'count(t.score)' : '0'} as rated,
  min(${openedAt[table.name] ?? 'null::timestamp'}) as opened
from ${quoteRelation(database, 'main', table.name)} t group by all`;
  });
  return `select source_id, unit, sum(sum) as sum, bool_or(is_ticket) as is_ticket, bool_or(is_merged) as is_merged, sum(rated) as rated, coalesce(min(opened) filter (is_ticket), min(opened)) as opened
from (${parts.join('\nunion all\n')}) where unit is not null group by all`;
}

function unitsSql({ earlier, later }: Sides, end: WallClock | null): string {
  const isSince = end === null ? 'false' : `date_trunc('second', l.opened) > timestamp ${quoteLiteral(end)}`;
  return `with e as (${sideSql(earlier)}), l as (${sideSql(later)})
select source_id, unit,
  case
    when l.unit is null or e.is_ticket and not l.is_ticket then 'gone'
    when e.unit is null or l.is_ticket and not e.is_ticket then case when ${isSince} then 'since' else 'new' end
    when l.is_merged and not e.is_merged then 'merged'
    when l.rated > e.rated then 'rated'
    else 'changed'
  end as reason
from e full join l using (source_id, unit)
where e.sum is distinct from l.sum`;
}
