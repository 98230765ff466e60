import type { Field } from '../../mapping.ts';
import { constant, duration, first, id, local, text, utc, where, word } from '../fields.ts';
import type { Template } from '../template.ts';

const minutes = (column: string): Field => duration(column, 'minutes');

const origin = 'origin|origem|aberto via|canal';
/** Origins 15 and 16: a call that nobody took, and one that was given up. */
const isMissed = where(origin, '(?i)^(15|16|LostCall|DropoutCall)$|perdida|desist', 'true');
/** Origins of tickets that the team itself began. */
const startedBy = where(origin, '(?i)^(2|7|14)$|^web (pelo )?agente$|e-?mail enviado|realizada', 'agent');

/** Tickets of the API: `status` is the account's own word, `baseStatus` what it stands for. */
export const tickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id('id'),
    subject: text('subject'),
    is_missed: isMissed,
    started_by: startedBy,
    channel: word('origin', 'channel'),
    channel_raw: text('origin'),
    type: text('category'),
    intent: text('service first level'),
    tags: { kind: 'list', column: 'tags', separator: null },
    priority: word('urgency', 'priority'),
    team: text('owner team'),
    agent_id: id('owner id'),
    status: word('base status|status', 'status'),
    status_raw: text('status'),
    status_reason: text('justification'),
    created_at: utc('created date'),
    updated_at: utc('last update|last action date'),
    first_human_reply_at: utc('sla real response date'),
    last_solved_at: utc('resolved in'),
    closed_at: utc('closed in'),
    first_response_due_at: utc('sla response date'),
    due_at: utc('sla solution date'),
    reported_resolution_business_seconds: minutes('life time working time|lifetime working time'),
    reported_hold_seconds: minutes('stopped time'),
    reported_hold_business_seconds: minutes('stopped time working time'),
  },
};

export const owners: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: id('owner id'), name: text('owner business name') },
};

const ticket = id('parent id|ticket id');
const joined = (...of: Field[]): Field => ({ kind: 'join', of: [ticket, ...of], separator: ' ' });

/** Who a ticket is of: a list of its own, the first one asked. */
export const clients: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: id('id'),
    customer_key: first({ kind: 'key', column: 'email' }, { kind: 'key', column: 'phone' }),
    name: text('business name'),
    organisation: text('organization business name'),
  },
};

export const clientOfTicket: Template = {
  table: 'tickets',
  requires: ['ticket_id', 'customer_id'],
  completes: true,
  columns: {
    ticket_id: ticket,
    customer_id: id('id'),
    customer_key: first({ kind: 'key', column: 'email' }, { kind: 'key', column: 'phone' }),
  },
};

/** What was written on a ticket, numbered within it; type 1 is seen by the team only. */
export const actions: Template = {
  table: 'messages',
  requires: ['ticket_id', 'message_id'],
  columns: {
    message_id: joined(id('id')),
    ticket_id: ticket,
    sent_at: utc('created date'),
    author: word('created by profile type', 'movidesk profile'),
    author_id: id('created by id'),
    is_public: word('type', 'movidesk public'),
    direction: word('created by profile type', 'movidesk direction'),
    channel: word('origin', 'channel'),
    body: text('description'),
  },
};

export const statusHistories: Template = {
  table: 'ticket_events',
  requires: ['ticket_id', 'event_id'],
  columns: {
    event_id: joined(text('changed date'), text('status')),
    ticket_id: ticket,
    at: utc('changed date'),
    kind: constant('status'),
    to_value: word('status', 'status'),
    actor_id: id('changed by id'),
  },
  changes: { of: 'status', per: 'parent id|ticket id', by: ['changed date'] },
};

export const statusBefore: Field = { kind: 'before', column: 'status', vocabulary: 'status' };

export const ownerHistories: Template = {
  table: 'ticket_events',
  requires: ['ticket_id', 'event_id'],
  columns: {
    event_id: joined(text('changed date'), first(id('owner id'), text('owner team'))),
    ticket_id: ticket,
    at: utc('changed date'),
    kind: constant('assignee'),
    to_value: id('owner id'),
    actor_id: id('changed by id'),
  },
};

