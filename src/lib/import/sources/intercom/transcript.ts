import type { Field } from '../../mapping.ts';
import type { Template } from '../template.ts';

const text = (column: string): Field => ({ kind: 'text', column });
const id = (column: string): Field => ({ kind: 'id', column });
const instant = (column: string): Field => ({ kind: 'instant', column, utc: true });
const constant = (value: string | boolean): Field => ({ kind: 'constant', value });

/** A transcript as a sheet: one row a message, its conversation's columns beside it on every row. */
export const transcript: readonly Template[] = [
  {
    table: 'messages',
    requires: ['message_id', 'ticket_id'],
    columns: {
      message_id: id('message id'),
      ticket_id: id('conversation id'),
      sent_at: instant('message created at'),
      author: { kind: 'word', column: 'message author type', vocabulary: 'author' },
      author_id: id('message author id'),
      is_public: {
        kind: 'first',
        of: [
          { kind: 'extract', column: 'message type', pattern: '^note', as: 'false' },
          { kind: 'extract', column: 'message type', pattern: '.', as: 'true' },
        ],
      },
      body: text('message body'),
    },
  },
  {
    table: 'tickets',
    requires: ['ticket_id'],
    latest: { of: 'conversation id', by: ['message created at'] },
    columns: {
      ticket_id: id('conversation id'),
      tags: { kind: 'list', column: 'conversation tags', separator: ',' },
      status: { kind: 'word', column: 'conversation state', vocabulary: 'status' },
      status_raw: text('conversation state'),
      created_at: instant('conversation created at'),
      first_human_reply_at: instant('conversation first response at'),
      closed_at: instant('conversation closed at'),
    },
  },
  {
    table: 'agents',
    requires: ['agent_id'],
    distinct: true,
    where: { column: 'message author type', is: ['admin', 'bot'] },
    columns: {
      agent_id: id('message author id'),
      name: text('message author name'),
      is_bot: { kind: 'extract', column: 'message author type', pattern: '^bot$', as: 'true' },
    },
  },
  {
    table: 'customers',
    requires: ['customer_id'],
    distinct: true,
    where: { column: 'message author type', is: ['user', 'lead', 'contact'] },
    columns: {
      customer_id: id('message author id'),
      customer_key: { kind: 'key', column: 'message author email' },
      name: text('message author name'),
      organisation: text('message author companies'),
    },
  },
  {
    table: 'tickets',
    requires: ['ticket_id'],
    completes: true,
    where: { column: 'message author type', is: ['user', 'lead', 'contact'] },
    columns: { ticket_id: id('conversation id'), customer_id: id('message author id') },
  },
];

const conversationId = 'conversation id';
const agent = 'teammate assigned|teammate currently assigned|assignee|teammate assigned name';

/** Intercom's own report of conversations, its columns chosen by hand, its times by the account's clock. */
export const report: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id(conversationId),
    customer_id: text('user id|user email|user name'),
    customer_key: { kind: 'key', column: 'user email' },
    channel: { kind: 'word', column: 'channel|conversation channel', vocabulary: 'channel' },
    channel_raw: text('channel|conversation channel'),
    tags: { kind: 'list', column: 'conversation tags|conversation tag|tags', separator: ',' },
    team: text('team assigned|team currently assigned|team'),
    agent_id: text(agent),
    status: {
      kind: 'word',
      column: 'current conversation state|conversation state|state',
      vocabulary: 'status',
    },
    status_raw: text('current conversation state|conversation state|state'),
    created_at: { kind: 'instant', column: 'conversation started at|conversation created at|started at' },
    first_human_reply_at: { kind: 'instant', column: 'first teammate reply at|first replied at' },
    first_solved_at: { kind: 'instant', column: 'first closed at|conversation first closed at' },
    last_solved_at: { kind: 'instant', column: 'last closed at|conversation last closed at|closed at' },
    reopens: { kind: 'integer', column: 'count of reopens|conversation reopens|reopens' },
    reported_first_response_business_seconds: {
      kind: 'duration',
      column: 'first response time seconds|teammate first response time seconds|first response time',
      unit: 'seconds',
    },
    reported_resolution_business_seconds: {
      kind: 'duration',
      column: 'time to close seconds|time to last close seconds|time to close',
      unit: 'seconds',
    },
  },
};

export const reportRatings: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: id(conversationId),
    ticket_id: id(conversationId),
    agent_id: text(`teammate rated|conversation rating teammate|${agent}`),
    kind: constant('csat'),
    rated_at: { kind: 'instant', column: 'conversation rated at|rating created at' },
    score: { kind: 'score', column: 'conversation rating|rating|teammate csat rating', scale: '1-5' },
    comment: text('conversation rating remark|remark'),
  },
};

export const reportAgents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: text(agent), name: text(agent) },
};
