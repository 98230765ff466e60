import { chosenValue, parseChoice, parseInput, type TableOutput } from '#cells';
import type { Cell } from '#notebook';
import { sameName } from '#sql';
import type { NotebookSession } from '#workspace';
import type { Reader } from './reader.ts';
import type { RowAction } from './row-action.ts';

/** What `choose=column:input` makes of a cell's rows; null where the cell, its columns or its notebook do not go with that. */
export function chooser(
  session: NotebookSession,
  cell: Cell,
  { columns }: Pick<TableOutput, 'columns'>,
  reader: Reader,
): RowAction | null {
  const choice = parseChoice(cell);
  const column = columns.find(({ name }) => choice && sameName(name, choice.column));
  if (!choice || !column) return null;
  const input = session.notebook.cells.find(
    ({ kind, name }) => kind === 'input' && name !== null && sameName(name, choice.input),
  );
  if (!input) return null;
  const { spec } = parseInput(input);
  const { lastOutput } = session.runs.snapshot(input.id);
  const value = lastOutput?.kind === 'input' ? lastOutput.value : null;
  return {
    column: column.name,
    hint: reader.t('output.grid.choose', { input: spec.label || spec.name, column: column.name }),
    markHint: reader.t('output.point.choose', { input: spec.label || spec.name }),
    chosen: (typeof value === 'string' && value.trim()) || null,
    run: (key) => void session.choose(input, chosenValue(key, column, spec.type)),
  };
}
