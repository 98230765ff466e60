import type { Field } from '../../mapping.ts';
import {
  constant,
  duration,
  first,
  flag,
  id,
  integer,
  key,
  list,
  text,
  utc,
  where,
  word,
} from '../fields.ts';
import type { Template } from '../template.ts';

const minutes = (column: string): Field => duration(column, 'minutes');

/** A figure of the metric set: inline, or in a file of its own. */
const metric = (name: string) => `metric set ${name}|${name}`;
const calendarMinutes = (name: string) => metric(`${name} time in minutes calendar`);
const businessMinutes = (name: string) => metric(`${name} time in minutes business`);
const pair = (column: string, name: string): Record<string, Field> => ({
  [`reported_${column}_seconds`]: minutes(calendarMinutes(name)),
  [`reported_${column}_business_seconds`]: minutes(businessMinutes(name)),
});

const replyMinutes = calendarMinutes('reply');
const replySeconds = metric('reply time in seconds calendar');

const figures: Record<string, Field> = {
  assigned_at: first(utc(metric('initially assigned at')), utc(metric('assigned at'))),
  first_human_reply_at: first(
    { kind: 'offset', from: 'created_at', column: replySeconds, unit: 'seconds' },
    { kind: 'offset', from: 'created_at', column: replyMinutes, unit: 'minutes' },
  ),
  first_solved_at: {
    kind: 'offset',
    from: 'created_at',
    column: calendarMinutes('first resolution'),
    unit: 'minutes',
  },
  last_solved_at: utc(metric('solved at')),
  reopens: integer(metric('reopens')),
  agent_replies: integer(metric('replies')),
  agents_involved: integer(metric('assignee stations')),
  teams_involved: integer(metric('group stations')),
  reported_first_response_seconds: first(
    { kind: 'duration', column: replySeconds, unit: 'seconds' },
    minutes(replyMinutes),
  ),
  reported_first_response_business_seconds: minutes(businessMinutes('reply')),
  ...pair('first_resolution', 'first resolution'),
  ...pair('resolution', 'full resolution'),
  ...pair('requester_wait', 'requester wait'),
  ...pair('agent_wait', 'agent wait'),
  ...pair('hold', 'on hold'),
};

/** A ticket of the API, of the JSON export or of a connector's table. */
export const tickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id('id'),
    customer_id: id('requester id'),
    customer_key: key('requester email|via source from address'),
    subject: text('subject|raw subject'),
    channel: word('via channel', 'channel'),
    channel_raw: text('via channel'),
    type: text('type'),
    tags: list('tags', ','),
    priority: word('priority', 'priority'),
    brand: text('brand id'),
    team: text('group id'),
    agent_id: id('assignee id'),
    status: first(where('tags', 'closed_by_merge', 'merged'), word('status', 'status')),
    status_raw: text('status'),
    follow_up_of: id('via source from ticket id|via followup source id'),
    created_at: utc('created at'),
    updated_at: utc('updated at'),
    due_at: utc('due at'),
    ...figures,
  },
};

/** The answer that a ticket carries; `unoffered` says that nobody was asked. */
export const inlineRatings: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  where: { column: 'satisfaction rating score', is: ['unoffered'], not: true },
  columns: {
    rating_id: first(id('satisfaction rating id'), id('id')),
    ticket_id: id('id'),
    customer_id: id('requester id'),
    agent_id: id('assignee id'),
    kind: constant('csat'),
    score: { kind: 'score', column: 'satisfaction rating score', scale: null },
    comment: text('satisfaction rating comment'),
  },
};

const entry: Record<string, Field> = {
  rating_id: id('id'),
  ticket_id: id('ticket id'),
  customer_id: id('requester id'),
  agent_id: id('assignee id'),
  kind: constant('csat'),
  sent_at: utc('created at'),
  score: { kind: 'score', column: 'score', scale: null },
  comment: text('comment'),
};

/** The entries of `satisfaction_ratings`: answers, and offers that have none yet. */
export const ratings: readonly Template[] = [
  {
    table: 'ratings',
    requires: ['rating_id'],
    where: { column: 'score', is: ['offered', 'unoffered'], not: true },
    columns: { ...entry, rated_at: utc('updated at|created at') },
  },
  {
    table: 'ratings',
    requires: ['rating_id'],
    where: { column: 'score', is: ['offered'] },
    columns: entry,
  },
];

