import { text } from '#errors';
import type { Cell } from '#notebook';
import { bindParameters, references } from '#sql';
import { formatValue, type Table } from '#table';
import { CellFailure, preamble, type RunContext } from '../context.ts';
import type { InputOption, InputOutput, InputValue } from '../output.ts';
import { parseInput } from './parse.ts';
import type { InputSpec } from './spec.ts';
import { inputVariables } from './variables.ts';

/** A list longer than this is no list to choose from. */
const optionRows = 1000;

export async function runInput(cell: Cell, context: RunContext): Promise<InputOutput> {
  const { spec, problems } = parseInput(cell);
  if (problems[0]) throw new CellFailure(problems[0]);
  if (cell.name === null) throw new CellFailure(text('runtime.input.name'));
  const { options, optionType } = await optionsOf(spec, context);
  const value = context.inputValue(cell.name);
  return withValue(
    { kind: 'input', spec, options, optionType, value: null, variables: {} },
    value ?? spec.initial,
    context,
  );
}

/** An input's output with another value chosen. */
export function withValue(
  output: InputOutput,
  value: InputValue,
  { asOf, weekStart }: Pick<RunContext, 'asOf' | 'weekStart'>,
): InputOutput {
  return {
    ...output,
    value,
    variables: inputVariables(output.spec, value, { asOf, weekStart, optionType: output.optionType }),
  };
}

async function optionsOf(
  spec: InputSpec,
  context: RunContext,
): Promise<{ options: InputOption[]; optionType: string }> {
  if (spec.options.kind === 'list') {
    const options = spec.options.values.map((value) => ({ value, label: String(value ?? '') }));
    return { options, optionType: spec.options.valueKind === 'float' ? 'DOUBLE' : 'VARCHAR' };
  }
  const { sql } = spec.options;
  const bound = bindParameters(sql).sql;
  const before = preamble(context, references(sql).parameters);
  const table = await context.engine.query(
    `${before}select * from (\n${bound}\n) limit ${optionRows}`,
    context,
  );
  return { options: optionsFrom(table, context), optionType: table.columns[0]?.type ?? 'VARCHAR' };
}

/** The first column is the value, a second one its label; NULL is no choice. */
function optionsFrom(table: Table, { locale }: RunContext): InputOption[] {
  const [value, label = value] = table.columns;
  if (!value || !label) return [];
  return Array.from({ length: table.rowCount }, (_, row) => ({
    value: value.at(row),
    label: formatValue(label.at(row), label, { locale }),
  })).filter((option) => option.value !== null);
}
