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

/** A property as the API nests it, as a connector prefixes it, and as it is called alone. */
const property = (name: string) => `properties ${name}|property ${name}|${name}`;

const stage = property('hs pipeline stage');
const owner = property('hubspot owner id');
const contact = 'associations contacts id|contact id|associated contact ids';

/** A ticket of the API or of a connector's table. Only the list of stages tells which of them close a ticket. */
export const tickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id(`${property('hs object id')}|id`),
    customer_id: id(contact),
    subject: text(property('subject')),
    channel: word(`${property('source type')}|${property('hs originating generic channel type')}`, 'channel'),
    channel_raw: text(`${property('source type')}|${property('hs originating generic channel type')}`),
    type: text(property('hs ticket category')),
    tags: list(property('hs tag ids'), ';'),
    priority: word(property('hs ticket priority'), 'priority'),
    brand: text(property('hs all assigned business unit ids')),
    team: text(property('hubspot team id')),
    agent_id: id(owner),
    language: text(property('hs detected language')),
    status: first(where('is deleted|archived', '^(?i)true$', 'deleted'), word(stage, 'status')),
    status_raw: text(stage),
    created_at: utc(`${property('createdate')}|created at`),
    updated_at: utc(`${property('hs lastmodifieddate')}|updated at`),
    assigned_at: utc(property('hubspot owner assigneddate')),
    first_human_reply_at: utc(property('first agent reply date')),
    closed_at: utc(property('closed date')),
    last_solved_at: utc(property('closed date')),
    agent_replies: integer(property('hs num agent responses')),
    reported_first_response_seconds: duration(property('time to first agent reply'), 'milliseconds'),
    reported_resolution_seconds: duration(property('time to close'), 'milliseconds'),
  },
};

const change: Record<string, Field> = {
  event_id: prefixed('change', 'ticket id', 'name', 'timestamp instant|timestamp', 'value'),
  ticket_id: id('ticket id|object id|parent id'),
  at: utc('timestamp instant|timestamp'),
};

const before = (vocabulary: string | null): Field => ({ kind: 'before', column: 'value', vocabulary });

const history = (name: string, kind: string, value: (column: string) => Field): Template => ({
  table: 'ticket_events',
  requires: ['event_id', 'to_value'],
  where: { column: 'name', is: [name] },
  changes: { of: 'value', per: 'ticket id|object id|parent id', by: ['timestamp instant|timestamp'] },
  columns: {
    ...change,
    kind: constant(kind),
    from_value: kind === 'status' ? first(before('status'), before(null)) : before(null),
    to_value: value('value'),
  },
});

/** The history of properties: of a stage without a known meaning the id stands. */
export const propertyHistory: readonly Template[] = [
  history('hs_pipeline_stage', 'status', (column) => first(word(column, 'status'), text(column))),
  history('hubspot_owner_id', 'assignee', text),
  history('hubspot_team_id', 'team', text),
  history('hs_ticket_priority', 'priority', text),
];

/** What a stage means is whether it closes a ticket, whatever it is called. */
export const stages: Template = {
  table: 'names',
  requires: ['id', 'name'],
  columns: {
    kind: constant('stage'),
    id: id('stage id|id'),
    name: first(
      where('ticket state|metadata ticket state', '^(?i)closed$', 'closed'),
      where('ticket state|metadata ticket state', '^(?i)open$', 'open'),
      where('is closed|metadata is closed', '^(?i)true$', 'closed'),
      where('is closed|metadata is closed', '^(?i)false$', 'open'),
    ),
  },
};

export const owners: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: {
    agent_id: id('owner id|id'),
    name: first({ kind: 'join', of: [text('first name'), text('last name')], separator: ' ' }, text('email')),
  },
};

/** Which customer a ticket belongs to. */
export const contactsOfTickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  columns: { ticket_id: id('ticket id'), customer_id: id('contact id') },
};

const agent = 'ticket owner|proprietario do ticket|responsavel pelo ticket|owner';
const customer = 'associated contact|contato associado|associated contacts|contatos associados';

/** The sheet that one exports from a view, its columns chosen by hand, its times by the account's clock. */
export const sheet: readonly Template[] = [
  {
    table: 'tickets',
    requires: ['ticket_id'],
    columns: {
      ticket_id: id('ticket id|record id|id do ticket|id do registro'),
      customer_id: first(
        id('associated contact ids|associated contact id|ids de contato associado'),
        text(customer),
      ),
      customer_key: key('contact email|associated contact email'),
      subject: text('ticket name|nome do ticket'),
      channel: word('source|origem|fonte', 'channel'),
      channel_raw: text('source|origem|fonte'),
      type: text('category|categoria'),
      priority: word('priority|prioridade', 'priority'),
      brand: text('brand|brands|marca'),
      team: text('hubspot team|owner team|equipe do hubspot|equipe do proprietario'),
      agent_id: text(agent),
      status: word('ticket status|status do ticket|pipeline stage|estagio do pipeline', 'status'),
      status_raw: text('ticket status|status do ticket|pipeline stage|estagio do pipeline'),
      created_at: local('create date|data de criacao'),
      updated_at: local('last modified date|data da ultima modificacao'),
      assigned_at: local('owner assigned date|data de atribuicao do proprietario'),
      first_human_reply_at: local(
        'first agent email response date|first agent email reply date|first agent response date|data da primeira resposta do agente por e mail',
      ),
      closed_at: local('close date|data de fechamento'),
      last_solved_at: local('close date|data de fechamento'),
      reported_first_response_seconds: duration(
        'time to first agent email reply hh mm ss|time to first agent email reply|time to first response sla|tempo ate a primeira resposta do agente por e mail',
        'milliseconds',
      ),
      reported_resolution_seconds: duration(
        'time to close hh mm ss|time to close|tempo ate o fechamento|tempo para fechar',
        'milliseconds',
      ),
    },
  },
  {
    table: 'agents',
    requires: ['agent_id'],
    distinct: true,
    columns: { agent_id: text(agent), name: text(agent) },
  },
  {
    table: 'customers',
    requires: ['customer_id'],
    distinct: true,
    columns: {
      customer_id: first(
        id('associated contact ids|associated contact id|ids de contato associado'),
        text(customer),
      ),
      customer_key: key('contact email|associated contact email'),
      name: text(customer),
      organisation: text('associated company|empresa associada'),
    },
  },
];

export const signature = {
  own: [
    'ticket name|nome do ticket',
    'ticket owner|proprietario do ticket|responsavel pelo ticket',
    'hubspot team|equipe do hubspot',
    'ticket status|status do ticket',
    'first agent email reply date|first agent email response date|data da primeira resposta do agente por e mail',
    'associated contact|contato associado',
    'associated company|empresa associada',
    'time to close hh mm ss|time to close',
    'record id|id do registro',
  ],
  shared: [
    'ticket id|id do ticket',
    'pipeline',
    'create date|data de criacao',
    'close date|data de fechamento',
    'priority|prioridade',
    'source|origem',
    'category|categoria',
  ],
} as const;
