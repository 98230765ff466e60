import { attributeOf, type CellContent } from '#notebook';
import { toIso, toNumber, type Column, type Value } from '#table';
import type { InputValue } from '../output.ts';
import type { InputType } from './spec.ts';

/** Which input a result's rows set, and to which of their columns. */
export interface Choice {
  readonly column: string;
  readonly input: string;
}

/** Reads a cell's `choose=column:input`; null where it has none. */
export function parseChoice(cell: Pick<CellContent, 'attributes'>): Choice | null {
  const written = attributeOf(cell, 'choose') ?? '';
  const colon = written.lastIndexOf(':');
  return colon < 1 ? null : { column: written.slice(0, colon), input: written.slice(colon + 1) };
}

/** A row's value as an input of a type holds it; null where one value says nothing to the input. */
export function chosenValue(value: Value, column: Pick<Column, 'kind'>, type: InputType): InputValue {
  const iso = toIso(value, column.kind);
  switch (type) {
    case 'text':
      return value === null ? null : (iso ?? String(value));
    case 'number':
    case 'slider':
      return toNumber(value);
    case 'date':
      return iso?.slice(0, 10) ?? null;
    case 'select':
      return value;
    case 'multiselect':
      return value === null ? null : [value];
    case 'checkbox':
      return typeof value === 'boolean' ? value : null;
    case 'daterange':
      return iso === null ? null : { from: iso.slice(0, 10), to: iso.slice(0, 10) };
    case 'period':
      return null;
  }
}
