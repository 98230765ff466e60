import type { Text } from '#errors';
import type { Findings, Refusal } from '#kpi';
import type { ChartEvent } from '#output';
import type { Kind, Table, Value } from '#table';
import type { InputSpec } from './input/spec.ts';

/** A column of a result, without its values. */
export interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly kind: Kind;
}

/** A cell's rows, kept in the engine under `relation`. */
export interface TableOutput {
  readonly kind: 'table';
  /** Quoted and qualified: goes into SQL as it is. Null for rows that are not kept (`explain`). */
  readonly relation: string | null;
  /** A result over the limit is a view: computed again for each reader. */
  readonly storedAs: 'table' | 'view' | null;
  readonly columns: readonly ColumnInfo[];
  readonly rowCount: number;
  /** The first rows, at most `pageSize` of them. */
  readonly firstPage: Table;
  readonly note: Text | null;
  /** Stands in place of the rows: they would say what the data do not, or there are none. */
  readonly cannot: Refusal | null;
  /** What is to be said of a KPI's rows: unusual days, targets. */
  readonly findings: Findings | null;
}

/** A chart's specification as written, and the rows it draws. */
export interface ChartOutput {
  readonly kind: 'chart';
  readonly spec: Readonly<Record<string, unknown>>;
  /** Null for a chart that carries its own values. */
  readonly data: {
    readonly cell: string;
    readonly relation: string;
    readonly table: Table;
    readonly rowCount: number;
    /** What the KPI of the cell should be, where somebody has said so. */
    readonly target: number | null;
    /** What was marked as having happened, where the chart is over time. */
    readonly events: readonly ChartEvent[];
    /** Why there is nothing to draw. */
    readonly cannot: Refusal | null;
  } | null;
  /** Says when there are more rows than are drawn. */
  readonly note: Text | null;
}

/** Prose whose `{{cell.column}}` places are filled; HTML is whoever shows it's care. */
export interface MarkdownOutput {
  readonly kind: 'markdown';
  readonly source: string;
  /** The values that stand in it, from first to last. */
  readonly values: readonly PlacedValue[];
}

/** A value of a cell and its place in the text that it fills. */
export interface PlacedValue {
  readonly cell: string;
  readonly column: string;
  readonly from: number;
  readonly to: number;
}

/** One choice of a select. */
export interface InputOption {
  readonly value: Value;
  readonly label: string;
}

/**
 * What an input holds. By type: text → string · number, slider → number · checkbox → boolean · date → `YYYY-MM-DD` ·
 * select → an option's value · multiselect → a list of them · daterange → {from, to}, whole days, both included ·
 * period → a period as written (`last 8 weeks`). Null stands for all.
 */
export type InputValue = Value | { readonly from: string | null; readonly to: string | null };

export interface InputOutput {
  readonly kind: 'input';
  readonly spec: InputSpec;
  readonly options: readonly InputOption[];
  /** The type that the options' values have in SQL. */
  readonly optionType: string;
  readonly value: InputValue;
  /** The parameters it defines, without `$`, each as a literal of SQL. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Statements that gave no rows to keep. */
export interface StatementOutput {
  readonly kind: 'statement';
  readonly statements: number;
}

export type Output = TableOutput | ChartOutput | MarkdownOutput | InputOutput | StatementOutput;
