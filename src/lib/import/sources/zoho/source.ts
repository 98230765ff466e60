import { namesOf } from '../fields.ts';
import { sourceOf, type Shape } from '../shapes.ts';
import type { Source } from '../source.ts';
import * as desk from './mapping.ts';
import { vocabularies } from './vocabulary.ts';

const shapes: readonly Shape[] = [
  {
    name: 'tickets',
    needs: ['id', 'ticket number', 'status', 'created time', 'department id', 'contact id'],
    tables: [desk.tickets, desk.agentsOfTickets, desk.customersOfTickets],
    custom: /^(cf|customFields)\./,
  },
  {
    name: 'metrics',
    needs: ['first response time', 'resolution time', 'reopen count', 'ticket id|parent id'],
    lacks: 'subject',
    tables: [desk.metrics],
  },
  {
    name: 'threads',
    needs: ['id', 'direction', 'created time', 'channel', 'ticket id|parent id'],
    lacks: 'subject line|phone number source',
    tables: [desk.threads],
  },
  {
    name: 'comments',
    needs: ['id', 'commented time', 'is public', 'content', 'ticket id|parent id'],
    tables: [desk.comments],
  },
  { name: 'ratings', needs: ['id', 'rating', 'rated time', 'ticket id'], tables: [desk.ratings] },
  {
    name: 'sheet',
    signature: desk.signature,
    weights: { base: 0.1, own: 0.15, shared: 0.05 },
    lacks: 'initial response time|agent interactions|ticket number',
    tables: desk.sheet,
  },
  {
    name: 'departments',
    inCompany: true,
    called: 'departments|teams',
    needs: ['id', 'name'],
    tables: [namesOf('team')],
  },
];

/** Zoho Desk: tickets, threads, comments, metrics and happiness ratings of its API, and its export as a sheet. */
export const zoho: Source = sourceOf({ vendor: 'zoho', title: 'Zoho Desk', shapes, vocabularies });
