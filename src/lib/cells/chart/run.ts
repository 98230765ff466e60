import { text, type Text } from '#errors';
import { attributeOf, type Cell } from '#notebook';
import { chartEvents, chartTarget, firstMembers, membersOf, parseSpec, type Members } from '#output';
import { quoteIdentifier } from '#sql';
import { cannotOf } from '../cannot.ts';
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
  const rows = await context.engine.query(
    `${preamble(context)}select * from ${relation} limit ${chartRows}`,
    context,
  );
  const members = membersOf(spec);
  const table = members ? firstMembers(rows, members) : rows;
  const shown = table.rowCount < rows.rowCount ? members : null;
  const all = rows.rowCount < chartRows ? rows.rowCount : await counted(context, 'count(*)', relation);
  const note = shown ? await membersNote(context, shown, relation) : rowsNote(all);
  const rowCount = shown ? table.rowCount : all;
  const source = context.cellNamed(of);
  const target = source ? await chartTarget(source, context) : null;
  const events = await chartEvents(spec, context);
  const cannot = source ? await cannotOf(source, all, context) : null;
  return { kind: 'chart', spec, data: { cell: of, relation, table, rowCount, target, events, cannot }, note };
}

function rowsNote(count: number): Text | null {
  return count > chartRows ? text('runtime.chart.rows', { shown: chartRows, count }) : null;
}

/** Says how many bars or lines are left out; nobody's is one too. */
async function membersNote(
  context: RunContext,
  { column, as, limit }: Members,
  relation: string,
): Promise<Text> {
  const name = quoteIdentifier(column);
  const count = await counted(
    context,
    `count(distinct ${name}) + coalesce(max((${name} is null)::int), 0)`,
    relation,
  );
  return text(`runtime.chart.${as}`, { shown: limit, count });
}

async function counted(context: RunContext, what: string, relation: string): Promise<number> {
  const table = await context.engine.query(`${preamble(context)}select ${what} from ${relation}`, context);
  return Number(table.columns[0]?.at(0) ?? 0);
}
