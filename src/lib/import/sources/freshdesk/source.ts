import type { TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import { freshdeskCodes } from '../../vocabulary/score.ts';
import { namesOf } from '../fields.ts';
import type { Template } from '../template.ts';
import { sourceOf, type Shape } from '../shapes.ts';
import type { Source } from '../source.ts';
import * as api from './api.ts';
import { agents, customers, ratings, signature, tickets } from './mapping.ts';
import { vocabularies } from './vocabulary.ts';

const apiTickets: readonly Template[] = [api.tickets, api.agentsOfTickets, api.customersOfTickets];

const shapes: readonly Shape[] = [
  {
    name: 'export',
    signature,
    weights: { base: 0.1, own: 0.18, shared: 0.05 },
    tables: [tickets, ratings, agents, customers],
  },
  {
    name: 'tickets',
    needs: ['id|display id', 'responder id', 'requester id', 'status', 'source', 'priority', 'created at'],
    tables: apiTickets,
    beside: { conversations: { adds: api.description } },
    custom: /^custom_fields?\./,
  },
  {
    name: 'conversations',
    needs: ['id', 'incoming', 'private', 'user id', 'ticket id|parent display id|parent id', 'created at'],
    tables: [api.conversations],
  },
  {
    name: 'ratings',
    needs: ['id', 'ticket id|parent display id|parent id', 'agent id', 'ratings default question'],
    tables: [api.ratings],
  },
  { name: 'time entries', needs: ['time spent', 'ticket id', 'agent id', 'billable'], tables: [] },
  {
    name: 'agents',
    needs: ['id', 'contact name', 'ticket scope|available since|occasional'],
    tables: [api.agents],
  },
  {
    name: 'forwarded',
    needs: ['external id', 'title', 'created time', 'reporter name', 'reporter email'],
    tables: [api.forwarded, api.forwardedCustomers],
  },
  {
    name: 'contacts',
    inCompany: true,
    called: 'contacts|contact',
    needs: ['id', 'name', 'email'],
    tables: [api.contacts],
  },
  {
    name: 'groups',
    inCompany: true,
    called: 'groups|group',
    needs: ['id', 'name'],
    tables: [namesOf('team')],
  },
  {
    name: 'products',
    inCompany: true,
    called: 'products|product',
    needs: ['id', 'name'],
    tables: [namesOf('brand')],
  },
];

const byShape = sourceOf({ vendor: 'freshdesk', title: 'Freshdesk', shapes, vocabularies });

/** Freshdesk: its ticket CSV, and the lists of its API. */
export const freshdesk: Source = {
  ...byShape,
  tables: (raw, among) => byShape.tables(raw, among).map((table) => withCodes(table, raw)),
};

/** Older surveys answer in codes, of which 100 alone would look like percents. */
function withCodes(table: TableMapping, { columns }: RawTable): TableMapping {
  const { score } = table.columns;
  if (score?.kind !== 'score') return table;
  const answers = columns.find(({ name }) => name === score.column)?.samples ?? [];
  const isCoded = answers.length > 0 && answers.every((answer) => freshdeskCodes.includes(Number(answer)));
  return isCoded
    ? { ...table, columns: { ...table.columns, score: { ...score, scale: 'freshdesk' } } }
    : table;
}
