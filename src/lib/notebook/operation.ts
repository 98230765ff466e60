import type { Cell, CellKind, Notebook } from './notebook.ts';

/** One change of a notebook. `applyOperation` gives the changed notebook and the operation that takes it back. */
export type Operation =
  | { readonly kind: 'insert'; readonly index: number; readonly cell: Cell }
  | { readonly kind: 'remove'; readonly id: string }
  /** `index` is the cell's place once it has been taken out. */
  | { readonly kind: 'move'; readonly id: string; readonly index: number }
  | { readonly kind: 'setSource'; readonly id: string; readonly source: string }
  /** Names the cell and nothing else; `rename` follows its uses. */
  | { readonly kind: 'setName'; readonly id: string; readonly name: string | null }
  /** Names the cell and changes every use: SQL of other cells, `of=`, `{{cell.column}}`, `$name` of an input. */
  | { readonly kind: 'rename'; readonly id: string; readonly name: string }
  /** A flag has the value null; undefined removes the attribute. */
  | {
      readonly kind: 'setAttribute';
      readonly id: string;
      readonly key: string;
      readonly value: string | null | undefined;
    }
  | { readonly kind: 'setKind'; readonly id: string; readonly cellKind: CellKind }
  /** Sets a key of the front matter to plain data; undefined removes it. */
  | { readonly kind: 'setMeta'; readonly key: string; readonly value: unknown }
  /** Cuts a cell at an offset of its source; the second part is a new cell without a name. */
  | { readonly kind: 'split'; readonly id: string; readonly at: number; readonly newId: string }
  /** Joins a cell with the one below, which gives up its name and attributes. */
  | { readonly kind: 'merge'; readonly id: string }
  /** Replaces a run of cells: what every other change of cells comes down to. */
  | {
      readonly kind: 'splice';
      readonly index: number;
      readonly remove: number;
      readonly cells: readonly Cell[];
    }
  /** Replaces the front matter's text. */
  | { readonly kind: 'setFront'; readonly text: string }
  /** Puts another notebook in the place of this one: an earlier version of it. */
  | { readonly kind: 'replace'; readonly notebook: Notebook }
  | { readonly kind: 'batch'; readonly operations: readonly Operation[] };

export interface Applied<State> {
  readonly notebook: State;
  readonly inverse: Operation;
}
