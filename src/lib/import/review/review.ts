import type { Engine } from '#engine';
import type { Table } from '#table';
import { canonicalTable } from '../canonical/index.ts';
import { tableSql, type Plan } from '../compile/table-sql.ts';
import { checkRows } from '../load/check.ts';
import { makePlan } from '../load/plan.ts';
import type { Mapping, TableMapping } from '../mapping.ts';
import type { RawTable } from '../readers/reader.ts';
import { dateReviews, type DateReview } from './dates.ts';
import { problemsOf, unfilled, type MappingProblem } from './problems.ts';
import { rowReview, untouched, type RowReview } from './rows.ts';
import { unreadValues, type UnreadValues } from './unread.ts';
import { scoreReviews, wordReviews, type ScoreReview, type WordReview } from './words.ts';

/** What a mapping makes of a file, before anything is loaded: the rows, and what could not be read as the mapping says. */
export interface MappingReview {
  /** The first canonical rows, by the place of their table in the mapping. */
  readonly previews: readonly TablePreview[];
  readonly rows: RowReview;
  readonly dates: readonly DateReview[];
  readonly words: readonly WordReview[];
  readonly scores: readonly ScoreReview[];
  readonly unread: readonly UnreadValues[];
  /** Raw columns whose numbers write the comma before the fraction. */
  readonly commas: readonly string[];
  readonly problems: readonly MappingProblem[];
}

export interface TablePreview {
  readonly index: number;
  readonly table: string;
  readonly rows: Table;
}

export interface ReviewOptions {
  readonly timeZone: string;
  readonly limit?: number;
  /** Words that are not known must be given a meaning, or be left unknown on purpose, before the file is loaded. */
  readonly strict: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Tries a mapping on its file: every row is looked at, none is loaded. */
export async function reviewMapping(
  engine: Engine,
  raw: RawTable,
  mapping: Mapping,
  options: ReviewOptions,
): Promise<MappingReview> {
  const { timeZone, strict, limit = 50, signal } = options;
  const zones = { source: mapping.timeZone ?? timeZone, workspace: timeZone };
  const plan = await makePlan(engine, raw, mapping, { sourceId: 'preview', zones, signal });
  const words = wordReviews(plan);
  const scores = scoreReviews(plan);
  const dates = await dateReviews(engine, plan, signal);
  const unread = await unreadValues(engine, plan, signal);
  const complete = mapping.tables.length > 0 && mapping.tables.every((table) => unfilled(table).length === 0);
  const rows = complete ? await checked(engine, plan, signal) : untouched(raw);
  return {
    previews: complete ? await previews(engine, plan, limit, signal) : [],
    rows,
    dates,
    words,
    scores,
    unread,
    commas: [...plan.survey.decimalComma],
    problems: problemsOf({ plan, rows, dates, words, scores, unread, strict }),
  };
}

async function checked(engine: Engine, plan: Plan, signal: AbortSignal | undefined): Promise<RowReview> {
  const check = await checkRows(engine, plan, signal);
  try {
    return await rowReview(engine, plan.raw, check, signal);
  } finally {
    await check.release();
  }
}

async function previews(
  engine: Engine,
  plan: Plan,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<TablePreview[]> {
  const found: TablePreview[] = [];
  for (const [index, table] of plan.mapping.tables.entries()) {
    const rows = await preview(engine, plan, table, { limit, signal });
    found.push({ index, table: table.table, rows });
  }
  return found;
}

/** The first rows that a table gets, without the columns that every row of it leaves empty or that only the program needs. */
async function preview(
  engine: Engine,
  plan: Plan,
  table: TableMapping,
  { limit, signal }: { limit: number; signal: AbortSignal | undefined },
): Promise<Table> {
  const { query, columns } = tableSql(plan, table, `(from ${plan.raw.relation} limit ${limit * 4})`);
  const hidden = ['source_id', 'source_file', 'source_row', ...twins(table, columns)];
  const result = await engine.query(
    `select source_row, * exclude (${hidden.join(', ')}) from (${query}) order by source_row limit ${limit}`,
    { signal },
  );
  return result;
}

/** The UTC twins of the clocks: shown in the tables, too much in a preview. */
function twins(table: TableMapping, columns: ReadonlySet<string>): string[] {
  const canonical = canonicalTable(table.table)?.columns ?? [];
  return canonical.flatMap(({ name, clock }) => (clock === 'utc' && columns.has(name) ? [name] : []));
}

export type { DateReading, DateReview } from './dates.ts';
export type { MappingProblem } from './problems.ts';
export type { ReasonReview, RowReview } from './rows.ts';
export type { UnreadValues } from './unread.ts';
export type { ScoreReview, ScoreWord, WordBasis, WordMeaning, WordReview } from './words.ts';
