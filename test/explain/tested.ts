import type { Engine } from '#engine';
import { causeTestSql, type CauseTestSql, type TestNames, type TestWords } from '#explain';
import { asInCell, findKpi } from '#kpi';
import { quoteLiteral } from '#sql';
import { rowsOf } from '#table';

export const words: TestWords = {
  event: 'event',
  placebo: 'placebo',
  affected: 'affected',
  rest: 'rest',
  before: 'before',
  after: 'after',
  nothing: 'nothing',
  unclear: 'unclear',
  lower: 'lower',
  higher: 'higher',
};
const names: TestNames = {
  day: 'event_day',
  days: 'event_days',
  rows: 'cause_rows',
  sides: 'cause_sides',
  test: 'cause',
};

export interface Tested {
  readonly kpi: string;
  readonly variant?: string;
  readonly day: string;
  readonly days: number;
  /** By dimension the members; null for rows that do not say. */
  readonly affected: Readonly<Record<string, readonly string[] | null>>;
}

export function sqlOf({ kpi: id, variant, affected }: Tested): CauseTestSql {
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  const segment = Object.entries(affected).map(([dimension, members]) => ({
    dimension,
    column: dimension,
    input: members === null ? null : `affected_${dimension}`,
  }));
  return causeTestSql(kpi, { variant, segment, names, words });
}

/** Runs the cells of a test as a notebook does: each reads the ones before it. */
export async function tested(engine: Engine, asked: Tested) {
  const { rows, sides, test, weeks } = sqlOf(asked);
  const set = [
    `set variable event_day = date ${quoteLiteral(asked.day)}`,
    `set variable event_days = ${asked.days}`,
    ...Object.entries(asked.affected).flatMap(([dimension, members]) =>
      members === null
        ? []
        : [
            `set variable affected_${dimension} = [${members.map((each) => quoteLiteral(each)).join(', ')}]::varchar[]`,
          ],
    ),
  ];
  const cell = async (sql: string) =>
    [...set, await asInCell(engine, sql, { book: null, period: null, asOf: null })].join(';\n');
  const keep = async (name: string, sql: string) =>
    engine.query(await cell(`create or replace temp table ${name} as\n${sql}`));
  await keep('cause_rows', rows);
  await keep('cause_sides', sides);
  await keep('cause', test);
  const read = async (sql: string) => rowsOf(await engine.query(await cell(sql)));
  return {
    sides: await read('from cause_sides'),
    tests: await read('from cause'),
    weeks: await read(weeks),
  };
}
