import type { Grain, WeekStart } from '#time';
import { aliasOf, groupedBy, selected, type DimensionPlan } from './dimensions.ts';
import type { Definition } from './kpi.ts';
import { qualify, type Scope } from './relation.ts';
import { indented, selectText, whereText } from './sql-text.ts';

export interface CountTrend {
  readonly definition: Definition;
  readonly instant: string;
  readonly grain: Grain;
  readonly plan: DimensionPlan | null;
  readonly scope: Scope;
  readonly where: readonly string[];
  readonly count: string;
  /** Whether the period cuts the rows. */
  readonly isBounded: boolean;
  readonly weekStart: WeekStart;
}

/** An instant cut down to its hour, day, week, month or quarter; DuckDB's weeks begin on Monday. */
export function truncated(instant: string, grain: Grain, weekStart: WeekStart): string {
  const shift = weekStart - 1;
  if (grain !== 'week' || shift === 0) return `date_trunc('${grain}', ${instant})`;
  const later = 7 - shift;
  return `date_trunc('week', ${instant} + interval ${later} day)::date - ${later}`;
}

/** SQL with the weeks of another first day, where it cuts a column down to its week. */
export function inWeeksFrom(weekStart: WeekStart, sql: string): string {
  return sql.replace(/date_trunc\('week', ([\w.]+)\)/g, (_, column: string) =>
    truncated(column, 'week', weekStart),
  );
}

/**
 * A count by time in which a day without rows is 0. The days run from the first to the last row of the data that lies in
 * the period: before and after nothing is known, and that is no zero.
 */
export function compileCountTrend(trend: CountTrend): string {
  const { grain, plan, isBounded, count } = trend;
  const counted = [
    selectText([`${bucketOf(trend)} as ${grain}`, ...(plan ? [selected(plan)] : []), `${count} as value`]),
    ...[`from ${trend.scope.base}`, ...trend.scope.joins.map(({ sql }) => sql)],
    ...whereText(trend.where),
    `group by ${groupedBy(plan ? [plan] : [], [grain])}`,
  ].join('\n');
  const filled = plan ? byMember(trend, plan) : overall(trend);
  const within = isBounded ? [`where ${grain} < $period_end`] : [];
  return [
    `with ${grain}s as (`,
    indented(everyBucket(trend)),
    `), counted as (`,
    indented(counted),
    `)`,
    ...filled,
    ...(plan ? [] : within),
    `order by ${plan ? `every.${grain}, every.${aliasOf(plan)}` : grain}`,
  ].join('\n');
}

function everyBucket({ definition, instant: column, grain, isBounded, weekStart }: CountTrend): string {
  const instant = qualify(column, { base: definition.from, joins: [] });
  const first = isBounded ? `greatest(min(${instant}), $period_start)` : `min(${instant})`;
  const start = truncated(first, grain, weekStart);
  const whole = grain === 'hour' ? '' : '::date';
  return [
    'select unnest(generate_series(',
    `  ${start}, max(${instant}), interval 1 ${grain}`,
    `))${whole} as ${grain}`,
    `from ${definition.from}`,
  ].join('\n');
}

/** Without a period the rows that have no date are counted too, in a line of their own. */
function overall({ grain, isBounded }: CountTrend): string[] {
  return [
    selectText([grain, 'coalesce(value, 0) as value', 'coalesce(value, 0) as n']),
    `from ${grain}s ${isBounded ? 'left' : 'full'} join counted using (${grain})`,
  ];
}

function byMember({ grain, isBounded }: CountTrend, plan: DimensionPlan): string[] {
  const name = aliasOf(plan);
  const within = isBounded ? `\n  where ${grain} < $period_end` : '';
  const every = `select ${grain}, ${name}\n  from ${grain}s cross join (select distinct ${name} from counted)${within}`;
  const undated = isBounded ? '' : `\n  union select ${grain}, ${name} from counted`;
  return [
    selectText([`every.${grain}`, `every.${name}`, 'coalesce(value, 0) as value', 'coalesce(value, 0) as n']),
    `from (\n  ${every}${undated}\n) as every`,
    `left join counted`,
    `  on counted.${grain} is not distinct from every.${grain} and counted.${name} is not distinct from every.${name}`,
  ];
}

function bucketOf({ scope, instant, grain, weekStart }: CountTrend): string {
  return truncated(qualify(instant, scope), grain, weekStart);
}
