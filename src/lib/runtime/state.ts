import type { Text } from '#errors';
import type { Output } from '#cells';

/** Why a cell has no result. */
export interface CellError {
  /** What to tell apart: our own checks, the engine's answer, or the state of the graph. */
  readonly kind: 'diagnostic' | 'query' | 'cycle' | 'missing' | 'duplicate' | 'upstream' | 'other';
  readonly text: Text;
  /** UTF-16 offsets in the cell's source. */
  readonly span: { readonly from: number; readonly to: number } | null;
  readonly cause: unknown;
}

export type CellState =
  | { readonly status: 'idle' }
  /** Its turn comes after the cells of `on` (ids). */
  | { readonly status: 'waiting'; readonly on: readonly string[] }
  /** `progress` is a fraction of 1, null where the engine does not know. */
  | {
      readonly status: 'running';
      readonly version: number;
      readonly since: number;
      readonly progress: number | null;
    }
  | { readonly status: 'done'; readonly output: Output; readonly ms: number; readonly rows: number | null }
  /** `from` is the id of the cell to blame, where it is another. */
  | { readonly status: 'failed'; readonly error: CellError; readonly from: string | null };

/** What an observer is told: a state, whether it is out of date, and the result before this one while another runs. */
export interface CellSnapshot {
  readonly state: CellState;
  readonly isStale: boolean;
  /** The last result, also while the cell waits, runs or has failed since. */
  readonly lastOutput: Output | null;
  /** The text that it came of. */
  readonly source: string | null;
}

export type Observer = (snapshot: CellSnapshot) => void;
