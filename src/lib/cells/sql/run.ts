import { QueryError } from '#engine';
import { text } from '#errors';
import { findingsOf } from '#kpi';
import type { Cell } from '#notebook';
import { bindParameters, isQuery, keyword, references, splitStatements, tokenize, type BoundSql } from '#sql';
import type { Table } from '#table';
import { cannotOf } from '../cannot.ts';
import { CellFailure, pageSize, preamble, resultName, resultRelation, type RunContext } from '../context.ts';
import { tokenAt } from './place.ts';
import type { ColumnInfo, StatementOutput, TableOutput } from '../output.ts';

/** One statement of a cell, ready for the engine. */
interface Step {
  readonly bound: BoundSql;
  /** Where the statement begins in the cell's source. */
  readonly from: number;
}

/** Runs a cell's statements; the rows of the last one become a table of the cell's name. */
export async function runSql(cell: Cell, context: RunContext): Promise<TableOutput | StatementOutput> {
  const statements = splitStatements(cell.source);
  const steps = statements.map(({ sql, from }): Step => ({ bound: bindParameters(sql), from }));
  const last = statements.at(-1);
  const before = preamble(context, references(cell.source).parameters);
  try {
    if (!last) return { kind: 'statement', statements: 0 };
    if (isQuery(last.sql)) return await keepRows(cell, context, before, steps);
    const script = before + steps.map(({ bound }) => bound.sql).join(';\n');
    if (/^(explain|call|pragma)$/.test(keyword(tokenize(last.sql)[0]))) {
      return shownOnly(await context.engine.query(script, context));
    }
    await context.engine.exec(script, context);
    return { kind: 'statement', statements: steps.length };
  } catch (error) {
    throw error instanceof QueryError ? located(error, steps, cell) : error;
  }
}

/** Reads one row more than are kept, so that a result over the limit is noticed without being counted first. */
async function keepRows(
  cell: Cell,
  context: RunContext,
  before: string,
  steps: readonly Step[],
): Promise<TableOutput> {
  const { engine, stored, maxRows } = context;
  const name = resultName(cell);
  const relation = resultRelation(context.book, name);
  const earlier = steps.slice(0, -1).map(({ bound }) => `${bound.sql};\n`);
  const query = steps.at(-1)!;
  const clear = stored.get(name.toLowerCase()) === 'view' ? `drop view if exists ${relation};\n` : '';
  const limited = `select * from (\n${query.bound.sql}\n) limit ${maxRows + 1}`;
  await engine.exec(
    `${before}${earlier.join('')}${clear}create or replace table ${relation} as ${limited}`,
    context,
  );
  stored.set(name.toLowerCase(), 'table');
  const kept = await countRows(context, relation);
  if (kept <= maxRows) return output(cell, context, { relation, storedAs: 'table', rowCount: kept });
  const text = splitStatements(cell.source).at(-1)!.sql;
  const literal = bindParameters(text, (parameter) => variable(context, parameter)).sql;
  await engine.exec(`${before}drop table ${relation};\ncreate view ${relation} as ${literal}`, context);
  stored.set(name.toLowerCase(), 'view');
  const rowCount = await countRows(context, relation);
  return output(cell, context, { relation, storedAs: 'view', rowCount });
}

/** A view outlives the variables of the moment, so their values are written into it. */
function variable({ variables }: RunContext, name: string): string {
  const found = Object.entries(variables).find(([other]) => other.toLowerCase() === name.toLowerCase());
  return found ? `(${found[1]})` : 'NULL';
}

async function countRows(context: RunContext, relation: string): Promise<number> {
  const table = await context.engine.query(`${preamble(context)}select count(*) from ${relation}`, context);
  return Number(table.columns[0]?.at(0) ?? 0);
}

interface Kept {
  readonly relation: string;
  readonly storedAs: 'table' | 'view';
  readonly rowCount: number;
}

async function output(cell: Cell, context: RunContext, kept: Kept): Promise<TableOutput> {
  const { relation, storedAs, rowCount } = kept;
  const { engine, maxRows } = context;
  const sql = `${preamble(context)}select * from ${relation} ${storedAs === 'table' ? 'order by rowid ' : ''}limit ${pageSize}`;
  const firstPage = await engine.query(sql, context);
  const note =
    storedAs === 'view' ? text('runtime.result.notKept', { count: rowCount, limit: maxRows }) : null;
  const cannot = await cannotOf(cell, rowCount, context);
  const findings = cannot ? null : await findingsOf(engine, cell, context);
  return { kind: 'table', ...kept, columns: columnsOf(firstPage), firstPage, note, cannot, findings };
}

function shownOnly(table: Table): TableOutput {
  const { rowCount } = table;
  return {
    kind: 'table',
    relation: null,
    storedAs: null,
    columns: columnsOf(table),
    rowCount,
    firstPage: table,
    note: null,
    cannot: null,
    findings: null,
  };
}

function columnsOf({ columns }: Table): ColumnInfo[] {
  return columns.map(({ name, type, kind }) => ({ name, type, kind }));
}

/** The engine's error, with its place in the cell's own text. */
function located(error: QueryError, steps: readonly Step[], cell: Cell): CellFailure {
  return new CellFailure(error.text, placeOf(error, steps, cell), { cause: error });
}

function placeOf({ sql, position }: QueryError, steps: readonly Step[], cell: Cell): CellFailure['span'] {
  if (position === null) return null;
  let searched = 0;
  for (const { bound, from } of steps) {
    const start = sql.indexOf(bound.sql, searched);
    if (start < 0) continue;
    searched = start + bound.sql.length;
    if (position < start || position > searched) continue;
    return tokenAt(position - start, { bound, from, source: cell.source });
  }
  return null;
}
