import type { Case } from '../asked.ts';
import { contactCases } from './resolution-contacts.ts';
import { solveCases } from './resolution-solves.ts';

const all = [
  'tickets_resolved',
  'reopen_rate',
  'reopen_interval',
  'premature_closures',
  'first_contact_resolution',
  'one_touch_rate',
  'transfer_rate',
  'automated_resolution_rate',
  'abandonment_rate',
  'missed_conversations',
] as const;

const nothing: readonly Case[] = [
  {
    title: 'of no rows there is no number of how well they were resolved',
    world: {},
    answers: Object.fromEntries(all.map((id) => [id, 'kpi.needs.data'])),
  },
  {
    title: 'of a ticket of which nothing is known neither',
    world: { tickets: { columns: 'ticket_id', values: "('1')" } },
    answers: {
      tickets_resolved: 'kpi.needs.either',
      reopen_rate: 'kpi.needs.columns',
      reopen_interval: 'kpi.needs.table',
      premature_closures: 'kpi.needs.table',
      first_contact_resolution: 'kpi.needs.columns',
      one_touch_rate: 'kpi.needs.columns',
      transfer_rate: 'kpi.needs.either',
      automated_resolution_rate: 'kpi.needs.table',
      abandonment_rate: 'kpi.needs.columns',
      missed_conversations: 'kpi.needs.either',
    },
  },
];

/** Every KPI of how well things are resolved, worked out by hand. */
export const resolutionCases: readonly Case[] = [...nothing, ...solveCases, ...contactCases];
