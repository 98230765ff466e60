import type { Engine } from '#engine';
import { causeTestSql, explanationSql } from '#explain';
import type { Scope } from '#import';
import { asInCell, dimensions, hasDimension, type Kpi } from '#kpi';
import { quoteLiteral } from '#sql';
import { inBook } from './filtered-book.ts';

/** A row has several tags, what `service` says is said by the channel, and a customer is no segment. */
const noSegments: ReadonlySet<string> = new Set(['tag', 'service', 'customer']);

/** What the affected can be told by; one that is asked for among them. */
export function causeDimensions(kpi: Kpi, variant: string, asked: string | null): string[] {
  const { definition } = explanationSql(kpi, { variant });
  const known = dimensions
    .map(({ name }) => name)
    .filter((name) => !noSegments.has(name) && hasDimension(kpi, definition, name));
  return [...new Set([...known, ...(asked === null ? [] : asked.split(' × '))])];
}

interface Around {
  readonly kpi: Kpi;
  readonly variant: string;
  readonly dimension: string;
  readonly day: string;
  readonly days: number;
  /** What the notebook looks at. */
  readonly filters: Scope;
}

const most = 500;

/** The members of a dimension among the rows around a day, those of most rows first. */
export async function loadMembers(ready: Promise<Engine>, around: Around): Promise<string[]> {
  const { kpi, variant, dimension, day, days, filters } = around;
  const name = '';
  const { rows } = causeTestSql(kpi, {
    variant,
    segment: [{ dimension, column: 'member', input: null }],
    names: { day: 'event_day', days: 'event_days', rows: name, sides: name, test: name },
    words: {
      ...{ event: name, placebo: name, affected: name, rest: name, before: name, after: name },
      ...{ nothing: name, unclear: name, lower: name, higher: name },
    },
  });
  const engine = await ready;
  const sql = `select member::varchar as member from (\n${rows}\n) where member is not null group by member order by count(*) desc, member limit ${most}`;
  const table = await inBook(engine, filters, async (book) =>
    engine.query(
      [
        `set variable event_day = date ${quoteLiteral(day)}`,
        `set variable event_days = ${Math.round(days)}`,
        await asInCell(engine, sql, { book, period: null, asOf: null }),
      ].join(';\n'),
    ),
  );
  return Array.from({ length: table.rowCount }, (_, row) => String(table.columns[0]?.at(row)));
}
