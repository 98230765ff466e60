import { canonicalTable, type CanonicalColumn } from './canonical/index.ts';
import type { Field, Mapping, TableMapping } from './mapping.ts';

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

/** The mapping with a raw column assigned to one place, or to none; whatever filled that place before gives way. */
export function assignColumn(mapping: Mapping, column: string, target: Target | null): Mapping {
  const without = mapping.tables.map((table) => withoutColumn(table, column));
  if (target === null) return { ...mapping, tables: without };
  const canonical = canonicalTable(target.table)?.columns.find(({ name }) => name === target.column);
  if (!canonical) return mapping;
  const known = without.some(({ table }) => table === target.table);
  const tables = known ? without : [...without, emptyMapping(target.table)];
  return {
    ...mapping,
    tables: tables.map((table) => (table.table === target.table ? place(table, canonical, column) : table)),
  };
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

function place(mapping: TableMapping, canonical: CanonicalColumn, column: string): TableMapping {
  if (canonical.name === 'custom_fields')
    return { ...mapping, customFields: [...(mapping.customFields ?? []), column] };
  const name = canonical.clock === 'utc' ? canonical.name.replace(/_utc$/, '') : canonical.name;
  const asAnswer = mapping.table === 'ratings' && /^score/.test(name);
  const field: Field = asAnswer
    ? { kind: 'score', column, scale: null }
    : plainField(mapping.table, canonical, column);
  const utc: Field = canonical.clock === 'utc' && field.kind === 'instant' ? { ...field, utc: true } : field;
  return { ...mapping, columns: { ...mapping.columns, [asAnswer ? 'score' : name]: utc } };
}

/** A table that nothing fills yet: its rows are numbered until an id is assigned. */
function emptyMapping(table: string): TableMapping {
  const key = canonicalTable(table)?.key ?? [];
  const ids = key.filter((name) => name.endsWith('_id') && key.length === 1);
  const columns = Object.fromEntries(
    ids.map((name) => [name, { kind: 'row', prefix: 'row ' } satisfies Field]),
  );
  return table === 'ratings'
    ? { table, columns: { ...columns, kind: { kind: 'constant', value: 'csat' } }, requires: ['score_raw'] }
    : { table, columns, requires: ids };
}

function withoutColumn(mapping: TableMapping, column: string): TableMapping {
  const columns = Object.entries(mapping.columns).flatMap(([name, field]) => {
    const left = without(field, column);
    return left ? [[name, left] as const] : [];
  });
  const customFields = mapping.customFields?.filter((name) => name !== column);
  return { ...mapping, columns: Object.fromEntries(columns), ...(customFields ? { customFields } : {}) };
}

function without(field: Field, column: string): Field | null {
  if (field.kind !== 'first') return reads(field, column) ? null : field;
  const of = field.of.flatMap((each) => without(each, column) ?? []);
  return of.length === 0 ? null : { ...field, of };
}

function reads(field: Field, column: string): boolean {
  if (field.kind === 'first' || field.kind === 'join') return field.of.some((each) => reads(each, column));
  if (field.kind === 'instant' && field.time === column) return true;
  return 'column' in field && field.column === column;
}
