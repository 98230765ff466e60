import {
  constant,
  duration,
  first,
  id,
  integer,
  key,
  list,
  local,
  text,
  utc,
  where,
  word,
} from '../fields.ts';
import type { Template } from '../template.ts';

/** A transcript as a sheet: one row a message, its conversation's columns beside it on every row. */
export const transcript: readonly Template[] = [
  {
    table: 'messages',
    requires: ['message_id', 'ticket_id'],
    columns: {
      message_id: id('message id'),
      ticket_id: id('conversation id'),
      sent_at: utc('message created at'),
      author: word('message author type', 'author'),
      author_id: id('message author id'),
      is_public: first(where('message type', '^note', 'false'), where('message type', '.', 'true')),
      body: text('message body'),
    },
  },
  {
    table: 'tickets',
    requires: ['ticket_id'],
    latest: { of: 'conversation id', by: ['message created at'] },
    columns: {
      ticket_id: id('conversation id'),
      tags: list('conversation tags', ','),
      status: word('conversation state', 'status'),
      status_raw: text('conversation state'),
      created_at: utc('conversation created at'),
      first_human_reply_at: utc('conversation first response at'),
      closed_at: utc('conversation closed at'),
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
      is_bot: where('message author type', '^bot$', 'true'),
    },
  },
  {
    table: 'customers',
    requires: ['customer_id'],
    distinct: true,
    where: { column: 'message author type', is: ['user', 'lead', 'contact'] },
    columns: {
      customer_id: id('message author id'),
      customer_key: key('message author email'),
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
    customer_key: key('user email'),
    channel: word('channel|conversation channel', 'channel'),
    channel_raw: text('channel|conversation channel'),
    tags: list('conversation tags|conversation tag|tags', ','),
    team: text('team assigned|team currently assigned|team'),
    agent_id: text(agent),
    status: word('current conversation state|conversation state|state', 'status'),
    status_raw: text('current conversation state|conversation state|state'),
    created_at: local('conversation started at|conversation created at|started at'),
    first_human_reply_at: local('first teammate reply at|first replied at'),
    first_solved_at: local('first closed at|conversation first closed at'),
    last_solved_at: local('last closed at|conversation last closed at|closed at'),
    reopens: integer('count of reopens|conversation reopens|reopens'),
    reported_first_response_business_seconds: duration(
      'first response time seconds|teammate first response time seconds|first response time',
      'seconds',
    ),
    reported_resolution_business_seconds: duration(
      'time to close seconds|time to last close seconds|time to close',
      'seconds',
    ),
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
    rated_at: local('conversation rated at|rating created at'),
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
