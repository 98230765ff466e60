import { assert } from '#errors';
import type { Definition, Statistic } from './kpi.ts';
import { hasColumn, hasTopLevelOr } from './relation.ts';

/** One output column of a KPI's SQL. */
export interface Aggregate {
  readonly name: string;
  readonly sql: string;
}

const statisticSql: Readonly<Record<Statistic, (expression: string) => string>> = {
  mean: (expression) => `avg(${expression})`,
  median: (expression) => `median(${expression})`,
  p90: (expression) => `quantile_cont(${expression}, 0.9)`,
};

/** The columns that every cut returns: `value` and what its interval is made of, down to `n`. */
export function aggregates(definition: Definition): Aggregate[] {
  const { shape, from, value, numerator, denominator, expression, statistic, per } = definition;
  if (shape === 'count') {
    const count = value ?? 'count(*)';
    const again = count === 'count(*)' || hasColumn(from, 'value') ? count : 'value';
    return [named('value', count), named('n', again)];
  }
  if (numerator !== null && denominator !== null) {
    return [
      named('numerator', numerator),
      named('denominator', denominator),
      named('value', 'numerator / nullif(denominator, 0)'),
      named('n', 'denominator'),
      ...(shape === 'quantile' && expression !== null && per === null
        ? [named('stddev', `stddev(${expression})`)]
        : []),
    ];
  }
  if (shape === 'quantile') {
    assert(expression !== null, 'a quantile is of an expression');
    const chosen = statistic ?? 'mean';
    return [
      named('value', statisticSql[chosen](expression)),
      ...(chosen === 'mean' ? [named('stddev', `stddev(${expression})`)] : []),
      named('n', 'count(*)'),
    ];
  }
  assert(value !== null, 'a ratio has a value, or a numerator and a denominator');
  const averaged = isShare(definition) ? null : averageOf(value);
  if (averaged === null) return [named('value', value), named('n', 'count(*)')];
  const known = /^\w+$/.test(averaged) ? averaged : '*';
  return [named('value', value), named('stddev', `stddev(${averaged})`), named('n', `count(${known})`)];
}

/** What stands beside a duration's headline: the other statistics of the same rows; and the file's own extras. */
export function besides({ shape, expression, statistic, extras }: Definition): Aggregate[] {
  const others =
    shape === 'quantile' && expression !== null
      ? (['mean', 'median', 'p90'] as const)
          .filter((each) => each !== (statistic ?? 'mean'))
          .map((each) => named(each, statisticSql[each](expression)))
      : [];
  const own = Object.entries(extras).map(([name, sql]) =>
    named(
      name,
      sql.replace(/\bexpression\b/g, () => expression ?? 'expression'),
    ),
  );
  return [...others, ...own];
}

/** Whether a value is a part of a whole, whose interval is Wilson's. */
export function isShare({ unit, value, numerator }: Definition): boolean {
  return unit === 'percent' && (numerator !== null || (value !== null && /^avg\(.*::int\)$/s.test(value)));
}

/** The rows that count: the file's condition, and for a quantile that there is something to take it of. */
export function rowConditions(definition: Definition): string[] {
  const { where, shape, expression, unit } = definition;
  const own = where === null ? [] : [hasTopLevelOr(where) ? `(${where})` : where];
  if (shape !== 'quantile' || expression === null) return own;
  const known = `${expression} ${unit === 'duration' ? '>= 0' : 'is not null'}`;
  const both = [...own, known].join(' and ');
  return both.length <= 90 ? [both] : [...own, known];
}

export function named(name: string, sql: string): Aggregate {
  return { name, sql };
}

export function aggregateText({ name, sql }: Aggregate): string {
  return `${sql} as ${name}`;
}

function averageOf(value: string): string | null {
  return /^avg\(([\s\S]*)\)$/.exec(value)?.[1] ?? null;
}
