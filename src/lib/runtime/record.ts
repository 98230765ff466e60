import type { Output } from '#cells';
import type { CellState } from './state.ts';

/**
 * What the runtime keeps of a cell. Invariants: `version` grows with every request to run and with every stop, and a
 * continuation that finds another one than it began with changes nothing; `active` is null unless the cell is in the
 * queue or with the engine; `key` says what `settled` was made from, null before the first run.
 */
export interface Record {
  version: number;
  active: Extract<CellState, { status: 'waiting' | 'running' }> | null;
  settled: Extract<CellState, { status: 'idle' | 'done' | 'failed' }>;
  lastOutput: Output | null;
  /** The text that `lastOutput` came of. */
  source: string | null;
  key: string | null;
  /** Grows with every result, so that readers know theirs is made from an older one. */
  resultVersion: number;
  controller: AbortController | null;
}

export const idle: CellState & { status: 'idle' } = { status: 'idle' };

export function newRecord(): Record {
  return {
    version: 0,
    active: null,
    settled: idle,
    lastOutput: null,
    source: null,
    key: null,
    resultVersion: 0,
    controller: null,
  };
}
