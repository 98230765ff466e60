import { sourceOf, type Shape } from '../shapes.ts';
import type { Source } from '../source.ts';
import * as hub from './mapping.ts';
import { vocabularies } from './vocabulary.ts';

const shapes: readonly Shape[] = [
  {
    name: 'tickets',
    needs: [
      'id|properties hs object id',
      'properties hs pipeline stage|property hs pipeline stage|hs pipeline stage',
      'properties createdate|property createdate|createdate',
    ],
    lacks: 'properties dealname|dealname',
    tables: [hub.tickets],
  },
  {
    name: 'history',
    needs: ['ticket id', 'name', 'value', 'timestamp instant|timestamp', 'source id'],
    tables: hub.propertyHistory,
  },
  {
    name: 'stages',
    needs: ['stage id|id', 'label', 'display order', 'is closed|ticket state|metadata ticket state'],
    tables: [hub.stages],
  },
  {
    name: 'sheet',
    signature: hub.signature,
    weights: { base: 0.15, own: 0.15, shared: 0.05 },
    lacks: 'first reply time in minutes|satisfaction score|initial response time|group stations',
    tables: hub.sheet,
  },
  {
    name: 'contacts of tickets',
    inCompany: true,
    called: 'ticket contact',
    needs: ['ticket id', 'contact id'],
    tables: [hub.contactsOfTickets],
  },
  {
    name: 'owners',
    inCompany: true,
    called: 'owner|owners',
    needs: ['owner id|id', 'first name', 'last name'],
    tables: [hub.owners],
  },
];

/** HubSpot: tickets of its API, the history of their properties, its stages, and the sheet of a view. */
export const hubspot: Source = sourceOf({ vendor: 'hubspot', title: 'HubSpot', shapes, vocabularies });
