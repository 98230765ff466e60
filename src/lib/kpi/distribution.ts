import { AppError } from '#errors';
import type { WeekStart } from '#time';
import { edgesOf, usualEdges, type Bins } from './bins.ts';
import { conditions, lines } from './clauses.ts';
import { compileTrend } from './compile-trend.ts';
import type { Definition, Kpi } from './kpi.ts';
import { indented, whereText } from './sql-text.ts';

export interface DistributionOptions {
  readonly kpi: Kpi;
  readonly withPeriod: boolean;
  readonly weekStart: WeekStart;
  readonly bins?: Bins | undefined;
}

/** What a distribution counts: the rows, the things that the denominator counts, or the days; null for a KPI without one. */
export function distributionOf(definition: Definition): 'rows' | 'things' | 'days' | null {
  const { shape, expression, numerator, per, at } = definition;
  if (shape === 'custom') return null;
  if (shape === 'quantile' && expression !== null && numerator === null) return 'rows';
  if (per !== null && numerator !== null) return 'things';
  return at === null ? null : 'days';
}

/** A histogram: how many rows, things or days have a value within each bin; those without rows are there too. */
export function compileDistribution(definition: Definition, options: DistributionOptions): string {
  const edges = options.bins ? edgesOf(options.bins) : usualEdges(definition.unit);
  return lines([
    'with measured as (',
    indented(measuredText(definition, options, 'distribution')),
    '), bins as (',
    '  select bin_from, lead(bin_from) over (order by bin_from) as bin_to',
    `  from unnest(${edges}) as edges(bin_from)`,
    ')',
    'select bin_from, bin_to, count(measure) as n, n / nullif(sum(n) over (), 0) as share',
    'from bins left join measured on measure >= bin_from and (measure < bin_to or bin_to is null)',
    'group by bin_from, bin_to',
    'order by bin_from',
  ]);
}

/** The values below which 5, 10, … 95 of a hundred lie. */
export function compilePercentiles(definition: Definition, options: DistributionOptions): string {
  const shares = percentiles.map((each) => each / 100).join(', ');
  return lines([
    'with measured as (',
    indented(measuredText(definition, options, 'percentiles')),
    ')',
    'select',
    `  unnest([${percentiles.join(', ')}]) as percentile,`,
    `  unnest(quantile_cont(measure, [${shares}])) as value,`,
    '  count(measure) as n',
    'from measured',
  ]);
}

const percentiles: readonly number[] = [5, 10, 25, 50, 75, 90, 95];

/** A query whose column `measure` has one value for each row, thing or day. */
export function measuredText(
  definition: Definition,
  options: DistributionOptions,
  cut: 'distribution' | 'percentiles',
): string {
  const { kpi, withPeriod } = options;
  const where = whereText(conditions(definition, withPeriod));
  switch (distributionOf(definition)) {
    case 'rows':
      return lines([`select ${definition.expression} as measure`, `from ${definition.from}`, ...where]);
    case 'things':
      return lines([
        `select ${definition.numerator} as measure`,
        `from ${definition.from}`,
        ...where,
        `group by ${definition.per}`,
      ]);
    case 'days': {
      const trend = compileTrend(definition, { ...options, grain: 'day' }).replace(/\norder by day$/, '');
      return lines(['select value as measure', 'from (', indented(trend), ')']);
    }
    case null:
      throw new AppError('kpi.cut.none', { kpi: kpi.id, cut });
  }
}
