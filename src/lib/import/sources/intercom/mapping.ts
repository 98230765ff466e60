import type { Field } from '../../mapping.ts';
import {
  constant,
  duration,
  first,
  id,
  integer,
  key,
  list,
  prefixed,
  text,
  utc,
  where,
  word,
} from '../fields.ts';
import type { Template } from '../template.ts';

const seconds = (column: string): Field => duration(column, 'seconds');
const customerOnly = { column: 'started_by', is: ['agent', 'bot', 'system'] };

/** A conversation of the API. Its statistics count from the customer's first message and leave office hours out. */
export const conversations: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id('id'),
    customer_id: { ...id('source author id'), unless: customerOnly },
    customer_key: { ...key('source author email'), unless: customerOnly },
    subject: text('title|source subject'),
    channel: word('source type', 'channel'),
    channel_raw: text('source type'),
    type: text('ticket type name|ticket ticket type name|source delivered as'),
    tags: list('tag names', ','),
    priority: { kind: 'word', column: 'priority', vocabulary: 'priority' },
    team: text('team assignee id'),
    agent_id: id('admin assignee id'),
    language: text('custom attributes language'),
    status: { kind: 'word', column: 'state', vocabulary: 'status' },
    status_raw: text('state'),
    started_by: { kind: 'word', column: 'source author type', vocabulary: 'author' },
    is_proactive: { kind: 'boolean', column: 'source delivered as' },
    created_at: utc('created at'),
    updated_at: utc('updated at'),
    assigned_at: utc('statistics first assignment at'),
    first_human_reply_at: utc('statistics first admin reply at'),
    first_solved_at: utc('statistics first close at'),
    last_solved_at: utc('statistics last close at'),
    reopens: integer('statistics count reopens'),
    reported_first_response_business_seconds: seconds('statistics time to admin reply'),
    reported_first_resolution_business_seconds: seconds('statistics time to first close'),
    reported_resolution_business_seconds: seconds('statistics time to last close'),
    reported_wait_business_seconds: seconds('statistics time to assignment'),
    reported_handle_seconds: seconds('statistics handling time'),
  },
};

/** A version of the conversation in a connector's history table: the last one counts. */
export const history: Template = {
  ...conversations,
  latest: { of: 'id', by: ['updated at'] },
  columns: {
    ...conversations.columns,
    agent_id: { kind: 'first', of: [id('admin assignee id'), id('assignee id')] },
    first_human_reply_at: utc('statistics first admin reply at|first admin reply at'),
  },
};

/** What each version of a conversation says of its state, against the one before. */
export const historyEvents: Template = {
  table: 'ticket_events',
  requires: ['event_id', 'to_value'],
  changes: { of: 'state', per: 'id', by: ['updated at'] },
  columns: {
    event_id: { kind: 'join', of: [text('id'), text('updated at'), text('state')], separator: ' ' },
    ticket_id: id('id'),
    at: utc('updated at'),
    kind: constant('status'),
    from_value: { kind: 'before', column: 'state', vocabulary: 'status' },
    to_value: { kind: 'word', column: 'state', vocabulary: 'status' },
  },
};

const score = 'conversation rating rating|conversation rating value|conversation rating score';
const rated: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: id('id'),
    ticket_id: id('id'),
    customer_id: id('conversation rating contact id|conversation rating customer id'),
    agent_id: id('conversation rating teammate id|conversation rating teammate'),
    kind: constant('csat'),
    rated_at: utc('conversation rating created at'),
    score: { kind: 'score', column: score, scale: '1-5' },
    comment: text('conversation rating remark'),
  },
};

export const ratings = rated;
export const historyRatings: Template = { ...rated, latest: { of: 'id', by: ['updated at'] } };

