import type { Condition, Field } from '../../mapping.ts';
import { constant, first, id, text, utc, where, word } from '../fields.ts';
import type { Template } from '../template.ts';

const extract = (column: string, pattern: string): Field => ({ kind: 'extract', column, pattern });

const contact = id('contact id|meta sender id');
const contactKey = first(
  { kind: 'key', column: 'meta sender email|contact email' },
  { kind: 'key', column: 'meta sender phone number|contact phone number' },
);
const assignee = id('assignee id|meta assignee id');

/** A conversation of the API or of the database, whose numbers mean words. */
export const conversations: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id('id|display id'),
    customer_id: contact,
    customer_key: contactKey,
    channel: word('meta channel|channel', 'channel'),
    channel_raw: first(text('meta channel|channel'), id('inbox id')),
    site: id('inbox id'),
    team: first(text('meta team name'), id('team id')),
    agent_id: assignee,
    priority: word('priority', 'priority'),
    tags: { kind: 'list', column: 'labels|cached label list', separator: null },
    language: text(
      'additional attributes conversation language|additional attributes browser browser language',
    ),
    status: word('status', 'status'),
    status_raw: text('status'),
    is_proactive: where('campaign id', '.', 'true'),
    created_at: utc('created at'),
    updated_at: utc('updated at|last activity at'),
    first_human_reply_at: utc('first reply created at'),
  },
};

export const contactsOfConversations: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: { customer_id: contact, customer_key: contactKey, name: text('meta sender name') },
};

export const agentsOfConversations: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: id('meta assignee id'), name: text('meta assignee name') },
};

function messagesOf(author: Field): Template {
  return {
    table: 'messages',
    requires: ['message_id', 'ticket_id'],
    columns: {
      message_id: id('id|message id'),
      ticket_id: id('conversation id'),
      sent_at: utc('created at|message created at'),
      author,
      author_id: id('sender id'),
      direction: word('message type', 'direction'),
      is_public: { kind: 'boolean', column: 'private|message private', not: true },
      is_automated: word('message type', 'chatwoot automated'),
      body: text('content|message content'),
    },
  };
}

/** What goes out in no one's name a rule or a campaign sent. */
export const messages = messagesOf(
  first(word('sender type', 'author'), word('message type', 'chatwoot unnamed')),
);

/** Without a column for the sender what goes out is taken as an agent's. */
export const messagesWithoutSender = messagesOf(word('message type', 'author'));

/** A white-label export: one message a row, upper case, with the conversation that it belongs to. */
export const exportedMessages: Template = {
  ...messagesWithoutSender,
  requires: ['ticket_id'],
  columns: {
    ...messagesWithoutSender.columns,
    message_id: first(id('message id'), {
      kind: 'join',
      of: [
        id('conversation id'),
        id('message created at'),
        first(text('message content'), text('message type')),
      ],
      separator: ' ',
    }),
  },
};

export const exportedConversations: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  latest: { of: 'conversation id', by: ['message created at'] },
  columns: {
    ticket_id: id('conversation id'),
    customer_id: first(
      id('contact id'),
      text('contact email|contact phone number|contact phone|contact name'),
    ),
    customer_key: first(
      { kind: 'key', column: 'contact email' },
      { kind: 'key', column: 'contact phone number|contact phone' },
    ),
    channel: word('channel type|inbox channel type|inbox type', 'channel'),
    channel_raw: text('channel type|inbox channel type|inbox type'),
    site: text('inbox name|inbox id'),
    team: text('team name|team id'),
    agent_id: text('assignee id|assignee name|assignee email|agent name'),
    status: word('conversation status', 'status'),
    status_raw: text('conversation status'),
    created_at: { kind: 'instant', column: 'conversation created at' },
    updated_at: { kind: 'instant', column: 'conversation updated at|message created at' },
  },
};

const eventName = 'name';
const ended = utc('event end time|created at');

/** Each resolve, counted from the creation: a conversation that was reopened has several. */
export const resolves: Template = {
  table: 'ticket_events',
  requires: ['ticket_id'],
  where: { column: eventName, is: ['conversation_resolved'] },
  columns: { event_id: id('id'), ticket_id: id('conversation id'), at: ended, kind: constant('solve') },
};

/** An opening that counts from a resolve is a reopening; one of zero seconds is the first, and the beginning. */
export const reopenings: Template = {
  table: 'ticket_events',
  requires: ['ticket_id', 'kind'],
  where: { column: eventName, is: ['conversation_opened'] },
  columns: {
    event_id: id('id'),
    ticket_id: id('conversation id'),
    at: ended,
    kind: { kind: 'extract', column: 'value', pattern: '[1-9]', as: 'reopen' },
  },
};

