import { AppError } from '#errors';
import type { Grain, WeekStart } from '#time';
import { aggregates, aggregateText, besides, type Aggregate } from './aggregate.ts';
import type { Bins } from './bins.ts';
import { conditions, fromText, lines, qualified } from './clauses.ts';
import { cohortKind, compileCohort } from './cohort.ts';
import { compileTrend } from './compile-trend.ts';
import { grouped, ordered, planDimension, selected } from './dimensions.ts';
import { compileDistribution, compilePercentiles, distributionOf } from './distribution.ts';
import { compileExtremes } from './extremes.ts';
import { cuts, type Cut, type Definition, type Kpi } from './kpi.ts';
import { withPrelude } from './prelude.ts';
import { qualify } from './relation.ts';
import { compileRows } from './rows.ts';
import { selectText, whereText } from './sql-text.ts';
import { compileTable, secondDimension } from './table.ts';
import { inWeeksFrom } from './trend.ts';
import { defaultChoice, definitionOf, isChoice, missingCompanions, parseVariant } from './variant.ts';

export interface CompileOptions {
  readonly kpi: Kpi;
  readonly shape: Cut;
  /** Of a trend, the KPI's own unless given; of a cohort, the week unless given. */
  readonly grain?: Grain | undefined;
  /** The dimension of a breakdown, a table or top and bottom (the KPI's own unless given), or of a trend with several lines. */
  readonly by?: string | undefined;
  readonly variant?: string | undefined;
  /** The second dimension of a table. */
  readonly and?: string | undefined;
  /** Of a distribution; those of the unit unless given. */
  readonly bins?: Bins | undefined;
  /** Of top and bottom: how many from either end, and the fewest rows that a member may rest on. */
  readonly top?: number | undefined;
  readonly min?: number | undefined;
  /** Without it all rows count, those without a date too. */
  readonly withPeriod?: boolean | undefined;
  readonly weekStart?: WeekStart | undefined;
}

/** The SQL of one cut of a KPI, as an analyst would write it by hand. Throws an AppError for what the KPI does not have. */
export function compile({ variant = '', ...options }: CompileOptions): string {
  const choice = parseVariant(options.kpi, variant);
  if (!isChoice(choice)) throw new AppError(choice.code, choice.params);
  const definition = definitionOf(options.kpi, choice);
  const companions = missingCompanions(definition, choice);
  if (companions.length > 0) throw new AppError('kpi.variant.onlyWith', { others: companions.join('+') });
  return compileDefinition(definition, options);
}

/** The cuts that a KPI has: those that mean something for it, and of KPIs with SQL of their own those that they write. */
export function cutsOf(kpi: Kpi): Cut[] {
  const { definition, sql } = kpi;
  return cuts.filter((cut) => sql[cut] !== undefined || (definition.shape !== 'custom' && hasCut(kpi, cut)));
}

function hasCut(kpi: Kpi, cut: Cut): boolean {
  const definition = definitionOf(kpi, defaultChoice(kpi));
  switch (cut) {
    case 'table':
      return secondDimension(kpi, definition, kpi.by) !== null;
    case 'distribution':
    case 'percentiles':
      return distributionOf(definition) !== null;
    case 'cohort':
      return cohortKind(kpi, definition) !== null;
    default:
      return true;
  }
}

export function compileDefinition(definition: Definition, options: Omit<CompileOptions, 'variant'>): string {
  const { kpi, shape, withPeriod = true, weekStart = 1 } = options;
  const own = (definition.sql ?? kpi.sql)[shape];
  const sql = own === undefined ? compileShape(definition, options) : inWeeksFrom(weekStart, own);
  return withPrelude(definition, own === undefined || withPeriod ? sql : withoutPeriod(sql));
}

function compileShape(definition: Definition, options: Omit<CompileOptions, 'variant'>): string {
  const { kpi, shape, withPeriod = true } = options;
  if (definition.shape === 'custom') throw new AppError('kpi.cut.none', { kpi: kpi.id, cut: shape });
  const { weekStart = 1, grain = 'week', by, and, bins, top, min } = options;
  switch (shape) {
    case 'headline':
      return compileHeadline(definition, withPeriod);
    case 'trend':
      return compileTrend(definition, options);
    case 'breakdown':
      return compileBreakdown(definition, options);
    case 'table':
      return compileTable(definition, { kpi, by, and, withPeriod });
    case 'extremes':
      return compileExtremes(definition, { kpi, by, top, min, withPeriod });
    case 'distribution':
      return compileDistribution(definition, { kpi, withPeriod, weekStart, bins });
    case 'percentiles':
      return compilePercentiles(definition, { kpi, withPeriod, weekStart });
    case 'cohort':
      return compileCohort(definition, { kpi, withPeriod, weekStart, grain });
    case 'rows':
      return compileRows(definition, { kpi, where: conditions(definition, withPeriod) });
  }
}

/** A query over the rows that count, with other aggregates than the KPI's own. */
export function compileAggregates(
  definition: Definition,
  items: readonly Aggregate[],
  where: readonly string[],
): string {
  return withPrelude(definition, aggregatesText(definition, items, where));
}

function aggregatesText({ from }: Definition, items: readonly Aggregate[], where: readonly string[]): string {
  return lines([selectText(items.map(aggregateText)), `from ${from}`, ...whereText(where)]);
}

function compileHeadline(definition: Definition, withPeriod: boolean): string {
  const all = [...aggregates(definition), ...besides(definition)];
  const items = withPeriod ? all : all.map(({ name, sql }) => ({ name, sql: sql.replace(periodInside, '') }));
  return aggregatesText(definition, items, conditions(definition, withPeriod));
}

function compileBreakdown(definition: Definition, options: Omit<CompileOptions, 'variant'>): string {
  const { kpi, by = kpi.by, withPeriod = true } = options;
  const plan = planDimension(kpi, definition, by);
  return lines([
    selectText([
      selected(plan),
      ...aggregates(definition).map((each) => qualify(aggregateText(each), plan.scope)),
    ]),
    ...fromText(plan.scope),
    ...whereText(qualified(conditions(definition, withPeriod), plan.scope)),
    `group by ${grouped(plan)}`,
    `order by n desc, ${ordered(plan)}`,
  ]);
}

/** The period of a subquery that an extra holds. */
const periodInside = /\s+where (\S+) >= \$period_start and \1 < \$period_end/g;

const periodOnly = /^[ \t]*(where|and) .+ >=? \$period_start and \S+ < \$period_end[ \t]*$/;
/** What is cut off at the ends of the period. */
const cutOff = /\b(?:greatest\((\w+), \$period_start\)|least\((\w+), \$period_end\))/g;

/** Own SQL without its period: by agreement the condition has a line to itself. */
export function withoutPeriod(sql: string): string {
  return sql
    .replace(cutOff, (_, from: string | undefined, to: string | undefined) => from ?? to ?? '')
    .split('\n')
    .filter((line) => !periodOnly.test(line))
    .join('\n');
}
