import {
  constant,
  first,
  id,
  integer,
  key,
  list,
  local,
  prefixed,
  text,
  utc,
  where,
  word,
} from '../fields.ts';
import type { Field } from '../../mapping.ts';
import type { Template } from '../template.ts';

const person = (prefix: string): Field =>
  first(
    {
      kind: 'join',
      of: [text(`${prefix} first|${prefix} first name`), text(`${prefix} last|${prefix} last name`)],
      separator: ' ',
    },
    text(`${prefix} first|${prefix} first name|${prefix} email`),
  );

const customerId = id('primary customer id|customer id');

/** A conversation of the API. Deleting it is not a state but beside it. */
export const conversations: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id('id'),
    customer_id: customerId,
    customer_key: key('primary customer email|customer email'),
    subject: text('subject'),
    channel: word('type', 'channel'),
    channel_raw: text('type'),
    tags: list('tag names', ','),
    brand: text('mailbox name|mailbox id'),
    team: text('assigned team id'),
    agent_id: id('assignee id|owner id'),
    status: first(where('state', '^deleted$', 'deleted'), word('status', 'status')),
    status_raw: text('status'),
    started_by: word('source via|created by type', 'author'),
    created_at: utc('created at'),
    updated_at: utc('user updated at|updated at'),
    closed_at: utc('closed at'),
  },
};

export const agentsOfConversations: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: id('assignee id|owner id'), name: person('assignee') },
};

export const customersOfConversations: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: customerId,
    customer_key: key('primary customer email|customer email'),
    name: person('primary customer'),
  },
};

const conversationId = 'parent id|conversation id';

const thread: Record<string, Field> = {
  message_id: id('id'),
  ticket_id: id(conversationId),
  sent_at: utc('created at'),
  author: word('created by type', 'author'),
  author_id: id('created by id'),
  channel: word('source type', 'channel'),
  is_automated: where('action type', '(?i)workflow|auto', 'true'),
  body: text('body'),
};

const states = ['active', 'closed', 'pending', 'spam'];

/** Threads: letters and chats are seen by the customer, notes are not, and each may have left the conversation in another state. */
export const threads: readonly Template[] = [
  {
    table: 'messages',
    requires: ['message_id', 'ticket_id'],
    where: { column: 'type', is: ['customer', 'message', 'chat', 'beaconchat', 'phone'] },
    columns: { ...thread, is_public: constant(true) },
  },
  {
    table: 'messages',
    requires: ['message_id', 'ticket_id'],
    where: { column: 'type', is: ['note', 'forwardparent', 'forwardchild'] },
    columns: { ...thread, is_public: constant(false) },
  },
  {
    table: 'ticket_events',
    requires: ['event_id', 'to_value'],
    where: { column: 'status', is: states },
    changes: { of: 'status', per: conversationId, by: ['created at'] },
    columns: {
      event_id: prefixed('thread', 'id'),
      ticket_id: id(conversationId),
      at: utc('created at'),
      kind: constant('status'),
      from_value: { kind: 'before', column: 'status', vocabulary: 'status' },
      to_value: word('status', 'status'),
      actor: word('created by type', 'author'),
      actor_id: id('created by id'),
    },
  },
  {
    table: 'ticket_events',
    requires: ['event_id', 'to_value'],
    changes: { of: 'assigned to id', per: conversationId, by: ['created at'] },
    columns: {
      event_id: prefixed('assigned', 'id'),
      ticket_id: id(conversationId),
      at: utc('created at'),
      kind: constant('assignee'),
      from_value: { kind: 'before', column: 'assigned to id', vocabulary: null },
      to_value: text('assigned to id'),
      actor: word('created by type', 'author'),
      actor_id: id('created by id'),
    },
  },
];

export const tagsOfConversation: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  columns: { ticket_id: id('parent id'), tags: list('tag|name', '\n') },
};

/** The answer as a word. */
export const ratings: Template = {
  table: 'ratings',
  requires: ['rating_id'],
  columns: {
    rating_id: id('id'),
    ticket_id: id('conversation id|ticket id'),
    customer_id: id('customer id'),
    agent_id: id('user id|rating user id'),
    kind: constant('csat'),
    rated_at: utc('created at'),
    score: { kind: 'score', column: 'rating', scale: '1-3' },
    comment: text('comments'),
  },
};

/** The report counts down: 1 is the best answer, 3 the worst. */
export const reportRatings: readonly Template[] = [
  ['1', 'Great', 3] as const,
  ['2', 'Okay', 2] as const,
  ['3', 'Not Good', 1] as const,
].map(([code, answer, score]) => ({
  table: 'ratings',
  requires: ['rating_id'],
  where: { column: 'rating id', is: [code] },
  columns: {
    rating_id: prefixed('thread', 'threadid|thread id'),
    ticket_id: id('id|conversation id'),
    customer_id: id('rating customer id'),
    agent_id: id('rating user id'),
    kind: constant('csat'),
    rated_at: utc('rating created at'),
    score_raw: constant(answer),
    scale: constant('1-3'),
    score: constant(score),
    comment: text('rating comments'),
  },
}));

export const users: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: {
    agent_id: id('id'),
    name: first({ kind: 'join', of: [text('first name'), text('last name')], separator: ' ' }, text('email')),
  },
};

const agent = 'assigned to|assigned user|user|assignee';

/** The export of a view or a report as a sheet. */
export const sheet: readonly Template[] = [
  {
    table: 'tickets',
    requires: ['ticket_id'],
    columns: {
      ticket_id: id('conversation number|conversation id|number'),
      customer_id: text('customer email|customer|customer name'),
      customer_key: key('customer email'),
      subject: text('subject|conversation subject'),
      channel: word('type|channel|conversation type', 'channel'),
      channel_raw: text('type|channel|conversation type'),
      tags: list('tags', ','),
      brand: text('mailbox|inbox'),
      team: text('team|assigned team'),
      agent_id: text(agent),
      status: word('status', 'status'),
      status_raw: text('status'),
      created_at: local('created at|created|created date|date created'),
      updated_at: local('updated at|last updated|modified at'),
      closed_at: local('closed at|closed|closed date'),
      agent_replies: integer('replies|replies sent'),
      reported_first_response_seconds: { kind: 'duration', column: 'first response time', unit: 'seconds' },
      reported_resolution_seconds: { kind: 'duration', column: 'resolution time', unit: 'seconds' },
    },
  },
  {
    table: 'ratings',
    requires: ['score_raw'],
    columns: {
      rating_id: prefixed('rating', 'conversation number|conversation id|number'),
      ticket_id: id('conversation number|conversation id|number'),
      customer_id: text('customer email|customer|customer name'),
      agent_id: text(agent),
      kind: constant('csat'),
      rated_at: local('rated at|rating date'),
      score: { kind: 'score', column: 'rating|happiness rating', scale: '1-3' },
      comment: text('rating comments|comments'),
    },
  },
  {
    table: 'agents',
    requires: ['agent_id'],
    distinct: true,
    columns: { agent_id: text(agent), name: text(agent) },
  },
];
