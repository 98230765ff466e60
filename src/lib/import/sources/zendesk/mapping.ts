import type { Field } from '../../mapping.ts';
import type { Template } from '../template.ts';

const minutes = (column: string): Field => ({ kind: 'duration', column, unit: 'minutes' });
const text = (column: string): Field => ({ kind: 'text', column });

const assignee = 'assignee|assignee name|responsavel|atribuido|atribuido a|agente|nome do atribuido';
const assigneeId = 'assignee id|id do responsavel|id do atribuido';
const requester = 'requester|requester name|solicitante|nome do solicitante';
const requesterId = 'requester id|id do solicitante';
const requesterEmail = 'requester email|e mail do solicitante|email do solicitante';
const group = 'group|group name|ticket group|assignee group|grupo|grupo do ticket|nome do grupo';
const created =
  'created at|requested|created|ticket created timestamp|ticket created|ticket created date|criado em|criado|solicitado|solicitado em|data de criacao|aberto em';
const solved =
  'solved at|solved|ticket solved timestamp|ticket solved|resolvido em|solucionado em|resolvido|solucionado|data de resolucao';
const ticketId = 'id|ticket id|id do ticket|id do chamado|ticket|numero do ticket';
const score =
  'satisfaction score|satisfaction|ticket satisfaction rating|satisfaction rating|indice de satisfacao|pontuacao de satisfacao|satisfacao|classificacao de satisfacao|avaliacao de satisfacao';

const firstReply =
  'first reply time in minutes|first reply time min|tempo da primeira resposta em minutos|tempo de primeira resposta em minutos|tempo da primeira resposta min';
const firstResolution =
  'first resolution time in minutes|first resolution time min|tempo da primeira resolucao em minutos|tempo de primeira resolucao em minutos|tempo da primeira resolucao min';

/** The ticket export of Zendesk: the full CSV, Explore, and a view's columns, matched by header in English and Portuguese. */
export const tickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: { kind: 'id', column: ticketId },
    customer_id: {
      kind: 'first',
      of: [{ kind: 'id', column: requesterId }, text(requesterEmail), text(requester)],
    },
    customer_key: { kind: 'key', column: requesterEmail },
    subject: text('subject|ticket subject|assunto'),
    channel: { kind: 'word', column: 'via|channel|ticket channel|canal|ticket via', vocabulary: 'channel' },
    channel_raw: text('via|channel|ticket channel|canal|ticket via'),
    type: text('ticket type|type|tipo de ticket|tipo do ticket|tipo'),
    tags: { kind: 'list', column: 'tags|ticket tags|etiquetas|marcadores', separator: null },
    priority: { kind: 'word', column: 'priority|ticket priority|prioridade', vocabulary: 'priority' },
    brand: text('brand|ticket brand|marca'),
    team: text(group),
    agent_id: { kind: 'first', of: [{ kind: 'id', column: assigneeId }, text(assignee)] },
    status: { kind: 'word', column: 'status|ticket status|estado|situacao', vocabulary: 'status' },
    status_raw: text('status|ticket status|estado|situacao'),
    created_at: { kind: 'instant', column: created },
    updated_at: {
      kind: 'instant',
      column: 'updated at|updated|ticket updated timestamp|ticket last updated|atualizado em|atualizado',
    },
    assigned_at: {
      kind: 'first',
      of: [
        {
          kind: 'instant',
          column:
            'initially assigned at|ticket first assigned timestamp|atribuido inicialmente em|inicialmente atribuido em',
        },
        { kind: 'instant', column: 'assigned at|assigned|ticket assigned timestamp|atribuido em' },
      ],
    },
    first_human_reply_at: { kind: 'offset', from: 'created_at', column: firstReply, unit: 'minutes' },
    first_solved_at: { kind: 'offset', from: 'created_at', column: firstResolution, unit: 'minutes' },
    last_solved_at: { kind: 'instant', column: solved },
    due_at: { kind: 'instant', column: 'due date|due at|ticket due timestamp|data de vencimento|vencimento' },
    reopens: { kind: 'integer', column: 'reopens|ticket reopens|reaberturas' },
    agent_replies: { kind: 'integer', column: 'replies|agent replies|respostas|respostas do agente' },
    agents_involved: {
      kind: 'integer',
      column: 'assignee stations|estacoes do atribuido|estacoes de responsaveis',
    },
    teams_involved: { kind: 'integer', column: 'group stations|estacoes de grupo|estacoes do grupo' },
    reported_first_response_seconds: minutes(firstReply),
    reported_first_response_business_seconds: minutes(business(firstReply)),
    reported_first_resolution_seconds: minutes(firstResolution),
    reported_first_resolution_business_seconds: minutes(business(firstResolution)),
    reported_resolution_seconds: {
      kind: 'first',
      of: [
        minutes(
          'full resolution time in minutes|full resolution time min|tempo de resolucao total em minutos|tempo total de resolucao em minutos|tempo de resolucao completa em minutos',
        ),
        { kind: 'duration', column: 'resolution time|tempo de resolucao', unit: 'hours' },
      ],
    },
    reported_resolution_business_seconds: minutes(
      business(
        'full resolution time in minutes|full resolution time min|tempo de resolucao total em minutos|tempo total de resolucao em minutos|tempo de resolucao completa em minutos',
      ),
    ),
    reported_requester_wait_seconds: minutes(
      'requester wait time in minutes|requester wait time min|tempo de espera do solicitante em minutos',
    ),
    reported_requester_wait_business_seconds: minutes(
      business(
        'requester wait time in minutes|requester wait time min|tempo de espera do solicitante em minutos',
      ),
    ),
    reported_agent_wait_seconds: minutes(
      'agent wait time in minutes|agent wait time min|tempo de espera do agente em minutos',
    ),
    reported_agent_wait_business_seconds: minutes(
      business('agent wait time in minutes|agent wait time min|tempo de espera do agente em minutos'),
    ),
    reported_hold_seconds: minutes('on hold time in minutes|on hold time min|tempo em espera em minutos'),
    reported_hold_business_seconds: minutes(
      business('on hold time in minutes|on hold time min|tempo em espera em minutos'),
    ),
  },
};

