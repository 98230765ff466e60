import { text } from '#errors';
import { attributeOf, type Cell } from '#notebook';
import { parseSpec } from '#output';
import { quoteIdentifier } from '#sql';
import { CellFailure, preamble, resultRelation, type RunContext } from '../context.ts';
import type { ChartOutput } from '../output.ts';

/** A chart draws no more rows than this; it should be fed by a query that aggregates. */
export const chartRows = 5000;

export async function runChart(cell: Cell, context: RunContext): Promise<ChartOutput> {
  const parsed = parseSpec(cell.source);
  if (!parsed.ok) throw new CellFailure(parsed.problem);
  const { spec } = parsed;
  const of = attributeOf(cell, 'of') ?? null;
  if (of === null) return { kind: 'chart', spec, data: null, note: null };
  const isResult = context.stored.has(of.toLowerCase());
  const relation = isResult ? resultRelation(context.book, of) : quoteIdentifier(of);
  const before = preamble(context);
  const counted = await context.engine.query(`${before}select count(*) from ${relation}`, context);
  const table = await context.engine.query(`${before}select * from ${relation} limit ${chartRows}`, context);
  const rowCount = Number(counted.columns[0]?.at(0) ?? 0);
  const note =
    rowCount > chartRows ? text('runtime.chart.rows', { shown: chartRows, count: rowCount }) : null;
  return { kind: 'chart', spec, data: { cell: of, relation, table, rowCount }, note };
}
