import { written } from './calendar.ts';
import { csvWriter, type CsvWriter } from './csv.ts';
import { slaTargetColumns } from './promise.ts';
import { shop } from './shop.ts';
import type { Story } from './story.ts';
import { ticketColumns, ticketRow } from './ticket-row.ts';

const columnsOf = {
  tickets: ticketColumns,
  messages:
    'message_id,ticket_id,sent_at,author,author_id,is_public,is_automated,direction,channel,body'.split(','),
  ticket_events: 'event_id,ticket_id,at,kind,from_value,to_value,actor,actor_id'.split(','),
  ratings:
    'rating_id,ticket_id,call_id,customer_id,agent_id,kind,sent_at,rated_at,rated_at_basis,score_raw,scale,score,score_normalised,bucket,comment,is_latest'.split(
      ',',
    ),
  calls:
    'call_id,ticket_id,customer_id,agent_id,queue,type,direction,started_at,answered_at,ended_at,wait_seconds,talk_seconds,hold_seconds,wrap_seconds,outcome,calls'.split(
      ',',
    ),
  agents: ['agent_id', 'name', 'team', 'is_bot'],
  customers: ['customer_id', 'customer_key', 'name', 'organisation', 'created_at', 'segment', 'stage'],
  agent_sessions: ['agent_id', 'state', 'from_at', 'to_at'],
  offers: ['offer_id', 'agent_id', 'ticket_id', 'at', 'result'],
  invitations: ['invitation_id', 'at', 'customer_id', 'accepted', 'ticket_id'],
  orders: ['order_id', 'customer_id', 'customer_key', 'ordered_at', 'amount', 'refunded', 'currency'],
  social_posts: ['post_id', 'network', 'posted_at', 'shares', 'impressions'],
  followers: ['network', 'day', 'followers'],
  sla_targets: slaTargetColumns,
} as const satisfies Record<string, readonly string[]>;

export type SampleTable = keyof typeof columnsOf;
export type Writers = Readonly<Record<SampleTable, CsvWriter>>;

export function openWriters(): Writers {
  const open = (name: SampleTable) => csvWriter(`${name}.csv`, columnsOf[name]);
  return {
    tickets: open('tickets'),
    messages: open('messages'),
    ticket_events: open('ticket_events'),
    ratings: open('ratings'),
    calls: open('calls'),
    agents: open('agents'),
    customers: open('customers'),
    agent_sessions: open('agent_sessions'),
    offers: open('offers'),
    invitations: open('invitations'),
    orders: open('orders'),
    social_posts: open('social_posts'),
    followers: open('followers'),
    sla_targets: open('sla_targets'),
  };
}

/** Writes down a ticket with all that belongs to it. */
export function record(story: Story, writers: Writers): void {
  const { id } = story.facts;
  writers.tickets.add(ticketRow(story, shop));
  for (const [index, message] of story.messages.entries()) {
    const { at, author, authorId, isPublic, isAutomated, channel, body } = message;
    const direction = author === 'customer' ? 'in' : 'out';
    const [messageId, sentAt] = [`${id}-${index + 1}`, written(at)];
    writers.messages.add([
      messageId,
      id,
      sentAt,
      author,
      authorId,
      isPublic,
      isAutomated,
      direction,
      channel,
      body,
    ]);
  }
  for (const [index, { at, kind, from, to, actor, actorId }] of story.events.entries()) {
    writers.ticket_events.add([`${id}-e${index + 1}`, id, written(at), kind, from, to, actor, actorId]);
  }
  for (const [index, { at, agentId, result }] of story.offers.entries()) {
    writers.offers.add([`${id}-o${index + 1}`, agentId, id, written(at), result]);
  }
  recordCall(story, writers);
  recordSurveys(story, writers);
  if (story.facts.isProactive) {
    writers.invitations.add([`${id}-i`, written(story.facts.at), story.facts.customer.id, true, id]);
  }
}

function recordCall({ call, facts }: Story, writers: Writers): void {
  if (call === null) return;
  const waited = (call.answeredAt ?? call.endedAt) - call.startedAt;
  writers.calls.add([
    `L${facts.id}`,
    facts.id,
    facts.customer.id,
    call.agentId,
    facts.type === 'Entrega' ? 'Entregas' : 'Geral',
    facts.type,
    'in',
    written(call.startedAt),
    written(call.answeredAt),
    written(call.endedAt),
    waited,
    call.talk,
    call.hold,
    call.wrap,
    call.outcome,
    1,
  ]);
}

function recordSurveys({ surveys, facts, call }: Story, writers: Writers): void {
  const [latest] = surveys
    .filter(({ kind, ratedAt }) => kind === 'csat' && ratedAt !== null)
    .sort((a, b) => b.ratedAt! - a.ratedAt!);
  const lastAsked = surveys.findLast(({ kind }) => kind === 'csat');
  for (const [index, survey] of surveys.entries()) {
    const { kind, sentAt, ratedAt, score, comment, agentId } = survey;
    const isLatest = kind === 'nps' || survey === (latest ?? lastAsked);
    writers.ratings.add([
      `${facts.id}-r${index + 1}`,
      facts.id,
      call === null ? null : `L${facts.id}`,
      facts.customer.id,
      agentId,
      kind,
      written(sentAt),
      written(ratedAt),
      ratedAt === null ? null : 'rated',
      score,
      kind === 'nps' ? '0-10' : '1-5',
      score,
      score === null ? null : kind === 'nps' ? score / 10 : (score - 1) / 4,
      bucketOf(kind, score),
      comment,
      isLatest,
    ]);
  }
}

function bucketOf(kind: 'csat' | 'nps', score: number | null): string | null {
  if (score === null) return null;
  const [positive, neutral] = kind === 'csat' ? [4, 3] : [9, 7];
  return score >= positive ? 'positive' : score >= neutral ? 'neutral' : 'negative';
}