export const metrics: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  columns: { ticket_id: id('ticket id'), created_at: utc('created at'), ...figures },
};

const comment: Record<string, Field> = {
  message_id: id('id'),
  ticket_id: id('ticket id|parent id|parent ticket id'),
  sent_at: first(utc('created at'), utc('created'), utc('parent created at')),
  author_id: first(id('author id'), id('user id')),
  is_public: flag('public'),
  body: text('plain body|body'),
};

/** A comment says who wrote it by id only; what a rule wrote came `via` it. */
export const comments: readonly Template[] = [
  {
    table: 'messages',
    requires: ['message_id', 'ticket_id'],
    where: { column: 'via channel', is: ['rule', 'system'], not: true },
    columns: comment,
  },
  {
    table: 'messages',
    requires: ['message_id', 'ticket_id'],
    where: { column: 'via channel', is: ['rule', 'system'] },
    columns: {
      ...comment,
      author: constant('system'),
      is_automated: constant(true),
    },
  },
];

const auditEvent: Record<string, Field> = {
  event_id: id('id'),
  ticket_id: id('parent ticket id'),
  at: utc('parent created at'),
  actor_id: id('parent author id'),
};

/** The events of an audit: changes of fields, and comments. */
export const audits: readonly Template[] = [
  {
    table: 'ticket_events',
    requires: ['event_id', 'to_value'],
    where: { column: 'field name', is: ['status'] },
    columns: {
      ...auditEvent,
      kind: constant('status'),
      from_value: word('previous value', 'status'),
      to_value: word('value', 'status'),
    },
  },
  {
    table: 'ticket_events',
    requires: ['event_id'],
    where: { column: 'field name', is: ['assignee_id', 'group_id', 'priority'] },
    columns: {
      ...auditEvent,
      kind: word('field name', 'event_kind'),
      from_value: text('previous value'),
      to_value: text('value'),
    },
  },
  {
    table: 'messages',
    requires: ['message_id', 'ticket_id'],
    where: { column: 'type', is: ['Comment', 'VoiceComment'] },
    columns: {
      message_id: id('id'),
      ticket_id: id('parent ticket id'),
      sent_at: utc('parent created at'),
      author_id: first(id('author id'), id('parent author id')),
      is_public: flag('public'),
      body: text('plain body|body'),
    },
  },
];

const childEvent: Record<string, Field> = {
  event_id: id('id'),
  ticket_id: id('parent ticket id'),
  at: utc('parent created at'),
  actor_id: id('parent updater id'),
};

const childChange = (kind: string, column: string): Template => ({
  table: 'ticket_events',
  requires: ['event_id', 'to_value'],
  columns: {
    ...childEvent,
    kind: constant(kind),
    from_value: text('previous value'),
    to_value: text(column),
  },
});

/** The events of the incremental ticket-event export: the changed field is a key of its own. */
export const childEvents: readonly Template[] = [
  {
    ...childChange('status', 'status'),
    columns: {
      ...childEvent,
      kind: constant('status'),
      from_value: word('previous value', 'status'),
      to_value: word('status', 'status'),
    },
  },
  childChange('assignee', 'assignee id'),
  childChange('team', 'group id'),
  childChange('priority', 'priority'),
];

/** Of the SLA clocks' many ticks, the ones at which a promise was broken. */
export const breaches: Template = {
  table: 'ticket_events',
  requires: ['event_id'],
  where: { column: 'type', is: ['breach'] },
  columns: {
    event_id: { kind: 'join', of: [constant('metric'), id('id')], separator: ' ' },
    ticket_id: id('ticket id'),
    at: utc('time'),
    kind: constant('sla'),
    to_value: text('metric'),
  },
};

/** Zendesk keeps its team and its customers in one list, told apart by their role. */
export const users: readonly Template[] = [
  {
    table: 'agents',
    requires: ['agent_id'],
    distinct: true,
    where: { column: 'role', is: ['agent', 'admin'] },
    columns: { agent_id: id('id'), name: text('name'), team: text('default group id') },
  },
  {
    table: 'customers',
    requires: ['customer_id'],
    distinct: true,
    where: { column: 'role', is: ['end-user', 'end user'] },
    columns: {
      customer_id: id('id'),
      customer_key: key('email|phone'),
      name: text('name'),
      organisation: text('organization id'),
      created_at: utc('created at'),
    },
  },
];
