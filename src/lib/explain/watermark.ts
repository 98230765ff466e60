import type { Engine } from '#engine';
import { asInCell, rowConditions, type Definition, type Interval95 } from '#kpi';
import { quoteLiteral } from '#sql';
import { toIso, toNumber } from '#table';
import type { Period } from '#time';
import type { FactTables } from './facts.ts';
import { valueOf, varianceOf, type Sums } from './sums.ts';

/** Answers that are still coming in at the data's end, and what is left without the days that they are of. */
export interface Late {
  /** The first day of service whose answers are not all in; it and those after it are kept out. */
  readonly day: string;
  /** Answers of these days that are in. */
  readonly n: number;
  /** How many more are to be expected, by how late answers were before. */
  readonly missing: number;
  /** By the day of the service, without the days kept out. */
  readonly before: { readonly value: number; readonly n: number };
  readonly after: { readonly value: number; readonly n: number };
  readonly change: number;
  readonly interval: Interval95 | null;
}

/** A day counts as in where so much of its answers is to be expected to be. */
const enough = 0.95;
/** Who answers later than so many days after is not waited for. */
const mostDays = 28;
/** Fewer answers do not say how late they are. */
const fewestAnswers = 50;
const z95 = 1.959963984540054;

/**
 * The days of service, within a period, whose answers are not all in by the last day of the data: how many are, what share usually is
 * by that age, and how many are missing. The share is that of answers to services long enough ago. Null for what no survey asks.
 */
export function lateSql(
  definition: Definition,
  { from, to }: { readonly from: string; readonly to: string },
): string | null {
  if (definition.from !== 'ratings' || definition.at !== 'rated_at') return null;
  const where = rowConditions(definition).join(' and ') || 'true';
  return `with answers as (
  select rated_at::date as rated, least(coalesce(sent_at, last_solved_at), rated_at)::date as served, rated - served as days_later
  from ratings
  left join tickets using (source_id, ticket_id)
  where ${where}
    and coalesce(sent_at, last_solved_at) is not null and coalesce(rated_at_basis, 'rated') = 'rated'
),
reach as (
  select max(rated) as last_day, least(${mostDays}, (max(served) - min(served)) // 2)::int as horizon
  from answers
),
past as (
  select days_later from answers cross join reach
  where served <= last_day - horizon and days_later <= horizon
),
ages as (
  select age, last_day - age::int as day, (select avg((days_later <= age)::int) from past) as arrived
  from (select last_day, unnest(range(0, horizon + 1)) as age from reach)
),
so_far as (
  select served as day, count(*) as n from answers group by served
)
select day, coalesce(n, 0) as n, arrived,
  round(case when n > 0 and arrived > 0 then n / arrived - n
    else (1 - arrived) * (select count(*) from past) / (select count(distinct served) from answers, reach where served <= last_day - horizon)
  end, 1) as missing
from ages left join so_far using (day)
where arrived < ${enough} and (select count(*) from past) >= ${fewestAnswers}
  and day >= ${from} and day < ${to}
order by day`;
}

interface LateOptions {
  readonly engine: Engine;
  readonly book: string | null;
  readonly definition: Definition;
  readonly after: Period;
  readonly isShare: boolean;
  readonly signal: AbortSignal | undefined;
}

/** What of the later period is still coming in; null where nothing is, or nobody knows how late answers are. */
export async function lateOf(
  facts: Pick<FactTables, 'served'>,
  { engine, book, definition, after, isShare, signal }: LateOptions,
): Promise<Late | null> {
  const sql = lateSql(definition, { from: instant(after.from, '-'), to: instant(after.to, '') });
  if (sql === null) return null;
  const table = await engine.query(await asInCell(engine, sql, { book, period: null, asOf: null }), {
    signal,
  });
  const column = (name: string) => table.columns.find((each) => each.name === name);
  const day = column('day');
  const first = day && table.rowCount > 0 ? toIso(day.at(0), day.kind)?.slice(0, 10) : undefined;
  if (first === undefined) return null;
  const sum = (name: string): number =>
    Array.from({ length: table.rowCount }, (_, row) => toNumber(column(name)?.at(row) ?? null) ?? 0).reduce(
      (total, each) => total + each,
      0,
    );
  const pair = await facts.served(first);
  const [was, became] = [valueOf(pair.before), valueOf(pair.after)];
  if (was === null || became === null) return null;
  return {
    day: first,
    n: sum('n'),
    missing: Math.round(sum('missing')),
    before: { value: was, n: pair.before.rows },
    after: { value: became, n: pair.after.rows },
    change: became - was,
    interval: intervalOf(became - was, pair.before, pair.after, isShare),
  };
}

function intervalOf(change: number, before: Sums, after: Sums, isShare: boolean): Interval95 | null {
  const half = z95 * Math.sqrt(varianceOf(before, isShare) + varianceOf(after, isShare));
  return Number.isFinite(half) ? [change - half, change + half] : null;
}

function instant(written: string | null, sign: '-' | ''): string {
  return `timestamp ${quoteLiteral(written ?? `${sign}infinity`)}`;
}
