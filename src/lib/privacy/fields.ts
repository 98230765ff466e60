/** What is done to personal data before it is shared. A pseudonym stands for the same person everywhere, in this bundle alone. */
export const treatments = ['pseudonym', 'mask', 'drop', 'keep'] as const;
export type Treatment = (typeof treatments)[number];

export interface ColumnName {
  readonly table: string;
  readonly column: string;
}

/** Columns that hold the same of people, and are treated alike. */
export interface PersonalField {
  readonly id: string;
  readonly columns: readonly ColumnName[];
  /** What may be done to it; the first is advised. */
  readonly treatments: readonly Treatment[];
}

/** Who asked for service: ids too, which may be e-mails or phone numbers. */
export const customerField: PersonalField = {
  id: 'customer',
  treatments: ['pseudonym', 'keep'],
  columns: [
    ...named('customers', 'customer_id', 'customer_key', 'name', 'organisation'),
    ...named('tickets', 'customer_id', 'customer_key'),
    ...named('orders', 'customer_id', 'customer_key'),
    ...named('ratings', 'customer_id'),
    ...named('calls', 'customer_id'),
    ...named('invitations', 'customer_id'),
  ],
};

/** Who served. */
export const agentField: PersonalField = {
  id: 'agent',
  treatments: ['pseudonym', 'keep'],
  columns: [
    ...named('agents', 'agent_id', 'name'),
    ...[
      'tickets',
      'replies',
      'solves',
      'ratings',
      'calls',
      'agent_sessions',
      'offers',
      'period_facts',
    ].flatMap((table) => named(table, 'agent_id')),
  ],
};

const text = ['mask', 'drop', 'keep'] as const;

/** What people wrote, and what may quote it. */
const written: readonly PersonalField[] = [
  { id: 'subject', treatments: text, columns: named('tickets', 'subject') },
  { id: 'body', treatments: text, columns: named('messages', 'body') },
  { id: 'comment', treatments: text, columns: named('ratings', 'comment') },
  { id: 'custom_fields', treatments: text, columns: named('tickets', 'custom_fields') },
  { id: 'tags', treatments: text, columns: named('tickets', 'tags') },
  { id: 'event_values', treatments: text, columns: named('ticket_events', 'from_value', 'to_value') },
  { id: 'rejected', treatments: ['drop', 'mask', 'keep'], columns: named('rejected_rows', 'raw') },
  {
    id: 'changes',
    treatments: ['drop', 'mask', 'keep'],
    columns: named('import_changes', 'before', 'after'),
  },
];

export const personalFields: readonly PersonalField[] = [customerField, agentField, ...written];

/** A column that should say nothing of anybody, but does. */
export function foundField({ table, column }: ColumnName): PersonalField {
  return { id: `${table}.${column}`, treatments: text, columns: [{ table, column }] };
}

function named(table: string, ...columns: readonly string[]): ColumnName[] {
  return columns.map((column) => ({ table, column }));
}
