import type { DurationUnit, Field } from '../mapping.ts';
import type { Template } from './template.ts';

/** Fields of a template, by what they say of a column. */
export const text = (column: string): Field => ({ kind: 'text', column });
export const id = (column: string): Field => ({ kind: 'id', column });
export const key = (column: string): Field => ({ kind: 'key', column });
export const integer = (column: string): Field => ({ kind: 'integer', column });
export const flag = (column: string): Field => ({ kind: 'boolean', column });
export const constant = (value: string | number | boolean): Field => ({ kind: 'constant', value });
export const word = (column: string, vocabulary: string): Field => ({ kind: 'word', column, vocabulary });
export const first = (...of: readonly Field[]): Field => ({ kind: 'first', of });
export const list = (column: string, separator: string | null): Field => ({
  kind: 'list',
  column,
  separator,
});
export const duration = (column: string, unit: DurationUnit): Field => ({ kind: 'duration', column, unit });

/** An instant by the account's own clock, which the file does not name. */
export const local = (column: string): Field => ({ kind: 'instant', column });

/** An instant that is UTC wherever it names no zone. */
export const utc = (column: string): Field => ({ kind: 'instant', column, utc: true });

/** `value` where the cell matches. */
export const where = (column: string, pattern: string, value: string): Field => ({
  kind: 'extract',
  column,
  pattern,
  as: value,
});

/** An id within a table that several lists fill: none of them may take another's. */
export const prefixed = (prefix: string, ...columns: readonly string[]): Field => ({
  kind: 'join',
  of: [constant(prefix), ...columns.map(text)],
  separator: ' ',
});

/** What the vendor's ids of teams, brands or stages are called. */
export const namesOf = (kind: string, name: Field = text('name')): Template => ({
  table: 'names',
  requires: ['id'],
  columns: { kind: constant(kind), id: id('id'), name },
});