export const openings: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  where: { column: 'value', is: ['', '0', '0.0', '0.00', '0.000'] },
  columns: { ticket_id: id('conversation id'), created_at: utc('event start time|created at') },
};

export const handoffs: Template = {
  table: 'ticket_events',
  requires: ['ticket_id'],
  where: { column: eventName, is: ['conversation_bot_handoff'] },
  columns: {
    event_id: id('id'),
    ticket_id: id('conversation id'),
    at: ended,
    kind: constant('handoff'),
    actor: constant('bot'),
  },
};

/** Zero stands for "this inbox has no hours": it is never a duration of business hours. */
const never: Condition = { column: 'ticket_id', is: [''] };
const calendar: Field = { kind: 'duration', column: 'value', unit: 'seconds' };
const business: Field = {
  kind: 'duration',
  column: 'value in business hours',
  unit: 'seconds',
  zero: never,
};

export const reportedFirstResponse: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  where: { column: eventName, is: ['first_response'] },
  columns: {
    ticket_id: id('conversation id'),
    first_human_reply_at: ended,
    reported_first_response_seconds: calendar,
    reported_first_response_business_seconds: business,
  },
};

export const reportedResolution: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  where: { column: eventName, is: ['conversation_resolved'] },
  latest: { of: 'conversation id', by: ['event end time|created at'] },
  columns: {
    ticket_id: id('conversation id'),
    reported_resolution_seconds: calendar,
    reported_resolution_business_seconds: business,
  },
};

export const answers: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: id('id'),
    ticket_id: id('conversation id'),
    customer_id: id('contact id'),
    agent_id: id('assigned agent id'),
    kind: constant('csat'),
    rated_at: utc('created at'),
    score: { kind: 'score', column: 'rating', scale: '1-5' },
    comment: text('feedback message'),
  },
};

const link =
  'link to the conversation|link para a conversa|link da conversa|conversation link|enlace a la conversacion';
const agentName = 'agent name|nome do agente|nombre del agente|nombre de agente';
const recorded =
  'recorded date|data de registro|data registrada|data da gravacao|data do registro|fecha de registro|fecha registrada';
const agent = first(extract(agentName, String.raw`\(([^()]*@[^()]*)\)\s*$`), text(agentName));
const conversation = extract(link, String.raw`conversations/(\d+)`);
const contactEmail =
  'contact email address|endereco de e mail do contato|endereco de email do contato|email do contato|direccion de correo electronico del contacto';
const contactPhone =
  'contact phone number|numero de telefone do contato|telefone do contato|numero de telefono del contacto';
const contactName = 'contact name|nome do contato|nombre del contacto';
const rating = 'rating|classificacao|avaliacao|nota|calificacion';
const comment = 'feedback comment|comentario de feedback|comentario|comentario do feedback|comentarios';

/** The satisfaction download: the agent as `Ana (ana@x)`, the conversation as a link. */
export const satisfaction: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: { kind: 'join', of: [conversation, text(recorded)], separator: ' ' },
    ticket_id: conversation,
    customer_id: text(`${contactEmail}|${contactPhone}|${contactName}`),
    agent_id: agent,
    kind: constant('csat'),
    rated_at: { kind: 'instant', column: recorded },
    score: { kind: 'score', column: rating, scale: '1-5' },
    comment: text(comment),
  },
};

export const satisfactionAgents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: {
    agent_id: agent,
    name: first(extract(agentName, String.raw`^(.*?)\s*\([^()]*@[^()]*\)\s*$`), text(agentName)),
  },
};

export const satisfactionHeaders = { link, agentName, recorded, rating };

export const inboxChannels: Template = {
  table: 'names',
  requires: ['id', 'name'],
  columns: { kind: constant('inbox'), id: id('id'), name: text('channel type') },
};

export const inboxNames: Template = {
  table: 'names',
  requires: ['id', 'name'],
  columns: { kind: constant('site'), id: id('id'), name: text('name') },
};

export const teams: Template = {
  table: 'names',
  requires: ['id', 'name'],
  columns: { kind: constant('team'), id: id('id'), name: text('name') },
};

export const users: Template = {
  table: 'agents',
  requires: ['agent_id'],
  columns: { agent_id: id('id'), name: text('available name|name|display name') },
};

export const contacts: Template = {
  table: 'customers',
  requires: ['customer_id'],
  columns: {
    customer_id: id('id'),
    customer_key: first({ kind: 'key', column: 'email' }, { kind: 'key', column: 'phone number' }),
    name: text('name'),
    organisation: text('additional attributes company name'),
    created_at: utc('created at'),
  },
};
