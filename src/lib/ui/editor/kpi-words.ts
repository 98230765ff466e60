import type { Vocabulary, Word } from './vocabulary.ts';

/** A field of a KPI's file, as completion offers it and hovering explains it. */
export interface FieldWord extends Word {
  /** What it can say: SQL over the columns of the table, or names. */
  readonly says: 'sql' | 'names' | 'columns';
  readonly values: readonly Word[];
  /** Whether options of variants have it too. */
  readonly inOption: boolean;
}

/** What may be written in a KPI's file. */
export interface KpiWords extends Vocabulary {
  readonly fields: readonly FieldWord[];
}
