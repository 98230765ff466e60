import type { NotebookSession } from '#workspace';

/** A cell of this notebook that is moved, and cells, written as notebook text, that come from elsewhere. */
const moved = 'application/x-deskbook-cell';
const brought = 'application/x-deskbook-cells';

export function isDroppable({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.some((type) => type === moved || type === brought) ?? false;
}

/** The place between two cells that is nearest to where the pointer is. */
export function placeAt(list: HTMLElement, y: number): number {
  const bars = [...list.querySelectorAll<HTMLElement>('[data-insert]')];
  const away = bars.map((bar) => {
    const { top, bottom } = bar.getBoundingClientRect();
    return Math.abs((top + bottom) / 2 - y);
  });
  return Number(bars[away.indexOf(Math.min(...away))]?.dataset['insert'] ?? 0);
}

export function dropAt(session: NotebookSession, { dataTransfer }: DragEvent, index: number): void {
  const id = dataTransfer?.getData(moved) ?? '';
  const text = dataTransfer?.getData(brought) ?? '';
  if (id !== '') session.moveTo(id, index);
  else if (text !== '') session.insertText(text, index);
}
