import type { Field } from '../../mapping.ts';
import {
  constant,
  duration,
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
import type { Template } from '../template.ts';

/** A ticket of the API. A snoozed ticket is closed until it wakes: the hour of its waking says so. */
export const tickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id('id'),
    customer_id: id('customer id|requester id'),
    customer_key: key('customer email|requester email'),
    subject: text('subject'),
    channel: word('channel', 'channel'),
    channel_raw: text('channel'),
    tags: list('tag names', ','),
    priority: word('priority', 'priority'),
    team: text('assignee team name|assignee team id'),
    agent_id: id('assignee user id|assignee user'),
    language: text('language'),
    status: first(
      where('trashed datetime', '.', 'deleted'),
      where('spam', '^true$', 'spam'),
      word('status', 'status'),
    ),
    status_raw: text('status'),
    started_by: word('from agent', 'author'),
    created_at: utc('created datetime'),
    updated_at: utc('updated datetime'),
    closed_at: utc('closed datetime'),
  },
};

export const surveysOfTickets: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: first(id('satisfaction survey id'), id('id')),
    ticket_id: id('id'),
    customer_id: id('customer id'),
    agent_id: id('assignee user id'),
    kind: constant('csat'),
    sent_at: utc('satisfaction survey sent datetime'),
    rated_at: utc('satisfaction survey scored datetime'),
    score: { kind: 'score', column: 'satisfaction survey score', scale: '1-5' },
    comment: text('satisfaction survey body text'),
  },
};

export const agentsOfTickets: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: {
    agent_id: id('assignee user id'),
    name: text('assignee user name|assignee user email'),
  },
};

export const customersOfTickets: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: id('customer id|requester id'),
    customer_key: key('customer email|requester email'),
    name: text('customer name|requester name'),
  },
};

export const tagsOfTicket: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  columns: { ticket_id: id('parent id'), tags: list('name', '\n') },
};

/** What a rule or an integration's answering machine sent is automated; a person's reply is neither. */
export const messages: Template = {
  table: 'messages',
  requires: ['message_id', 'ticket_id'],
  columns: {
    message_id: id('id'),
    ticket_id: id('ticket id|parent id'),
    sent_at: first(utc('sent datetime'), utc('created datetime')),
    author: first(where('via', '^(rule|workflow)$', 'system'), word('from agent', 'author')),
    author_id: id('sender id'),
    is_public: { kind: 'boolean', column: 'public' },
    is_automated: first(where('rule id', '[0-9]', 'true'), where('via', '^(rule|workflow)$', 'true')),
    channel: word('channel', 'channel'),
    body: text('stripped text|body text'),
  },
};

/** A survey that went out; its score comes later or never. */
export const surveys: Template = {
  table: 'ratings',
  requires: ['rating_id'],
  columns: {
    rating_id: id('id'),
    ticket_id: id('ticket id'),
    customer_id: id('customer id'),
    kind: constant('csat'),
    sent_at: utc('sent datetime'),
    rated_at: utc('scored datetime'),
    score: { kind: 'score', column: 'score', scale: '1-5' },
    comment: text('body text'),
  },
};

const event: Record<string, Field> = {
  event_id: id('id'),
  ticket_id: id('object id'),
  at: utc('created datetime'),
  actor_id: id('user id'),
};

/** Of all events of the account, those by which a ticket's state, agent or team changes. */
export const events: readonly Template[] = [
  {
    table: 'ticket_events',
    requires: ['event_id', 'to_value'],
    where: {
      column: 'type',
      is: ['ticket-created', 'ticket-closed', 'ticket-reopened', 'ticket-snoozed', 'ticket-unsnoozed'],
    },
    changes: { of: 'type', per: 'object id', by: ['created datetime', 'id'] },
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
    where: {
      column: 'type',
      is: ['ticket-assigned', 'ticket-unassigned', 'ticket-team-assigned', 'ticket-team-unassigned'],
    },
    columns: {
      ...event,
      kind: word('type', 'event_kind'),
      to_value: text('data assignee user id|data assignee team id|data assignee id|data team id'),
    },
  },
];

/** A call; who began it tells whom it concerns. A recording of a voice nobody heard is voicemail. */
export const calls: Template = {
  table: 'calls',
  requires: ['call_id'],
  columns: {
    call_id: id('id'),
    ticket_id: id('ticket id'),
    customer_id: id('customer id'),
    agent_id: first(id('last answered by agent id'), id('initiated by agent id')),
    direction: word('direction', 'direction'),
    started_at: utc('started datetime|created datetime'),
    outcome: first(
      where('has voicemail', '^true$', 'voicemail'),
      where('last answered by agent id', '[0-9]', 'answered'),
      word('status', 'outcome'),
    ),
  },
};

export const users: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: {
    agent_id: id('id'),
    name: text('name|email'),
    is_bot: where('role name', '^bot$', 'true'),
  },
};

export const customers: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: id('id'),
    customer_key: key('email'),
    name: text('name'),
    created_at: utc('created datetime'),
  },
};

const agent = 'assignee|assignee name|assigned agent|assignee user|assignee email';
const customer = first(id('customer id'), text('customer email'), text('customer name|customer'));

/** The tickets of a view or a report as a sheet. */
export const sheet: readonly Template[] = [
  {
    table: 'tickets',
    requires: ['ticket_id'],
    columns: {
      ticket_id: id('ticket id|id'),
      customer_id: customer,
      customer_key: key('customer email'),
      subject: text('subject|ticket subject'),
      channel: word('channel|initial channel|ticket channel', 'channel'),
      channel_raw: text('channel|initial channel|ticket channel'),
      tags: list('tags', ','),
      priority: word('priority', 'priority'),
      team: text('assignee team|assigned team|team'),
      agent_id: text(agent),
      language: text('language'),
      status: word('status|ticket status', 'status'),
      status_raw: text('status|ticket status'),
      created_at: local('created datetime|created date|created'),
      updated_at: local('updated datetime|updated date|updated|last updated'),
      closed_at: local('closed datetime|closed date|closed'),
      agent_replies: integer('agent replies|number of agent messages'),
      customer_messages: integer('customer messages|number of customer messages'),
      reported_first_response_seconds: duration('first response time|first response time seconds', 'seconds'),
      reported_resolution_seconds: duration('resolution time|resolution time seconds', 'seconds'),
    },
  },
  {
    table: 'ratings',
    requires: ['score_raw'],
    columns: {
      rating_id: prefixed('survey', 'ticket id|id'),
      ticket_id: id('ticket id|id'),
      customer_id: customer,
      agent_id: text(agent),
      kind: constant('csat'),
      rated_at: local('scored datetime|survey scored date'),
      score: { kind: 'score', column: 'satisfaction score|survey score|csat score|csat', scale: '1-5' },
      comment: text('survey comment|satisfaction comment'),
    },
  },
  {
    table: 'agents',
    requires: ['agent_id'],
    distinct: true,
    columns: { agent_id: text(agent), name: text(agent) },
  },
];
