import type { Text } from '#errors';
import type { DateOrder, Mapping } from './mapping.ts';

/** What a file seems to be and how it would be read, for the mapping screen or for the one-click way. */
export interface Proposal {
  readonly vendor: string;
  /** How sure the source is that the file is its own, 0 to 1. */
  readonly score: number;
  readonly why: readonly Text[];
  readonly mapping: Mapping;
  readonly columns: readonly ColumnProposal[];
  readonly questions: readonly Question[];
  /** True when it can be imported as it is: recognised, and every question has a proposed answer. */
  readonly complete: boolean;
}

export interface ColumnProposal {
  /** The raw column's name. */
  readonly column: string;
  readonly header: string;
  readonly samples: readonly string[];
  /** The canonical columns that it fills; empty = left out. */
  readonly targets: readonly { readonly table: string; readonly column: string }[];
  readonly confidence: number;
  readonly reason: Text;
}

/** What the rows alone cannot tell. `proposed` is what the one-click way takes; the report then says that it was assumed. */
export type Question =
  | {
      readonly kind: 'date_order';
      readonly column: string;
      readonly examples: readonly string[];
      readonly options: readonly DateOrder[];
      readonly proposed: DateOrder;
    }
  | {
      readonly kind: 'word';
      readonly vocabulary: string;
      readonly word: string;
      readonly rows: number;
      readonly options: readonly string[];
      readonly proposed: string | null;
    }
  | { readonly kind: 'zone'; readonly proposed: string | null };
