import { namesOf } from '../fields.ts';
import { sourceOf, type Shape } from '../shapes.ts';
import type { Source } from '../source.ts';
import * as api from './mapping.ts';
import { vocabularies } from './vocabulary.ts';

const shapes: readonly Shape[] = [
  {
    name: 'tickets',
    needs: ['id', 'from agent', 'created datetime', 'closed datetime', 'status', 'channel', 'via'],
    lacks: 'ticket id|public',
    tables: [api.tickets, api.surveysOfTickets, api.agentsOfTickets, api.customersOfTickets],
    beside: { surveys: { dropsTables: ['ratings'] } },
    custom: /^(custom_fields|meta)\./,
  },
  {
    name: 'messages',
    needs: ['id', 'public', 'from agent', 'created datetime', 'ticket id|parent id', 'channel'],
    tables: [api.messages],
  },
  {
    name: 'surveys',
    needs: ['id', 'score', 'scored datetime', 'sent datetime', 'ticket id'],
    tables: [api.surveys],
  },
  {
    name: 'events',
    needs: ['id', 'type', 'object id', 'object type', 'created datetime'],
    tables: api.events,
  },
  {
    name: 'calls',
    needs: ['id', 'direction', 'started datetime', 'phone number source', 'ticket id'],
    tables: [api.calls],
  },
  { name: 'users', needs: ['id', 'role name', 'created datetime', 'email'], tables: [api.users] },
  {
    name: 'sheet',
    needs: [
      'ticket id|id',
      'closed datetime|closed date',
      'created datetime|created date',
      'assignee team|assignee user',
      'channel|initial channel',
    ],
    lacks: 'from agent|via',
    tables: api.sheet,
  },
  { name: 'tags', inCompany: true, called: 'tags', needs: ['name', 'parent id'], tables: [api.tagsOfTicket] },
  {
    name: 'customers',
    inCompany: true,
    called: 'customers',
    needs: ['id', 'email', 'name'],
    tables: [api.customers],
  },
  { name: 'teams', inCompany: true, called: 'teams', needs: ['id', 'name'], tables: [namesOf('team')] },
];

/** Gorgias: tickets, messages, surveys, events and calls of its API, and its tickets as a sheet. */
export const gorgias: Source = sourceOf({ vendor: 'gorgias', title: 'Gorgias', shapes, vocabularies });
