import type { Cell } from '#notebook';
import type { CellState } from '#runtime';
import { analysisOf } from './NotebookLinks.svelte.ts';
import type { Problem } from './session.ts';

/** What is wrong with cells: with their texts, and with their last runs. */
export function problemsIn(cells: readonly Cell[], stateOf: (id: string) => CellState): Problem[] {
  return cells.flatMap((cell): Problem[] => {
    const found = analysisOf(cell).diagnostics.map((diagnostic): Problem => ({
      ...diagnostic,
      cellId: cell.id,
    }));
    const state = stateOf(cell.id);
    if (state.status !== 'failed' || state.error.kind === 'diagnostic') return found;
    const line = state.error.span ? lineAt(cell.source, state.error.span.from) : null;
    return [...found, { severity: 'error', text: state.error.text, cellId: cell.id, line }];
  });
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
