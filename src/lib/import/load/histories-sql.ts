import { quoteLiteral } from '#sql';
import { utcToLocalSql, type ZoneTransition } from '#time';

/** What the histories of a source are written with. */
export interface Histories {
  readonly sourceId: string;
  /** The quoted name of a base table. */
  readonly base: (table: string) => string;
  readonly workspaceZone: readonly ZoneTransition[] | null;
}

/**
 * Statements that write the replies, solves and status periods of a source anew from its messages and events. They come last:
 * the present status lasts until the source's `as_of`.
 */
export function historiesSql(histories: Histories): string[] {
  const { base, sourceId } = histories;
  const tables = ['replies', 'solves', 'status_periods'].map(base);
  return [
    ...tables.map((table) => `delete from ${table} where source_id = ${quoteLiteral(sourceId)}`),
    ...[repliesSql(histories), solvesSql(histories), statusPeriodsSql(histories), ticketsSql(histories)],
  ];
}

/** Only what a customer or a person of the team says in public ends or begins a run; bots, rules and notes do not. */
function repliesSql(histories: Histories): string {
  const { base, sourceId } = histories;
  return `insert into ${base('replies')} by name
with spoken as (
  select *, author = 'customer' as asks from ${base('messages')}
  where source_id = ${quoteLiteral(sourceId)} and sent_at_utc is not null
    and (author = 'customer' or (author = 'agent' and is_automated is not true and is_public is not false))
), turns as (
  select *, lag(asks) over in_order as asked_before from spoken window in_order as (partition by ticket_id order by sent_at_utc, not asks, source_row)
), runs as (
  select *, lead(sent_at_utc) over in_order as replied, lead(author_id) over in_order as replier, not coalesce(bool_or(asks) over before, false) as begins
  from turns where asks is distinct from asked_before
  window in_order as (partition by ticket_id order by sent_at_utc, not asks, source_row), before as (partition by ticket_id order by sent_at_utc, not asks, source_row rows between unbounded preceding and 1 preceding)
)
select source_id, message_id as reply_id, ticket_id, begins as is_first, ${twins(histories, 'asked_at', 'sent_at_utc')},
  ${twins(histories, 'replied_at', 'replied')}, ${elapsed('sent_at_utc', 'replied')} as response_seconds,
  replier as agent_id, coalesce(runs.channel, t.channel) as channel
from runs left join (select source_id, ticket_id, channel from ${base('tickets')}) t using (source_id, ticket_id) where asks`;
}

const done = `('solved', 'closed')`;

/** A source that names its solves or reopenings is taken at its word; otherwise the status tells. */
function solvesSql(histories: Histories): string {
  const { base, sourceId } = histories;
  const source = quoteLiteral(sourceId);
  return `insert into ${base('solves')} by name
with named as (
  select coalesce(bool_or(kind = 'solve'), false) as solving, coalesce(bool_or(kind = 'reopen'), false) as reopening from ${base('ticket_events')} where source_id = ${source}
), marked as (
  select e.*, kind = 'solve' or (not solving and kind = 'status' and to_value in ${done} and (from_value is null or from_value not in ${done})) as is_solve,
    kind = 'reopen' or (not reopening and kind = 'status' and from_value in ${done} and to_value not in ${done}) as is_reopen
  from ${base('ticket_events')} e cross join named where source_id = ${source} and at_utc is not null
), followed as (
  select *, lead(is_reopen) over in_order as reopened, lead(at_utc) over in_order as next_at
  from marked where is_solve or is_reopen window in_order as (partition by ticket_id order by at_utc, is_reopen, source_row)
), numbered as (
  select *, case when reopened then next_at end as reopened_at_utc,
    row_number() over (partition by ticket_id order by at_utc, source_row) as number, count(*) over (partition by ticket_id) as solves
  from followed where is_solve
)
select source_id, event_id as solve_id, ticket_id, ${twins(histories, 'solved_at', 'at_utc')}, case when actor = 'agent' then actor_id end as agent_id,
  number::integer as solve_number, number = solves as is_last, ${twins(histories, 'reopened_at', 'reopened_at_utc')},
  ${elapsed('at_utc', 'reopened_at_utc')} as reopen_seconds
from numbered`;
}

/**
 * A ticket's history begins where it was opened, in the status that its first change left, and ends in its present one. Where a
 * source tells of changes, a ticket that has none has been in its status from the beginning, if that is an open one; if it has
 * ended, it was open in a status that nobody knows until it did. Not so a reopened one: of that the past is not known.
 */
