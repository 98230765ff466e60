import type { Field } from '../../mapping.ts';
import { constant, first, flag, id, key, list, local, prefixed, text, utc, where, word } from '../fields.ts';
import type { Template } from '../template.ts';

const ticketId = 'display id|id';
const customerId: Field = first(id('requester id'), text('requester email'));
const email: Field = first(
  key('requester email|email'),
  key('requester mobile|requester phone|mobile|phone'),
);

const columns: Record<string, Field> = {
  ticket_id: id(ticketId),
  customer_id: customerId,
  customer_key: email,
  subject: text('subject'),
  channel: word('source name|source', 'channel'),
  channel_raw: text('source name|source'),
  type: text('type|ticket type'),
  tags: list('tags', ','),
  priority: word('priority name|priority', 'priority'),
  brand: text('product name|product id'),
  team: text('group name|group id'),
  agent_id: id('responder id'),
  status: first(
    where('deleted', '^true$', 'deleted'),
    where('spam', '^true$', 'spam'),
    word('status name|status', 'status'),
  ),
  status_raw: text('status name|status'),
  created_at: utc('created at'),
  updated_at: utc('updated at'),
  first_human_reply_at: utc('stats first responded at|first responded at'),
  last_solved_at: first(utc('stats resolved at|resolved at'), utc('stats closed at|closed at')),
  closed_at: utc('stats closed at|closed at'),
  first_response_due_at: utc('fr due by'),
  due_at: utc('due by'),
};

/** A ticket of the API: the codes of its states are numbers, beside which older versions write the words; what was thrown away says so apart. */
export const tickets: Template = { table: 'tickets', requires: ['ticket_id'], columns };

export const agentsOfTickets: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: id('responder id'), name: text('responder name') },
};

export const customersOfTickets: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: customerId,
    customer_key: email,
    name: text('requester name'),
    organisation: text('company name|company id'),
  },
};

/** The text that opened the ticket is no conversation of it; one that an agent began was sent by them. */
export const description: readonly Template[] = [
  {
    table: 'messages',
    requires: ['message_id', 'sent_at'],
    where: { column: 'source', is: ['10', 'outbound email'], not: true },
    columns: {
      message_id: prefixed('description', ticketId),
      ticket_id: id(ticketId),
      sent_at: utc('created at'),
      author: constant('customer'),
      author_id: id('requester id'),
      is_public: constant(true),
      direction: constant('in'),
      body: text('description text|description'),
    },
  },
  {
    table: 'messages',
    requires: ['message_id', 'sent_at'],
    where: { column: 'source', is: ['10', 'outbound email'] },
    columns: {
      message_id: prefixed('description', ticketId),
      ticket_id: id(ticketId),
      sent_at: utc('created at'),
      author: constant('agent'),
      author_id: id('responder id'),
      is_public: constant(true),
      direction: constant('out'),
      body: text('description text|description'),
    },
  },
];

/** Replies and notes: what came in is the customer's. */
export const conversations: Template = {
  table: 'messages',
  requires: ['message_id', 'ticket_id'],
  columns: {
    message_id: id('id'),
    ticket_id: id('ticket id|parent display id|parent id'),
    sent_at: utc('created at'),
    author: word('incoming', 'author'),
    author_id: id('user id'),
    is_public: { kind: 'boolean', column: 'private', not: true },
    is_automated: flag('auto response'),
    body: text('body text|body'),
  },
};

/** An answer; newer surveys count from 1 to 5, older ones have codes of their own. */
export const ratings: Template = {
  table: 'ratings',
  requires: ['rating_id'],
  columns: {
    rating_id: id('id'),
    ticket_id: id('ticket id|parent display id|parent id'),
    customer_id: id('user id'),
    agent_id: id('agent id'),
    kind: constant('csat'),
    rated_at: utc('created at'),
    score: { kind: 'score', column: 'ratings default question|default question', scale: null },
    comment: text('feedback'),
  },
};

export const agents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: id('id'), name: text('contact name|contact email') },
};

export const contacts: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: id('id'),
    customer_key: email,
    name: text('name'),
    organisation: text('company name|company id'),
    created_at: utc('created at'),
  },
};

/** What another tool makes of Freshdesk's tickets on their way elsewhere: its times have no zone. */
export const forwarded: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id('external id'),
    customer_id: text('reporter email|reporter name'),
    customer_key: key('reporter email'),
    subject: text('title'),
    type: text('type'),
    priority: word('priority', 'priority'),
    status: word('status', 'status'),
    status_raw: text('status'),
    created_at: local('created time'),
  },
};

export const forwardedCustomers: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: text('reporter email|reporter name'),
    customer_key: key('reporter email'),
    name: text('reporter name'),
  },
};
