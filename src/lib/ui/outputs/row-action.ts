import type { Value } from '#table';

/** What choosing a row of a grid does, with its value in the column that stands for it. */
export interface RowAction {
  readonly column: string;
  /** Says above the grid that rows can be chosen; null where that goes without saying. */
  readonly hint: string | null;
  /** The same of the marks of a chart. */
  readonly markHint: string;
  /** The value in force, whose row is marked. */
  readonly chosen: string | null;
  readonly run: (value: Value, at: DOMRect | undefined) => void;
}

/** What can be asked of a result, in a menu under a button. */
export interface ActionMenu {
  readonly title: string;
  readonly items: readonly { readonly label: string; readonly run: () => void }[];
}
