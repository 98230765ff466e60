import type { Engine } from '#engine';
import { quoteIdentifier } from '#sql';
import { rowsOf, toNumber } from '#table';
import { cleanSql } from '../compile/clean-sql.ts';
import { instantSql } from '../compile/date-sql.ts';
import type { Plan } from '../compile/table-sql.ts';
import type { DateOrder } from '../mapping.ts';
import type { DateDecision } from '../survey/dates.ts';
import { leaves } from '../survey/survey.ts';

/** How one column of days or instants is read, with rows to judge by. */
export interface DateReview {
  readonly column: string;
  readonly way: DateDecision['way'];
  readonly orders: readonly {
    readonly order: DateOrder;
    readonly basis: 'rows' | 'sibling' | 'assumed' | 'stated';
  }[];
  /** Its values say how far they are ahead of UTC, all or some. */
  readonly offsets: boolean;
  readonly first: DateReading | null;
  readonly last: DateReading | null;
  /** Rows that would be another day in another order. */
  readonly open: readonly DateReading[];
  readonly openRows: number;
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface DateReading {
  readonly row: number;
  readonly written: string;
  /** The clock as read, `YYYY-MM-DD HH:MM:SS`; null where it cannot be. */
  readonly read: string | null;
}

const shownOpen = 5;

/** Every column that the mapping reads as a day or an instant. */
export async function dateReviews(
  engine: Engine,
  plan: Plan,
  signal: AbortSignal | undefined,
): Promise<DateReview[]> {
  const found: DateReview[] = [];
  for (const [column, decision] of Object.entries(plan.survey.dates)) {
    found.push(await dateReview(engine, plan, column, decision, signal));
  }
  return found;
}

async function dateReview(
  ...[engine, plan, column, decision, signal]: [Engine, Plan, string, DateDecision, AbortSignal | undefined]
): Promise<DateReview> {
  const written = `trim(${quoteIdentifier(column)})`;
  const time = timeColumn(plan, column);
  const timeCell = time === null ? null : `trim(${quoteIdentifier(time)})`;
  const clock = instantSql('written', decision, timeCell === null ? null : 'time_written').clock;
  const source = `(select source_row, ${cleanSql(written)} as written${timeCell === null ? '' : `, ${timeCell} as time_written`} from ${plan.raw.relation})`;
  const shown = timeCell === null ? 'written' : `concat_ws(' ', written, time_written)`;
  const values = `select source_row as row_number, ${shown} as shown, strftime(${clock}, '%Y-%m-%d %H:%M:%S') as read_as, ${isOpenSql(decision)} as is_open from ${source} where written is not null`;
  const result = await engine.query(
    `with v as materialized (${values}),
picked as (select min(row_number) as first_row, max(row_number) as last_row, count(*) filter (where is_open) as open_rows, min(read_as) as earliest, max(read_as) as latest from v),
open_ones as (select row_number from v where is_open order by row_number limit ${shownOpen})
select v.*, picked.* from v, picked where row_number in (first_row, last_row) or row_number in (select row_number from open_ones) order by row_number`,
    { signal },
  );
  const rows = rowsOf(result);
  const [any] = rows;
  const readings = rows.map((row) => ({
    row: toNumber(row['row_number'] ?? null) ?? 0,
    written: textOf(row['shown']) ?? '',
    read: textOf(row['read_as']),
    isOpen: row['is_open'] === true,
  }));
  const reading = (row: number | null) => readings.find((each) => each.row === row);
  const plain = (each: (typeof readings)[number] | undefined): DateReading | null =>
    each ? { row: each.row, written: each.written, read: each.read } : null;
  return {
    column,
    way: decision.way,
    orders: decision.families.map(({ order, basis }) => ({ order, basis })),
    offsets: decision.offsets,
    first: plain(reading(toNumber(any?.['first_row'] ?? null))),
    last: plain(reading(toNumber(any?.['last_row'] ?? null))),
    open: readings.filter(({ isOpen }) => isOpen).flatMap((each) => plain(each) ?? []),
    openRows: toNumber(any?.['open_rows'] ?? null) ?? 0,
    earliest: textOf(any?.['earliest']),
    latest: textOf(any?.['latest']),
  };
}

/** Day and month could change places. */
function isOpenSql({ way, monthNames }: DateDecision): string {
  if (way !== 'parts' || monthNames) return 'false';
  const part = (index: number) =>
    `try_cast(regexp_extract(written, '^(\\d{1,2})[./-](\\d{1,2})[./-]\\d', ${index}) as integer)`;
  return `coalesce(${part(1)} <= 12 and ${part(2)} <= 12 and ${part(1)} <> ${part(2)}, false)`;
}

function timeColumn({ mapping }: Plan, column: string): string | null {
  const fields = mapping.tables.flatMap(({ columns }) => Object.values(columns)).flatMap(leaves);
  const timed = fields.flatMap((field) =>
    field.kind === 'instant' && field.column === column && field.time ? [field.time] : [],
  );
  return timed[0] ?? null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
