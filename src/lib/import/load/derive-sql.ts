import { quoteLiteral } from '#sql';
import { seconds } from '../compile/derived.ts';
import { authorsSql } from './authors-sql.ts';
import { instant, type Derivation } from './derivation.ts';
import { namesSql } from './names-sql.ts';
import { eventsWithoutTicket, ticketsFromEvents } from './events-sql.ts';

export type { Derivation } from './derivation.ts';

/** Statements that complete tickets from calls, messages and events. Known values stay. */
export function deriveSql(derivation: Derivation): string[] {
  const { filled } = derivation;
  const isFilled = (table: string) => filled.has(table);
  return [
    ...(derivation.isNamed ? namesSql(derivation) : []),
    ...(isFilled('calls') ? [...callsWithoutTicket(derivation), ticketsFromCalls(derivation)] : []),
    ...authorsSql(derivation),
    ...botsAmongAgents(derivation),
    ...(isFilled('messages') ? [messagesWithoutTicket(derivation), ticketsFromMessages(derivation)] : []),
    ...(isFilled('ticket_events') ? [eventsWithoutTicket(derivation), ...ticketsFromEvents(derivation)] : []),
    ...(isFilled('messages') || isFilled('ticket_events') ? [peopleInvolved(derivation)] : []),
    ...(['calls', 'messages', 'ticket_events'].some(isFilled) ? [ticketDurations(derivation)] : []),
  ];
}

function callsWithoutTicket({ base, sourceId }: Derivation): string[] {
  const source = quoteLiteral(sourceId);
  return [
    `update ${base('calls')} set ticket_id = 'call ' || call_id where source_id = ${source} and ticket_id is null`,
    `insert into ${base('tickets')} by name
select source_id, ticket_id, arg_min(customer_id, started_at_utc) as customer_id, arg_min(agent_id, started_at_utc) as agent_id, 'phone' as channel, arg_min(type, started_at_utc) as type,
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

/** Some vendors call their bots agents like the others; who is a program, the list of agents tells. */
function botsAmongAgents({ base, whole, filled, sourceId }: Derivation): string[] {
  const source = quoteLiteral(sourceId);
  const isBot = (id: string) =>
    `${id} in (select agent_id from ${whole('agents')} where source_id = ${source} and is_bot)`;
  const update = (table: string, role: string) =>
    `update ${base(table)} set ${role} = 'bot' where source_id = ${source} and ${role} = 'agent' and ${isBot(`${role}_id`)}`;
  return [
    ...(filled.has('messages') ? [update('messages', 'author')] : []),
    ...(filled.has('ticket_events') ? [update('ticket_events', 'actor')] : []),
  ];
}

/** A conversation that only its messages tell of is a ticket all the same; where it stands they do not say. */
function messagesWithoutTicket({ base, whole, sourceId }: Derivation): string {
  return `insert into ${base('tickets')} by name
select m.source_id, m.ticket_id, arg_min(m.channel, m.sent_at_utc) as channel, arg_min(m.author_id, m.sent_at_utc) filter (where m.author = 'customer') as customer_id,
  min(m.sent_at) as created_at, min(m.sent_at_utc) as created_at_utc, arg_min(m.source_file, m.source_row) as source_file, min(m.source_row) as source_row
from ${base('messages')} m anti join ${whole('tickets')} t using (source_id, ticket_id)
where m.source_id = ${quoteLiteral(sourceId)} and m.ticket_id is not null group by m.source_id, m.ticket_id`;
}

/**
 * The first reply by a person counts from the customer's own first message on: who opens a ticket does not answer it. Where the
 * source says that the customer began and has no message of it, that is when the ticket was opened.
 */
function ticketsFromMessages(derivation: Derivation): string {
  const { base, sourceId } = derivation;
  const shown = 'm.is_public is not false';
  const human = `m.author = 'agent' and m.is_automated is not true and ${shown}`;
  const answers = 'w.asked is not null and m.sent_at_utc >= w.asked';
  const source = quoteLiteral(sourceId);
  return `update ${base('tickets')} as t set
  ${instant(derivation, 'first_reply_at', 'k.first_reply')},
  ${instant(derivation, 'first_human_reply_at', 'k.first_human_reply')},
  started_by = coalesce(t.started_by, k.started_by), agent_replies = coalesce(t.agent_replies, k.agent_replies),
  customer_messages = coalesce(t.customer_messages, k.customer_messages)
from (
  select m.source_id, m.ticket_id, arg_min(m.author, m.sent_at_utc) filter (where ${shown}) as started_by,
    min(m.sent_at_utc) filter (where m.author in ('agent', 'bot') and ${shown} and ${answers}) as first_reply,
    min(m.sent_at_utc) filter (where ${human} and ${answers}) as first_human_reply,
    count(*) filter (where ${human})::integer as agent_replies,
    count(*) filter (where m.author = 'customer')::integer as customer_messages
  from ${base('messages')} m
  left join (
    select a.source_id, a.ticket_id, coalesce(min(a.sent_at_utc) filter (where a.author = 'customer'), any_value(c.created_at_utc) filter (where c.started_by = 'customer')) as asked
    from ${base('messages')} a left join ${base('tickets')} c using (source_id, ticket_id) where a.source_id = ${source} group by all
  ) w using (source_id, ticket_id)
  where m.source_id = ${source} group by m.source_id, m.ticket_id
) k where k.source_id = t.source_id and k.ticket_id = t.ticket_id`;
}

/** Everyone who wrote to the customer or to colleagues, or had the ticket; every team that had it. Nobody known is no number. */
function peopleInvolved({ base, filled, sourceId }: Derivation): string {
  const source = quoteLiteral(sourceId);
  const ofEvents = (kind: string, value: string) =>
    `select source_id, ticket_id, kind, ${value} as name from ${base('ticket_events')} where source_id = ${source} and kind = '${kind}'`;
  const queries = [
    ...(filled.has('messages')
      ? [
          `select source_id, ticket_id, 'assignee', author_id from ${base('messages')} where source_id = ${source} and author = 'agent' and is_automated is not true`,
        ]
      : []),
    ...(filled.has('ticket_events')
      ? ['assignee', 'team'].flatMap((kind) => [ofEvents(kind, 'from_value'), ofEvents(kind, 'to_value')])
      : []),
  ];
  const count = (kind: string) => `nullif(count(distinct name) filter (where kind = '${kind}'), 0)::integer`;
  return `update ${base('tickets')} as t set
  agents_involved = coalesce(t.agents_involved, k.agents), teams_involved = coalesce(t.teams_involved, k.teams)
from (
  select source_id, ticket_id, ${count('assignee')} as agents, ${count('team')} as teams
  from (select null::varchar as source_id, null::varchar as ticket_id, null::varchar as kind, null::varchar as name where false union all ${queries.join(' union all ')}) group by source_id, ticket_id
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
