import { freshName, type Cell, type CellKind, type Notebook } from '#notebook';

/** A cell to begin with. An input needs its name, since `$name` is what others read. */
export function blankCell(kind: CellKind, notebook: Notebook): Cell {
  return {
    id: crypto.randomUUID(),
    kind,
    name: kind === 'input' ? freshName(notebook, kind) : null,
    attributes: [],
    source: kind === 'input' ? 'type: select\noptions: select distinct channel from tickets order by 1' : '',
    origin: null,
  };
}

/** The same cells as cells of their own; a name that is taken gets a number. */
export function copiesOf(cells: readonly Cell[], notebook: Notebook): Cell[] {
  const taken = new Set(notebook.cells.map(({ name }) => name?.toLowerCase()));
  return cells.map((cell) => {
    const name = cell.name === null ? null : freeName(cell.name, taken);
    taken.add(name?.toLowerCase());
    return { ...cell, id: crypto.randomUUID(), name, origin: null };
  });
}

/** `base`, or `base_2`, `base_3` …: whichever is not taken. */
function freeName(base: string, taken: ReadonlySet<string | undefined>): string {
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}_${number}`;
  return name;
}
