export type { Analysis } from './analysis.ts';
export type {
  ChartOutput,
  ColumnInfo,
  InputOption,
  InputOutput,
  InputValue,
  MarkdownOutput,
  Output,
  StatementOutput,
  TableOutput,
} from './output.ts';
export { inputTypes, type InputSpec, type InputType, type OptionSource } from './input/spec.ts';
