import type { Engine } from '#engine';
import { canonicalTable } from '#import';
import { asInCell, compile, cutsOf } from '#kpi';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { inDatabase } from './aside.ts';
import type { AskedKpi, CompareOptions, Moment } from './compare.ts';
import { mix } from './mixture.ts';
import { withScope } from './scope.ts';
import { reasons, unitsTable, type Reason, type Sides } from './units.ts';

/** What is asked to be seen of a comparison. */
export interface Behind {
  readonly options: Pick<CompareOptions, 'earlier' | 'later' | 'filters'>;
  readonly reason: Reason;
  /** Null for the tickets themselves. */
  readonly asked: AskedKpi | null;
  /** What the two exports are called in the column that tells them apart. */
  readonly words: Readonly<Record<'earlier' | 'later', string>>;
}

/** Writes the rows behind one part of a change into a table of the mixture, and says how it is called (quoted). */
export async function rowsBehind(engine: Engine, sides: Sides, behind: Behind): Promise<string> {
  const { asked, reason } = behind;
  const name = ['behind', asked?.kpi.id, asked?.variant, reason].filter(Boolean).join(' ');
  const table = quoteRelation(sides.mixture, 'main', name);
  if (asked === null || !cutsOf(asked.kpi).includes('rows')) {
    await engine.exec(`create or replace table ${table} as ${ticketsSql(sides, behind)}`);
    return table;
  }
  const { earlier, later, filters = {} } = behind.options;
  await mix(engine, sides, later === null ? reasons.filter((each) => each !== 'since') : reasons);
  return withScope(engine, sides, filters, async (books) => {
    const keep = async (moment: Moment, database: string, book: string): Promise<string> => {
      const kept = quoteRelation(sides.mixture, 'main', `rows of ${book}`);
      const { kpi, variant } = asked;
      const rows = compile({ kpi, variant, shape: 'rows', withPeriod: moment.period !== null });
      const inside = inDatabase(engine, database);
      await engine.exec(
        await asInCell(inside, `create or replace table ${kept} as\n${rows}`, { ...moment, book }),
      );
      return kept;
    };
    const before = await keep(earlier, sides.earlier, books.earlier);
    const after = await keep(later ?? earlier, later ? sides.later : sides.earlier, books.mixture);
    const { columns } = await engine.query(`from ${before} limit 0`);
    const names = columns.map((column) => column.name);
    await engine.exec(`create or replace table ${table} as
${differingSql({ before, after, names, where: whereSql(sides, behind, names), words: behind.words })};
drop table ${before};
drop table ${after}`);
    return table;
  });
}

interface Differing {
  readonly before: string;
  readonly after: string;
  readonly names: readonly string[];
  readonly where: string;
  readonly words: Behind['words'];
}

/** Rows that one export has and the other has not, or has otherwise; what belongs together one below the other. */
function differingSql({ before, after, names, where, words }: Differing): string {
  const only = (rows: string, others: string, place: number, word: string): string =>
    `select ${place} as place, ${quoteLiteral(word)} as export, * from (from ${rows} except all from ${others})`;
  const key = names.filter((name) => ['ticket_id', 'call_id', 'rating_id'].includes(name));
  const order = [...key.map((name) => quoteIdentifier(name)), 'place'].join(', ');
  return `select * exclude (place) from (
${only(before, after, 0, words.earlier)}
union all
${only(after, before, 1, words.later)}
)${where} order by ${order}`;
}

/** Which of the differing rows are of the reason; rows that name no unit are all shown. */
function whereSql(sides: Sides, { asked, reason }: Behind, names: readonly string[]): string {
  const has = (name: string): boolean => names.includes(name);
  const units = [
    ...(has('ticket_id') ? [`'t' || ticket_id`] : []),
    ...(has('call_id') ? [`'calls' || call_id`] : []),
    ...(has('rating_id') ? [`'ratings' || rating_id`] : []),
  ];
  if (units.length === 0) return '';
  const unit = `coalesce(${units.join(', ')})`;
  const ofReasons = (taken: readonly Reason[]): string =>
    `${unit} in (select unit from ${unitsTable(sides)} where reason in (${taken.map((each) => quoteLiteral(each)).join(', ')}))`;
  const ofNone = `${unit} is null or ${unit} not in (select unit from ${unitsTable(sides)})`;
  if (reason === 'rest') return ` where ${ofNone}`;
  if (reason === 'since') return ` where ${ofReasons([reason])} or ${ofNone}`;
  // What is another of a rated ticket besides its ratings counts among what changed otherwise.
  const isOfTickets = asked?.kpi.definition.from !== 'ratings';
  return ` where ${ofReasons(reason === 'changed' && isOfTickets ? ['rated', 'changed'] : [reason])}`;
}

/** What one looks for first in a ticket. */
const first = ['ticket_id', 'created_at', 'status', 'last_solved_at', 'channel', 'agent_id'];

function ticketsSql(sides: Sides, { reason, words }: Behind): string {
  const shown = (canonicalTable('tickets')?.columns ?? [])
    .filter(({ name, clock }) => !/^source_(file|row)$/.test(name) && clock !== 'utc')
    .map(({ name }) => name);
  const columns = [...first, ...shown.filter((name) => !first.includes(name))].map(
    (name) => `t.${quoteIdentifier(name)}`,
  );
  const side = (of: 'earlier' | 'later', place: number): string =>
    `select ${place} as place, ${quoteLiteral(words[of])} as export, ${columns.join(', ')}
from ${quoteRelation(sides[of], 'main', 'tickets')} t
semi join (from ${unitsTable(sides)} where reason = ${quoteLiteral(reason)}) u on u.source_id = t.source_id and u.unit = 't' || t.ticket_id`;
  return `select * exclude (place) from (
${side('earlier', 0)}
union all
${side('later', 1)}
) order by ticket_id, place`;
}
