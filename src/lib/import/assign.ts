import type { CanonicalColumn } from './canonical/index.ts';
import type { Field, Mapping } from './mapping.ts';

/** A place in the canonical tables. */
export interface Target {
  readonly table: string;
  readonly column: string;
}

/** The canonical columns that a raw column fills. */
export function assignedTo(mapping: Mapping, column: string): Target[] {
  return mapping.tables.flatMap(({ table, columns, customFields = [] }) => [
    ...Object.entries(columns).flatMap(([name, field]) =>
      reads(field, column) ? [{ table, column: name }] : [],
    ),
    ...(customFields.includes(column) ? [{ table, column: 'custom_fields' }] : []),
  ]);
}

/** The field that fits a canonical column's type and words. */
export function plainField(table: string, { name, type, clock }: CanonicalColumn, column: string): Field {
  if (clock !== null) return { kind: 'instant', column };
  const words = vocabularyOf[`${table}.${name}`];
  if (words) return { kind: 'word', column, vocabulary: words };
  if (name.endsWith('_seconds')) return { kind: 'duration', column, unit: 'seconds' };
  switch (type) {
    case 'BOOLEAN':
      return { kind: 'boolean', column };
    case 'INTEGER':
    case 'BIGINT':
      return { kind: 'integer', column };
    case 'DOUBLE':
      return { kind: 'number', column };
    case 'DATE':
      return { kind: 'date', column };
    case 'VARCHAR[]':
      return { kind: 'list', column, separator: null };
    default:
      if (type.startsWith('DECIMAL')) return { kind: 'money', column };
      if (type.startsWith('MAP')) return { kind: 'map', column };
      return name.endsWith('_id') ? { kind: 'id', column } : { kind: 'text', column };
  }
}

const vocabularyOf: Readonly<Record<string, string>> = {
  'tickets.status': 'status',
  'tickets.channel': 'channel',
  'tickets.priority': 'priority',
  'tickets.started_by': 'author',
  'messages.author': 'author',
  'messages.direction': 'direction',
  'messages.channel': 'channel',
  'ticket_events.kind': 'event_kind',
  'ticket_events.actor': 'author',
  'ratings.kind': 'rating_kind',
  'calls.direction': 'direction',
  'calls.outcome': 'outcome',
  'customers.stage': 'stage',
  'agent_sessions.state': 'agent_state',
  'offers.result': 'offer_result',
};

function reads(field: Field, column: string): boolean {
  if (field.kind === 'first' || field.kind === 'join') return field.of.some((each) => reads(each, column));
  if (field.kind === 'instant' && field.time === column) return true;
  return 'column' in field && field.column === column;
}
