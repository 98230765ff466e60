import type { Cell } from '#notebook';
import { runChart } from './chart/run.ts';
import type { RunContext } from './context.ts';
import { runInput } from './input/run.ts';
import { runMarkdown } from './markdown/run.ts';
import type { Output } from './output.ts';
import { runSql } from './sql/run.ts';

/** Runs one cell; those it reads have been run. */
export function runCell(cell: Cell, context: RunContext): Promise<Output> {
  switch (cell.kind) {
    case 'sql':
      return runSql(cell, context);
    case 'vega-lite':
      return runChart(cell, context);
    case 'markdown':
      return runMarkdown(cell, context);
    case 'input':
      return runInput(cell, context);
  }
}
