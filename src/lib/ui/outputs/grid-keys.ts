import type { GridModel, GridPlace } from './GridModel.svelte.ts';

interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** What keys do to a grid, beside moving in it. */
export interface GridHand {
  readonly copy: () => void;
  readonly find: () => void;
  /** What choosing the row does. */
  readonly act: () => void;
  /** Shows the value in full. */
  readonly open: () => void;
  readonly leave: () => void;
  /** A column was taken to another place. */
  readonly moved: (column: string) => void;
}

interface Grasp {
  readonly model: GridModel;
  /** The key was pressed on something within the grid, which it belongs to. */
  readonly isWithin: boolean;
  readonly hand: GridHand;
}

/** What a key does; null for keys that do nothing here. */
export function gridAct(event: KeyboardEvent, { model, isWithin, hand }: Grasp): (() => void) | null {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return { c: hand.copy, a: () => model.selectAll(), g: hand.find }[key] ?? null;
  if (altKey) return columnAct(event, model, hand);
  if (key === 'Escape') return hand.leave;
  if (isWithin) return null;
  return { Enter: hand.act, ' ': hand.open }[key] ?? null;
}

/** Alt and an arrow: the menu of the column that one is in, its place, and with Shift its width. */
function columnAct({ key, shiftKey }: KeyboardEvent, model: GridModel, hand: GridHand): (() => void) | null {
  const at = model.active.column;
  const column = model.columns[at];
  if (!column) return null;
  const { name, width } = column;
  if (key === 'ArrowDown') return () => (model.view.menu = name);
  const way = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (way === undefined) return null;
  if (shiftKey) return () => model.resize(name, width + way * 16);
  return () => {
    model.move(name, at + way);
    hand.moved(name);
  };
}

/** Where a key takes the reader in a grid; null for keys that move nothing. */
export function gridMove(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: GridPlace,
  { rows, columns, page }: GridSize,
): GridPlace | null {
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: far ? rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: far ? columns - 1 : column + 1 };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}
