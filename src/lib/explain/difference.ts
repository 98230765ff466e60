import { AppError } from '#errors';
import {
  addendsOf,
  compileSegmentedRows,
  definitionOf,
  isChoice,
  isShareOfRows,
  parseVariant,
  type Definition,
  type Kpi,
} from '#kpi';
import { quoteLiteral, writeIdentifier } from '#sql';
import { keyNamed } from './facts.ts';

/** Where an event is said to have had its effect: rows whose member of a dimension is one of an input's, or is not known. */
export interface AffectedSegment {
  readonly dimension: string;
  /** The column of the rows that holds it. */
  readonly column: string;
  /** The input that holds the members; null for the rows that do not say. */
  readonly input: string | null;
}

/** What the cells of a test are called; each reads the ones before it. */
export interface TestNames {
  /** Inputs: the first day of the event, and how many days before it and from it on are compared. */
  readonly day: string;
  readonly days: string;
  readonly rows: string;
  readonly sides: string;
  readonly test: string;
}

/** The words that stand in its rows. */
export interface TestWords {
  readonly event: string;
  readonly placebo: string;
  readonly affected: string;
  readonly rest: string;
  readonly before: string;
  readonly after: string;
  readonly nothing: string;
  readonly unclear: string;
  readonly lower: string;
  readonly higher: string;
}

export interface TestOptions {
  readonly variant?: string | undefined;
  readonly segment: readonly AffectedSegment[];
  readonly names: TestNames;
  readonly words: TestWords;
}

/** How a value is compared: as a share of rows, as a mean or a ratio, or as a count. */
export type TestKind = 'share' | 'mean' | 'count';

/**
 * A difference in differences as SQL: how much more the affected moved from before an event to after it than all others did. The
 * same between the two halves of the time before, where it should be nothing: a placebo.
 */
export interface CauseTestSql {
  readonly definition: Definition;
  readonly kind: TestKind;
  /** What counts around the event. */
  readonly rows: string;
  /** Affected and others, before and after, each with value and n. */
  readonly sides: string;
  /** The difference of the differences with its 95 % interval: first of the event, then of the placebo. */
  readonly test: string;
  /** The placebo alone. */
  readonly placebo: string;
  /** Week by week from the event, affected and others. */
  readonly weeks: string;
}

export function causeTestSql(kpi: Kpi, options: TestOptions): CauseTestSql {
  const choice = parseVariant(kpi, options.variant ?? '');
  if (!isChoice(choice)) throw new AppError(choice.code, choice.params);
  const definition = definitionOf(kpi, choice);
  const { segment, names, words } = options;
  const { day, days } = names;
  const rows = compileSegmentedRows(definition, {
    kpi,
    by: segment.map(({ dimension, column }) => ({ key: keyNamed(dimension), name: column })),
    from: `$${day} - interval ($${days}) day`,
    to: `$${day} + interval ($${days}) day`,
  });
  if (rows === null) throw new AppError('explain.noParts', { kpi: kpi.id });
  const isCount = addendsOf(definition)?.denominator === null;
  const kind = isCount ? 'count' : isShareOfRows(definition) ? 'share' : 'mean';
  const isPercent = definition.unit === 'percent' && !isCount;
  const shape: Shape = { kind, isPercent, isWeighted: rows.isWeighted, isSum: !rows.isCounted };
  const from = writeIdentifier(names.test);
  return {
    definition,
    kind,
    rows: rows.sql,
    sides: sidesText(shape, options),
    test: testText(shape, options),
    placebo: `select *\nfrom ${from}\nwhere test = ${quoteLiteral(words.placebo)}`,
    weeks: weeksText(shape, options),
  };
}

interface Shape {
  readonly kind: TestKind;
  readonly isPercent: boolean;
  /** Whether a row may weigh other than 1. */
  readonly isWeighted: boolean;
  /** Whether a count adds up something other than rows. */
  readonly isSum: boolean;
}

function sidesText(shape: Shape, { segment, names, words }: TestOptions): string {
  const { day, days } = names;
  const [event, placebo, affected, rest, before, after] = [
    words.event,
    words.placebo,
    words.affected,
    words.rest,
    words.before,
    words.after,
  ].map((word) => quoteLiteral(word));
  return `with marked as (
  select *, case when ${conditionOf(segment)} then ${affected} else ${rest} end as side
  from ${writeIdentifier(names.rows)}
),
compared as (
  select *, ${event} as test, case when dated_at < $${day} then ${before} else ${after} end as period
  from marked
  union all
  select *, ${placebo} as test,
    case when dated_at < $${day} - interval (12 * $${days}) hour then ${before} else ${after} end as period
  from marked
  where dated_at < $${day}
),
grid as (
  from (values (${event}), (${placebo})) t (test), (values (${affected}), (${rest})) s (side), (values (${before}), (${after})) p (period)
)
select test, side, period,
${measures[shape.kind](shape)},
  case when (side = ${affected}) = (period = ${after}) then 1 else -1 end as sign
from grid left join compared using (test, side, period)
group by test, side, period
order by test = ${placebo}, side = ${rest}, period = ${after}`;
}

