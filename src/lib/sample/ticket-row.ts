import { written, type Clock } from './calendar.ts';
import type { Field } from './csv.ts';
import { promised } from './promise.ts';
import type { Story } from './story.ts';

type Row = Readonly<Record<string, Field>>;

export const ticketColumns =
  'ticket_id,customer_id,customer_key,subject,channel,type,intent,tags,priority,site,brand,team,agent_id,language,status,is_reopened,started_by,is_proactive,is_offline,is_missed,merged_into,follow_up_of,created_at,updated_at,assigned_at,first_reply_at,first_human_reply_at,first_solved_at,last_solved_at,closed_at,first_response_due_at,due_at,reopens,agent_replies,customer_messages,agents_involved,teams_involved,first_response_seconds,first_resolution_seconds,resolution_seconds,wait_seconds,handle_seconds,in_progress_seconds,requester_wait_seconds,agent_wait_seconds,hold_seconds,sla_first_response_met,sla_resolution_met'.split(
    ',',
  );

/** One line of tickets.csv: everything in it is read off the story's messages, events and call. */
export function ticketRow(story: Story, brand: string): readonly Field[] {
  const row: Row = {
    ...identity(story, brand),
    ...state(story),
    ...instants(story),
    ...counts(story),
    ...durations(story),
  };
  return ticketColumns.map((name) => row[name] ?? null);
}

function identity({ facts, isMissed, isOffline, mergedInto }: Story, brand: string): Row {
  return {
    ticket_id: facts.id,
    customer_id: facts.customer.id,
    customer_key: facts.customer.email,
    subject: facts.channel === 'phone' ? null : facts.subject,
    channel: facts.channel,
    type: facts.type || null,
    intent: facts.intent || null,
    tags: facts.tags,
    priority: facts.priority,
    site: facts.customer.site.name,
    brand,
    language: 'pt-BR',
    started_by: facts.isProactive ? 'system' : 'customer',
    is_proactive: facts.isProactive,
    is_offline: isOffline,
    is_missed: isMissed,
    merged_into: mergedInto,
    follow_up_of: facts.followUpOf,
  };
}

function state(story: Story): Row {
  const status = valueOf(story, 'status') ?? 'new';
  return {
    status,
    is_reopened: solves(story).length > 0 && !['solved', 'closed'].includes(status),
    team: valueOf(story, 'team'),
    agent_id: valueOf(story, 'assignee'),
  };
}

function instants(story: Story): Row {
  const { facts, messages, events } = story;
  const due = promised(facts);
  const latest = Math.max(facts.at, ...messages.map(({ at }) => at), ...events.map(({ at }) => at));
  return {
    created_at: written(facts.at),
    updated_at: written(latest),
    assigned_at: written(assignedAt(story)),
    first_reply_at: written(firstReply(story, ['agent', 'bot'])),
    first_human_reply_at: written(firstReply(story, ['agent'])),
    first_solved_at: written(solves(story)[0] ?? null),
    last_solved_at: written(solves(story).at(-1) ?? null),
    closed_at: written(closedAt(story)),
    first_response_due_at: written(due.firstResponse),
    due_at: written(due.resolution),
  };
}

function counts({ messages, events }: Story): Row {
  const byAgents = messages.filter(({ author, isPublic }) => author === 'agent' && isPublic);
  const agents = new Set([
    ...messages.filter(({ author }) => author === 'agent').map(({ authorId }) => authorId),
    ...events.filter(({ kind }) => kind === 'assignee').map(({ to }) => to),
  ]);
  return {
    reopens: events.filter(({ kind }) => kind === 'reopen').length,
    agent_replies: byAgents.length,
    customer_messages: messages.filter(({ author }) => author === 'customer').length,
    agents_involved: agents.size,
    teams_involved: new Set(events.filter(({ kind }) => kind === 'team').map(({ to }) => to)).size,
  };
}

function durations(story: Story): Row {
  const { facts } = story;
  const since = (at: Clock | null | undefined) => (at === null || at === undefined ? null : at - facts.at);
  const human = since(firstReply(story, ['agent']));
  const last = solves(story).at(-1) ?? null;
  const due = promised(facts);
  return {
    first_response_seconds: human,
    first_resolution_seconds: since(solves(story)[0]),
    resolution_seconds: since(last),
    wait_seconds: waited(story),
    handle_seconds: handled(story),
    in_progress_seconds: timeIn(story, ['in_progress'], last),
    requester_wait_seconds: timeIn(story, ['new', 'in_progress', 'hold'], last),
    agent_wait_seconds: timeIn(story, ['pending'], last),
    hold_seconds: timeIn(story, ['hold'], last),
    sla_first_response_met:
      human === null || due.firstResponse === null ? null : facts.at + human <= due.firstResponse,
    sla_resolution_met: last === null ? null : last <= due.resolution,
  };
}

/** Until somebody attended, or until the customer gave up; nobody waits for a bot. */
function waited(story: Story): number | null {
  const { call, facts } = story;
  if (call !== null) return (call.answeredAt ?? call.endedAt) - call.startedAt;
  const until = assignedAt(story) ?? (solves(story).length === 0 ? closedAt(story) : null);
  return until === null ? null : until - facts.at;
}

function handled(story: Story): number | null {
  const { call } = story;
  if (call !== null) return call.outcome === 'answered' ? call.talk! + call.hold! + call.wrap! : null;
  if (assignedAt(story) === null || closedAt(story) === null) return null;
  return 90 + story.messages.filter(({ author }) => author === 'agent').length * 75;
}

/** Seconds in some statuses until an instant; unknown for a ticket that never reached it. */
function timeIn({ facts, events }: Story, statuses: readonly string[], until: Clock | null): number | null {
  if (until === null) return null;
  let since = facts.at;
  let status = 'new';
  let seconds = 0;
  for (const event of events) {
    if (event.kind !== 'status' || event.at > until) continue;
    if (statuses.includes(status)) seconds += event.at - since;
    [since, status] = [event.at, event.to ?? status];
  }
  return statuses.includes(status) ? seconds + until - since : seconds;
}

function valueOf({ events }: Story, kind: string): string | null {
  return events.findLast((event) => event.kind === kind)?.to ?? null;
}

function assignedAt({ events }: Story): Clock | null {
  return events.find(({ kind }) => kind === 'assignee')?.at ?? null;
}

function closedAt({ events }: Story): Clock | null {
  const last = events.findLast(({ kind }) => kind === 'status');
  return last?.to === 'closed' ? last.at : null;
}

function solves({ events }: Story): readonly Clock[] {
  return events.filter(({ kind }) => kind === 'solve').map(({ at }) => at);
}

function firstReply({ messages }: Story, authors: readonly string[]): Clock | null {
  return messages.find(({ author, isPublic }) => isPublic && authors.includes(author))?.at ?? null;
}