function statusPeriodsSql(histories: Histories): string {
  const { base, sourceId } = histories;
  const source = quoteLiteral(sourceId);
  return `insert into ${base('status_periods')} by name
with changes as (
  select source_id, ticket_id, at_utc, from_value, kind = 'status' as stated, source_row,
    case kind when 'solve' then 'solved' when 'reopen' then case when to_value in ${open} then to_value else 'open' end else to_value end as status
  from ${base('ticket_events')} where source_id = ${source} and at_utc is not null and kind in ('status', 'solve', 'reopen')
), firsts as (
  select source_id, ticket_id, min(at_utc) as first_at, arg_min(from_value, (at_utc, source_row)) filter (where stated) as left_status, bool_or(stated) as stated
  from changes group by all
), beginnings as (
  select t.source_id, t.ticket_id, t.created_at_utc as at_utc, false as stated, 0 as source_row,
    case when f.ticket_id is null then t.status when not f.stated then 'open' else f.left_status end as status
  from ${base('tickets')} t left join firsts f using (source_id, ticket_id)
  where t.source_id = ${source} and t.created_at_utc is not null and (f.first_at > t.created_at_utc or (f.ticket_id is null and t.status in ${open}))
    and exists (select 1 from changes)
), ended as (
  select source_id, ticket_id, status, created_at_utc, last_solved_at_utc, greatest(last_solved_at_utc, closed_at_utc) as ended_at_utc
  from ${base('tickets')} anti join firsts using (source_id, ticket_id)
  where source_id = ${source} and status not in ${open} and coalesce(reopens, 0) = 0 and created_at_utc <= coalesce(last_solved_at_utc, closed_at_utc)
    and exists (select 1 from changes)
), endings as (
  select source_id, ticket_id, unnest([created_at_utc, last_solved_at_utc, ended_at_utc]) as at_utc, false as stated, unnest([0, 1, 2]) as source_row, unnest([null, 'solved', status]) as status from ended
), states as (
  select *, lag(status) over in_order as status_before, row_number() over in_order as number from (from changes select source_id, ticket_id, at_utc, stated, source_row, status union all by name from beginnings union all by name from endings where at_utc is not null)
  window in_order as (partition by ticket_id order by at_utc, stated, source_row)
), periods as (
  select *, lead(at_utc) over (partition by ticket_id order by at_utc, stated, source_row) as to_utc from states where number = 1 or status is distinct from status_before
)
select source_id, ticket_id, status, ${twins(histories, 'from_at', 'at_utc')}, ${twins(histories, 'to_at', 'to_utc')},
  ${elapsed('at_utc', 'coalesce(to_utc, as_of_utc)')} as seconds, to_utc is null as is_present
from periods left join (select source_id, as_of_utc from ${base('sources')}) using (source_id) where to_utc is null or to_utc > at_utc`;
}

/** What tickets owe to their histories; a source that says nothing of who did what leaves the actions unknown. */
function ticketsSql({ base, sourceId }: Histories): string {
  const source = `source_id = ${quoteLiteral(sourceId)}`;
  const spent = (statuses: string) => `sum(seconds) filter (where status in (${statuses}))::bigint`;
  return `update ${base('tickets')} as t set agent_actions = coalesce(k.actions, t.agent_actions), in_progress_seconds = coalesce(k.in_progress, t.in_progress_seconds),
  hold_seconds = coalesce(k.held, t.hold_seconds), agent_wait_seconds = coalesce(k.pending, t.agent_wait_seconds), requester_wait_seconds = coalesce(k.waited, t.requester_wait_seconds)
from (
  select ticket_id, in_progress, held, pending, waited, case when speaks then coalesce(said, 0) + coalesce(done, 0) end::integer as actions
  from (select ticket_id from ${base('tickets')} where ${source})
  left join (
    select ticket_id, ${spent(`'in_progress'`)} as in_progress, ${spent(`'hold'`)} as held, ${spent(`'pending'`)} as pending,
      case when not bool_or(s.status is null and from_at_utc < last_solved_at_utc)
        then sum(case when s.status in ('new', 'open', 'in_progress', 'hold') and from_at_utc < last_solved_at_utc then s.seconds else 0 end) filter (where last_solved_at_utc is not null)::bigint end as waited
    from ${base('status_periods')} s join (select ticket_id, last_solved_at_utc from ${base('tickets')} where ${source}) using (ticket_id) where ${source} group by ticket_id
  ) using (ticket_id)
  left join (select ticket_id, count(*) as said from ${base('messages')} where ${source} and author = 'agent' and is_automated is not true group by ticket_id) using (ticket_id)
  left join (select ticket_id, count(*) as done from ${base('ticket_events')} where ${source} and actor = 'agent' group by ticket_id) using (ticket_id)
  cross join (select exists (select 1 from ${base('messages')} where ${source} and author is not null) or exists (select 1 from ${base('ticket_events')} where ${source} and actor is not null) as speaks)
) k where t.${source} and t.ticket_id = k.ticket_id`;
}

const open = `('new', 'open', 'in_progress', 'pending', 'hold')`;

/** An instant in UTC, and the workspace's clock at it. */
function twins({ workspaceZone }: Histories, name: string, utc: string): string {
  const wall = workspaceZone === null ? utc : utcToLocalSql(utc, workspaceZone);
  return `${utc} as ${name}_utc, ${wall} as ${name}`;
}

function elapsed(from: string, to: string): string {
  return `case when ${to} >= ${from} then cast(round(epoch(${to} - ${from})) as bigint) end`;
}
