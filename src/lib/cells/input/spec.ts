import type { Kind, Value } from '#table';

export const inputTypes = [
  'text',
  'number',
  'slider',
  'select',
  'multiselect',
  'date',
  'daterange',
  'checkbox',
  'period',
] as const;
export type InputType = (typeof inputTypes)[number];

/** Where a select's choices come from: written out, or the first column of a query (a second one is the label). */
export type OptionSource =
  | { readonly kind: 'list'; readonly values: readonly Value[]; readonly valueKind: Kind }
  | { readonly kind: 'query'; readonly sql: string };

/** An input cell's body, complete. */
export interface InputSpec {
  readonly name: string;
  readonly type: InputType;
  readonly label: string;
  readonly options: OptionSource;
  /** What a choice of nothing is called; “All” where it is not said. */
  readonly none: string | null;
  /** As an input holds it: see `InputValue`. Null stands for all. */
  readonly initial: Value;
  /** A slider has both ends, `min` below `max`. */
  readonly min: number | null;
  readonly max: number | null;
  readonly step: number | null;
}

/** The parameters that an input sets, without `$`. */
export function parameterNames({ name, type }: Pick<InputSpec, 'name' | 'type'>): string[] {
  return type === 'daterange' || type === 'period' ? [`${name}_start`, `${name}_end`] : [name];
}

export function isInputType(value: unknown): value is InputType {
  return inputTypes.some((type) => type === value);
}
