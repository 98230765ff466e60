import type { ComparedRow } from '#output';

export type RowKind = 'same' | 'changed' | 'gone' | 'added';

/** What became of a row from one result to the other. */
export function kindOfRow({ before, after, changed }: ComparedRow): RowKind {
  if (before === null) return 'added';
  if (after === null) return 'gone';
  return changed.length > 0 ? 'changed' : 'same';
}