/** The message that opened the conversation is no part of it. */
export const source: Template = {
  table: 'messages',
  requires: ['message_id', 'author'],
  columns: {
    message_id: prefixed('source', 'id'),
    ticket_id: id('id'),
    sent_at: utc('created at'),
    author: { kind: 'word', column: 'source author type', vocabulary: 'author' },
    author_id: id('source author id'),
    is_public: constant(true),
    is_automated: {
      kind: 'extract',
      column: 'source delivered as',
      pattern: '^(campaigns_initiated|automated|operator_initiated)$',
      as: 'true',
    },
    body: text('source body'),
  },
};

export const historySource: Template = { ...source, latest: { of: 'id', by: ['updated at'] } };

const conversationId = 'conversation id|parent id';
const kindOfPart = 'part type';

const part: Record<string, Field> = {
  message_id: id('id'),
  ticket_id: id(conversationId),
  sent_at: utc('created at'),
  author: { kind: 'word', column: 'author type', vocabulary: 'author' },
  author_id: id('author id'),
  body: text('body'),
};

const change: Record<string, Field> = {
  event_id: prefixed('part', 'id'),
  ticket_id: id(conversationId),
  at: utc('created at'),
  actor: { kind: 'word', column: 'author type', vocabulary: 'author' },
  actor_id: id('author id'),
};

const states = [
  'open',
  'close',
  'snoozed',
  'unsnoozed',
  'timer_unsnooze',
  'assign_and_reopen',
  'assign_and_unsnooze',
  'note_and_reopen',
];

const isShown = first(where(kindOfPart, '^note', 'false'), where(kindOfPart, '.', 'true'));

/** Replies may also ride on a part that opens, closes or assigns; a comment is left out here, having been taken before. */
const isShownBeside = first(
  where(kindOfPart, '^note_', 'false'),
  where(
    kindOfPart,
    '^(open|close|assignment|assign_and_.*|snoozed|unsnoozed|timer_unsnooze|participant_.*|away_mode_.*|ticket_.*|conversation_.*)$',
    'true',
  ),
);

const assigned = (type: string, kind: string): Template => ({
  table: 'ticket_events',
  requires: ['event_id', 'to_value'],
  where: { column: 'assigned to type', is: [type] },
  columns: {
    ...change,
    event_id: prefixed('assigned', 'id'),
    kind: constant(kind),
    to_value: text('assigned to id'),
  },
});

/** Comments and notes, changes of state, assignments, and the replies that came with them. */
export const parts: readonly Template[] = [
  {
    table: 'messages',
    requires: ['message_id', 'ticket_id'],
    where: { column: kindOfPart, is: ['comment', 'note', 'quick_reply'] },
    columns: { ...part, is_public: isShown },
  },
  {
    table: 'ticket_events',
    requires: ['event_id', 'to_value'],
    where: { column: kindOfPart, is: states },
    changes: { of: kindOfPart, per: conversationId, by: ['created at'] },
    columns: {
      ...change,
      kind: constant('status'),
      from_value: { kind: 'before', column: kindOfPart, vocabulary: 'status' },
      to_value: word(kindOfPart, 'status'),
    },
  },
  assigned('admin', 'assignee'),
  assigned('team', 'team'),
  {
    table: 'messages',
    requires: ['message_id', 'ticket_id', 'is_public'],
    where: { column: 'body', is: [''], not: true },
    columns: { ...part, is_public: isShownBeside },
  },
];

export const tagsOfConversation: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  columns: {
    ticket_id: id('conversation id|parent id'),
    tags: list('name|tag id', '\n'),
  },
};

export const contactsOfConversation: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  columns: { ticket_id: id('conversation id|parent id'), customer_id: id('contact id|id') },
};

export const admins: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: id('id'), name: text('name') },
};

export const teamsOfAdmins: Template = {
  table: 'agents',
  requires: ['agent_id'],
  completes: true,
  columns: { agent_id: id('admin id'), team: text('team id') },
};

export const contacts: Template = {
  table: 'customers',
  requires: ['customer_id'],
  latest: { of: 'id', by: ['updated at'] },
  columns: {
    customer_id: id('id'),
    customer_key: key('email|phone'),
    name: text('name'),
    created_at: utc('created at'),
  },
};
