import type { Field } from '../../mapping.ts';
import type { Template } from '../template.ts';
import { headers as h } from './headers.ts';

const text = (column: string): Field => ({ kind: 'text', column });
const id = (column: string): Field => ({ kind: 'id', column });
const first = (...of: Field[]): Field => ({ kind: 'first', of });
const agentId = first(id(h.agentId), text(h.agent));
const customerId = first(id(h.customerId), text(h.email), text(h.customer), text(h.phone));
const customerKey = first({ kind: 'key', column: h.email }, { kind: 'key', column: h.phone });

export const tickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id(h.ticket),
    customer_id: customerId,
    customer_key: customerKey,
    subject: text(h.subject),
    channel: { kind: 'word', column: h.channel, vocabulary: 'channel' },
    channel_raw: text(h.channel),
    type: text(h.type),
    intent: text(h.intent),
    tags: { kind: 'list', column: h.tags, separator: null },
    priority: { kind: 'word', column: h.priority, vocabulary: 'priority' },
    site: text(h.site),
    brand: text(h.brand),
    team: text(h.team),
    agent_id: agentId,
    language: text(h.language),
    status: { kind: 'word', column: h.status, vocabulary: 'status' },
    status_raw: text(h.status),
    status_reason: text(h.statusReason),
    created_at: { kind: 'instant', column: h.created, time: h.time },
    updated_at: { kind: 'instant', column: h.updated },
    assigned_at: { kind: 'instant', column: h.assigned },
    first_human_reply_at: { kind: 'instant', column: h.firstReply },
    last_solved_at: { kind: 'instant', column: h.solved },
    closed_at: { kind: 'instant', column: h.closed },
    due_at: { kind: 'instant', column: h.due },
    reopens: { kind: 'integer', column: h.reopens },
    agent_replies: { kind: 'integer', column: h.replies },
    customer_messages: { kind: 'integer', column: h.customerMessages },
    wait_seconds: { kind: 'duration', column: h.wait, unit: 'seconds' },
    handle_seconds: { kind: 'duration', column: h.handle, unit: 'seconds' },
    hold_seconds: { kind: 'duration', column: h.hold, unit: 'seconds' },
    reported_first_response_seconds: { kind: 'duration', column: h.firstResponse, unit: 'seconds' },
    reported_resolution_seconds: {
      kind: 'duration',
      column: h.resolution,
      unit: 'seconds',
      unless: { column: 'status', is: ['new', 'open', 'in_progress', 'pending', 'hold'] },
    },
    sla_resolution_met: first(
      { kind: 'boolean', column: h.slaResolution },
      { kind: 'boolean', column: h.slaMissed, not: true },
    ),
  },
};

/** Where nothing says how pleased they were, what customers said is what the ticket is about. */
export const remarks: Template = {
  ...tickets,
  columns: { ...tickets.columns, subject: text(`${h.subject}|${h.remark}`) },
};

const ticketOfOther = id(h.ticket.replace(/\|id$/, ''));

function ratingsOf(kind: 'csat' | 'nps', column: string, ratingId: Field): Template {
  return {
    table: 'ratings',
    requires: ['score_raw'],
    columns: {
      rating_id: ratingId,
      ticket_id: id(h.ticket),
      customer_id: customerId,
      agent_id: agentId,
      kind: { kind: 'constant', value: kind },
      rated_at: { kind: 'instant', column: h.ratedAt },
      score: { kind: 'score', column, scale: null },
      comment: text(h.comment),
    },
  };
}

const segments =
  'segment|segmento|segmento do cliente|customer segment|plan|plano|tier|nivel|perfil do cliente|categoria do cliente';
const stages =
  'stage|estagio|estagio do cliente|customer stage|tipo de cliente|lifecycle stage|ciclo de vida|fase do cliente';

/** Answers that stand in the row of their ticket. */
export const ticketRatings: readonly Template[] = [
  ratingsOf('csat', h.csat, id(h.ticket)),
  ratingsOf('nps', h.nps, { kind: 'row', prefix: 'nps ' }),
];

/** A file of answers: one a row, with the ticket that each is about. A row without a score is a survey that nobody answered. */
export const ratings: Template = {
  ...ratingsOf('csat', h.csat, id(h.ratingId)),
  requires: [],
  columns: {
    ...ratingsOf('csat', h.csat, id(h.ratingId)).columns,
    ticket_id: ticketOfOther,
    rated_at: first({ kind: 'instant', column: h.ratedAt }, { kind: 'instant', column: h.created }),
  },
};

export const npsRatings: Template = {
  ...ratings,
  columns: {
    ...ratings.columns,
    kind: { kind: 'constant', value: 'nps' },
    score: { kind: 'score', column: h.nps, scale: '0-10' },
  },
};

export const messages: Template = {
  table: 'messages',
  requires: ['ticket_id'],
  columns: {
    message_id: first(id(h.messageId), { kind: 'row', prefix: 'row ' }),
    ticket_id: ticketOfOther,
    sent_at: { kind: 'instant', column: h.sentAt },
    author: { kind: 'word', column: h.author, vocabulary: 'author' },
    is_public: { kind: 'boolean', column: h.isPublic },
    body: text(h.body),
  },
};

export const agentList: Template = {
  table: 'agents',
  requires: ['agent_id'],
  columns: {
    agent_id: first(id(h.agentId), id('id')),
    name: text(`name|nome|full name|${h.agent}`),
    team: text(`${h.team}|turno|shift`),
    is_bot: { kind: 'boolean', column: 'is bot|bot|robo' },
  },
};

export const customerList: Template = {
  table: 'customers',
  requires: ['customer_id'],
  columns: {
    customer_id: first(id(h.customerId), id('id')),
    customer_key: customerKey,
    name: text(`name|nome|${h.customer}`),
    organisation: text(h.organisation),
    created_at: {
      kind: 'instant',
      column: `cliente desde|customer since|signup date|data cadastro|${h.created}`,
    },
    segment: text(segments),
    stage: { kind: 'word', column: stages, vocabulary: 'stage' },
  },
};

export const orders: Template = {
  table: 'orders',
  requires: ['order_id'],
  columns: {
    order_id: id(h.orderId),
    customer_id: customerId,
    customer_key: customerKey,
    ordered_at: { kind: 'instant', column: h.orderedAt },
    amount: { kind: 'money', column: h.amount },
    refunded: { kind: 'money', column: 'refunded|refund|reembolso|valor reembolsado|estorno' },
    currency: text(h.currency),
  },
};

/** The agents and customers that the rows of another table name. */
export const agents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: agentId, name: first(text(h.agent), id(h.agentId)) },
};

export const customers: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: customerId,
    customer_key: customerKey,
    name: text(h.customer),
    organisation: text(h.organisation),
    segment: text(segments),
    stage: { kind: 'word', column: stages, vocabulary: 'stage' },
  },
};