/** Of a group its value and n, and how sure it is: Wilson’s interval of a share, the variance of a mean or of a ratio. */
const measures: Readonly<Record<TestKind, (shape: Shape) => string>> = {
  share: ({ isWeighted }) => `  ${
    isWeighted
      ? 'sum(x) / nullif(sum(w), 0) as value, coalesce(sum(w), 0) as n'
      : 'avg(x) as value, count(x) as n'
  },
  (value + 1.9208 / n - 1.96 * sqrt(value * (1 - value) / n + 0.9604 / (n * n))) / (1 + 3.8416 / n) as low,
  (value + 1.9208 / n + 1.96 * sqrt(value * (1 - value) / n + 0.9604 / (n * n))) / (1 + 3.8416 / n) as high`,
  mean: ({ isWeighted }) =>
    isWeighted
      ? `  sum(x) / nullif(sum(w), 0) as value, count(w) as n,
  (sum(x * x) - 2 * value * sum(x * w) + value * value * sum(w * w)) / (sum(w) * sum(w)) * n / nullif(n - 1, 0) as variance`
      : `  avg(x) as value, count(x) as n,
  var_samp(x) / n as variance`,
  count: ({ isSum }) =>
    isSum
      ? `  coalesce(sum(x), 0) as value, count(x) as n,
  sum(x * x) / nullif(sum(x) * sum(x), 0) as variance`
      : `  count(x) as value, count(x) as n,
  1 / (value + 0.5) as variance`,
};

function testText(shape: Shape, { names, words }: TestOptions): string {
  const groups = [
    ['affected_before', words.affected, words.before],
    ['affected_after', words.affected, words.after],
    ['rest_before', words.rest, words.before],
    ['rest_after', words.rest, words.after],
  ] as const;
  const values = groups.map(
    ([name, side, period]) =>
      `    max(value) filter (where side = ${quoteLiteral(side)} and period = ${quoteLiteral(period)}) as ${name},`,
  );
  const points = ['effect', 'low', 'high'].map((end) => {
    const name = end === 'effect' ? 'points' : `points_${end}`;
    return `\n  round(100 * ${end}, 1) as ${name},`;
  });
  return `with known as (
  select test, min(n) as least_n,
${values.join('\n')}
${effects[shape.kind](shape)}
  from ${writeIdentifier(names.sides)}
  group by test
)
select test, effect, low, high,${shape.isPercent ? points.join('') : ''}
  case
    when low is null or high is null then ${quoteLiteral(words.nothing)}
    when low <= 0 and high >= 0 then ${quoteLiteral(words.unclear)}
    when effect < 0 then ${quoteLiteral(words.lower)}
    else ${quoteLiteral(words.higher)}
  end as verdict,
  ${groups.map(([name]) => name).join(', ')}, least_n
from known
order by test = ${quoteLiteral(words.placebo)}`;
}

/**
 * Shares by Newcombe’s square-and-add of four Wilson intervals; means by Welch’s, Student’s quantile in its series in 1 ÷ degrees of
 * freedom; counts as a ratio of ratios, less 1.
 */
const effects: Readonly<Record<TestKind, (shape: Shape) => string>> = {
  share: () => `    case when count(value) = 4 then sum(sign * value) end as effect,
    effect - sqrt(sum(case when sign = 1 then (value - low) ** 2 else (high - value) ** 2 end)) as low,
    effect + sqrt(sum(case when sign = 1 then (high - value) ** 2 else (value - low) ** 2 end)) as high`,
  mean: () => `    case when count(value) = 4 then sum(sign * value) end as effect,
    case when count(variance) = 4 then sum(variance) end as square_error,
    nullif(square_error, 0) ** 2 / sum(variance ** 2 / nullif(n - 1, 0)) as freedom,
    1.96 + coalesce(2.3723 / freedom + 2.8225 / freedom ** 2 + 2.5558 / freedom ** 3 + 1.5895 / freedom ** 4, 0) as quantile,
    effect - quantile * sqrt(square_error) as low,
    effect + quantile * sqrt(square_error) as high`,
  count: ({ isSum }) => {
    const value = isSum ? 'nullif(value, 0)' : '(value + 0.5)';
    return `    case when count(variance) = 4 and sum(value) > 0 then sum(sign * ln(${value})) end as log_ratio,
    exp(log_ratio) - 1 as effect,
    exp(log_ratio - 1.96 * sqrt(sum(variance))) - 1 as low,
    exp(log_ratio + 1.96 * sqrt(sum(variance))) - 1 as high`;
  },
};

function weeksText({ kind, isWeighted, isSum }: Shape, { segment, names, words }: TestOptions): string {
  const [affected, rest] = [words.affected, words.rest].map((word) => quoteLiteral(word));
  const { day } = names;
  const count = isSum ? 'coalesce(sum(x), 0)' : 'count(x)';
  const value = kind === 'count' ? count : isWeighted ? 'sum(x) / nullif(sum(w), 0)' : 'avg(x)';
  return `select
  ($${day} + interval (7 * floor(date_diff('day', $${day}, dated_at::date) / 7)::int) day)::date as week,
  case when ${conditionOf(segment)} then ${affected} else ${rest} end as side,
  ${value} as value, count(${isWeighted ? 'w' : 'x'}) as n,
  any_value($${day}) as event_day
from ${writeIdentifier(names.rows)}
group by week, side
order by week, side`;
}

function conditionOf(segment: readonly AffectedSegment[]): string {
  return segment
    .map(({ column, input }) => {
      const name = writeIdentifier(column);
      return input === null ? `${name} is null` : `coalesce(list_contains($${input}, ${name}), false)`;
    })
    .join(' and ');
}
