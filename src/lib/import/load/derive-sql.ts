import { quoteLiteral } from '#sql';
import { utcToLocalSql, type ZoneTransition } from '#time';
import { seconds } from '../compile/derived.ts';
import { authorsSql } from './authors-sql.ts';

/** What a source's tables say about one another, once all of them are loaded. */
export interface Derivation {
  readonly sourceId: string;
  /** The quoted name of a base table. */
  readonly base: (table: string) => string;
  readonly workspaceZone: readonly ZoneTransition[] | null;
  /** The tables that this import fills. */
  readonly filled: ReadonlySet<string>;
  /** Whether no row of a table has another's key. */
  readonly isUnique: (table: string) => boolean;
}

/** Statements that complete tickets from calls, messages and events. Known values stay. */
export function deriveSql(derivation: Derivation): string[] {
  const { filled } = derivation;
  const touched = filled.has('calls') || filled.has('messages') || filled.has('ticket_events');
  return [
    ...(filled.has('calls') ? [...callsWithoutTicket(derivation), ticketsFromCalls(derivation)] : []),
    ...authorsSql(derivation),
    ...(filled.has('messages') ? [ticketsFromMessages(derivation)] : []),
    ...(filled.has('ticket_events') ? [ticketsFromEvents(derivation)] : []),
    ...(touched ? [ticketDurations(derivation)] : []),
  ];
}

function callsWithoutTicket({ base, sourceId }: Derivation): string[] {
  const source = quoteLiteral(sourceId);
  return [
    `update ${base('calls')} set ticket_id = 'call ' || call_id where source_id = ${source} and ticket_id is null`,
    `insert into ${base('tickets')} by name
select source_id, ticket_id, any_value(customer_id) as customer_id, any_value(agent_id) as agent_id, 'phone' as channel, any_value(type) as type,
  min(started_at) as created_at, min(started_at_utc) as created_at_utc, any_value(source_file) as source_file, min(source_row) as source_row
from ${base('calls')} c anti join ${base('tickets')} t using (source_id, ticket_id) where c.source_id = ${source} group by source_id, ticket_id`,
  ];
}

/** A call that nobody took solved nothing, whatever its ticket's status says. */
function ticketsFromCalls(derivation: Derivation): string {
  const { base, sourceId } = derivation;
  const worked = 'coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)';
  return `update ${base('tickets')} as t set
  ${instant(derivation, 'assigned_at', 'k.answered')},
  ${instant(derivation, 'last_solved_at', `case when t.status in ('solved', 'closed') then k.ended end`)},
  ${instant(derivation, 'first_solved_at', `case when t.status in ('solved', 'closed') and k.calls = 1 then k.ended end`)},
  wait_seconds = coalesce(t.wait_seconds, k.wait), handle_seconds = coalesce(t.handle_seconds, k.handle)
from (
  select source_id, ticket_id, count(*) as calls, min(answered_at_utc) as answered, max(ended_at_utc) filter (where outcome in ('answered', 'transferred')) as ended,
    arg_min(case when outcome in ('answered', 'transferred') then wait_seconds end, started_at_utc) as wait,
    sum(case when talk_seconds is not null or hold_seconds is not null or wrap_seconds is not null then ${worked} end)::bigint as handle
  from ${base('calls')} where source_id = ${quoteLiteral(sourceId)} group by source_id, ticket_id
) k where k.source_id = t.source_id and k.ticket_id = t.ticket_id`;
}