export const ratings: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: { kind: 'id', column: ticketId },
    ticket_id: { kind: 'id', column: ticketId },
    customer_id: {
      kind: 'first',
      of: [{ kind: 'id', column: requesterId }, text(requesterEmail), text(requester)],
    },
    agent_id: { kind: 'first', of: [{ kind: 'id', column: assigneeId }, text(assignee)] },
    kind: { kind: 'constant', value: 'csat' },
    score: { kind: 'score', column: score, scale: null },
    comment: text('satisfaction comment|ticket satisfaction comment|comentario de satisfacao'),
  },
};

export const agents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: {
    agent_id: { kind: 'first', of: [{ kind: 'id', column: assigneeId }, text(assignee)] },
    name: { kind: 'first', of: [text(assignee), { kind: 'id', column: assigneeId }] },
  },
};

export const customers: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: {
      kind: 'first',
      of: [{ kind: 'id', column: requesterId }, text(requesterEmail), text(requester)],
    },
    customer_key: { kind: 'key', column: requesterEmail },
    name: text(requester),
    organisation: text('organization|organisation|ticket organization name|organizacao|empresa'),
  },
};

/** Headers that hardly anyone else has, and those that come with them. */
export const signature = {
  own: [
    'satisfaction score',
    'group stations',
    'assignee stations',
    'initially assigned at',
    'summation column',
    'requester external id',
    'requester domain',
    firstReply,
    firstResolution,
    'full resolution time in minutes|tempo de resolucao total em minutos|tempo total de resolucao em minutos',
    'requester wait time in minutes|requester wait time in minutes within business hours|tempo de espera do solicitante em minutos',
    business(firstReply),
    'atribuido inicialmente em',
    'estacoes de grupo|estacoes do grupo',
    'coluna de soma',
  ],
  shared: [
    ticketId,
    requester,
    requesterId,
    'status|ticket status',
    'via',
    group,
    assignee,
    'subject|assunto',
    created,
    'updated at|updated|atualizado em',
    solved,
    'reopens|reaberturas',
  ],
} as const;

function business(headers: string): string {
  const suffixes = [
    'within business hours',
    'business hours',
    'em horario comercial',
    'dentro do horario comercial',
    'no horario comercial',
  ];
  return headers
    .split('|')
    .flatMap((header) => suffixes.map((suffix) => `${header} ${suffix}`))
    .join('|');
}
