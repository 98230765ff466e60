import type { Field } from '../../mapping.ts';
import { constant, duration, first, flag, id, key, list, local, text, utc, word } from '../fields.ts';
import type { Template } from '../template.ts';

const linked = (column: string): Field => ({ kind: 'extract', column, pattern: '(cnv_[a-z0-9]+)' });

/** A conversation of the API. */
export const conversations: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id('id'),
    customer_id: text('recipient handle'),
    customer_key: key('recipient handle'),
    subject: text('subject'),
    tags: list('tag names', ','),
    agent_id: id('assignee id'),
    status: word('status', 'status'),
    status_raw: text('status'),
    created_at: utc('created at'),
    updated_at: utc('updated at'),
  },
};

export const agentsOfConversations: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: {
    agent_id: id('assignee id'),
    name: first(
      { kind: 'join', of: [text('assignee first name'), text('assignee last name')], separator: ' ' },
      text('assignee email'),
    ),
  },
};

/** A message of the API names its conversation by a link. A draft was never sent. */
export const messages: Template = {
  table: 'messages',
  requires: ['message_id', 'ticket_id'],
  where: { column: 'is draft', is: ['true'], not: true },
  columns: {
    message_id: id('id'),
    ticket_id: first(linked('links related conversation'), id('conversation id|parent id')),
    sent_at: utc('created at'),
    author: word('is inbound', 'author'),
    author_id: id('author id'),
    is_public: constant(true),
    direction: word('is inbound', 'direction'),
    channel: word('type', 'channel'),
    body: text('text|body|blurb'),
  },
};

/** Comments are the team's own talk. */
export const comments: Template = {
  table: 'messages',
  requires: ['message_id', 'ticket_id'],
  columns: {
    message_id: id('id'),
    ticket_id: first(linked('links related conversation'), id('conversation id|parent id')),
    sent_at: utc('posted at'),
    author: constant('agent'),
    author_id: id('author id'),
    is_public: constant(false),
    body: text('body'),
  },
};

const event: Record<string, Field> = {
  event_id: id('id'),
  ticket_id: id('conversation id'),
  at: utc('emitted at'),
  actor_id: id('source data id'),
};

/** Of the events, those by which a conversation changes state. */
export const events: readonly Template[] = [
  {
    table: 'ticket_events',
    requires: ['event_id', 'to_value'],
    where: { column: 'type', is: ['archive', 'reopen', 'trash', 'restore'] },
    changes: { of: 'type', per: 'conversation id', by: ['emitted at'] },
    columns: {
      ...event,
      kind: constant('status'),
      from_value: { kind: 'before', column: 'type', vocabulary: 'status' },
      to_value: word('type', 'status'),
    },
  },
  {
    table: 'ticket_events',
    requires: ['event_id'],
    where: { column: 'type', is: ['assign', 'unassign'] },
    columns: { ...event, kind: constant('assignee'), to_value: id('target data id') },
  },
];

export const tagsOfConversation: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  columns: { ticket_id: id('parent id'), tags: list('name', '\n') },
};

export const teammates: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: {
    agent_id: id('id'),
    name: first({ kind: 'join', of: [text('first name'), text('last name')], separator: ' ' }, text('email')),
  },
};

const conversationId = 'conversation api id|conversation id';
const contact = first(text('contact handle'), text('contact name'));
const lastMessage = { of: conversationId, by: ['message date'] };

/** The export of messages: one row a message, with what was so of its conversation. Its reply times count office hours only. */
export const sheet: readonly Template[] = [
  {
    table: 'messages',
    requires: ['message_id', 'ticket_id'],
    columns: {
      message_id: id('message api id|message id'),
      ticket_id: id(conversationId),
      sent_at: local('message date'),
      author: word('direction', 'author'),
      author_id: first(text('author'), text('attributed to')),
      is_public: constant(true),
      is_automated: flag('autoreply'),
      direction: word('direction', 'direction'),
      body: text('extract'),
    },
  },
  {
    table: 'tickets',
    requires: ['ticket_id'],
    latest: lastMessage,
    columns: {
      ticket_id: id(conversationId),
      customer_id: contact,
      customer_key: key('contact handle'),
      subject: text('subject'),
      tags: list('tags', ','),
      team: text('inbox'),
      agent_id: text('assignee'),
      status: word('ticket status category|status', 'status'),
      status_raw: text('ticket status name|status'),
    },
  },
  {
    table: 'agents',
    requires: ['agent_id'],
    distinct: true,
    columns: { agent_id: text('assignee'), name: text('assignee') },
  },
  {
    table: 'customers',
    requires: ['customer_id'],
    distinct: true,
    columns: {
      customer_id: contact,
      customer_key: key('contact handle'),
      name: text('contact name'),
      organisation: text('account names'),
    },
  },
];

/** A conversation began with its first message. */
export const beginnings: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  changes: { of: conversationId, per: conversationId, by: ['message date'] },
  columns: {
    ticket_id: id(conversationId),
    created_at: local('message date'),
    started_by: word('direction', 'author'),
  },
};

/** Of a first answer the export names its time. */
export const firstResponses: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  where: { column: 'first response', is: ['yes', 'true', '1', 'x'] },
  columns: {
    ticket_id: id(conversationId),
    reported_first_response_business_seconds: duration('response time', 'seconds'),
  },
};
