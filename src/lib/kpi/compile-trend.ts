import { AppError } from '#errors';
import type { Grain, WeekStart } from '#time';
import { aggregates, aggregateText } from './aggregate.ts';
import { conditions, fromText, lines, qualified } from './clauses.ts';
import { aliasOf, groupedBy, planDimension, selected } from './dimensions.ts';
import type { Definition, Kpi } from './kpi.ts';
import { qualify } from './relation.ts';
import { selectText, whereText } from './sql-text.ts';
import { compileCountTrend, truncated } from './trend.ts';

export interface TrendOptions {
  readonly kpi: Kpi;
  readonly grain?: Grain | undefined;
  readonly by?: string | undefined;
  readonly withPeriod?: boolean | undefined;
  readonly weekStart?: WeekStart | undefined;
}

/** A KPI by time, with a line for each member where `by` names a dimension. */
export function compileTrend(definition: Definition, options: TrendOptions): string {
  const { kpi, grain = kpi.grain, by, withPeriod = true, weekStart = 1 } = options;
  const instant = definition.trendAt ?? definition.at;
  if (instant === null) throw new AppError('kpi.cut.none', { kpi: kpi.id, cut: 'trend' });
  const plan = by === undefined ? null : planDimension(kpi, definition, by);
  const scope = plan?.scope ?? { base: definition.from, joins: [] };
  const isDated = withPeriod && definition.at !== null;
  const where = [
    ...qualified(conditions(definition, withPeriod), scope),
    ...(!isDated && countsDistinct(definition) ? [`${qualify(instant, scope)} is not null`] : []),
  ];
  if (definition.shape === 'count') {
    const count = qualify(definition.value ?? 'count(*)', scope);
    return compileCountTrend({
      definition,
      instant,
      grain,
      plan,
      scope,
      where,
      count,
      isBounded: isDated,
      weekStart,
    });
  }
  const bucket = truncated(qualify(instant, scope), grain, weekStart);
  return lines([
    selectText([
      `${bucket} as ${grain}`,
      ...(plan ? [selected(plan)] : []),
      ...aggregates(definition).map((each) => qualify(aggregateText(each), scope)),
    ]),
    ...fromText(scope),
    ...whereText(where),
    `group by ${groupedBy(plan ? [plan] : [], [grain])}`,
    `order by ${[grain, ...(plan ? [aliasOf(plan)] : [])].join(', ')}`,
  ]);
}

/**
 * DuckDB 1.4 believes that `date_trunc` never gives NULL, and where distinct things are counted it makes two groups of a
 * date at the beginning of time out of the rows that have none. They have no line there: such counts do not add up anyway.
 */
function countsDistinct({ value, numerator, denominator }: Definition): boolean {
  return [value, numerator, denominator].some((each) => each?.includes('count(distinct') ?? false);
}
