import type { Text } from '#errors';

export type Severity = 'error' | 'warning' | 'note';

/** Something odd about the rows that were imported: plain data, for a page, a terminal and a file alike. */
export interface Finding {
  /** Stable: `test_accounts`, `empty_columns`; with what it speaks of where one kind is found several times: `gaps:zendesk`. */
  readonly id: string;
  readonly severity: Severity;
  /** What was found, with its count. */
  readonly what: Text;
  readonly why: Text;
  readonly count: number;
  /** Of how many; null where there is nothing to compare with. */
  readonly of: number | null;
  /** A query over the canonical relations that lists them, for a cell or a table; null where there are no rows to show. */
  readonly rows: string | null;
  /** Ids of the KPIs that read what it touches. */
  readonly affects: readonly string[];
  readonly remedy: Remedy | null;
  /** The remedy is in force: its rows are left out. */
  readonly applied: boolean;
}

/** What can be done about a finding, and undone: its rows are left out, of every later export too. */
export interface Remedy {
  readonly kind: 'exclude';
  readonly table: string;
  /** SQL over that table's columns; other tables are read as `base.name`. */
  readonly where: string;
  /** The label of its button. */
  readonly label: Text;
}
