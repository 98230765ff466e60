import type { Cell, Diagnostic } from '#notebook';
import { analyseChart } from './chart/analyse.ts';
import { analyseInput } from './input/analyse.ts';
import { analyseMarkdown } from './markdown/analyse.ts';
import { analyseSql } from './sql/analyse.ts';

/** What a cell says without being run. Names compare without case, as in DuckDB; parameters are written `$name`. */
export interface Analysis {
  /** The relation it gives rows under, or the `$parameters` that an input sets. */
  readonly defines: readonly string[];
  /** The relations and `$parameters` it reads. */
  readonly uses: readonly string[];
  /** The parameters among `uses`, without `$`. */
  readonly parameters: readonly string[];
  /** Whether every statement of it only reads; what a reader of a stranger's notebook wants to know. */
  readonly readsOnly: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface AnalyseOptions {
  /** Names that cells may not take: the canonical tables. */
  readonly reserved?: readonly string[];
}

export function analyse(cell: Cell, { reserved = [] }: AnalyseOptions = {}): Analysis {
  switch (cell.kind) {
    case 'sql':
      return analyseSql(cell, reserved);
    case 'vega-lite':
      return analyseChart(cell);
    case 'markdown':
      return analyseMarkdown(cell);
    case 'input':
      return analyseInput(cell);
  }
}
