import { namesOf } from '../fields.ts';
import { sourceOf, type Shape } from '../shapes.ts';
import type { Source } from '../source.ts';
import * as api from './api.ts';
import { fieldHistory, ticketTags } from './connector.ts';
import { agents, customers, ratings, signature, tickets } from './mapping.ts';
import { vocabularies } from './vocabulary.ts';

/** What messages and audits say to the second, the metric set says to the minute. */
const exactly = {
  comments: { dropsColumns: ['first_human_reply_at', 'agent_replies'] },
  'audit events': { dropsColumns: ['first_human_reply_at', 'first_solved_at'] },
};

const exported = [tickets, ratings, agents, customers];
const ownFields = /\[(list|txt|dec|int|flg|date|rgx|multi)\]$/i;

const lists: readonly Shape[] = [
  {
    name: 'tickets',
    needs: ['id', 'status', 'requester id', 'submitter id|assignee id|group id', 'via channel', 'created at'],
    tables: [api.tickets, api.inlineRatings],
    beside: { ...exactly, ratings: { dropsTables: ['ratings'] } },
    custom: /^custom_fields\[/,
  },
  {
    name: 'metrics',
    needs: ['ticket id', 'reply time in minutes calendar', 'full resolution time in minutes calendar'],
    tables: [api.metrics],
    beside: exactly,
  },
  {
    name: 'comments',
    needs: ['id', 'public', 'author id|user id', 'body', 'ticket id|parent id'],
    lacks: 'incoming|private|from agent|conversation id|part type|field name',
    tables: api.comments,
  },
  {
    name: 'audit events',
    needs: ['id', 'type', 'field name', 'value', 'parent ticket id', 'parent created at'],
    tables: api.audits,
  },
  {
    name: 'audits',
    needs: [
      'id',
      'ticket id',
      'author id',
      'created at',
      'metadata system ip address|metadata system location|via channel',
    ],
    lacks: 'body|status',
    tables: [],
  },
  {
    name: 'child events',
    needs: ['id', 'event type', 'parent ticket id', 'parent updater id'],
    tables: api.childEvents,
  },
  { name: 'ticket events', needs: ['id', 'event type', 'ticket id', 'updater id', 'timestamp'], tables: [] },
  {
    name: 'ratings',
    needs: ['id', 'score', 'ticket id', 'requester id', 'assignee id', 'group id'],
    tables: api.ratings,
  },
  {
    name: 'metric events',
    needs: ['id', 'ticket id', 'metric', 'instance id', 'type', 'time'],
    tables: [api.breaches],
  },
  { name: 'people', needs: ['id', 'name', 'role', 'ticket restriction', 'suspended'], tables: api.users },
  {
    name: 'field history',
    needs: ['field name', 'ticket id', 'value', 'updated', 'user id'],
    tables: fieldHistory,
  },
];

const companions: readonly Shape[] = [
  {
    name: 'users',
    inCompany: true,
    called: 'users|user|end users|agents',
    needs: ['id', 'name', 'role'],
    tables: api.users,
  },
  {
    name: 'groups',
    inCompany: true,
    called: 'groups|group',
    needs: ['id', 'name'],
    tables: [namesOf('team')],
  },
  {
    name: 'brands',
    inCompany: true,
    called: 'brands|brand',
    needs: ['id', 'name'],
    tables: [namesOf('brand')],
  },
  {
    name: 'tags',
    inCompany: true,
    called: 'ticket tag|ticket tags',
    needs: ['tag', 'ticket id'],
    tables: [ticketTags],
  },
];

/** Zendesk: its CSV exports and views, its API and JSON export, and the tables that warehouse connectors make of it. */
export const zendesk: Source = sourceOf({
  vendor: 'zendesk',
  title: 'Zendesk',
  vocabularies,
  shapes: [
    {
      name: 'export',
      signature,
      lacks: 'reply time in minutes calendar|metric set url',
      tables: exported,
      custom: ownFields,
    },
    {
      name: 'view',
      needs: ['id', 'requester|solicitante', 'requested|solicitado|solicitado em'],
      tables: exported,
      custom: ownFields,
    },
    ...lists,
    ...companions,
  ],
});
