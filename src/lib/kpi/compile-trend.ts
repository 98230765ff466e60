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
  const where = qualified(conditions(definition, withPeriod), scope);
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
      isBounded: withPeriod && definition.at !== null,
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