const answer = (kind: 'csat' | 'nps', column: string, scale: '0-10' | '1-5' | 'thumbs'): Template => ({
  table: 'ratings',
  requires: ['score_raw'],
  where: { column, is: [''], not: true },
  columns: {
    rating_id: joined(id('id')),
    ticket_id: ticket,
    customer_id: id('responsed by id|responded by id'),
    kind: constant(kind),
    rated_at: utc('response date'),
    score: { kind: 'score', column, scale },
    comment: text('comments|commentary'),
  },
});

/** Three kinds of question in one list; each answer fills one of three columns. */
export const answers: readonly Template[] = [
  answer(
    'csat',
    'satisfaction survey smiley faces response|satisfaction survey smiley faces escale response',
    '1-5',
  ),
  answer('csat', 'satisfaction survey positive negative response', 'thumbs'),
  answer('nps', 'satisfaction survey net promoter score response', '0-10'),
];

const number = 'numero|n|numero do ticket|ticket|id';
const requester = 'cliente pessoa|solicitante|cliente|pessoa|cliente nome';
const email = 'cliente e mail|e mail do cliente|email do cliente|cliente email|e mail|email';
const owner = 'responsavel|agente responsavel|nome do responsavel|responsavel nome';
const smiley = 'satisfacao|pesquisa de satisfacao|avaliacao|nota da pesquisa';

/** The list of tickets as a sheet, with the headers of its Portuguese screens. */
export const sheet: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id(number),
    customer_id: text(`${email}|${requester}`),
    customer_key: { kind: 'key', column: email },
    subject: text('assunto'),
    is_missed: isMissed,
    started_by: startedBy,
    channel: word('aberto via|origem|canal', 'channel'),
    channel_raw: text('aberto via|origem|canal'),
    type: text('categoria|tipo'),
    intent: text('servico|servico completo|servico 1 nivel|servico nivel 1'),
    tags: { kind: 'list', column: 'tags|marcadores', separator: null },
    priority: word('urgencia', 'priority'),
    team: text('equipe|equipe responsavel|equipe do responsavel'),
    agent_id: text(owner),
    status: word('status base|status principal|base status|status', 'status'),
    status_raw: text('status'),
    status_reason: text('justificativa'),
    created_at: local('aberto em|data de abertura|data abertura|criado em|abertura'),
    updated_at: local('ultima acao em|ultima acao|data da ultima acao|ultima atualizacao'),
    first_human_reply_at: local(
      'data da 1 resposta|primeira resposta em|data da primeira resposta|respondido em|sla resposta realizada',
    ),
    last_solved_at: local('resolvido em|data de resolucao|data resolucao'),
    closed_at: local('fechado em|data de fechamento|data fechamento'),
    first_response_due_at: local(
      'sla 1 resposta|previsao da 1 resposta|prazo da primeira resposta|vencimento da 1 resposta',
    ),
    due_at: local('sla solucao|previsao de solucao|vencimento|prazo de solucao|data prevista de solucao'),
    reported_resolution_business_seconds: minutes(
      'tempo de vida horas uteis|tempo de vida util|tempo de vida em horas uteis|tempo de vida',
    ),
    reported_hold_seconds: minutes('tempo parado|tempo pausado'),
  },
};

export const sheetRatings: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: id(number),
    ticket_id: id(number),
    customer_id: text(`${email}|${requester}`),
    agent_id: text(owner),
    kind: constant('csat'),
    score: { kind: 'score', column: smiley, scale: null },
    comment: text('comentario da pesquisa|comentario da avaliacao'),
  },
};

export const sheetAgents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: text(owner), name: text(owner), team: text('equipe|equipe responsavel') },
};

export const sheetCustomers: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: text(`${email}|${requester}`),
    customer_key: { kind: 'key', column: email },
    name: text(requester),
    organisation: text('cliente organizacao|organizacao|empresa'),
  },
};
