import { agents, agentSessions, customers, invitations, offers } from './people.ts';
import { annotations, followers, orders, periodFacts, socialPosts } from './commerce.ts';
import { businessHours, calendarRules, holidays, slaTargets, targets } from './rules.ts';
import { contactsColumns } from './contacts.ts';
import { calls, messages, ratings, ticketEvents } from './conversations.ts';
import {
  excludedRows,
  exclusions,
  importChanges,
  imports,
  mappings,
  names,
  rejectedRows,
  sourceFiles,
  sources,
} from './record.ts';
import { replies, solves, statusPeriods } from './histories.ts';
import type { CanonicalTable } from './table.ts';
import { tickets } from './tickets.ts';

/** The tables that exports are mapped onto and KPIs read, in the order in which one explains them. */
export const canonicalTables: readonly CanonicalTable[] = [
  tickets,
  messages,
  ticketEvents,
  replies,
  solves,
  statusPeriods,
  ratings,
  calls,
  agents,
  customers,
  agentSessions,
  offers,
  invitations,
  orders,
  socialPosts,
  followers,
  periodFacts,
  annotations,
  businessHours,
  holidays,
  calendarRules,
  targets,
  slaTargets,
];

/** The tables in which the program keeps what was imported, from what, and what was refused. */
export const recordTables: readonly CanonicalTable[] = [
  sources,
  sourceFiles,
  imports,
  importChanges,
  rejectedRows,
];

/** Kept in `base`, with no view of its own. */
export const hiddenTables: readonly CanonicalTable[] = [names, mappings, exclusions, excludedRows];

/** Every table of schema `base`. */
export const baseTables: readonly CanonicalTable[] = [...canonicalTables, ...recordTables, ...hiddenTables];

/** The tables that rows of a source lie in. */
export const sourceTables: readonly CanonicalTable[] = [...canonicalTables, names];

/** The view `contacts`, described like a table. */
export const contacts: CanonicalTable = {
  name: 'contacts',
  sentence: {
    en: 'One row per attempt to be attended: every call, and every ticket that has no call.',
    'pt-BR': 'Uma linha por tentativa de ser atendido: cada ligação, e cada ticket sem ligação.',
  },
  key: ['contact_id'],
  columns: contactsColumns,
};

/** Every relation that a notebook can read. */
export const readableTables: readonly CanonicalTable[] = [...canonicalTables, contacts, ...recordTables];

/** The canonical table of that name: one that a mapping may fill. */
export function canonicalTable(name: string): CanonicalTable | undefined {
  return sourceTables.find((table) => table.name === name);
}

export { contactsQuery, type ContactRelations } from './contacts.ts';
export type { CanonicalColumn, CanonicalTable, Sentence } from './table.ts';
