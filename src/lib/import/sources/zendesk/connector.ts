import type { Field } from '../../mapping.ts';
import { constant, id, list, text, utc, word } from '../fields.ts';
import type { Template } from '../template.ts';

const change: Record<string, Field> = {
  event_id: {
    kind: 'join',
    of: [text('ticket id'), text('field name'), text('updated'), text('value')],
    separator: ' ',
  },
  ticket_id: id('ticket id'),
  at: utc('updated'),
  actor_id: id('user id'),
};

const history = (field: string, kind: string): Template => ({
  table: 'ticket_events',
  requires: ['event_id'],
  where: { column: 'field name', is: [field] },
  changes: { of: 'value', per: 'ticket id', by: ['updated'] },
  columns: {
    ...change,
    kind: constant(kind),
    from_value: { kind: 'before', column: 'value', vocabulary: null },
    to_value: text('value'),
  },
});

/** A warehouse connector's history of fields: one row a value, which the next one ends. */
export const fieldHistory: readonly Template[] = [
  {
    ...history('status', 'status'),
    columns: {
      ...change,
      kind: constant('status'),
      from_value: { kind: 'before', column: 'value', vocabulary: 'status' },
      to_value: word('value', 'status'),
    },
  },
  history('assignee_id', 'assignee'),
  history('group_id', 'team'),
  history('priority', 'priority'),
];

/** One row a tag of a ticket. */
export const ticketTags: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  completes: true,
  columns: { ticket_id: id('ticket id'), tags: list('tag', '\n') },
};
