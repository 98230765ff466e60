import type { Engine } from '#engine';
import { text, type Text } from '#errors';
import { quoteRelation } from '#sql';
import { toIso, toNumber, type Table } from '#table';
import { dayMs, wallClockToMs, type Period, type WallClock } from '#time';
import { named, rowConditions } from './aggregate.ts';
import { conditions, isStock } from './clauses.ts';
import { compileAggregates, compileDefinition, cutsOf } from './compile.ts';
import { intervalOf, methodOf, type Estimate, type Numbers } from './estimate.ts';
import type { Definition, Kpi } from './kpi.ts';
import { asInCell } from './period-variables.ts';
import { ticketsJoin } from './dimensions.ts';
import { hasColumn, qualify } from './relation.ts';
import { quantileRanks, smallN, type Interval95 } from './statistics.ts';

interface ReaderOptions {
  readonly engine: Engine;
  readonly book: string | null;
  readonly kpi: Kpi;
  readonly definition: Definition;
  readonly asOf: string | null;
  readonly signal: AbortSignal | undefined;
}

/** The first and the last instant that rows go by. */
interface Span {
  readonly first: WallClock | null;
  readonly last: WallClock | null;
}

/** Asks the engine what a measurement needs, with the names and the period that a notebook's cell would have. */
export class Reader {
  readonly definition: Definition;
  readonly #options: ReaderOptions;
  #span: Promise<Span | null> | null = null;

  constructor(options: ReaderOptions) {
    this.definition = options.definition;
    this.#options = options;
  }

