export { analyse, type AnalyseOptions, type Analysis } from './analysis.ts';
export { runCell } from './run.ts';
export { checkSql } from './sql/check.ts';
export { CellFailure, pageSize, preamble, resultName, resultRelation, type RunContext } from './context.ts';
export type {
  ChartOutput,
  ColumnInfo,
  InputOption,
  InputOutput,
  InputValue,
  MarkdownOutput,
  Output,
  PlacedValue,
  StatementOutput,
  TableOutput,
} from './output.ts';
export {
  inputTypes,
  parameterNames,
  type InputSpec,
  type InputType,
  type OptionSource,
} from './input/spec.ts';
export { parseInput } from './input/parse.ts';
export { chosenValue, parseChoice, type Choice } from './input/choice.ts';
export { withValue } from './input/run.ts';
export { chartRows } from './chart/run.ts';
export { placesOf, type Place } from './markdown/places.ts';
export { anchoredCell, cellAnchor, cellLink, linkedValues, type ValueLink } from './markdown/linked.ts';
