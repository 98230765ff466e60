import { canonicalTable } from '../canonical/index.ts';
import type { Field, TableMapping } from '../mapping.ts';
import { leaves } from '../survey/survey.ts';
import { derivedInstants, derivedValues } from './derived.ts';
import { extend, type Stage } from './stage.ts';
import { fill, finished, parsed, wallClocks, type Plan } from './table-sql.ts';

/** Two tables that the same rows of a file fill: tickets, and what the customers answered about them. */
export interface AnsweredTickets {
  readonly tickets: TableMapping;
  readonly ratings: TableMapping;
}

/** Instants of a ticket that date an answer which has no date of its own, the best first. */
const datings = [
  ['solved', 'last_solved_at'],
  ['closed', 'closed_at'],
  ['created', 'created_at'],
] as const;

/** Whether each answer stands in the row of its ticket and says nothing of it that the ticket does not say in the same way. */
export function areTogether({ tickets, ratings }: AnsweredTickets): boolean {
  const isPlain = [tickets, ratings].every(
    ({ where, latest, changes, completes, distinct }) =>
      !where && !latest && !changes && !completes && !distinct,
  );
  const own = ['rating_id', 'ticket_id'].every((name) =>
    isSame(ratings.columns[name], tickets.columns['ticket_id']),
  );
  const shared = Object.keys(ratings.columns).filter((name) => name in tickets.columns);
  const isAlike = shared.every((name) => isSame(ratings.columns[name], tickets.columns[name]));
  const foreign = ['call_id', 'rated_at_basis', 'is_latest'].some((name) => name in ratings.columns);
  return isPlain && own && isAlike && !foreign && datings.every(([, name]) => isRead(tickets.columns[name]));
}

/** The answers with the dates, the agent and the customer of their tickets, all out of the same row. */
export function answersSql(plan: Plan, { tickets, ratings }: AnsweredTickets, rows: string): Stage {
  const table = canonicalTable('ratings');
  if (!table) throw new Error('No canonical table ratings');
  const both = { ...ratings, columns: { ...tickets.columns, ...ratings.columns } };
  const known = fill(parsed(plan, both, rows), derivedInstants['tickets'] ?? []);
  const dated = withDates(known);
  const clocks = extend(dated, wallClocks(plan, table, dated));
  const valued = fill(clocks, derivedValues['ratings'] ?? []);
  return finished(plan, table, ratings, extend(valued, [{ name: 'is_latest', sql: 'score is not null' }]));
}

function withDates(known: Stage): Stage {
  const isRated = known.columns.has('rated_at_utc');
  const found = datings.filter(([, name]) => known.columns.has(`${name}_utc`));
  const bases = [
    ...(isRated ? [`when rated_at_utc is not null then 'rated'`] : []),
    'when score is null then null',
    ...found.map(([basis, name]) => `when ${name}_utc is not null then '${basis}'`),
  ];
  const dates = [
    ...(isRated ? [`when 'rated' then rated_at_utc`] : []),
    ...found.map(([basis, name]) => `when '${basis}' then ${name}_utc`),
  ];
  const based = extend(known, [{ name: 'rated_at_basis', sql: `case ${bases.join(' ')} end` }]);
  const date = dates.length === 0 ? 'null::timestamp' : `case rated_at_basis ${dates.join(' ')} end`;
  return extend(based, [{ name: 'rated_at_utc', sql: date }]);
}

function isSame(a: Field | undefined, b: Field | undefined): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** An instant that is read from the row, or none. */
function isRead(field: Field | undefined): boolean {
  return field === undefined || leaves(field).every(({ kind }) => kind === 'instant' || kind === 'offset');
}
