import type { Cell, CellKind, Notebook } from '#notebook';

/** A cell to begin with. An input needs its name, since `$name` is what others read. */
export function blankCell(kind: CellKind, notebook: Notebook): Cell {
  return {
    id: crypto.randomUUID(),
    kind,
    name: kind === 'input' ? freeCellName('input', notebook) : null,
    attributes: [],
    source: kind === 'input' ? 'type: select\noptions: select distinct channel from tickets order by 1' : '',
    origin: null,
  };
}

/** The same content as a cell of its own. */
export function copyOf(cell: Cell): Cell {
  return { ...cell, id: crypto.randomUUID(), origin: null };
}

/** `base`, or `base_2`, `base_3` …: whichever no cell has yet. */
export function freeCellName(base: string, { cells }: Notebook): string {
  const taken = new Set(cells.map(({ name }) => name?.toLowerCase()));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}_${number}`)) number++;
  return `${base}_${number}`;
}