  async headline(period: Period | null): Promise<Numbers> {
    const { kpi } = this.#options;
    const sql = compileDefinition(this.definition, { kpi, shape: 'headline', withPeriod: period !== null });
    return firstRow(await this.#query(sql, period));
  }

  /** Of a headline: null where there is nothing to take a value of; a count of nothing is 0. */
  async estimate(numbers: Numbers, period: Period | null): Promise<Estimate | null> {
    const { definition } = this;
    const value = numbers['value'] ?? null;
    const n = numbers['n'] ?? 0;
    if (value === null || (n === 0 && definition.shape !== 'count')) return null;
    const method = methodOf(definition);
    const stddev = definition.per === null ? (numbers['stddev'] ?? null) : await this.spread(period);
    const interval =
      method === 'quantile'
        ? await this.orderStatistics(period, n)
        : intervalOf(method, { value, n, stddev }, definition.unit);
    return { value, n, stddev, interval };
  }

  async countRows(period: Period | null): Promise<number> {
    const { kpi } = this.#options;
    const shape = cutsOf(kpi).find((cut) => cut === 'rows') ?? cutsOf(kpi)[0];
    if (shape === undefined) return 0;
    const sql = compileDefinition(this.definition, { kpi, shape, withPeriod: period !== null });
    return firstRow(await this.#query(`select count(*) as n from (\n${sql}\n)`, period))['n'] ?? 0;
  }

  /** The standard deviation between the things that the denominator counts. */
  async spread(period: Period | null): Promise<number | null> {
    const { numerator, per } = this.definition;
    const counted = compileAggregates(
      this.definition,
      [named('k', numerator ?? 'count(*)')],
      conditions(this.definition, period !== null),
    );
    return (
      firstRow(
        await this.#query(`select stddev(k) as stddev from (\n${counted}\ngroup by ${per}\n)`, period),
      )['stddev'] ?? null
    );
  }

  /** The values of the two rows that enclose the quantile. */
  async orderStatistics(period: Period | null, n: number): Promise<Interval95 | null> {
    const { expression, statistic } = this.definition;
    const ranks = quantileRanks(n, statistic === 'p90' ? 0.9 : 0.5);
    if (ranks === null) return null;
    const at = (rank: number): string => `quantile_disc(${expression}, ${(rank - 0.5) / n})`;
    const sql = compileAggregates(
      this.definition,
      [named('low', at(ranks[0])), named('high', at(ranks[1]))],
      conditions(this.definition, period !== null),
    );
    const { low = null, high = null } = firstRow(await this.#query(sql, period));
    return low === null || high === null ? null : [low, high];
  }

  /** What does not count though it looks as if it should: ends before beginnings; and rows without the date a period goes by. */
  async leftOut(period: Period | null): Promise<Text[]> {
    const { where, from, at, undated } = this.definition;
    const backwards = this.#backwards();
    const notes: Text[] = [];
    if (backwards !== null) {
      const own = conditions({ ...this.definition, shape: 'count', where }, period !== null);
      const count = await this.#count([...own, backwards], period);
      if (count > 0) notes.push(text('kpi.note.negative', { count }));
    }
    if (at !== null) {
      const instant = qualify(at, { base: from, joins: [] });
      const without = [`${instant} is null`, ...(undated === null ? [] : [`(${undated})`])];
      const count = await this.#count([...rowConditions(this.definition), ...without], period);
      const code = period === null ? 'kpi.note.undatedCounted' : 'kpi.note.undated';
      if (count > 0) notes.push(text(code, { count, column: at }));
    }
    return notes;
  }

  /**
   * Whether the period's last days may still change: rows that are younger than the KPI's need to be, or answers to surveys, of
   * which nine in ten of those so far came within so many days.
   */
  async stillCollecting(period: Period | null): Promise<Text[]> {
    const { from } = this.definition;
    const { settles } = this.#options.kpi;
    if (settles > 0)
      return this.#isRecent(period, settles) ? [text('kpi.note.settling', { count: settles })] : [];
    if (from !== 'ratings') return [];
    const scope = { base: from, joins: [ticketsJoin(from)] };
    const where = [...rowConditions(this.definition), "coalesce(rated_at_basis, 'rated') = 'rated'"];
    const sql = `with delays as (
  select epoch(rated_at_utc - coalesce(sent_at_utc, last_solved_at_utc)) as delay
  from ratings ${scope.joins.map((join) => join.sql).join(' ')}
  where ${where.map((condition) => qualify(condition, scope)).join(' and ')}
)
select count(*) as n, ceil(quantile_disc(delay, 0.9) / 86400) as days,
  ($period_end > $as_of - to_seconds(quantile_disc(delay, 0.9)))::int as is_recent
from delays where delay >= 0`;
    const { n, days, is_recent: isRecent } = firstRow(await this.#query(sql, period));
    if ((n ?? 0) < smallN || !days || !isRecent) return [];
    return [text('kpi.note.collecting', { count: days })];
  }

  #isRecent(period: Period | null, days: number): boolean {
    const { asOf } = this.#options;
    const now = asOf === null ? null : wallClockToMs(asOf);
    const end = period?.to ? wallClockToMs(period.to) : null;
    return now !== null && (end === null || end > now - days * dayMs);
  }

  /** The rows whose duration would be negative; an import leaves such durations empty. A duration of the file's own counts. */
  #backwards(): string | null {
    const { shape, unit, expression, between } = this.definition;
    if (shape !== 'quantile' || unit !== 'duration' || expression === null) return null;
    const [start, end] = between ?? [];
    return start && end
      ? `(${expression} < 0 or (${expression} is null and ${end} < ${start}))`
      : `${expression} < 0`;
  }

  /** Whether the data says anything of a period: rows of it, or rows before and after it. Only then is a count of none 0. */
  async isKnown(period: Period | null, asOf: string | null): Promise<boolean> {
    if (this.definition.shape !== 'count') return false;
    const span = period === null ? null : await this.span();
    if (period === null || span === null) return (await this.#count([], period)) > 0;
    const { first, last } = span;
    if (!first || !last) return false;
    const end = asOf !== null && asOf > last ? asOf : last;
    return (period.to === null || first < period.to) && (period.from === null || end >= period.from);
  }

  /** What the data reach from and to, whatever the scope shows of it: a channel without rows may have had none. Null where rows go by no date. */
  span(): Promise<Span | null> {
    this.#span ??= this.#readSpan();
    return this.#span;
  }

  async #readSpan(): Promise<Span | null> {
    const { from, at, trendAt } = this.definition;
    const { book } = this.#options;
    const column = isStock(this.definition) ? trendAt : at;
    if (column === null) return null;
    const date = qualify(column, { base: from, joins: [] });
    const items = [named('first', `min(${date})`), named('last', `max(${date})`)];
    // Each of its metrics is a table of its own.
    const where = from === 'period_facts' ? rowConditions(this.definition) : [];
    const sources =
      book !== null && hasColumn(from, 'source_id')
        ? [`source_id in (select distinct source_id from ${quoteRelation(book, 'main', from)})`]
        : [];
    const sql = compileAggregates(this.definition, items, [...where, ...sources]);
    const found = await this.#query(sql, null, sources.length === 0 ? book : null);
    const [first = null, last = null] = found.columns.map(
      (each) => toIso(each.at(0), each.kind)?.replace('T', ' ') ?? null,
    );
    return { first, last };
  }

  async #count(where: readonly string[], period: Period | null): Promise<number> {
    const sql = compileAggregates(this.definition, [named('n', 'count(*)')], where);
    return firstRow(await this.#query(sql, period))['n'] ?? 0;
  }

  async #query(sql: string, period: Period | null, book = this.#options.book): Promise<Table> {
    const { engine, asOf, signal } = this.#options;
    return engine.query(await asInCell(engine, sql, { book, period, asOf }), { signal });
  }
}

function firstRow(table: Table): Numbers {
  if (table.rowCount === 0) return {};
  return Object.fromEntries(table.columns.map((column) => [column.name, finite(toNumber(column.at(0)))]));
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
