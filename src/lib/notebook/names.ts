import { sameName } from '#sql';
import type { Cell, CellKind, Notebook } from './notebook.ts';

const bases: Readonly<Record<CellKind, string>> = {
  sql: 'query',
  input: 'input',
  'vega-lite': 'chart',
  markdown: 'text',
};

/** A name for a new cell of a kind that no cell has: `query_1`. */
export function freshName({ cells }: Notebook, kind: CellKind): string {
  const taken = new Set(cells.map(({ name }) => name?.toLowerCase()));
  let number = 1;
  while (taken.has(`${bases[kind]}_${number}`)) number += 1;
  return `${bases[kind]}_${number}`;
}

/** An id that no cell has. */
export function freshId({ cells }: Notebook): string {
  const taken = new Set(cells.map(({ id }) => id));
  let number = cells.length + 1;
  while (taken.has(`c${number}`)) number += 1;
  return `c${number}`;
}

/** The cell that a name in SQL leads to: `csat_weekly`, or an input by `$channel`, `$day_start`. */
export function definitionOf({ cells }: Notebook, name: string): Cell | null {
  const named = (wanted: string, isInput: boolean) =>
    cells.find(
      (cell) => cell.name !== null && sameName(cell.name, wanted) && (cell.kind === 'input') === isInput,
    );
  if (!name.startsWith('$')) return named(name, false) ?? null;
  const parameter = name.slice(1);
  return named(parameter, true) ?? named(parameter.replace(/_(start|end)$/i, ''), true) ?? null;
}
