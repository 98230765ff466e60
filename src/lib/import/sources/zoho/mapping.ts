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
  local,
  text,
  utc,
  where,
  word,
} from '../fields.ts';
import type { Template } from '../template.ts';

const people = (prefix: string): Field =>
  first(
    { kind: 'join', of: [text(`${prefix} first name`), text(`${prefix} last name`)], separator: ' ' },
    text(`${prefix} name|${prefix} last name|${prefix} first name|${prefix} email`),
  );

/** A ticket of the API. A state of one's own says by its type what it counts as. */
export const tickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id('id'),
    customer_id: id('contact id'),
    customer_key: first(key('contact email|email'), key('contact phone|phone')),
    subject: text('subject'),
    channel: word('channel', 'channel'),
    channel_raw: text('channel'),
    type: text('category|classification'),
    tags: list('tag names', ','),
    priority: word('priority', 'priority'),
    team: first(text('team name'), text('department name'), id('team id'), id('department id')),
    agent_id: id('assignee id'),
    language: text('language'),
    status: first(
      where('is trashed|is deleted', '^true$', 'deleted'),
      where('is spam', '^true$', 'spam'),
      word('status type|status', 'status'),
    ),
    status_raw: text('status'),
    created_at: utc('created time'),
    updated_at: utc('modified time'),
    closed_at: utc('closed time'),
    first_response_due_at: utc('response due date'),
    due_at: utc('due date'),
  },
};

export const agentsOfTickets: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: id('assignee id'), name: people('assignee') },
};

export const customersOfTickets: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: {
    customer_id: id('contact id'),
    customer_key: first(key('contact email|email'), key('contact phone|phone')),
    name: people('contact'),
    organisation: text('contact account account name|contact account name'),
  },
};

/** The figures of one ticket: texts of hours and minutes. */
export const metrics: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  columns: {
    ticket_id: id('ticket id|parent id'),
    reopens: integer('reopen count'),
    agent_replies: integer('outgoing count|response count'),
    reported_first_response_seconds: duration('first response time', 'hours'),
    reported_resolution_seconds: duration('resolution time', 'hours'),
  },
};

/** Threads are what was sent and received. */
export const threads: Template = {
  table: 'messages',
  requires: ['message_id', 'ticket_id'],
  columns: {
    message_id: id('id'),
    ticket_id: id('ticket id|parent id'),
    sent_at: utc('created time'),
    author: first(word('author type', 'author'), word('direction', 'author')),
    author_id: id('author id'),
    is_public: first(
      where('visibility', '^private$', 'false'),
      where('visibility', '.', 'true'),
      where('direction', '^in$', 'true'),
    ),
    is_automated: first(
      where('is auto response|is automated', '^true$', 'true'),
      where('responded via', '(?i)automat', 'true'),
    ),
    direction: word('direction', 'direction'),
    channel: word('channel', 'channel'),
    body: text('plain text|content|summary'),
  },
};

/** Comments are notes of the team, unless they are shown to the customer. */
export const comments: Template = {
  table: 'messages',
  requires: ['message_id', 'ticket_id'],
  columns: {
    message_id: id('id'),
    ticket_id: id('ticket id|parent id'),
    sent_at: utc('commented time'),
    author: word('commenter type', 'author'),
    author_id: id('commenter id'),
    is_public: flag('is public'),
    body: text('content'),
  },
};

export const ratings: Template = {
  table: 'ratings',
  requires: ['rating_id'],
  columns: {
    rating_id: id('id'),
    ticket_id: id('ticket id'),
    customer_id: id('contact id'),
    agent_id: id('agent id'),
    kind: constant('csat'),
    rated_at: utc('rated time|created time'),
    score: { kind: 'score', column: 'rating', scale: '1-3' },
    comment: text('feedback'),
  },
};

const agent = 'ticket owner|agent|proprietario do ticket|proprietario do chamado|agente';
const customer = first(
  id('contact id|id do contato'),
  text('email ticket|email|contact name|nome do contato'),
);
const clock = (column: string): Field => duration(column, 'hours');

