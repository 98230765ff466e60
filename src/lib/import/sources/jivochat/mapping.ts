import type { Field } from '../../mapping.ts';
import { constant, first, id, local, text, where } from '../fields.ts';
import type { Template } from '../template.ts';

const eventName = 'event name';
const visitor = first(id('visitor number'), text('visitor email|visitor phone'));
const visitorKey = first({ kind: 'key', column: 'visitor email' }, { kind: 'key', column: 'visitor phone' });
const messageOfNobody: Field = {
  kind: 'join',
  of: [constant('offline'), id('offline message id')],
  separator: ' ',
};

/** One notification a row. Of one chat the last one tells most: `chat_finished` holds the whole conversation. */
export const chats: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: first(id('chat id'), messageOfNobody),
    customer_id: visitor,
    customer_key: visitorKey,
    channel: { kind: 'word', column: eventName, vocabulary: 'channel' },
    subject: text('page title'),
    site: id('widget id'),
    team: text('department name'),
    agent_id: id('agent id'),
    status: { kind: 'word', column: eventName, vocabulary: 'status' },
    status_raw: text(eventName),
    is_proactive: where('chat invitation|invitation', '.', 'true'),
    is_offline: { kind: 'word', column: eventName, vocabulary: 'jivochat offline' },
  },
};

export const chatRatings: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: id('chat id'),
    ticket_id: id('chat id'),
    customer_id: visitor,
    kind: constant('csat'),
    score: { kind: 'score', column: 'chat rate|rate', scale: 'thumbs' },
  },
};

export const visitors: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: { customer_id: visitor, customer_key: visitorKey, name: text('visitor name') },
};

const chatOfMessage = id('chat id');

/** The messages of a finished chat: a table of their own, with the chat that each stood in. */
export const chatMessages: Template = {
  table: 'messages',
  requires: ['ticket_id'],
  columns: {
    message_id: {
      kind: 'join',
      of: [chatOfMessage, id('timestamp'), first(text('message'), text('type'))],
      separator: ' ',
    },
    ticket_id: chatOfMessage,
    sent_at: local('timestamp'),
    author: { kind: 'word', column: 'type', vocabulary: 'author' },
    author_id: first(id('agent id'), id('visitor number')),
    direction: { kind: 'word', column: 'type', vocabulary: 'direction' },
    is_public: constant(true),
    body: text('message'),
  },
};

/** A notification has no date of its own: a chat begins with its first message and ends with its last. */
export const chatBegins: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  changes: { of: 'chat id', per: 'chat id', by: ['timestamp'] },
  columns: { ticket_id: chatOfMessage, created_at: local('timestamp') },
};

export const chatEnds: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  latest: { of: 'chat id', by: ['timestamp'] },
  columns: {
    ticket_id: chatOfMessage,
    updated_at: local('timestamp'),
    closed_at: local('timestamp'),
  },
};

/** The agents that took part in a chat; the last one had it at the end. */
export const chatAgents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: id('id'), name: text('name') },
};

export const chatAgent: Template = {
  table: 'tickets',
  requires: ['ticket_id', 'agent_id'],
  completes: true,
  latest: { of: 'chat id', by: [] },
  columns: { ticket_id: chatOfMessage, agent_id: id('id') },
};

const archived =
  'chat number|chat id|chat no|id do chat|numero do chat|id del chat|numero de chat|numero del chat';
const begun =
  'chat started|start time|started at|date and time|date time|chat date|date|inicio|inicio do chat|data e hora|data hora|data|data do chat|fecha y hora|fecha';
const customer =
  'visitor name|client name|customer name|nome do cliente|nome do visitante|nombre del cliente|client|cliente';
const email = 'visitor email|client email|email|e mail|email do cliente|correo electronico';
const phone = 'visitor phone|client phone|phone|telefone|telefono|telefone do cliente';
const agent =
  'agent|agents|agent name|operator|operators|agente|agentes|atendente|operador|nome do agente|nombre del agente';
const rating =
  'rating|rate|chat rating|chat rate|avaliacao|avaliacao do chat|calificacion|valoracion|evaluacion';
const customerField = first(text(email), text(phone), text(customer));
const keyField = first({ kind: 'key', column: email }, { kind: 'key', column: phone });

/** The archive of chats as a sheet: one chat a row. */
export const archive: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id(archived),
    customer_id: customerField,
    customer_key: keyField,
    channel: constant('chat'),
    channel_raw: text('channel|canal'),
    site: text('site|website|widget|sitio|sitio web'),
    team: text('department|departamento'),
    agent_id: text(agent),
    tags: { kind: 'list', column: 'tags|etiquetas', separator: null },
    created_at: { kind: 'instant', column: begun, time: 'time|hora' },
    closed_at: local('chat ended|end time|ended at|finished at|fim|fim do chat|fin|fin del chat|termino'),
    is_missed: {
      kind: 'boolean',
      column: 'missed|missed chat|perdido|chat perdido',
    },
    is_proactive: {
      kind: 'boolean',
      column: 'proactive|invited|by invitation|proativo|por convite|proactivo|por invitacion',
    },
    wait_seconds: {
      kind: 'duration',
      column: 'waiting time|wait time|tempo de espera|tiempo de espera',
      unit: 'seconds',
    },
    reported_first_response_seconds: {
      kind: 'duration',
      column:
        'first response time|first reply time|tempo da primeira resposta|tempo de primeira resposta|tiempo de primera respuesta',
      unit: 'seconds',
    },
    handle_seconds: {
      kind: 'duration',
      column: 'chat duration|duration|duracao|duracao do chat|duracion|duracion del chat',
      unit: 'seconds',
    },
  },
};

export const archiveRatings: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: id(archived),
    ticket_id: id(archived),
    customer_id: customerField,
    agent_id: text(agent),
    kind: constant('csat'),
    score: { kind: 'score', column: rating, scale: 'thumbs' },
  },
};

export const archiveAgents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: text(agent), name: text(agent) },
};

/** An invitation that became a chat; those that nobody accepted are counted in the statistics only. */
export const archiveInvitations: Template = {
  table: 'invitations',
  requires: ['invitation_id', 'accepted'],
  where: {
    column: 'proactive|invited|by invitation|proativo|por convite|proactivo|por invitacion',
    is: ['yes', 'true', '1', 'sim', 'verdadeiro', 'si', 'y', 's'],
  },
  columns: {
    invitation_id: id(archived),
    at: { kind: 'instant', column: begun, time: 'time|hora' },
    customer_id: customerField,
    accepted: constant(true),
    ticket_id: id(archived),
  },
};

export const archiveTraits = { archived, begun, rating, agent, customer };
