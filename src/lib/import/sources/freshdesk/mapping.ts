import type { Field } from '../../mapping.ts';
import type { Template } from '../template.ts';

const text = (column: string): Field => ({ kind: 'text', column });
const clock = (column: string): Field => ({ kind: 'duration', column, unit: 'hours' });

const ticketId = 'ticket id|id do ticket|id do chamado|display id';
const contactId = 'contact id|id do contato|unique external id|requester id';
const email = 'email|e mail|contact email|requester email|email do contato';
const fullName = 'full name|nome completo|requester name|contact name';
const agent = 'agent|agente|agent name|responsavel';
const group = 'group|grupo|group name';
const survey =
  'survey results|survey result|resultados da pesquisa|resultado da pesquisa|satisfaction rating';

/** Freshdesk's ticket CSV. Its two "(in hrs)" columns are `hh:mm:ss` of business hours. */
export const tickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: { kind: 'id', column: ticketId },
    customer_id: { kind: 'first', of: [{ kind: 'id', column: contactId }, text(email), text(fullName)] },
    customer_key: {
      kind: 'first',
      of: [
        { kind: 'key', column: email },
        { kind: 'key', column: 'mobile phone|work phone|telefone celular|telefone comercial' },
      ],
    },
    subject: text('subject|assunto'),
    channel: { kind: 'word', column: 'source|origem|fonte|canal', vocabulary: 'channel' },
    channel_raw: text('source|origem|fonte|canal'),
    type: text('type|tipo|ticket type'),
    tags: { kind: 'list', column: 'tags|etiquetas|marcadores', separator: ',' },
    priority: { kind: 'word', column: 'priority|prioridade', vocabulary: 'priority' },
    brand: text('product|produto'),
    team: text(group),
    agent_id: text(agent),
    language: text('language|idioma'),
    status: { kind: 'word', column: 'status|situacao', vocabulary: 'status' },
    status_raw: text('status|situacao'),
    created_at: {
      kind: 'instant',
      column: 'created time|created date|hora da criacao|criado em|hora de criacao',
    },
    updated_at: {
      kind: 'instant',
      column: 'last update time|last updated time|updated time|hora da ultima atualizacao',
    },
    first_human_reply_at: {
      kind: 'instant',
      column: 'initial response time|hora da resposta inicial|tempo da resposta inicial',
    },
    last_solved_at: {
      kind: 'first',
      of: [
        { kind: 'instant', column: 'resolved time|hora da resolucao|hora de resolucao|resolvido em' },
        { kind: 'instant', column: 'closed time|hora do fechamento|hora de fechamento' },
      ],
    },
    closed_at: { kind: 'instant', column: 'closed time|hora do fechamento|hora de fechamento|fechado em' },
    due_at: { kind: 'instant', column: 'due by time|due by|prazo|vencimento' },
    agent_replies: { kind: 'integer', column: 'agent interactions|interacoes do agente' },
    customer_messages: { kind: 'integer', column: 'customer interactions|interacoes do cliente' },
    handle_seconds: clock('time tracked|tempo registrado|tempo rastreado'),
    reported_first_response_business_seconds: clock(
      'first response time in hrs|first response time in hours|tempo da primeira resposta em horas',
    ),
    reported_resolution_business_seconds: clock(
      'resolution time in hrs|resolution time in hours|tempo de resolucao em horas',
    ),
    sla_first_response_met: { kind: 'boolean', column: 'first response status|status da primeira resposta' },
    sla_resolution_met: { kind: 'boolean', column: 'resolution status|status da resolucao' },
  },
};

export const ratings: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: { kind: 'id', column: ticketId },
    ticket_id: { kind: 'id', column: ticketId },
    customer_id: { kind: 'first', of: [{ kind: 'id', column: contactId }, text(email), text(fullName)] },
    agent_id: text(agent),
    kind: { kind: 'constant', value: 'csat' },
    score: { kind: 'score', column: survey, scale: null },
  },
};

export const agents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: text(agent), name: text(agent) },
};

export const customers: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: { kind: 'first', of: [{ kind: 'id', column: contactId }, text(email), text(fullName)] },
    customer_key: {
      kind: 'first',
      of: [
        { kind: 'key', column: email },
        { kind: 'key', column: 'mobile phone|work phone|telefone celular|telefone comercial' },
      ],
    },
    name: text(fullName),
    organisation: text('company name|nome da empresa|empresa|company'),
  },
};

export const signature = {
  own: [
    'created time',
    'resolved time',
    'closed time',
    'last update time',
    'due by time',
    'initial response time',
    'agent interactions',
    'customer interactions',
    'first response time in hrs',
    'resolution time in hrs',
    'survey results',
    'time tracked',
    'every response status',
    'association type',
    'hora da criacao',
    'hora da resolucao',
    'interacoes do agente',
    'interacoes do cliente',
  ],
  shared: [
    ticketId,
    'subject|assunto',
    'status',
    'priority|prioridade',
    'source|origem',
    'type|tipo',
    agent,
    group,
    fullName,
    email,
    contactId,
    'company name',
    'summary',
  ],
} as const;