/** The export of the tickets module: its headers name the module, its durations are hours and minutes. */
export const sheet: readonly Template[] = [
  {
    table: 'tickets',
    requires: ['ticket_id'],
    columns: {
      ticket_id: first(id('ticket id ticket|ticket id|id do ticket|request id|id')),
      customer_id: customer,
      customer_key: first(key('email ticket|email|e mail'), key('phone ticket|phone|telefone')),
      subject: text('subject|subject ticket|assunto'),
      channel: word('channel|channel ticket|mode|canal', 'channel'),
      channel_raw: text('channel|channel ticket|mode|canal'),
      type: text(
        'category|category ticket|classifications|classification|classification ticket|categoria|classificacao',
      ),
      tags: list('tags|tags ticket|marcadores', ','),
      priority: word('priority|priority ticket|prioridade', 'priority'),
      team: text('team|team name|department|department ticket|equipe|departamento'),
      agent_id: first(id('ticket owner id|agent id'), text(agent)),
      language: text('language|language ticket|idioma'),
      status: word('status type|status|status ticket|situacao', 'status'),
      status_raw: text('status|status ticket|situacao'),
      created_at: local(
        'created time ticket|created time|created time tickets|hora de criacao|horario de criacao',
      ),
      updated_at: local('modified time ticket|modified time|hora da modificacao|horario da modificacao'),
      assigned_at: local('assigned time|ticket assigned time|hora da atribuicao'),
      closed_at: local(
        'ticket closed time|closed time|closed time ticket|hora de fechamento|horario de fechamento',
      ),
      due_at: local('due date|due date ticket|data de vencimento'),
      reopens: integer('number of reopen|reopen count|number of reopens|numero de reaberturas'),
      agent_replies: integer('number of responses|number of outgoing|no of responses|response count'),
      reported_first_response_seconds: clock('first response time|tempo da primeira resposta'),
      reported_first_response_business_seconds: clock(
        'first response time in business hours|tempo da primeira resposta em horario comercial',
      ),
      reported_resolution_seconds: clock('resolution time|tempo de resolucao'),
      reported_resolution_business_seconds: clock(
        'resolution time in business hours|tempo de resolucao em horario comercial',
      ),
      reported_hold_seconds: clock('ticket on hold time|on hold time|tempo em espera'),
    },
  },
  {
    table: 'ratings',
    requires: ['score_raw'],
    columns: {
      rating_id: id('ticket id ticket|ticket id|id do ticket|request id|id'),
      ticket_id: id('ticket id ticket|ticket id|id do ticket|request id|id'),
      customer_id: customer,
      agent_id: first(id('ticket owner id|agent id'), text(agent)),
      kind: constant('csat'),
      rated_at: local('happiness rated time|rated time'),
      score: {
        kind: 'score',
        column:
          'happiness rating|customer happiness|happiness|ticket happiness rating|avaliacao de felicidade|satisfacao do cliente',
        scale: '1-3',
      },
      comment: text('happiness feedback|customer feedback|feedback'),
    },
  },
  {
    table: 'agents',
    requires: ['agent_id'],
    distinct: true,
    columns: { agent_id: first(id('ticket owner id|agent id'), text(agent)), name: text(agent) },
  },
  {
    table: 'customers',
    requires: ['customer_id'],
    distinct: true,
    columns: {
      customer_id: customer,
      customer_key: first(key('email ticket|email|e mail'), key('phone ticket|phone|telefone')),
      name: text('contact name|contact name ticket|nome do contato'),
      organisation: text('account name|account name ticket|nome da conta'),
    },
  },
];

export const signature = {
  own: [
    'created time ticket|hora de criacao|horario de criacao',
    'ticket closed time|closed time ticket',
    'happiness rating|customer happiness|ticket happiness rating|avaliacao de felicidade',
    'number of reopen|number of reopens',
    'ticket on hold time',
    'first response time in business hours|tempo da primeira resposta em horario comercial',
    'resolution time in business hours|tempo de resolucao em horario comercial',
    'ticket id ticket',
    'is overdue',
    'account name|account name ticket',
    'layout name|layout',
    'contact name|contact name ticket',
  ],
  shared: [
    'ticket id|request id',
    'created time',
    'modified time|modified time ticket',
    'ticket owner|proprietario do ticket',
    'department|departamento',
    'status|status ticket',
    'channel|channel ticket|mode|canal',
    'subject',
    'classifications|classification',
  ],
} as const;
