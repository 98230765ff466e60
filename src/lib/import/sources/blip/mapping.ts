import type { Field } from '../../mapping.ts';
import { duration, first, id, text, utc, where } from '../fields.ts';
import type { Template } from '../template.ts';

const extract = (column: string, pattern: string): Field => ({ kind: 'extract', column, pattern });
const seconds = (column: string): Field => duration(column, 'seconds');

const ticketId = 'ticket id|id';
const identity = 'customer identity|identidade do cliente|contact identity|customer id';
const agent =
  'agent identity|attendant identity|agent email|agent name|atendente|agente|identidade do atendente|nome do atendente';
const customer = id(identity);
/** Who writes by WhatsApp has the number as a name: `5511999990000@wa.gw.msging.net`. */
const customerKey = first(extract(identity, String.raw`^\+?(\d{8,15})@`), {
  kind: 'key',
  column: 'customer email|customer phone|telefone|e mail',
});
const domain = first(text('customer domain|channel|canal'), extract(identity, '@(.+)$'));

/** Without a column for it the channel is what stands behind the customer's name. */
const channelsOf = [
  where(identity, String.raw`@wa\.gw\.`, 'whatsapp'),
  where(identity, String.raw`@messenger\.gw\.`, 'facebook'),
  where(identity, String.raw`@instagram\.gw\.`, 'instagram'),
  where(identity, String.raw`@(telegram|abs|businessmessages)\.gw\.`, 'messaging'),
  where(identity, String.raw`@mailgun\.gw\.`, 'email'),
  where(identity, String.raw`@0mn\.io`, 'chat'),
];

/** Tickets of Blip Desk. Its first response counts from the pick-up, ours from the storage: the queue belongs to the wait. */
export const tickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id(ticketId),
    customer_id: customer,
    customer_key: customerKey,
    channel: first(
      { kind: 'word', column: 'customer domain|channel|canal', vocabulary: 'channel' },
      ...channelsOf,
    ),
    channel_raw: domain,
    team: text('team|fila|queue|equipe|nome da fila'),
    agent_id: text(agent),
    tags: { kind: 'list', column: 'tags', separator: null },
    status: { kind: 'word', column: 'status', vocabulary: 'status' },
    status_raw: text('status'),
    follow_up_of: id('parent ticket id'),
    created_at: utc('storage date|data de criacao|criado em'),
    updated_at: utc('status date|close date'),
    assigned_at: utc('open date|data de abertura'),
    first_human_reply_at: utc('first response date|data da primeira resposta'),
    closed_at: utc('close date|data de fechamento'),
    reported_wait_seconds: seconds('queue time|tempo de fila|tempo em fila'),
    reported_first_response_seconds: seconds('first response time|tempo de primeira resposta'),
    reported_handle_seconds: seconds('operational time|attendance time|tempo de atendimento'),
  },
};

export const ratings: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: id(ticketId),
    ticket_id: id(ticketId),
    customer_id: customer,
    agent_id: text(agent),
    kind: { kind: 'constant', value: 'csat' },
    score: { kind: 'score', column: 'rating|avaliacao|nota', scale: null },
  },
};

export const agents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: {
    agent_id: text(agent),
    name: text('agent name|nome do atendente|atendente|agent identity|attendant identity'),
  },
};

export const customers: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: customer,
    customer_key: customerKey,
    name: text('customer name|nome do cliente'),
  },
};