/** The first reply by a person counts from the customer's own first message on: who opens a ticket does not answer it. */
function ticketsFromMessages(derivation: Derivation): string {
  const { base, sourceId } = derivation;
  const shown = 'm.is_public is not false';
  const human = `m.author = 'agent' and m.is_automated is not true and ${shown}`;
  const answers = 'w.asked is not null and m.sent_at_utc >= w.asked';
  return `update ${base('tickets')} as t set
  ${instant(derivation, 'first_reply_at', 'k.first_reply')},
  ${instant(derivation, 'first_human_reply_at', 'k.first_human_reply')},
  started_by = coalesce(t.started_by, k.started_by), agent_replies = coalesce(t.agent_replies, k.agent_replies),
  customer_messages = coalesce(t.customer_messages, k.customer_messages), agents_involved = coalesce(t.agents_involved, k.agents)
from (
  select m.source_id, m.ticket_id, arg_min(m.author, m.sent_at_utc) as started_by,
    min(m.sent_at_utc) filter (where m.author in ('agent', 'bot') and ${shown} and ${answers}) as first_reply,
    min(m.sent_at_utc) filter (where ${human} and ${answers}) as first_human_reply,
    count(*) filter (where ${human})::integer as agent_replies,
    count(*) filter (where m.author = 'customer')::integer as customer_messages,
    count(distinct m.author_id) filter (where m.author = 'agent')::integer as agents
  from ${base('messages')} m
  left join (select source_id, ticket_id, min(sent_at_utc) as asked from ${base('messages')} where author = 'customer' group by all) w using (source_id, ticket_id)
  where m.source_id = ${quoteLiteral(sourceId)} group by m.source_id, m.ticket_id
) k where k.source_id = t.source_id and k.ticket_id = t.ticket_id`;
}

/** A source that names its solves says by that which closings were none: a ticket that was left or given up is closed, not solved. */
function ticketsFromEvents(derivation: Derivation): string {
  const { base, sourceId } = derivation;
  const source = quoteLiteral(sourceId);
  const done = `('solved', 'closed')`;
  const solve = `(kind = 'solve' or (not named and kind = 'status' and to_value in ${done} and from_value is distinct from 'solved' and from_value is distinct from 'closed'))`;
  const reopen = `(kind = 'reopen' or (kind = 'status' and from_value in ${done} and to_value not in ${done}))`;
  return `update ${base('tickets')} as t set
  ${instant(derivation, 'first_solved_at', 'k.first_solved')},
  ${instant(derivation, 'last_solved_at', 'k.last_solved')},
  ${instant(derivation, 'assigned_at', 'k.assigned')},
  reopens = coalesce(t.reopens, k.reopens)
from (
  select source_id, ticket_id, min(at_utc) filter (where ${solve}) as first_solved, max(at_utc) filter (where ${solve}) as last_solved,
    min(at_utc) filter (where kind = 'assignee' and to_value is not null) as assigned,
    case when bool_or(kind = 'reopen') then count(*) filter (where kind = 'reopen') else count(*) filter (where ${reopen}) end::integer as reopens
  from ${base('ticket_events')} cross join (select coalesce(bool_or(kind = 'solve'), false) as named from ${base('ticket_events')} where source_id = ${source})
  where source_id = ${source} group by source_id, ticket_id
) k where k.source_id = t.source_id and k.ticket_id = t.ticket_id`;
}

function ticketDurations({ base, sourceId }: Derivation): string {
  const from = 'created_at_utc';
  return `update ${base('tickets')} set
  first_response_seconds = coalesce(first_response_seconds, ${seconds(from, 'first_human_reply_at_utc')}),
  first_resolution_seconds = coalesce(first_resolution_seconds, ${seconds(from, 'first_solved_at_utc')}),
  resolution_seconds = coalesce(resolution_seconds, ${seconds(from, 'last_solved_at_utc')}),
  wait_seconds = coalesce(wait_seconds, ${seconds(from, 'assigned_at_utc')}),
  is_reopened = coalesce(is_reopened, case when reopens is not null and status is not null then reopens > 0 and status in ('new', 'open', 'in_progress', 'pending', 'hold') end)
where source_id = ${quoteLiteral(sourceId)}`;
}

/** Sets both twins of an instant where it is not known yet. */
function instant({ workspaceZone }: Derivation, name: string, utc: string): string {
  const wall = workspaceZone === null ? `(${utc})` : utcToLocalSql(`(${utc})`, workspaceZone);
  return `${name}_utc = coalesce(t.${name}_utc, ${utc}), ${name} = coalesce(t.${name}, ${wall})`;
}
