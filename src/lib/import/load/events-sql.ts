import { quoteLiteral } from '#sql';
import { instant, type Derivation } from './derivation.ts';

const done = `('solved', 'closed')`;

/** A ticket that only its events tell of: it stands where they left it. What is over by its first known state began before: when is not known. */
export function eventsWithoutTicket({ base, whole, sourceId }: Derivation): string {
  const first = (value: string) =>
    `arg_min(${value}, e.at_utc) filter (where e.kind in ('status', 'solve', 'reopen'))`;
  const isOver = `coalesce(${first('e.kind')} <> 'status' or ${first('e.to_value')} in ${done}, false)`;
  return `insert into ${base('tickets')} by name
select e.source_id, e.ticket_id, case when not ${isOver} then min(e.at) end as created_at, case when not ${isOver} then min(e.at_utc) end as created_at_utc,
  arg_min(e.source_file, e.source_row) as source_file, min(e.source_row) as source_row
from ${base('ticket_events')} e anti join ${whole('tickets')} t using (source_id, ticket_id)
where e.source_id = ${quoteLiteral(sourceId)} and e.ticket_id is not null group by e.source_id, e.ticket_id`;
}

/**
 * Statements that complete tickets from their events. A source that names its solves says by that which closings were none: a
 * ticket that was left or given up is closed, not solved. One that names its reopenings is taken at its word, too.
 */
export function ticketsFromEvents(derivation: Derivation): string[] {
  return [fromHistory(derivation), ...withoutHistory(derivation)];
}

function fromHistory(derivation: Derivation): string {
  const { base, whole, sourceId } = derivation;
  const source = quoteLiteral(sourceId);
  const isDone = (value: string) => `coalesce(${value} in ${done}, false)`;
  const solve = `(kind = 'solve' or (not solving and kind = 'status' and ${isDone('to_value')} and not ${isDone('left_value')}))`;
  const reopen = `(kind = 'reopen' or (not reopening and kind = 'status' and ${isDone('left_value')} and to_value not in ${done}))`;
  const counts = `${solve} and (merged is null or at_utc < merged)`;
  return `update ${base('tickets')} as t set
  ${instant(derivation, 'first_solved_at', 'k.first_solved')},
  ${instant(derivation, 'last_solved_at', 'k.last_solved')},
  ${instant(derivation, 'assigned_at', 'k.assigned')},
  reopens = coalesce(t.reopens, k.reopens), merged_into = coalesce(t.merged_into, k.merged_into),
  status = case when k.merged_into is not null and (t.status in ${done} or (t.status is null and t.status_raw is null)) then 'merged'
    when t.status_raw is null then coalesce(t.status, k.status) else t.status end
from (
  select source_id, ticket_id, min(at_utc) filter (where ${counts}) as first_solved, max(at_utc) filter (where ${counts}) as last_solved,
    min(at_utc) filter (where kind = 'assignee' and to_value is not null) as assigned,
    case when told then count(*) filter (where ${reopen}) end::integer as reopens,
    arg_max(to_value, (at_utc, source_row)) filter (where kind = 'merge' and to_value <> ticket_id) as merged_into,
    arg_max(to_value, (at_utc, source_row)) filter (where kind = 'status') as status
  from ${leftValues(base('ticket_events'), source)} cross join ${nature(whole('ticket_events'), source)}
  group by source_id, ticket_id, told
) k where k.source_id = t.source_id and k.ticket_id = t.ticket_id`;
}

/** Events with the status that each left: as the source says, or the last one known before. */
function leftValues(events: string, source: string): string {
  return `(
    select *, case when kind = 'status' then coalesce(from_value, lag(to_value ignore nulls) over (partition by ticket_id, kind order by at_utc, source_row)) end as left_value,
      min(case when kind = 'merge' and to_value <> ticket_id then at_utc end) over (partition by ticket_id) as merged
    from ${events} where source_id = ${source}
  )`;
}

/** What the source's events can tell: whether solves, reopenings have names of their own, and whether reopenings would show at all. */
function nature(events: string, source: string): string {
  const has = (kind: string) => `coalesce(bool_or(kind = '${kind}'), false)`;
  return `(
    select ${has('solve')} as solving, ${has('reopen')} as reopening, coalesce(bool_or(kind in ('solve', 'reopen', 'status')), false) as told
    from ${events} where source_id = ${source}
  )`;
}

/** A table with one row per ticket was no log after all: what the vendor reports is all there is. */
function withoutHistory(derivation: Derivation): string[] {
  const { base, whole, sourceId } = derivation;
  const source = quoteLiteral(sourceId);
  return [
    `update ${base('tickets')} as t set
  ${instant(derivation, 'last_solved_at', 't.reported_solved_at_utc')},
  ${instant(derivation, 'first_solved_at', 'case when t.reported_reopens = 0 then t.reported_solved_at_utc end')},
  reopens = coalesce(t.reopens, t.reported_reopens)
where t.source_id = ${source} and (t.reported_solved_at_utc is not null or t.reported_reopens is not null)
  and not exists (select 1 from ${whole('ticket_events')} where source_id = ${source} and kind in ('status', 'solve', 'reopen'))`,
  ];
}
