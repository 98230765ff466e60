import { headingsOf, type Cell } from '#notebook';
import type { CellSnapshot } from '#runtime';
import type { NotebookSession } from '#workspace';
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

/** A cell in a word or two: its name, its heading, how it begins, or its kind and place. */
export function cellName(cell: Cell, session: NotebookSession, reader: Reader): string {
  const written = cell.name ?? headingsOf(cell)[0]?.text;
  if (written) return written;
  const begins = cell.kind === 'vega-lite' ? '' : (cell.source.trim().split('\n', 1)[0] ?? '').slice(0, 60);
  const place = session.cellIds.indexOf(cell.id) + 1;
  return begins || `${reader.t(`notebook-editor.kind.${cell.kind}`)} ${place}`;
}
