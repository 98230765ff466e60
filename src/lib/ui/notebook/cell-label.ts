import type { Cell } from '#notebook';
import type { CellSnapshot } from '#runtime';
import type { Reader } from '../outputs/reader.ts';

/** How a cell is called by a screen reader: its kind, its name, its state. */
export function cellLabel(cell: Cell, index: number, snapshot: CellSnapshot, reader: Reader): string {
  const kind = reader.t(`notebook-editor.kind.${cell.kind}`);
  const name = cell.name ?? String(index + 1);
  return `${kind} ${name}, ${stateLabel(snapshot, reader)}`;
}

export function stateLabel({ state, isStale }: CellSnapshot, reader: Reader): string {
  if (state.status === 'done' && isStale) return reader.t('notebook-editor.state.stale');
  return reader.t(`notebook-editor.state.${state.status}`);
}
