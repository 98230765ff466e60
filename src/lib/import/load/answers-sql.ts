import { answersSql, areTogether } from '../compile/answers-sql.ts';
import { rowRanges } from '../readers/reader.ts';
import { keptRows } from './check.ts';
import type { SourceLoad } from './load.ts';
import type { Place } from './place.ts';

/** Tables that tell nothing of a ticket which its own row does not tell. */
const silent: ReadonlySet<string> = new Set(['tickets', 'ratings', 'agents', 'customers']);

/**
 * The statements that write answers out of the rows of their tickets: no ticket has to be looked up, and none has two. Null where a
 * source's answers came in another way.
 */
export function answersInTickets({ parts, inRanges }: SourceLoad, place: Place): string[] | null {
  const mappings = parts.flatMap(({ plan }) => plan.mapping.tables);
  const [tickets, ...moreTickets] = mappings.filter(({ table }) => table === 'tickets');
  const [ratings, ...moreRatings] = mappings.filter(({ table }) => table === 'ratings');
  if (!tickets || !ratings || moreTickets.length > 0 || moreRatings.length > 0) return null;
  if (mappings.some(({ table }) => !silent.has(table)) || !areTogether({ tickets, ratings })) return null;
  const part = parts.find(({ plan }) => plan.mapping.tables[0] === tickets);
  if (!part?.plan.mapping.tables.includes(ratings)) return null;
  const { plan, check } = part;
  return (inRanges ? rowRanges(plan.raw) : [plan.raw.relation]).map((rows) => {
    const { query } = answersSql(plan, { tickets, ratings }, keptRows(plan.raw, check, rows));
    return `insert into ${place('ratings')} by name ${query}`;
  });
}
