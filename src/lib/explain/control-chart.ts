import { isShare, type Definition } from '#kpi';
import { writeIdentifier } from '#sql';

/** How far a value strays by chance: a share of n, a count of events, or anything else, whose own days have to say it. */
export type ControlKind = 'p' | 'u' | 'xmr';

export function controlKindOf(definition: Definition): ControlKind {
  if (definition.shape === 'count') return 'u';
  return isShare(definition) ? 'p' : 'xmr';
}

export interface ControlOptions {
  readonly definition: Definition;
  /** The input that holds the period which says what is usual. */
  readonly before: string;
  readonly after: string;
  /** The cell of days whose answers are still coming in; null where there is none. */
  readonly late: string | null;
}

/**
 * A trend by day as a control chart: what was to be expected of each day by the period before, the limits that chance keeps within
 * (three standard deviations), and which days lie outside. Weekdays count as far as they differ by more than chance; limits are
 * wider where the days before strayed by more than chance from one to the next (Laney's rule; of other values Shewhart's moving range).
 */
export function controlSql(trend: string, options: ControlOptions): string {
  const { definition, before } = options;
  const kind = controlKindOf(definition);
  const inner = trend.replace(/\norder by day$/, '');
  const days =
    kind === 'u'
      ? `counted as (\n${indented(inner)}\n),\n${everyDay(options)}`
      : `days as (\n${indented(inner)}\n)`;
  return `with ${days},
usual as (
  select ${levelSql[kind]} as level from days where day < $${before}_end
),
weekdays as (
  select isodow(day) as weekday, ${levelSql[kind]} - any_value(level) as distance,
    count(*) as weeks, any_value(level) as level, ${noiseSql[kind]} as noise
  from days cross join usual
  where day < $${before}_end and value is not null
  group by weekday
),
weight as (
  select case when min(weeks) >= 4 then greatest(0, 1 - (count(*) - 1) / nullif(sum(distance * distance / noise), 0)) end as weight
  from weekdays
),
expectations as (
  select days.*, usual.level + coalesce(weight * distance, 0) as expected, ${chanceSql[kind]} as chance
  from days cross join usual cross join weight
  left join weekdays on weekday = isodow(day)
),
steps as (
  select *, (value - expected) / chance as z, abs(z - lag(z) over (order by day)) as step
  from expectations
),
spread as (
  select ${timesSql[kind]} as times
  from steps where day < $${before}_end
)
select day, value${kind === 'u' ? '' : ', n'}, expected,
  ${limit(definition, -1)} as low_limit,
  ${limit(definition, 1)} as high_limit,
  ${standing(options.late)} as standing
from steps cross join spread
order by day`;
}

const levelSql: Readonly<Record<ControlKind, string>> = {
  p: 'sum(n * value) / sum(n)',
  u: 'avg(value)',
  xmr: 'avg(value)',
};

/** The variance of a weekday's level. */
const noiseSql: Readonly<Record<ControlKind, string>> = {
  p: 'any_value(level * (1 - level)) / sum(n)',
  u: 'any_value(level) / count(*)',
  xmr: 'avg(var_samp(value)) over () / count(*)',
};

/** What one standard deviation of a day is by chance alone; one more case in a hundred is always possible. */
const chanceSql: Readonly<Record<ControlKind, string>> = {
  p: 'sqrt(greatest(expected * (1 - expected), 0.01) / n)',
  u: 'sqrt(greatest(expected, 1))',
  xmr: '1',
};

/** How many times that the days before strayed from one to the next; 1.128 is what two of a normal are apart on average. */
const timesSql: Readonly<Record<ControlKind, string>> = {
  p: 'greatest(1, coalesce(avg(step) / 1.128, 1))',
  u: 'greatest(1, coalesce(avg(step) / 1.128, 1))',
  xmr: 'avg(step) / 1.128',
};

/** Days without rows count as none, but only within what the data reach. */
function everyDay({ before, after }: ControlOptions): string {
  return `days as (
  select day, coalesce(value, 0) as value
  from (select unnest(generate_series(min(day), max(day), interval 1 day))::date as day from counted)
  left join counted using (day)
  where day < $${before}_end or day >= $${after}_start
)`;
}

/** A limit never lies where the value cannot. */
function limit(definition: Definition, side: 1 | -1): string {
  const far = `expected ${side < 0 ? '-' : '+'} 3 * times * chance`;
  const { unit } = definition;
  const [least, most] = unit === 'nps' ? [-100, 100] : [0, controlKindOf(definition) === 'p' ? 1 : null];
  if (side < 0) return `greatest(${least}, ${far})`;
  return most === null ? far : `least(${most}, ${far})`;
}

function standing(late: string | null): string {
  const arriving =
    late === null ? '' : `when day >= (select min(day) from ${writeIdentifier(late)}) then 'arriving'\n    `;
  return `case
    ${arriving}when value < low_limit or value > high_limit then 'outside'
    when value is not null then 'usual'
  end`;
}

function indented(sql: string): string {
  return sql.replace(/^/gm, '  ');
}
